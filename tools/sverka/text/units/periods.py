"""Stretches of time that are not a number and a unit: "half an hour", «полгода», halbes Jahr."""

import tomllib
from functools import lru_cache
from importlib import resources

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers import figures, spelled

from .quantities import ROUNDING, Quantity
from .table import meaning, table, units

_DAY = 86400.0
_GAP = regex.compile(r"[\s\u00a0-]?[个個]?")
_ONE = regex.compile(r"(?<!\w)(?:an?|eine[mnr]?|une?|una?|the|der|die|das|le|la|el|per|pro)\s$")


@lru_cache(maxsize=32)
def _words(language: str) -> tuple[tuple["regex.Pattern[str]", float], ...]:
    path = resources.files("sverka.text.units") / "periods.toml"
    rows = tomllib.loads(path.read_text("utf-8")).get(language, {})
    edges = ("", "") if language in ("zh", "ja") else (r"(?<!\w)", r"(?!\w)")
    return tuple(
        (regex.compile(f"{edges[0]}(?:{words}){edges[1]}", regex.IGNORECASE), days * _DAY)
        for words, days in rows.items()
    )


def periods(text: Text) -> frozenset[float]:
    """Return the stretches of time that a text names without figures, in seconds: an analyser."""
    value = text.value
    found = {time for words, time in _words(locales.language(text.locale)) if words.search(value)}
    names, known = table(text.locale), units()
    spoken = {number.end: number for number in text.ask(spelled)}
    written = [number.end for number in text.ask(figures)]
    for hit in names.pattern.finditer(value):
        times = [
            known[unit].factor for unit in meaning(hit, names) if known[unit].dimension == "time"
        ]
        if not times:
            continue
        before = next(
            (n for end, n in spoken.items() if _GAP.fullmatch(value, end, hit.start())), None
        )
        if before:
            found |= {float(v) * t for v in before.values if not isinstance(v, str) for t in times}
        elif any(_GAP.fullmatch(value, end, hit.start()) for end in written):
            continue
        elif locales.script(text.locale) == "Cyrl" or _ONE.search(value[: hit.start()][-8:]):
            found |= set(times)
    return frozenset(found)


def lasts(quantity: Quantity, text: Text) -> bool:
    """Say whether a text names the time of a quantity without figures: 24 hours, a day."""
    known = units()
    if any(quantity.values & number.values for number in text.ask(spelled)):
        return False  # the number itself is spelled out
    return any(
        known[unit].dimension == "time" and _near(float(value) * known[unit].factor, period)
        for unit in quantity.units
        for value in quantity.values
        for period in text.ask(periods)
    )


def _near(a: float, b: float) -> bool:
    return abs(a - b) <= ROUNDING * max(abs(a), abs(b))
