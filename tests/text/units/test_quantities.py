"""Numbers with their units, in the words and symbols of their locale."""

import pytest
from babel.units import format_unit
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.units import converted, quantities

LOCALES = ["en", "de", "fr", "es", "ru", "uk", "zh_Hans", "ja", "pl", "pt"]
UNITS = {
    "mass-milligram": "milligram",
    "mass-kilogram": "kilogram",
    "volume-milliliter": "milliliter",
    "length-kilometer": "kilometer",
    "duration-week": "week",
    "duration-hour": "hour",
    "temperature-celsius": "celsius",
}


@given(
    st.integers(3, 900),
    st.sampled_from(LOCALES),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(["short", "long"]),
)
def test_reads_what_cldr_writes(number: int, locale: str, unit: str, style: str) -> None:
    written = format_unit(number, unit, style, locale=locale)  # type: ignore[arg-type]
    found = quantities(Text(written, locale))
    assert [UNITS[unit] in quantity.units for quantity in found] == [True], written


@pytest.mark.parametrize(
    ("text", "locale", "units"),
    [
        ("5 mg/kg", "en", ["milligram"]),
        ("5 г", "ru", ["gram"]),
        ("28 суток", "ru", ["day"]),
        ("3个月", "zh_Hans", ["month"]),
        ("$5", "en", ["USD"]),
        ("5 Millionen Euro", "de", ["EUR"]),
        ("64%", "en", ["percent"]),
        ("CD19 cells", "en", []),
        ("5 of them", "en", []),
    ],
)
def test_units(text: str, locale: str, units: list[str]) -> None:
    found = quantities(Text(text, locale))
    assert len(found) == len(units)
    assert all(unit in quantity.units for unit, quantity in zip(units, found, strict=True))


def test_conversion() -> None:
    (miles,), (km,) = (quantities(Text(t, "en")) for t in ("10 miles", "16 km"))
    (weeks,) = quantities(Text("16 weeks", "en"))
    assert converted(miles, km) and not converted(miles, weeks)
