"""How often a text says that something happens."""

import pytest

from sverka.text.analysis import Text
from sverka.text.numbers.times import times


@pytest.mark.parametrize(
    ("locale", "text", "counts"),
    [
        ("en", "The tablet is taken twice daily.", [2]),
        ("en", "3 times a day, once a week; three times as many", [3, 1]),
        ("en", "Once upon a time, two were twice as big.", []),
        ("de", "dreimal täglich, 3-mal, 4 Mal, einmal pro Woche", [3, 3, 4, 1]),
        ("ru", "три раза в день, дважды, в 5 раз больше", [3, 2]),
        ("uk", "тричі на день, два рази", [3, 2]),
        ("fr", "deux fois par jour", [2]),
        ("es", "tres veces al día", [3]),
        ("zh_Hans", "每天三次，第一次", [3]),
        ("ja", "1日3回", [3]),
        ("ar", "مرتين في اليوم", [2]),
        ("sw", "mara tatu", []),
    ],
)
def test_times(locale: str, text: str, counts: list[int]) -> None:
    found = times(Text(text, locale))
    assert [int(value) for number in found for value in number.values] == counts
    assert all(text[number.start : number.end] == number.raw for number in found)
