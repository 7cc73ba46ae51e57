"""Times of day."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers.clock import QUARTER, clock
from sverka.text.numbers.figures import ascii_digits
from sverka.text.numbers.masks import mask
from sverka.text.signs import signs
from sverka.text.traits import DIGIT

_BEFORE_NOON = (
    r"a\.?\s?m\b\.?|上午|早上|凌晨|午前|오전|صباح\w*|утра|ранку|morgens|vormittags|du matin"
    r"|de la mañana|öö|ÖÖ"
)
_AFTER_NOON = (
    r"p\.?\s?m\b\.?|下午|晚上|午後|夜|오후|مساء\w*|вечера|дня|вечора|пополудні|abends|nachmittags"
    r"|du soir|de l['’]après-midi|de la tarde|de la noche|öğleden sonra|akşam"
)
_HALF = rf"(?:(?P<am>{_BEFORE_NOON})|(?P<pm>{_AFTER_NOON}))"
_CLOCK = re.compile(
    rf"(?<![\d:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?![\d:])(?:[\s\u00a0\u202f]*{_HALF})?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    rf"(?<![\d:.,])(?P<h>1[0-2]|0?\d)(?:[.:](?P<m>[0-5]\d))?[\s\u00a0\u202f]*{_HALF}", re.IGNORECASE
)
_EAST = re.compile(
    rf"(?:{_HALF}\s?)?(?<![\d:.])(?P<h>[01]?\d|2[0-4])\s?(?::|[点點时時시](?![间間]))"
    r"(?:\s?(?P<m>[0-5]?\d)\s?[分분]?(?![\d钟間]))?"
)
_WORDED = {
    "de": re.compile(
        r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])(?:[.:](?P<m>[0-5]\d))?[\s\u00a0]?Uhr"
        r"(?:[\s\u00a0](?P<m2>[0-5]\d))?"
    ),
    "fr": re.compile(
        r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])[\s\u00a0\u202f]?h(?:[\s\u00a0\u202f]?(?P<m>[0-5]\d))?\b"
    ),
}
_HOURLY = re.compile(
    r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])[\s\u00a0\u202f]?"
    r"(?:heures?|час(?:ов|а|ам)?|годин[иіау]?|horas?|hs|ore|uur|o['’]clock|godzin[aęiy]?)\b"
    r"|(?<![\d:.,])(?P<h3>[01]?\d|2[0-4])(?=\s?(?:[-–—]|und|bis|and|to|à|et|до|и|і|y|a|e|alle)\s?"
    r"(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?[\s\u00a0\u202f]?"
    r"(?:Uhr|h\b|heures?|час|годин|hora|[ap]\.?\s?m\b))"
    r"|\b(?:ore|godz\.|godzinie|kl\.|klo|saat|الساعة)[\s\u00a0](?P<h2>[01]?\d|2[0-4])(?![\d:.,])",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])\.(?P<m>[0-5]\d)(?!\.?\d|[:%])")


class Time(NamedTuple):
    """A time of day as it stands in a text."""

    start: int
    end: int
    readings: frozenset[int]
    """Minutes since midnight."""
    raw: str

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in code points."""
        return self.start, self.end


def times(text: Text) -> tuple[Time, ...]:
    """Return the times of day that a text names, in their order: an analyser."""
    language, shown = locales.language(text.locale), text.ask(signs)
    found = list(spoken(text.value, language)) if shown & QUARTER else []
    if not shown & DIGIT:
        return tuple(found)
    value = ascii_digits(text.ask(mask))
    taken = {place for time in found for place in range(time.start, time.end)}
    for time in _all(value, language):
        if taken.isdisjoint(range(time.start, time.end)):
            taken.update(range(time.start, time.end))
            found.append(time)
    return tuple(sorted(found))


def spoken(value: str, language: str) -> Iterator[Time]:
    """Yield the times that a text says in words, before or after noon."""
    for start, end, minutes in clock(value, language):
        yield Time(start, end, frozenset({minutes, minutes + 720}), value[start:end])


def dotted(text: Text) -> tuple[Time, ...]:
    """Return what may be a time written with a stop, 21.45: an analyser."""
    value = ascii_digits(text.ask(mask))
    return tuple(_time(found) for found in _DOTTED.finditer(value))


def hourly(text: Text) -> tuple[Time, ...]:
    """Return what may be a full hour, and may be a duration: 14 heures, 14 часов: an analyser."""
    value = ascii_digits(text.ask(mask))
    return tuple(_time(found) for found in _HOURLY.finditer(value))


def _all(text: str, language: str) -> Iterator[Time]:
    if language in _WORDED:
        yield from (_time(found) for found in _WORDED[language].finditer(text))
    if language in ("zh", "ja", "ko"):
        yield from (_time(found) for found in _EAST.finditer(text))
    yield from (_time(found) for found in _HALF_DAY.finditer(text))
    yield from (_time(found) for found in _CLOCK.finditer(text))


def _time(found: re.Match[str]) -> Time:
    parts = found.groupdict()
    hour = int(next(parts[key] for key in ("h", "h2", "h3") if parts.get(key))) % 24
    minute = int(parts.get("m") or parts.get("m2") or 0)
    if parts.get("pm") and hour < 12:
        hour += 12
    elif parts.get("am") and hour == 12:
        hour = 0
    return Time(found.start(), found.end(), frozenset({hour * 60 + minute}), found[0])
