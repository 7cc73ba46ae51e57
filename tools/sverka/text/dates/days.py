"""Dates."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers.figures import ascii_digits
from sverka.text.numbers.lexicon import han_value
from sverka.text.numbers.masks import mask
from sverka.text.signs import signs
from sverka.text.traits import DIGIT

from .calendar import MONTH, month_of, months

Day = tuple[int | None, int | None, int | None]
"""Year, month, day; None for what is not said."""

_ISO = re.compile(r"(?<![\d./-])(\d{4})([-/]|\. ?)(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)")
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})(\u200f?[./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_PARTED = re.compile(r"\d(?:[-/.]|\. |\u200f[./-])\d")
"""What every date in digits has."""
_EAST = re.compile(
    r"(?:(\d{4})\s?[年년]\s?)?(?<!\d)(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?"
)
_HAN_MONTH = re.compile(
    r"(?<![一二三四五六七八九十])([一二三四五六七八九]|十[一二]?)月(?!份?[之的]?间)"
)
_GAP = r"[\s\u00a0\u202f,.]*(?:de|of|del|di|des|do)?[\s\u00a0\u202f]*"
_ORDINAL = r"(?:st|nd|rd|th|er|re|º|°|ª|-?го|-?е|\.)?"
_DAY = rf"(?<![\d.,:])(?P<d>\d{{1,2}}){_ORDINAL}"
_NEXT_DAY = re.compile(r"[\s\u00a0]+(?P<d>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d.:%]\d|\d)")
_YEAR = r"(?P<y>[12]\d{3})(?!\d)"
_BEFORE_A_MONTH = re.compile(
    r"\b(?:in|of|since|until|till|by|to|from|early|late|mid|during|through|and|before|after|next"
    r"|last|this|every|each)[\s(]+$",
    re.IGNORECASE,
)
_HOMONYMS = frozenset({"may", "march", "august"})


class Date(NamedTuple):
    """A date as it stands in a text."""

    start: int
    end: int
    readings: frozenset[Day]
    raw: str

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in code points."""
        return self.start, self.end


def dates(text: Text) -> tuple[Date, ...]:
    """Return the dates of a text in their order, months that stand alone included: an analyser."""
    shown = text.ask(signs)
    if not shown & (DIGIT | MONTH):
        return ()
    value = text.ask(mask)
    if shown & DIGIT:
        value = ascii_digits(value)
    found: list[Date] = []
    taken: set[int] = set()
    for date in _all(value, text.locale, shown & MONTH != 0):
        if taken.isdisjoint(range(date.start, date.end)):
            taken.update(range(date.start, date.end))
            found.append(date)
    return tuple(sorted(found))


def _all(text: str, locale: str, named: bool) -> Iterator[Date]:
    yield from _numeric(text, locale)
    language = locales.language(locale)
    if language in ("zh", "ja", "ko"):
        yield from _east(text)
    elif named:
        yield from _named(text, locale)


def _numeric(text: str, locale: str) -> Iterator[Date]:
    if not _PARTED.search(text):
        return
    for found in _ISO.finditer(text):
        year, month, day = int(found[1]), int(found[3]), int(found[4])
        if year >= 1000 and (days := _valid((year, month, day))):
            yield Date(found.start(), found.end(), days, found[0])
    for found in _NUMERIC.finditer(text):
        first, second, last = int(found[1]), int(found[3]), int(found[4])
        if len(found[4]) == 2 and found[2][-1] == "-":
            continue
        years = [last] if last >= 1000 else [2000 + last, 1900 + last]
        orders = [(second, first)]
        if found[2][-1] == "/" and (locales.language(locale) == "en" or second > 12):
            orders.append((first, second))
        days = _valid(*((year, month, day) for year in years for month, day in orders))
        if days:
            yield Date(found.start(), found.end(), days, found[0])


def _east(text: str) -> Iterator[Date]:
    for found in _EAST.finditer(text):
        year, month, day = (int(part) if part else None for part in found.groups())
        if days := _valid((year, month, day)):
            yield Date(found.start(), found.end(), days, found[0])
    for found in _HAN_MONTH.finditer(text):
        number = han_value(found[1])
        if number is not None:
            yield Date(found.start(), found.end(), frozenset({(None, int(number), None)}), found[0])


def _named(text: str, locale: str) -> Iterator[Date]:
    _, name = months(locale)
    for found in name.finditer(text):
        month = month_of(found["m"], locale)
        if month is None:
            continue
        before = regex.search(rf"{_DAY}{_GAP}$", text[max(0, found.start() - 24) : found.start()])
        after = regex.match(rf"{_GAP}{_YEAR}", text[found.end() : found.end() + 24])
        start, end = found.span()
        year = day = None
        if before and 1 <= int(before["d"]) <= 31:
            day = int(before["d"])
            start -= len(before[0])
        elif following := _NEXT_DAY.match(text, found.end()):
            day = int(following["d"])
            end = following.end()
            after = regex.match(rf"[,\s\u00a0]+{_YEAR}", text[end : end + 12])
        if after and "\n\n" not in after[0]:
            year = int(after["y"])
            end += len(after[0])
        elif text[end - 1] == "." and len(found["m"]) > 4:
            end -= 1
        if year is None and day is None and not _is_month(text, found, locale):
            continue
        if days := _valid((year, month, day)):
            yield Date(start, end, days, text[start:end])


def _is_month(text: str, found: "regex.Match[str]", locale: str) -> bool:
    """Say whether a month's name that stands alone means the month."""
    name: str = found["m"]
    if locales.language(locale) != "en":
        return len(name) > 3
    if not name[0].isupper() or (len(name) < 4 and name != "May"):
        return False
    if name.lower() not in _HOMONYMS:
        return True
    return _BEFORE_A_MONTH.search(text[max(0, found.start() - 24) : found.start()]) is not None


def _valid(*days: Day) -> frozenset[Day]:
    return frozenset(
        (year, month, day)
        for year, month, day in days
        if (month is None or 1 <= month <= 12) and (day is None or 1 <= day <= 31)
    )
