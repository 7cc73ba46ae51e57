"""What denies in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.negation import denial, knows, may_deny
from sverka.text.prose import prose
from sverka.text.signs import hits

SPACED = ("en", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "sv", "tr", "ru", "uk", "be")
WORDS = """
no not nothing never can't none of has have is are cannot without only the cat , . ; ( " ' - _ `x`
nicht kein ohne ne pas sans n'est no sin nunca не нет ни без ніколи nie bez inte değil %s {0} <b>
"""


@pytest.mark.parametrize(
    ("text", "locale", "word"),
    [
        ("It does not help.", "en", "not"),
        ("It can't heal them.", "en", "can't"),
        ("Es hilft nicht.", "de", "nicht"),
        ("Он не помогает.", "ru", "не"),
        ("Він не допомагає.", "uk", "не"),
        ("Cela n'aide jamais.", "fr", "n'aide"),
        ("他不在。", "zh_Hans", "不"),
    ],
)
def test_strong(text: str, locale: str, word: str) -> None:
    found = denial(Text(text, locale))
    assert found.any
    assert text[slice(*found.strong[0])] == word


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Not only children came.", "en"),
        ("Es ist unmöglich.", "de"),
        ("Это невозможно.", "ru"),
        ("C'est impossible.", "fr"),
    ],
)
def test_weak(text: str, locale: str) -> None:
    found = denial(Text(text, locale))
    assert found.any and not found.strong


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("Несколько недель назад", "ru"),
        ("Die Universität unter uns", "de"),
        ("The union is under it", "en"),
        ("безопасный", "ru"),
    ],
)
def test_none(text: str, locale: str) -> None:
    assert not denial(Text(text, locale)).any


def test_code_denies_nothing() -> None:
    assert not denial(Text("Use `not x` here.", "en")).any


def test_unknown_language() -> None:
    assert not knows("fo")
    assert denial(Text("ikki not", "fo")).strong == ()


@pytest.mark.parametrize("locale", SPACED)
def test_one_look_tells_that_nothing_denies(locale: str) -> None:
    assert not Text("alpha beta 12", locale).ask(may_deny)


@given(st.lists(st.sampled_from(WORDS.split()), max_size=12), st.sampled_from(SPACED), st.data())
def test_what_denies_is_never_overlooked_at_one_look(
    words: list[str], locale: str, data: st.DataObject
) -> None:
    joints = st.sampled_from([" ", " ", "", "\n", "-"])
    text = Text("".join(word + data.draw(joints) for word in words), locale)
    found = text.ask(denial)
    assert found._patterns is not None
    for pattern in (found._patterns.strong.pattern, found._patterns.mild.pattern):
        everywhere = [hit.span() for hit in pattern.finditer(text.ask(prose))]
        assert [hit.span() for hit in hits(pattern, text.ask(prose), found._starts)] == everywhere
