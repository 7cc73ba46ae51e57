"""Decimal and grouping separators: Unicode CLDR's, through Babel."""

from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales

SPACES = frozenset(" \u00a0\u202f\u2009")
APOSTROPHES = frozenset("'’")
MARKS = frozenset(".,٫٬")
# Where usage is divided between the two conventions within one locale (CLDR's `es` speaks for
# Spain, most of Latin America writes 1,234.5; Arabic countries differ likewise).
_DIVIDED = frozenset({"es", "ar", "fa", "sw"})


class Separators(NamedTuple):
    """How a locale writes numbers."""

    decimal: str
    group: str
    divided: bool


@lru_cache(maxsize=256)
def separators(locale: str) -> Separators:
    """Return a locale's separators; those of English for a locale that CLDR does not have."""
    from babel import Locale, UnknownLocaleError

    name = locales.bcp47(locale) if locales.is_locale(locale) else "en"
    try:
        known = Locale.parse(name, sep="-")
    except (UnknownLocaleError, ValueError):
        try:
            known = Locale.parse(locales.language(locale))
        except (UnknownLocaleError, ValueError):
            known = Locale.parse("en")
    symbols = known.number_symbols.get("latn", {})
    return Separators(
        symbols.get("decimal", "."),
        symbols.get("group", ","),
        known.language in _DIVIDED,
    )


def readings(run: str, locale: str) -> frozenset[Decimal]:
    """Return what ASCII digits joined by marks mean: `2.350` is 2350 in German, 2.35 in English.

    A mark that the locale does not use is read as another locale would; empty if no locale would
    (1.2.3).
    """
    if "٫" in run or "٬" in run:
        plain = run.replace("٬", "").replace("٫", ".")
        return (
            frozenset() if not plain.replace(".", "", 1).isdigit() else frozenset({Decimal(plain)})
        )
    marks = [char for char in run if char in ".,"]
    if not marks:
        return frozenset({Decimal(run)})
    own = separators(locale)
    if len(set(marks)) == 2:
        integer, _, fraction = run.rpartition(marks[-1])
        if marks.count(marks[-1]) > 1 or not _grouped(integer, marks[0]):
            return frozenset()
        return frozenset({Decimal(integer.replace(marks[0], "") + "." + fraction)})
    mark = marks[0]
    whole = Decimal(run.replace(mark, "")) if _grouped(run, mark) else None
    if len(marks) > 1:
        return frozenset() if whole is None else frozenset({whole})
    broken = Decimal(run.replace(mark, "."))
    if whole is None:
        return frozenset({broken})
    if own.divided or mark not in (own.decimal, own.group) or run.endswith("000"):
        return frozenset({broken, whole})
    return frozenset({broken if mark == own.decimal else whole})


def _grouped(run: str, mark: str) -> bool:
    first, *rest = run.split(mark)
    if not rest or not 1 <= len(first) <= 3 or first.startswith("0"):
        return False
    indian = len(first) <= 2 and all(len(part) == 2 for part in rest[:-1]) and len(rest[-1]) == 3
    return indian or all(len(part) == 3 for part in rest)
