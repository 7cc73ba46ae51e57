"""Metric units: their names are read, and none is taken for another."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.units import converted, quantities, units
from sverka.text.units.metric import Metric, metric_units, symbols_of, words_of

LOCALES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "zh_Hans", "ja", "ar"]


@given(st.sampled_from(LOCALES), st.sampled_from(metric_units()), st.integers(2, 900), st.data())
def test_names_are_read(locale: str, unit: Metric, number: int, data: st.DataObject) -> None:
    language = locale.partition("_")[0]
    names = [*words_of(unit, language), *symbols_of(unit, language)]
    if not names:
        return
    name = data.draw(st.sampled_from(names))
    found = quantities(Text(f"{number} {name}", locale))
    assert [unit.name in quantity.units for quantity in found] == [True], name


@pytest.mark.parametrize("unit", metric_units(), ids=lambda unit: unit.name)
def test_factors_agree_with_the_table(unit: Metric) -> None:
    assert math.isclose(units()[unit.name].factor, unit.factor, rel_tol=1e-6)
    assert units()[unit.name].dimension == unit.dimension


@given(st.sampled_from(metric_units()), st.sampled_from(metric_units()), st.integers(2, 900))
def test_only_units_of_one_size_are_converted(a: Metric, b: Metric, number: int) -> None:
    (mine,) = quantities(Text(f"{number} m", "en"))
    first, second = (mine._replace(units=frozenset({unit.name})) for unit in (a, b))
    same = a.dimension == b.dimension and math.isclose(a.factor, b.factor)
    assert converted(first, second) == (same and a.name != b.name)
