"""What denies in a text."""

import pytest

from sverka.text.analysis import Text
from sverka.text.negation import denial, knows


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
