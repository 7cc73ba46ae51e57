"""The units of measurement and what they are called in a locale."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import regex

from sverka.text import locales

from .metric import has_endings, metric_units, symbols_of, words_of

_NO_SYMBOLS = frozenset(
    {"in", "a", "s", "с", "d", "y", "т", "c", "pt", "″", "′", '"', "'", "в", "V", "W", "J"}
)
"""Symbols that are common words or marks."""
_COUNTS = (1, 2, 5, 11, 0.5)
"""Numbers that between them ask for every plural form."""
_DIGITS = regex.compile(r"[\p{N}.,٫٬]*\p{N}")
_NARROW = regex.compile("[\u00a0\u202f]")
_NO_SPACES = ("zh", "ja", "ko", "th")


class Unit(NamedTuple):
    """A unit of measurement."""

    name: str
    dimension: str
    factor: float
    """How many of the dimension's first unit it is; 0 if it cannot be converted by a factor."""
    customary: bool
    """Whether it is a British or American one, which others convert and round."""


class Table(NamedTuple):
    """What units are called in a locale."""

    exact: dict[str, frozenset[str]]
    stems: dict[str, frozenset[str]]
    pattern: regex.Pattern[str]
    """Matches the longest name of a unit, in group `u`."""


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    path = resources.files("sverka.text.units") / "units.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=1)
def units() -> dict[str, Unit]:
    """Return all units by name."""
    metric = {unit.name: Unit(*unit[:3], customary=False) for unit in metric_units()}
    return metric | {
        name: Unit(name, dimension, facts["factor"], facts.get("customary", False))
        for dimension, members in _data().items()
        if dimension != "words"
        for name, facts in members.items()
    }


@lru_cache(maxsize=128)
def table(locale: str) -> Table:
    """Return what units are called in a locale."""
    exact: dict[str, set[str]] = {}
    stems: dict[str, set[str]] = {}
    for dimension, members in _data().items():
        if dimension == "words":
            continue
        for name, facts in members.items():
            for symbol in facts["symbols"].split():
                exact.setdefault(symbol, set()).add(name)
            if key := facts.get("cldr"):
                _from_cldr(key, name, locale, exact, stems)
    for name, words in _data()["words"].get(locales.language(locale), {}).items():
        for word in words.split():
            where = stems if word.endswith("*") else exact
            where.setdefault(word.rstrip("*").replace("_", " "), set()).add(name)
    _add_metric(locales.language(locale), exact, stems)
    return Table(
        {key: frozenset(names) for key, names in exact.items()},
        {key: frozenset(names) for key, names in stems.items()},
        _pattern(exact, stems, locales.language(locale)),
    )


def _add_metric(language: str, exact: dict[str, set[str]], stems: dict[str, set[str]]) -> None:
    where = stems if has_endings(language) else exact
    for unit in metric_units():
        for symbol in symbols_of(unit, language):
            exact.setdefault(symbol, set()).add(unit.name)
        for word in words_of(unit, language):
            where.setdefault(word, set()).add(unit.name)


def _pattern(
    exact: dict[str, set[str]], stems: dict[str, set[str]], language: str
) -> regex.Pattern[str]:
    ends = r"(?![\p{L}\p{N}])" if language not in _NO_SPACES else r"(?![A-Za-z])"
    names, words = _any_of(exact), _any_of(stems) or "(?!)"
    phrases = _any_of(name for name in exact if " " in name) or "(?!)"
    return regex.compile(
        rf"(?P<u>(?:{phrases}){ends}|(?i:(?P<stem>{words})\p{{L}}{{0,3}}){ends}|(?:{names}){ends})",
        regex.UNICODE,
    )


def _any_of(keys: Iterable[str]) -> str:
    escaped = (regex.escape(key) for key in sorted(keys, key=len, reverse=True))
    return "|".join(escaped).replace("\\ ", "[ \u00a0\u202f]")


def meaning(found: "regex.Match[str]", names: Table) -> frozenset[str]:
    """Return the units that a match of the table's pattern can mean."""
    name = _NARROW.sub(" ", found["u"])
    if found["stem"]:
        return names.stems[name[: len(found["stem"])].lower()]
    return names.exact.get(name, frozenset())


def _from_cldr(
    key: str, name: str, locale: str, exact: dict[str, set[str]], stems: dict[str, set[str]]
) -> None:
    from babel import UnknownLocaleError
    from babel.units import UnknownUnitError, format_unit

    for style in ("short", "long"):
        try:
            written = [
                format_unit(count, key, style, locale=_babel_locale(locale)) for count in _COUNTS
            ]
        except (UnknownLocaleError, UnknownUnitError, ValueError):
            return
        forms = {_DIGITS.sub("", form).strip(" \u00a0\u202f.\u200f\u200e") for form in written}
        forms = {form for form in forms if form and form not in _NO_SYMBOLS}
        for form in forms:
            exact.setdefault(form, set()).add(name)
        stem = _common(sorted(form.lower() for form in forms)) if forms else ""
        if style == "long" and len(forms) > 1 and len(stem) >= 4 and " " not in stem:
            stems.setdefault(stem, set()).add(name)


@lru_cache(maxsize=64)
def _babel_locale(locale: str) -> str:
    """Return the name under which Babel knows a locale, or its language."""
    from babel.localedata import exists

    name = locales.bcp47(locale).replace("-", "_")
    return name if exists(name) else locales.language(locale)


def _common(names: list[str]) -> str:
    first, last = names[0], names[-1]
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]
