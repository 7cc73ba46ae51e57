"""Numbers that Arabic spells out."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.numbers import spelled
from sverka.text.numbers.arabic import value_of

_UNITS = (
    ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"),
    ("", "إحدى", "اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"),
)
_BEFORE_TEN = {1: ("أحد", "إحدى"), 2: ("اثنا", "اثنتي")}
_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_HUNDREDS = ("", "مئة", "مئتان", *(f"{word}مئة" for word in _TENS[3:]))


def _below_hundred(number: int, feminine: bool, ending: str) -> str:
    ten, unit = divmod(number, 10)
    if number <= 10:
        return _UNITS[feminine][number]
    if ten == 1:
        first = _BEFORE_TEN.get(unit, (_UNITS[0][unit], _UNITS[1][unit]))[feminine]
        return f"{first} {'عشرة' if feminine else 'عشر'}"
    tens = _TENS[ten] + ending
    return f"{_UNITS[feminine][unit]} و{tens}" if unit else tens


def _below_thousand(number: int, feminine: bool, ending: str) -> str:
    hundred, rest = divmod(number, 100)
    parts = [_HUNDREDS[hundred]] if hundred else []
    parts += [_below_hundred(rest, feminine, ending)] if rest else []
    return " و".join(parts)


def _spell(number: int, feminine: bool, ending: str) -> str:
    parts = []
    for scale, one, two, few in (
        (10**6, "مليون", "مليونان", "ملايين"),
        (1000, "ألف", "ألفان", "آلاف"),
    ):
        count, number = divmod(number, scale)
        if count > 2:
            word = few if 3 <= count % 100 <= 10 else one
            parts.append(f"{_below_thousand(count, False, ending)} {word}")
        elif count:
            parts.append((one, two)[count - 1])
    if number:
        parts.append(_below_thousand(number, feminine, ending))
    return " و".join(parts)


@given(st.integers(1, 999_999_999), st.booleans(), st.sampled_from(("ون", "ين")))
def test_reads_what_is_spelled_out(number: int, feminine: bool, ending: str) -> None:
    assert Decimal(number) in value_of(_spell(number, feminine, ending))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("طفلة في الثانية عشرة من عمرها", {12}),
        ("في اليوم الثالث والعشرين", {23}),
        ("خمسة عشر ألفًا", {15000}),
        ("ثلاث مئة وستون", {360}),
        ("مئتا ألف", {200000}),
        ("مليونَي جرعة", {2000000}),
        ("نصف مليون", {500000}),
        ("مليون ونصف المليون", {1500000}),
        ("ثلاثة ملايين ونصف المليون روبل", {3500000}),
        ("ثماني ساعات ونصف الساعة", {8, 8.5}),
        ("سنة ونصف", {0.5, 1.5, 2, 50}),
        ("ثلاثة أرباعها", {0.75, 75}),
        ("وثلثاهم", {0.67, 66, 66.7, 67}),
        ("ثلاثون ثانية", {30}),
        ("خمس قرادات", {5}),
        ("ستًّا", {6}),
    ],
)
def test_value(text: str, values: set[float]) -> None:
    assert [set(number.values) for number in spelled(Text(text, "ar"))] == [
        {Decimal(str(value)) for value in values}
    ]


@pytest.mark.parametrize("text", ["مئات المرضى", "عشرات الآلاف", "لست متأكدًا"])
def test_what_is_no_number(text: str) -> None:
    assert spelled(Text(text, "ar")) == ()
