"""Which dates and times of a pivot's text its translation has."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.dates import Date, Time, dates, times
from sverka.text.dates.days import Day
from sverka.text.dates.hours import dotted, hourly
from sverka.text.numbers import figures


class Calendar(NamedTuple):
    """How the dates and times of two texts compare."""

    pairs: tuple[tuple[Date | Time, Date | Time], ...]
    """Those that stand for each other and do not agree."""
    months: tuple[tuple[Date, Date], ...]
    pivot_spans: tuple[tuple[int, int], ...]
    """Spans whose digits are accounted for."""
    target_spans: tuple[tuple[int, int], ...]


_NOTHING = Calendar((), (), (), ())


def compare_dates(pivot: Text, target: Text) -> Calendar:
    """Match the dates and times of two texts."""
    left, right = pivot.ask(dates), target.ask(dates)
    if not left and not right and not pivot.ask(times) and not target.ask(times):
        return _NOTHING
    pairs: list[tuple[Date | Time, Date | Time]] = []
    months: list[tuple[Date, Date]] = []
    mine: list[tuple[int, int]] = []
    theirs: list[tuple[int, int]] = []
    open_left, open_right = _match_days(left, right, mine, theirs)
    full_left = [date for date in open_left if not _month_only(date)]
    full_right = [date for date in open_right if not _month_only(date)]
    if full_left and len(full_left) == len(full_right):
        for a, b in zip(full_left, full_right, strict=True):
            if _listed(a, b, pivot, target):
                continue
            pairs.append((a, b))
            mine.append(a.span)
            theirs.append(b.span)
    elif not full_left and not full_right and len(open_left) == len(open_right) == 1:
        months.append((open_left[0], open_right[0]))
        mine.append(open_left[0].span)
        theirs.append(open_right[0].span)
    _match_times(pivot, target, pairs, mine, theirs)
    return Calendar(tuple(pairs), tuple(months), tuple(mine), tuple(theirs))


def _match_days(
    left: Sequence[Date],
    right: Sequence[Date],
    mine: list[tuple[int, int]],
    theirs: list[tuple[int, int]],
) -> tuple[list[Date], list[Date]]:
    """Take out the dates that agree; return those that are left over."""
    rest = list(right)
    open_left = []
    for date in left:
        exact = next((other for other in rest if date.readings & other.readings), None)
        found = exact or next((other for other in rest if _agree(date, other)), None)
        if found is None:
            open_left.append(date)
            continue
        rest.remove(found)
        if exact or not (_worded(date) and _worded(found)):
            mine.append(date.span)
            theirs.append(found.span)
    return open_left, [o for o in rest if not any(_agree(d, o) and _month_only(o) for d in left)]


def _match_times(
    pivot: Text,
    target: Text,
    pairs: list[tuple[Date | Time, Date | Time]],
    mine: list[tuple[int, int]],
    theirs: list[tuple[int, int]],
) -> None:
    left = [t for t in pivot.ask(times) if not _inside(t.span, mine)]
    right = [t for t in target.ask(times) if not _inside(t.span, theirs)]
    open_left: list[Time] = []
    rest = list(right)
    for time in left:
        found = next((other for other in rest if time.readings & other.readings), None)
        if found is None:
            stops = _stops(target)
            found = next((other for other in stops if time.readings & other.readings), None)
        if found is None:
            open_left.append(time)
            continue
        if found in rest:
            rest.remove(found)
        mine.append(time.span)
        theirs.append(found.span)
    for time in tuple(rest):
        if same := next((t for t in _stops(pivot) if t.readings & time.readings), None):
            rest.remove(time)
            mine.append(same.span)
            theirs.append(time.span)
    if open_left and len(open_left) == len(rest):
        for a, b in zip(open_left, rest, strict=True):
            pairs.append((a, b))
            mine.append(a.span)
            theirs.append(b.span)


def _stops(text: Text) -> list[Time]:
    """Return what may be a time of day besides those that are."""
    spans = [time.span for time in text.ask(times)]
    return [t for t in (*text.ask(dotted), *text.ask(hourly)) if not _inside(t.span, spans)]


def _agree(a: Date, b: Date) -> bool:
    """Say whether one date can be the other, as far as both speak."""
    return any(_compatible(x, y) for x in a.readings for y in b.readings)


def _compatible(a: Day, b: Day) -> bool:
    said = [(x, y) for x, y in zip(a, b, strict=True) if x is not None and y is not None]
    same_parts = [x is None for x in a] == [y is None for y in b]
    return bool(said) and all(x == y for x, y in said) and (same_parts or a[1] == b[1])


def _listed(a: Date, b: Date, pivot: Text, target: Text) -> bool:
    """Say whether two days of one month are of a list: "March 4 and 5" and «4 и 5 марта»."""
    (_, month, day), (_, other_month, other_day) = _first(a), _first(b)
    if month != other_month or day == other_day or day is None or other_day is None:
        return False
    there = {value for number in target.ask(figures) for value in number.values}
    here = {value for number in pivot.ask(figures) for value in number.values}
    return Decimal(day) in there and Decimal(other_day) in here


def _first(date: Date) -> Day:
    return min(date.readings, key=lambda day: tuple(part or 0 for part in day))


def _worded(date: Date) -> bool:
    """Say whether the month is a word, so that all its digits are day and year."""
    return sum(char.isalpha() for char in date.raw) >= 3


def _month_only(date: Date) -> bool:
    return all(year is None and day is None for year, _, day in date.readings)


def _inside(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span[0] and span[1] <= end for start, end in spans)
