"""Organisations named after a person, whose "named after" became a full stop."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text

from ._persons import HEARD, find

_AFTER = regex.compile(
    r"(?:\bим\.|\bимени|\bім\.|\bімені)[ \xa0]*"
    r"((?:\p{Lu}\.[ \xa0]?)*\p{Lu}[\p{L}\p{M}'’-]+(?:[ \xa0]\p{Lu}[\p{L}\p{M}'’-]+){0,2})"
)
_STOPPED = regex.compile(r"[\p{L}\p{N}»”\")]{3,}([.!?])[ \xa0\n]+$")


class Stopped(NamedTuple):
    """A namesake whom a full stop parts from what is named after them."""

    start: int
    end: int
    text: str
    source: str
    """How the source says it."""


def stopped(source: Text, text: Text) -> Iterator[Stopped]:
    """Yield the names in a text that begin a sentence where the source has «им.» before them."""
    if locales.language(source.locale) not in ("ru", "uk"):
        return
    for after in _AFTER.finditer(source.value):
        surname = after[1].split()[-1]
        if source.value.count(surname[:-1]) > 1:
            continue
        found = find(after[1], source.locale, text.value, text.locale)
        before = text.value[max(0, found.start - 40) : found.start] if found else ""
        stop = _STOPPED.search(before)
        if found and stop and found.score >= HEARD:
            start = found.start - len(before) + stop.start(1)
            yield Stopped(start, found.end, text.value[start : found.end], after[0])
