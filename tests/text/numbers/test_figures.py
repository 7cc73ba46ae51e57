"""Numbers are read by value, by the rules of their locale."""

from decimal import Decimal
from itertools import pairwise

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.numbers import figures

LOCALES = ["en", "de", "fr", "es", "ru", "uk", "zh_Hans", "ja", "pl", "tr", "pt_BR", "de_CH", "hi"]


def values(text: str, locale: str) -> list[set[object]]:
    return [set(number.values) for number in figures(Text(text, locale))]


@given(st.integers(0, 10**12), st.sampled_from(LOCALES))
def test_reads_what_cldr_writes(number: int, locale: str) -> None:
    written = format_decimal(number, locale=locale)
    assert [Decimal(number) in found for found in values(f"({written})", locale)] == [True]


@given(st.decimals(0, 10**6, places=2), st.sampled_from(LOCALES))
def test_reads_decimals_that_cldr_writes(number: Decimal, locale: str) -> None:
    written = format_decimal(number, locale=locale, format="#,##0.00")
    assert [number in found for found in values(f"({written})", locale)] == [True]


@given(st.text(), st.sampled_from(LOCALES))
def test_spans_are_inside_and_in_order(text: str, locale: str) -> None:
    found = figures(Text(text, locale))
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(text[n.start : n.end] == n.raw for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("2,350", "en", [2350]),
        ("2.350", "de", [2350]),
        ("2 350", "ru", [2350]),
        ("2\u202f350", "fr", [2350]),
        ("٢٬٣٥٠", "ar", [2350]),
        ("2.5 million", "en", [2500000]),
        ("2,5 млн", "ru", [2500000]),
        ("250万", "zh_Hans", [2500000]),
        ("1億2000万", "ja", [120000000]),
        ("4万5000", "ja", [45000]),
        ("4000多万", "zh_Hans", [40000000]),
        ("100余万", "zh_Hans", [1000000]),
        ("3 mil millones", "es", [3000000000]),
        ("12,50,000", "hi", [1250000]),
        ("1'234.5", "de_CH", [1234.5]),
        ("minus 7", "en", [-7]),
        ("−7 °C", "de", [-7]),
        ("10–12", "en", [10, 12]),
        ("2½ Jahre", "de", [2.5]),
        ("1, 2,3", "en", [1, 2.3]),
    ],
)
def test_values(text: str, locale: str, expected: list[float]) -> None:
    assert values(text, locale) == [{Decimal(str(value))} for value in expected]


def test_what_is_no_number() -> None:
    text = "see https://e.org/14, %1$s, {0}, <b id=3>, &#160; a7@example.org and `%d`"
    assert figures(Text(text, "en")) == ()


def test_codes_are_marked() -> None:
    kinds = {
        n.raw: n.kind for n in figures(Text("CD19, IL-2, 12 mg, 1.2.3, +7 495 123-45-67", "en"))
    }
    assert kinds == {
        "19": "code",
        "2": "code",
        "12": "figure",
        "1.2.3": "figure",
        "+7 495 123-45-67": "code",
    }


def test_a_range_shares_its_scale_word() -> None:
    assert values("2–3 million", "en") == [{Decimal(2), Decimal(2000000)}, {Decimal(3000000)}]


def test_a_decade_is_a_year_and_a_decade() -> None:
    assert values("1870s", "en") == values("1870-е", "ru") == [{Decimal(1870), Decimal(70)}]
