"""The date line of an article: recognised in the article's language."""

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_YEAR = re.compile(r"\d{4}")
_LONGEST = 40
_WORDS = re.compile(r"\d+|[^\W\d_]+")


def iso_date(line: str, locale: str) -> str:
    """Return the ISO form of a line that is nothing but a date with a day and a year, or "".

    The month is a word of the locale (CLDR, through Babel) or the line is an ISO date: figures
    such as 03/04/2022 mean different days to different readers and are left alone.
    """
    if len(line) > _LONGEST or not _YEAR.search(line):
        return ""
    if found := _ISO.fullmatch(line.strip()):
        return _checked(*(int(group) for group in found.groups()))
    words = [word.casefold() for word in _WORDS.findall(line)]
    numbers = [int(word) for word in words if word.isdecimal()]
    days = [number for number in numbers if number < 32]
    years = [number for number in numbers if 1000 <= number < 3000]
    if len(days) != 1 or len(years) != 1 or len(numbers) != 2:
        return ""
    months, fillers = _month_names(locale)
    found_months = {months[word] for word in words if word in months}
    others = [word for word in words if not word.isdecimal() and word not in months]
    if len(found_months) != 1 or any(word not in fillers for word in others):
        return ""
    return _checked(years[0], found_months.pop(), days[0])


def _checked(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month_names(locale: str) -> tuple[dict[str, int], set[str]]:
    """Return the month names of a locale, and the other words that its dates may contain."""
    from babel.dates import get_day_names, get_month_names

    known = _babel_name(locale)
    months = {
        name.casefold().strip("."): number
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, context, known).items()
    }
    fillers = {"de", "del", "of", "the", "г", "года", "р", "року", "st", "nd", "rd", "th"}
    for name in get_day_names("wide", "format", known).values():
        fillers.update(name.casefold().split("-"))
        fillers.add(name.casefold())
    return months, fillers


def _babel_name(locale: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        return str(Locale.parse(locale.replace("-", "_").split("@")[0]))
    except (ValueError, UnknownLocaleError):
        return "en"
