"""Names rewritten letter by letter, and words known for names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.known_names import are_one_given_name, is_name_word
from sverka.text.spelling import spells

LOCALES = st.sampled_from(["ru", "uk", "en", "de", "fr", "tr", "ja", "ar", "zh_Hans", "", "?"])
HOSTILE = st.one_of(
    st.text(max_size=30),
    st.sampled_from(["", "\u200f", "А", "A", "АA", "-" * 50, "é\u0301" * 30, "Ш" * 10_000, "[(*"]),
)


@pytest.mark.parametrize(
    ("name", "right", "wrong"),
    [
        (
            "Шапошников",
            "Shaposhnikov:en Schaposchnikow:de Chapochnikov:fr Sháposhnikov:es Шапошников:uk",
            "Shaposhnokov:en Schaposchnokow:de Chapochnokov:fr Шапошненков:uk",
        ),
        (
            "Вишневская",
            "Vishnevskaya:en Wischnewskaja:de Vichnevskaïa:fr Vishnévskaya:es Вишневська:uk",
            "Vishnevetskaya:en Wischnewezkaja:de Vichnevetskaïa:fr Вишневецька:uk",
        ),
        ("Рогачёва", "Rogachev:en Rogatschow:de Rogatchev:fr Рогачова:uk", "Rogatchin:fr"),
        (
            "Менделеевой",
            "Mendeleeva:en Mendelejewa:de Mendeléyeva:es Менделєєва:uk",
            "Mendelova:en",
        ),
        ("Птушкина", "Ptushkin:en Ptuschkin:de Ptouchkine:fr Ptuşkin:tr", "Ptashkin:en"),
        ("Мусиной", "Musina:en Mussina:de Moussina:fr", "Masina:en"),
        ("Тальман", "Thalmann:de Тальман:uk", "Tahlmann:de Тальмен:uk"),
    ],
)
def test_rewritings_and_slips(name: str, right: str, wrong: str) -> None:
    for text, expected in ((right, True), (wrong, False)):
        for form in text.split():
            word, _, locale = form.partition(":")
            assert spells(name, word, "ru", locale) is expected, (name, word)


@given(HOSTILE, HOSTILE, LOCALES, LOCALES)
def test_whatever_comes_nothing_is_raised(a: str, b: str, one: str, other: str) -> None:
    assert isinstance(spells(a, b, one, other), bool)
    assert isinstance(is_name_word(a, one), bool)
    assert isinstance(are_one_given_name(a, b, one, other), bool)


@given(st.text("абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ", min_size=1, max_size=30))
def test_every_word_spells_itself(word: str) -> None:
    assert spells(word, word, "ru", "ru")


def test_names_are_known_in_their_inflections_and_titles_are_not() -> None:
    names = {"Дмитрия": "ru", "Сергієм": "uk", "Sergej": "de", "Brigitte": "fr", "Пітера": "uk"}
    assert all(is_name_word(name, locale) for name, locale in names.items())
    assert not any(is_name_word(word, "de") for word in ("Chefärztin", "Kollegin", "Präsident"))
    assert are_one_given_name("Nicholas", "Миколі", "en", "uk")
    assert not are_one_given_name("Nicholas", "Сергію", "en", "uk")
