"""Month names of a locale: Unicode CLDR's, through Babel, with their other cases."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any

import regex

from sverka.text import locales
from sverka.text.signs import Test, of_pieces
from sverka.text.vocabulary import is_word


@lru_cache(maxsize=1)
def _more() -> dict[str, dict[str, str]]:
    path = resources.files("sverka.text.dates") / "months.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=128)
def months(locale: str) -> tuple[dict[str, int], regex.Pattern[str]]:
    """Return month names (lower case) with their numbers, and a pattern of one name.

    Group `m` of the pattern is the name; case endings of up to three letters may follow one that
    is inflected in CLDR. Numbered names (2月) are not among them.
    """
    names: dict[str, int] = {}
    stems: dict[str, int] = {}
    for number, wide in _wide(locale).items():
        for name in wide:
            names.setdefault(name, number)
        stem = _common(sorted(wide))
        if len(wide) > 1 and len(stem) >= 3:
            stems.setdefault(stem, number)
    for name, number in _abbreviated(locale).items():
        names.setdefault(name, number)
    for key, more in _more().get(locales.language(locale), {}).items():
        names.update((name.lower(), int(key)) for name in more.split("|"))
    names = {n: v for n, v in names.items() if not any(char.isdigit() for char in n) and len(n) > 1}
    alternatives = [regex.escape(n) for n in sorted(names, key=len, reverse=True)]
    alternatives += [regex.escape(s) + r"\p{L}{0,3}" for s in sorted(stems, key=len, reverse=True)]
    pattern = "|".join(alternatives) or "(?!)"
    return names | {s: v for s, v in stems.items() if s not in names}, regex.compile(
        rf"(?<!\p{{L}})(?:(?:و|ال|ب|ل)?)(?P<m>{pattern})(?!\p{{L}})\.?", regex.IGNORECASE
    )


def _names_months(locale: str) -> Test | None:
    if locales.language(locale) in ("zh", "ja", "ko"):
        return re.compile("[月월]").search
    names, pattern = months(locale)
    return pattern.search if all(map(is_word, names)) else None


MONTH = of_pieces(_names_months)
"""What may be a month's name, or part of a month that is numbered."""


def month_of(name: str, locale: str) -> int | None:
    """Return the number of a month by a name that the locale's pattern found."""
    names, _ = months(locale)
    low = name.lower().rstrip(".")
    for length in range(len(low), 1, -1):
        if low[:length] in names:
            return names[low[:length]]
    return None


def _babel(locale: str) -> Any:
    from babel import Locale, UnknownLocaleError

    for name in (locales.bcp47(locale) if locales.is_locale(locale) else "en", locale):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            try:
                return Locale.parse(locales.language(name))
            except (UnknownLocaleError, ValueError):
                continue
    return Locale.parse("en")


def _wide(locale: str) -> dict[int, set[str]]:
    known = _babel(locale)
    found: dict[int, set[str]] = {}
    for context in ("format", "stand-alone"):
        for number, name in known.months[context]["wide"].items():
            found.setdefault(number, set()).add(str(name).lower().rstrip("."))
    return found


def _abbreviated(locale: str) -> dict[str, int]:
    known = _babel(locale)
    found: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for number, name in known.months[context]["abbreviated"].items():
            short = str(name).lower().rstrip(".")
            if len(short) >= 3:
                found.setdefault(short, number)
    return found


def _common(names: list[str]) -> str:
    """Return the beginning that all names share; `names` is sorted and not empty."""
    first, last = names[0], names[-1]
    length = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), None)
    return first[: min(len(first), len(last)) if length is None else length]
