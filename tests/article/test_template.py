import shutil
import subprocess
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from sverka.article import read
from sverka.article.states import messages
from sverka.article.template import template
from sverka.catalogue import Catalogue, Entry

SEED = Path(__file__).parents[2] / "seeds" / "conversations-about-car-t.txt"
TEXT = "Title\n\nOne fish. Two fish.\n\nOne fish. Red fish.\n"


def entries(text: str, **source: str) -> dict[str, Entry]:
    known = messages(Entry(msgid=msgid, msgstr=msgstr) for msgid, msgstr in source.items())
    return {
        entry.msgid: entry for entry in template(read(text, "en"), "a.txt", known, "ru").entries
    }


def test_a_message_says_where_it_stands_but_names_no_line() -> None:
    found = entries(TEXT)
    assert list(found) == ["Title", "One fish.", "Two fish.", "Red fish."]
    assert found["Title"].comment == "heading"
    assert found["Two fish."].comment == "paragraph, sentence 2 of 2"
    assert found["Two fish."].occurrences == (("a.txt#one-fish", ""),)
    assert [name for name, _ in found["One fish."].occurrences] == [
        "a.txt#one-fish",
        "a.txt#one-fish-2",
    ]


def test_lines_that_move_change_no_entry() -> None:
    moved = entries("Title\n\n\n\nNew words here.\n\nOne fish.\nTwo fish.\n\nOne fish. Red fish.\n")
    before = entries(TEXT)
    assert {text: moved[text] for text in before} == before


def test_the_source_stands_beside_the_message() -> None:
    found = entries(TEXT, Title="Заглавие")
    assert found["Title"].comment == "heading\nru: Заглавие"
    assert found["One fish."].comment == "paragraph, sentence 1 of 2"


def test_an_unconfirmed_source_is_not_shown() -> None:
    known = messages([Entry(msgid="Title", msgstr="Заглавие", flags=("fuzzy",))])
    first = template(read(TEXT, "en"), "a.txt", known, "ru").entries[0]
    assert first.comment == "heading"


def test_a_name_with_spaces_is_one_reference() -> None:
    first = template(read("Title\n", "en"), "my seeds/a:1.txt").entries[0]
    assert first.occurrences == (("my%20seeds/a%3A1.txt#title", ""),)


@given(st.text())
def test_every_text_gives_a_template_that_reads_back(text: str) -> None:
    article = read(text, "en")
    made = template(article, "a.txt").to_bytes()
    assert made == template(read(text, "en"), "a.txt").to_bytes()
    again = Catalogue.from_bytes(made)
    assert not again.problems
    assert [entry.msgid for entry in again.entries] == list(
        dict.fromkeys(segment.text for segment in article.segments)
    )


def test_other_tools_read_the_template(tmp_path: Path) -> None:
    path = tmp_path / "a.pot"
    template(read(SEED, "en"), "seeds/a.txt").save(path)
    assert len(polib.pofile(str(path))) == 31
    with path.open("rb") as file:
        assert len(read_po(file)) == 31
    assert b"X-Source-Language: en" in path.read_bytes()
    assert b"POT-Creation-Date" not in path.read_bytes()


@pytest.mark.skipif(not shutil.which("msgfmt"), reason="needs GNU gettext")
def test_gettext_accepts_the_template(tmp_path: Path) -> None:
    path = tmp_path / "a.pot"
    template(read(SEED, "en"), "seeds/a.txt").save(path)
    done = subprocess.run(
        ["msgfmt", "-c", "-o", str(tmp_path / "a.mo"), str(path)], capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    done = subprocess.run(["msgcat", str(path)], capture_output=True, check=True)
    assert done.stdout == path.read_bytes()
