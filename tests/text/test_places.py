"""Names of places with a small letter."""

import pytest

from sverka.text.analysis import Text
from sverka.text.places import capital_adjectives, small_places


@pytest.mark.parametrize(
    ("text", "locale", "places"),
    [
        ("patients from siberia and germany's south", "en", ["siberia", "germany"]),
        ("он приехал из нигерии и огайо", "ru", ["нигерии", "огайо"]),
        ("він навчався в німеччині", "uk", ["німеччині"]),
        ("il vient d’allemagne", "fr", ["allemagne"]),
        ("viene de alemania", "es", ["alemania"]),
        ("french fries, a fine china cup, in-house-paris, /usr/paris, `germany`", "en", []),
        ("по его делам, вены, львов", "ru", []),
        ("Он из Нигерии", "ru", []),
        ("from siberia", "xx", []),
    ],
)
def test_small_places(text: str, locale: str, places: list[str]) -> None:
    assert [text[start:end] for start, end in small_places(Text(text, locale))] == places


@pytest.mark.parametrize(
    ("text", "locale", "words"),
    [
        ("врачи из Европейских стран", "ru", ["Европейских"]),
        ("лікарі з Європейських країн", "uk", ["Європейських"]),
        ("в Европейском союзе и Московском университете", "ru", []),
        ("Европейские страны", "ru", []),
        ("from European countries", "en", []),
    ],
)
def test_capital_adjectives(text: str, locale: str, words: list[str]) -> None:
    assert [text[start:end] for start, end in capital_adjectives(Text(text, locale))] == words
