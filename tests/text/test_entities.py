"""The optional recogniser of Russian names."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.text import entities
from sverka.text.analysis import Text

needs_extra = pytest.mark.skipif(
    not entities.is_installed(), reason="the extra is not installed: pip install 'sverka[ner]'"
)


@needs_extra
def test_persons_and_others() -> None:
    value = "В Онкоцентре имени Блохина работает Мохамад Моти, сообщили в Новосибирске."
    text = Text(value, "ru")
    at = value.index("Мохамад")
    assert entities.kind(text, at, at + len("Мохамад Моти")) == "person"
    at = value.index("Новосибирске")
    assert entities.kind(text, at, at + 12) == "other"
    assert entities.kind(text, 0, 1) == "unknown"


@needs_extra
@settings(max_examples=20, deadline=None)
@given(st.text(max_size=60))
def test_whatever_comes_nothing_is_raised(value: str) -> None:
    spans = Text(value, "ru").ask(entities.entities)
    assert all(0 <= one.start < one.end <= len(value) for one in spans)


def test_other_languages_are_not_read() -> None:
    assert Text("Mohamad Mohty works in Paris.", "en").ask(entities.entities) == ()
    assert entities.kind(Text("", "ru"), 0, 0) == "unknown"


def test_without_the_extra_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "_tagger", lambda: None)
    assert entities.kind(Text("Приехал Мохамад Моти.", "ru"), 8, 20) == "unknown"


def test_nothing_is_loaded_before_it_is_asked() -> None:
    code = "import sverka.rules.name_missing, sys; sys.exit('slovnet' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
