"""Numbers that are spelled out."""

from decimal import Decimal

import pytest

from sverka.text.analysis import Text
from sverka.text.numbers import knows, spelled


@pytest.mark.parametrize(
    ("text", "locale", "value"),
    [
        ("seven", "en", 7),
        ("two hundred and twenty-five thousand", "en", 225000),
        ("nineteenth", "en", 19),
        ("семью", "ru", 7),
        ("двадцать пять", "ru", 25),
        ("п’ятнадцять", "uk", 15),
        ("siebenundzwanzig", "de", 27),
        ("einundzwanzig", "de", 21),
        ("dreihundert", "de", 300),
        ("quatre-vingt-dix-sept", "fr", 97),
        ("treinta y cinco", "es", 35),
        ("ventuno", "it", 21),
        ("eenentwintig", "nl", 21),
        ("والسابعة", "ar", 7),
        ("七", "zh_Hans", 7),
        ("二十五万", "ja", 250000),
        ("二〇二二", "zh_Hant", 2022),
        ("XIX", "ru", 19),
        ("ХХІ", "uk", 21),
        ("yirmi", "tr", 20),
    ],
)
def test_value(text: str, locale: str, value: int) -> None:
    assert [set(number.values) for number in spelled(Text(text, locale))] == [{Decimal(value)}]


def test_neighbours_that_make_no_number_stay_apart() -> None:
    found = spelled(Text("seven eight, twenty. Nine", "en"))
    assert [number.raw for number in found] == ["seven", "eight", "twenty", "Nine"]


def test_says_which_languages_it_knows() -> None:
    assert knows("zh_Hans") and knows("pt_BR") and not knows("fo")
