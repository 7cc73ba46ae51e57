"""The night between two days, which languages name by either day, or by both."""

import re
from calendar import monthrange
from collections.abc import Iterator

from sverka.text.analysis import Text

from . import days
from .days import Date, Day

_NIGHT = re.compile(r"ноч|ніч|night|nacht|nuit|noche|early hours", re.IGNORECASE)
_INTO = re.compile(
    r"\b(?:ночь на|ночи на|ніч на|ночі на|ніч проти|overnight (?:in)?to|night to|early hours of"
    r"|Nacht (?:zum|zu|auf den|auf))(?: [^\W\d_]+,?)? \Z",
    re.IGNORECASE,
)
"""What stands before the day on which a night ends."""
_FROM = re.compile(
    r"(?<!\d)(?P<d>[0-3]?\d)(?:\.|-?го|st|nd|rd|th|\.º)?\s?"
    r"(?:[–—-]|на|до|auf den|auf|zum|au|al|to|into|and|und|и|та|y|et)\s?\Z"
)
_ON = re.compile(
    r"(?:st|nd|rd|th)?\s?(?:[–—-]|to|into|and)\s?(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)"
    r"(?:,? (?P<y>[12]\d{3})(?!\d))?"
)
_BEFORE, _AFTER = 45, 20
"""How far from a date, in code points, a night may be named."""


def dates(text: Text) -> tuple[Date, ...]:
    """Return the dates of a text in their order: an analyser.

    The night between two days is the first of them, or either where a text names the second alone:
    "the night of March 13–14", «в ночь на 14 марта». Months that stand alone are included.
    """
    found = text.ask(days.dates)
    if not found or not _NIGHT.search(text.value):
        return found
    return tuple([_night(date, text.value) or date for date in found])


def _night(date: Date, text: str) -> Date | None:
    if len(date.readings) != 1:
        return None
    year, month, day = next(iter(date.readings))
    near = text[max(0, date.start - _BEFORE) : date.end + _AFTER]
    if month is None or day is None or not _NIGHT.search(near):
        return None
    before, after = text[max(0, date.start - _BEFORE) : date.start], _ON.match(text, date.end)
    if after and int(after["d"]) == day + 1:
        year = int(after["y"]) if after["y"] else year
        end = after.end()
        return Date(date.start, end, frozenset({(year, month, day)}), text[date.start : end])
    if (first := _FROM.search(before)) and int(first["d"]) == day - 1:
        start = date.start - len(first[0])
        raw = text[start : date.end]
        return Date(start, date.end, frozenset({(year, month, day - 1)}), raw)
    if _INTO.search(before):
        return date._replace(readings=date.readings | set(_eves(year, month, day)))
    return None


def _eves(year: int | None, month: int, day: int) -> Iterator[Day]:
    """Yield the day before another one, or what it can be where the year is not said."""
    if day > 1:
        yield year, month, day - 1
    elif month == 1:
        yield year and year - 1, 12, 31
    else:
        years = (year,) if year else (2023, 2024)
        yield from ((year, month - 1, monthrange(one, month - 1)[1]) for one in years)
