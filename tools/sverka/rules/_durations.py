"""Lengths of time in other units: six weeks, «полтора месяца»."""

import re
from collections.abc import Iterator
from functools import lru_cache

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import Concepts
from sverka.text.lexicon.words import words
from sverka.text.numbers import all_numbers

Span = tuple[int, int]

_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_NEAR = 1.16
"""How many times as long a length of time may be that is told in another unit, roughly."""
_BETWEEN = re.compile(r"[\s\u00a0-]*(?:[^\W\d]+[\s\u00a0]+)?")
"""What stands between a number and what it counts."""
_HALF_A_YEAR = re.compile(r"пол(?:год|угод)|halbjahr|півро[кц]|semest", re.IGNORECASE)
_MONTHS = 6.0


@lru_cache(maxsize=1)
def _units() -> dict[int, float]:
    """Return the days of the concepts of units."""
    known = words("en")
    return {row: days for unit, days in _DAYS.items() for row in known[f"{unit}s"].concepts}


def is_same_time(one: Text, span: Span, other: Text, there: Span) -> bool:
    """Say whether what two units count is, nearly, the same length of time."""
    return any(
        max(mine, theirs) <= _NEAR * min(mine, theirs)
        for mine in _days(one, span)
        for theirs in _days(other, there)
    )


def _days(text: Text, span: Span) -> Iterator[float]:
    """Yield how many days a unit may stand for with the number before it, a single one without."""
    word = text.value[slice(*span)]
    concepts: Concepts = words(locales.language(text.locale))[word].concepts
    units = {days for row, days in _units().items() if row in concepts}
    if _HALF_A_YEAR.match(word):
        units = {_MONTHS * _DAYS["month"]}
    counts = [
        float(value)
        for number in all_numbers(text)
        if number.end <= span[0] and _BETWEEN.fullmatch(text.value, number.end, span[0])
        for value in number.values
    ] or [1.0]
    yield from (count * days for count in counts for days in units if count > 0)
