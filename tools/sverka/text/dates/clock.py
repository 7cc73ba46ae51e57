"""Times of day in words: "half past eight", halb neun, «половина девятого»."""

import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers.figures import ascii_digits
from sverka.text.numbers.words import HAN_DIGITS, han_value, values_of
from sverka.text.vocabulary import Spotter, words_in

from .hours import Time

_HOURS = 12
_EASTERN = ("zh", "ja")


class Phrases(NamedTuple):
    """How a language says a quarter of an hour."""

    spotter: Spotter
    minutes: tuple[tuple["regex.Pattern[str]", int], ...]


@lru_cache(maxsize=32)
def _phrases(language: str) -> Phrases | None:
    path = resources.files("sverka.text.dates") / "clock.toml"
    rows = tomllib.loads(path.read_text("utf-8")).get(language)
    if not rows:
        return None
    spotter = Spotter(regex.compile(rows.pop("sign"), regex.IGNORECASE).fullmatch)
    is_eastern = language in _EASTERN
    hour = (
        rf"[\d十{''.join(HAN_DIGITS)}]{{1,3}}" if is_eastern else r"\d{1,2}|(?:[^\W\d_]|['’ʼ]){2,}"
    )
    edges = ("", "") if is_eastern else (r"(?<!\w)", r"(?!\w)")
    found = []
    for minutes, phrases in rows.items():
        for phrase in phrases:
            words = phrase.replace(" ", r"[\s\u00a0]").replace("{h}", f"(?P<h>{hour})")
            pattern = regex.compile(edges[0] + words + edges[1], regex.IGNORECASE)
            found.append((pattern, int(minutes)))
    return Phrases(spotter, tuple(found))


def spoken(text: Text) -> tuple[Time, ...]:
    """Return the times of day that a text names by an hour and its quarters: an analyser.

    Each reads as one of the morning and as one of the afternoon.
    """
    language = locales.language(text.locale)
    phrases = _phrases(language)
    if not phrases or not phrases.spotter.spots(words_in(text.value)):
        return ()
    found: dict[int, Time] = {}
    for phrase, minutes in phrases.minutes:
        for hit in phrase.finditer(text.value):
            if hour := _hour(hit["h"], language):
                morning = (60 * hour + minutes) % (60 * _HOURS)
                readings = frozenset((morning, morning + 60 * _HOURS))
                found.setdefault(hit.start("h"), Time(*hit.span(), readings, hit[0]))
    return tuple(sorted(found.values()))


def _hour(word: str, language: str) -> int | None:
    digits = ascii_digits(word)
    if digits.isdecimal():
        value = int(digits)
    elif language in _EASTERN:
        value = int(han_value(word) or 0)
    else:
        value = int(min(values_of(word, language), default=0))
    return value if 1 <= value <= _HOURS else None
