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
        ("三十多万名患者", "zh_Hans", 300000),
        ("百分之八十五点三", "zh_Hans", 85.3),
        ("百分之85", "zh_Hans", 85),
        ("三成患者", "zh_Hans", 30),
        ("8割5分", "ja", 85),
        ("XIX", "ru", 19),
        ("ХХІ", "uk", 21),
        ("yirmi", "tr", 20),
        ("сорокасемилетний", "ru", 47),
        ("сорокалетию", "ru", 40),
        ("двадцатичетырёхчасового", "ru", 24),
        ("стодвадцатилетняя", "ru", 120),
        ("двадцатипятитысячный", "ru", 25000),
        ("п’ятдесятитрирічна", "uk", 53),
    ],
)
def test_value(text: str, locale: str, value: float) -> None:
    assert [set(number.values) for number in spelled(Text(text, locale))] == [{Decimal(str(value))}]


@pytest.mark.parametrize(
    ("text", "locale", "values"),
    [
        ("三分之二的患者", "zh_Hans", {0.67, 66, 66.7, 67}),
        ("その3分の1", "ja", {0.33, 3, 33, 33.3}),
        ("万分之一", "zh_Hans", {0, 10000}),
        ("持续了八个半小时", "zh_Hans", {8, 8.5}),
        ("一年半后", "zh_Hans", {1, 1.5}),
    ],
)
def test_shares_and_halves(text: str, locale: str, values: set[float]) -> None:
    found = [set(number.values) for number in spelled(Text(text, locale))]
    assert found == [{Decimal(str(value)) for value in values}]


@pytest.mark.parametrize(
    ("text", "raw"), [("五六只蜱", ["五", "六"]), ("工作四五年", ["四", "五"])]
)
def test_han_digits_that_follow_each_other_are_two_numbers(text: str, raw: list[str]) -> None:
    assert [number.raw for number in spelled(Text(text, "zh_Hans"))] == raw


@pytest.mark.parametrize("text", ["十几名患者", "几十人", "数百万人", "成立"])
def test_what_is_vague_is_no_number(text: str) -> None:
    assert spelled(Text(text, "zh_Hans")) == ()


def test_neighbours_that_make_no_number_stay_apart() -> None:
    found = spelled(Text("seven eight, twenty. Nine", "en"))
    assert [number.raw for number in found] == ["seven", "eight", "twenty", "Nine"]


def test_says_which_languages_it_knows() -> None:
    assert knows("zh_Hans") and knows("pt_BR") and not knows("fo")
