"""Long strings break where msgcat breaks them."""

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.wrap import may_break, width, wrap

LETTERS = st.sampled_from([*"abcяйé  ,.:;!?/-()[]{}\"'%$+|0123", "中", "文", "。", "「", "가", "—"])
TEXTS = st.text(LETTERS, min_size=1, max_size=400)


@given(TEXTS, st.integers(1, 90))
def test_lines_join_to_the_text(text: str, room: int) -> None:
    assert "".join(wrap(text, room)) == text


@given(TEXTS, st.integers(1, 90))
def test_a_line_is_too_long_only_where_nothing_may_break(text: str, room: int) -> None:
    for line in wrap(text, room):
        if width(line) > room:
            assert not any(may_break(line, place) for place in range(1, len(line)))


def test_width_counts_columns() -> None:
    assert width("a中é") == 4
    assert width("e\u0301") == 1
    assert width("×", wide=True) == 2


@pytest.mark.skipif(shutil.which("msgcat") is None, reason="msgcat is not installed")
@settings(max_examples=20, deadline=None)
@given(st.lists(TEXTS, min_size=1, max_size=30, unique=True))
def test_new_files_are_written_as_msgcat_writes_them(texts: list[str]) -> None:
    entries = [Entry(msgid=f"{number} {text}", msgstr=text) for number, text in enumerate(texts)]
    data = Catalogue.from_entries(entries, {"Content-Type": "text/plain; charset=UTF-8"}).to_bytes()
    again = subprocess.run(["msgcat", "-"], input=data, capture_output=True, check=True).stdout
    assert again.decode() == data.decode()
