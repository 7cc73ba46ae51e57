"""Times of day in words: "half past seven", «в половине восьмого», „Viertel vor neun“."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.text import locales
from sverka.text.signs import Test, never, of_words
from sverka.text.vocabulary import words_in

from .arabic import value_of
from .lexicon import HAN_DIGITS, han_value, values_of

_MINUTES = {"half": 30, "quarter": 15, "quarter_before": -15, "third": 20, "third_before": -20}
_WHOLE = {"noon": 720, "midnight": 0}
_HOUR, _NUMBER = r"(?P<h>\w(?:[\w'’ʼ]*\w)?)", r"(?P<n>\w+)"
_HAN_HOUR = rf"(?P<h>[\d十{''.join(HAN_DIGITS)}]{{1,3}})"
_ARABIC_HOURS = (
    r"[وفبل]?(?:ال)?(?:(?:حادي|ثاني)ة عشرة?|واحدة"
    r"|(?:ثاني|ثالث|رابع|خامس|سادس|سابع|ثامن|تاسع|عاشر)ة)"
)
_UNSPACED = frozenset({"zh", "ja"})


class Spoken(NamedTuple):
    """A time of day in words."""

    start: int
    end: int
    minutes: int
    """Since midnight or noon …"""
    whole: bool = False
    """… or since midnight in any case."""


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    path = resources.files("sverka.text.numbers") / "data/clock.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=32)
def _patterns(language: str) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    found = []
    for name, words in _data().get(language, {}).items():
        if name == "guard":
            continue
        for one in _alternatives(words.replace("HOURS", _ARABIC_HOURS)):
            spaced = re.sub(r"\bH\b", lambda _: _HOUR, re.sub(r"\bN\b", lambda _: _NUMBER, one))
            whole = rf"(?<!\w){spaced}(?!\w)"
            if language in _UNSPACED:
                whole = one.replace("H", _HAN_HOUR)
            found.append((name, re.compile(whole, re.IGNORECASE)))
    return tuple(found)


def _alternatives(words: str) -> list[str]:
    """Cut a regular expression at the bars outside its brackets."""
    parts, depth = [""], 0
    for char in words:
        depth += (char == "(") - (char == ")")
        if char == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += char
    return parts


@lru_cache(maxsize=32)
def _guard(language: str) -> Test:
    guard = _data().get(language, {}).get("guard")
    return re.compile(guard, re.IGNORECASE).match if guard else never


QUARTER = of_words(lambda locale: _guard(locales.language(locale)))
"""A word that every time of day in words has."""


@lru_cache(maxsize=1024)
def clock(value: str, language: str) -> tuple[Spoken, ...]:
    """Return the times of day that a text says in words, in their order."""
    guard = _guard(language)
    if guard is never or not any(map(guard, words_in(value))):
        return ()
    found: dict[int, Spoken] = {}
    for name, pattern in _patterns(language):
        for hit in pattern.finditer(value):
            whole = _WHOLE.get(name)
            minutes = _minutes(name, hit, language) if whole is None else whole
            if minutes is not None and not any(
                hit.start() < other.end and other.start < hit.end() for other in found.values()
            ):
                minutes %= 720 if whole is None else 1440
                found[hit.start()] = Spoken(*hit.span(), minutes, whole is not None)
    return tuple(sorted(found.values()))


def _minutes(name: str, hit: "re.Match[str]", language: str) -> int | None:
    hour = _value(hit["h"], language, 12)
    if not hour:
        return None
    kind = name.removeprefix("next_")
    if kind == "hour":
        minutes = 0
    elif kind in _MINUTES:
        minutes = _MINUTES[kind]
    else:
        number = _value(hit["n"], language, 59)
        if not number:
            return None
        minutes = -number if kind == "before" else number
    return (hour - (kind != name)) * 60 + minutes


def _value(word: str, language: str, most: int) -> int | None:
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= most else None
    if language in _UNSPACED:
        return int(value) if (value := han_value(word)) and value <= most else None
    known = value_of(word) if language == "ar" else values_of(word, language)
    values = [int(v) for v in known if v == int(v) and 1 <= v <= most]
    return max(values) if values else None
