"""Where number words are no numbers of their own: idioms, and times of day in words."""

import tomllib
from functools import lru_cache
from importlib import resources

from sverka.text.phrases import Phrases

from .clock import clock


@lru_cache(maxsize=32)
def _idioms(language: str) -> Phrases | None:
    path = resources.files("sverka.text.numbers") / "data/idioms.toml"
    phrases = tomllib.loads(path.read_text("utf-8")).get(language)
    return Phrases(phrases) if phrases else None


def idle(value: str, language: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a text in which a number word is no number of its own."""
    idioms = _idioms(language)
    said = [(time.start, time.end) for time in clock(value, language)]
    return (*said, *(hit.span() for hit in idioms.finditer(value))) if idioms else tuple(said)
