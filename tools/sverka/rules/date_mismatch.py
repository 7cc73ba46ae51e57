"""Dates and times of day that differ between a text and its translation."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import both
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.dates import MONTH, Date, Time, dates, times
from sverka.text.numbers.clock import QUARTER
from sverka.text.prose import prose
from sverka.text.traits import DIGIT

from ._dates import compare_dates

rule = Rule(__name__, family="data", severity="error", needs=both(DIGIT | MONTH | QUARTER))

_DAY_FIRST = frozenset(
    "de fr es it pt nl pl cs sk uk ru be bg sr hr sl ro da nb fi el tr".split()  # noqa: SIM905
)
_MONTH_FIRST = re.compile(
    r"(?<![\w./-])(?P<month>0?[1-9]|1[0-2])(?P<mark>[./-])(?P<day>1[3-9]|2\d|3[01])(?P=mark)"
    r"(?P<year>(?:19|20)\d\d)(?![\w/-])"
)


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the dates and times of each form with those of its pivot text."""
    for form, pivot in unit.pairs:
        if not pivot.ask(dates) and not pivot.ask(times):
            continue
        calendar = compare_dates(pivot, form.text)
        for mine, theirs in calendar.pairs:
            if _source_has(unit.source, mine, theirs):
                continue
            certain = len(calendar.pairs) == 1
            yield _finding(form, mine, theirs, certain)
        for mine, theirs in calendar.months:
            if not _source_has(unit.source, mine, theirs):
                yield _finding(form, mine, theirs, False)
        yield from _turned(form, pivot)


def _turned(form: Form, pivot: Text) -> Iterator[Finding]:
    """Report dates with the month first, in a language that has the day first: 02.14.2022."""
    if locales.language(form.text.locale) not in _DAY_FIRST or not pivot.ask(dates):
        return
    for found in _MONTH_FIRST.finditer(form.text.ask(prose)):
        month, day = int(found["month"]), int(found["day"])
        if any(
            reading[1:] == (month, day) for date in pivot.ask(dates) for reading in date.readings
        ):
            yield rule.finding(
                form,
                f"{found[0]} has the month first; the day comes first here",
                span=found.span(),
                related=[pivot_of(form)],
                replacement=f"{found['day']}{found['mark']}{found['month']}{found['mark']}{found['year']}",
            )


def _finding(form: Form, mine: Date | Time, theirs: Date | Time, certain: bool) -> Finding:
    return rule.finding(
        form,
        f"{mine.raw.strip()} in the pivot, {_of(form, theirs).strip()} here",
        span=theirs.span,
        related=[pivot_of(form, span=mine.span)],
        replacement=_replacement(mine, theirs, _of(form, theirs)),
        certainty="certain" if certain else "likely",
    )


def _of(form: Form, moment: Date | Time) -> str:
    return form.text.value[moment.start : moment.end]


def _source_has(source: Text | None, mine: Date | Time, theirs: Date | Time) -> bool:
    """Say whether the translation follows the source where the pivot does not."""
    if source is None:
        return False
    if isinstance(theirs, Time):
        said = {reading for time in source.ask(times) for reading in time.readings}
        return bool(said & theirs.readings) and not said & set(mine.readings)
    days = {reading for date in source.ask(dates) for reading in date.readings}
    return bool(days & theirs.readings) and not days & set(mine.readings)


def _replacement(mine: Date | Time, theirs: Date | Time, raw: str) -> str | None:
    """Return the date with the one day or year that differs put right."""
    if isinstance(mine, Time) or isinstance(theirs, Time):
        return None
    if len(mine.readings) != 1 or len(theirs.readings) != 1:
        return None
    right, wrong = next(iter(mine.readings)), next(iter(theirs.readings))
    different = [(a, b) for a, b in zip(right, wrong, strict=True) if a != b]
    if len(different) != 1 or None in different[0] or right[1] != wrong[1]:
        return None
    new, old = different[0]
    text, count = re.subn(rf"(?<!\d)0*{old}(?!\d)", str(new), raw, count=2)
    return text if count == 1 else None
