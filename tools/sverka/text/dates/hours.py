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

_MORNING = (
    r"a\.?\s?m\b\.?|上午|早上|早晨|清晨|凌晨|午前|早朝|未明|朝|오전|صباح\w*|فجر\w*|ضح[ىا]\w*"
    r"|قبل\s(?:ال)?ظهر\w*|утра|ранку|morgens|vormittags|du matin"
    r"|de la (?:mañana|madrugada)|öö|ÖÖ"
)
_AFTERNOON = (
    r"p\.?\s?m\b\.?|下午|晚上|傍晚|午後|夕方|오후|مساء\w*|عصر\w*|بعد\s(?:ال)?ظهر\w*|вечера|дня|вечора"
    r"|пополудні|abends|nachmittags|du soir|de l['’]après-midi|de la tarde|de la noche"
    r"|öğleden sonra|akşam"
)
_NIGHT = r"深夜|夜里|夜裡|夜间|夜間|半夜|夜|ليل\w*|ночи|ночі|nachts|(?:at )?midnight"
_NOON = r"ظهر\w*|中午|正午|昼|mittags|(?:at )?noon"
_HALF = rf"(?:(?P<am>{_MORNING})|(?P<pm>{_AFTERNOON})|(?P<night>{_NIGHT})|(?P<noon>{_NOON}))"
_ABBREVIATED = r"(?:(?P<am2>ص)|(?P<pm2>م))(?!\w)"
_PART_OF_DAY = re.compile(
    r"(?:[\u064b-\u0652]?ا)?[\s\u00a0]*(?:(?:في|من)\s(?:ال)?|in the |at )?"
    rf"(?:{_HALF}|(?P<am2>morning)|(?P<pm2>afternoon|evening))",
    re.IGNORECASE,
)
"""What may follow a time of day in words …"""
_PART_BEFORE = re.compile(rf"{_HALF}\s?$")
"""… and stand before it in Chinese and Japanese."""
_CLOCK = re.compile(
    rf"(?<![\d:.,])(?P<h>[01]?\d|2[0-4]):(?P<m>[0-5]\d)(?!:?\d)"
    rf"(?:[\s\u00a0\u202f]*(?:{_HALF}|{_ABBREVIATED}))?",
    re.IGNORECASE,
)
_HALF_DAY = re.compile(
    rf"(?<![\d:.,])(?P<h>1[0-2]|0?\d)(?:[.:](?P<m>[0-5]\d))?[\s\u00a0\u202f]*{_HALF}",
    re.IGNORECASE,
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


_PARTS = frozenset(("am", "am2", "pm", "pm2", "night", "noon"))


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
    for start, end, minutes, whole in clock(value, language):
        readings = frozenset({minutes} if whole else {minutes, minutes + 720})
        said = None if whole else _PART_OF_DAY.match(value, end)
        if said:
            end = said.end()
        elif not whole and language in ("zh", "ja"):
            said = _PART_BEFORE.search(value[max(0, start - 4) : start])
            start -= len(said[0]) if said else 0
        if said:
            readings = frozenset(
                {_of_day(minutes // 60 or 12, said.groupdict()) * 60 + minutes % 60}
            )
        yield Time(start, end, readings, value[start:end])


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
    if ":" in text:
        yield from (_time(found) for found in _CLOCK.finditer(text))


def _time(found: re.Match[str]) -> Time:
    parts = found.groupdict()
    hour = int(next(parts[key] for key in ("h", "h2", "h3") if parts.get(key))) % 24
    minute = int(parts.get("m") or parts.get("m2") or 0)
    hour = _of_day(hour, parts)
    return Time(found.start(), found.end(), frozenset({hour * 60 + minute}), found[0])


def _of_day(hour: int, parts: dict[str, str | None]) -> int:
    """Return the hour since midnight by what is said of the part of the day."""
    said = next(
        (name.rstrip("2") for name, word in parts.items() if word and name in _PARTS),
        "",
    )
    if said == "am" or (said == "night" and hour == 12):
        return hour % 12 if hour == 12 else hour
    later = {"pm": hour < 12, "night": 6 <= hour < 12, "noon": hour < 6}
    return hour + 12 if later.get(said) else hour
