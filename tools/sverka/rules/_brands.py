"""Names in Latin letters that a text of another script keeps: Taiga Robotics, Yamaha."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import prose

from ._persons import ABSENT, CASED, find

_WORD = r"[A-Z][a-z]{2,}[A-Za-z]*"
_ROW = re.compile(rf"(?<![A-Za-z0-9_.@/:-]){_WORD}(?: {_WORD})+(?![A-Za-z0-9_@/:-])")
_ALONE = re.compile(r"(?<![A-Za-z0-9_.@/:-])[A-Z][a-z]{3,}(?![A-Za-z0-9_@/:-]|\.\w)")


class Exchanged(NamedTuple):
    """A row of Latin words that is a name's but for one, and where that one stands."""

    start: int
    end: int
    text: str
    name: str
    right: str


def exchanged(pivot: Text, text: Text) -> Iterator[Exchanged]:
    """Yield the rows of Latin words in a text of another script that are a row of the pivot but for
    one word.

    >>> [one] = exchanged(Text("By Taiga Robotics", "en"), Text("От Tundra Robotics", "ru"))
    >>> one
    Exchanged(start=3, end=9, text='Tundra Robotics', name='Taiga Robotics', right='Taiga')
    """
    if locales.script(pivot.locale) != "Latn" or locales.script(text.locale) == "Latn":
        return
    for here in _ROW.finditer(text.ask(prose)):
        if here[0] in pivot.value:
            continue
        ours = here[0].split()
        for there in _ROW.finditer(pivot.value):
            theirs = there[0].split()
            odd = [pair for pair in zip(ours, theirs, strict=False) if pair[0] != pair[1]]
            if len(ours) != len(theirs) or len(odd) != 1:
                continue
            wrong, right = odd[0]
            if not (wrong in pivot.value or right in text.value or _is_form(wrong, right)):
                start = here.start() + here[0].index(wrong)
                yield Exchanged(start, start + len(wrong), here[0], there[0], right)
                break


def _is_form(a: str, b: str) -> bool:
    """Whether one of two words is the other with an ending."""
    short, long = sorted((a, b), key=len)
    return len(short) < len(long) and long.startswith(short[:-1])


def lost(pivot: Text, source: Text, text: Text) -> Iterator[str]:
    """Yield the names that the source, of another script, keeps in the pivot's letters, and that a
    translation neither keeps nor writes by their sound."""
    if locales.script(pivot.locale) != "Latn" or locales.script(source.locale) == "Latn":
        return
    if locales.script(text.locale) not in CASED:
        return
    there = _ROW.sub("", source.ask(prose))
    for name in dict.fromkeys(_ALONE.findall(there)):
        if name in text.value or not re.search(rf"\b{name}\b", pivot.value):
            continue
        found = find(name, pivot.locale, text.value, text.locale)
        if not found or found.score < ABSENT:
            yield name
