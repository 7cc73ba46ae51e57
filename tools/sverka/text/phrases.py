"""Patterns of phrases, tried only where a word stands with which one of them can begin.

A pattern of a hundred phrases costs microseconds a character wherever it is tried. Which words can
begin a phrase is found out once a word: a partial match tells it (`regex`'s `partial`).
"""

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, reduce
from operator import or_

import regex

from .prose import HOLE
from .vocabulary import Remembered

_RUN = re.compile(r"\w+")
_start = re.Match.start
_FEW = 2
"""Letters with which a word must begin a phrase before the whole word is looked at."""
_BEHIND = regex.compile(
    r"\(\?<[!=](?:\[[^]]*\]|[^()\[\]]|(?P<nested>\((?:\[[^]]*\]|[^()\[\]]|(?&nested))*\)))*\)"
)
"""What a regular expression says of what must, or must not, stand before a place."""


class Phrases:
    """Phrases, each a regular expression that begins with a letter, digit or `_`.

    Of several that begin at one place the one of the longest expression is found. Without `spaced`,
    for languages that write no spaces, phrases are sought amid words.
    """

    def __init__(self, phrases: Iterable[str], *, spaced: bool = True) -> None:
        self.spaced = spaced
        self._joined = joined(phrases)
        self._edges = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
        self.begun = Remembered(self.may_begin)
        self._starts = Remembered(self._find_starts) if spaced else None

    @cached_property
    def pattern(self) -> "regex.Pattern[str]":
        """What fits a phrase."""
        return self._compiled(self._joined)

    @cached_property
    def _bare(self) -> "regex.Pattern[str]":
        """What fits a phrase, whatever stands before it."""
        return self._compiled(_BEHIND.sub("", self._joined))

    def finditer(
        self, value: str, start: int = 0, end: int = sys.maxsize
    ) -> "Iterator[regex.Match[str]]":
        """Yield the phrases in a text from left to right, as the method of a pattern does."""
        table = self._starts
        if table is None:
            yield from self.pattern.finditer(value, start, min(end, len(value)))
            return
        pieces = value.split(" ")
        places = [*map(table.__getitem__, pieces)]
        if not any(places):
            return
        at, last = 0, start
        for piece, offsets in zip(pieces, places, strict=True):
            for offset in offsets:
                begin = at + offset
                if last <= begin < end and (hit := self.pattern.match(value, begin, end)):
                    last = hit.end()
                    yield hit
            at += len(piece) + 1

    def search(self, value: str) -> "regex.Match[str] | None":
        """Return the first phrase of a text."""
        return next(self.finditer(value), None)

    def blanked(self, value: str, start: int = 0, end: int = sys.maxsize) -> str:
        """Return a text with `HOLE`s in place of its phrases: offsets stay the same."""
        for hit in self.finditer(value, start, end):
            value = value[: hit.start()] + HOLE * len(hit[0]) + value[hit.end() :]
        return value

    def may_begin(self, text: str) -> bool:
        """Say whether a phrase may begin a text, the end of which is not known."""
        return self._bare.match(HOLE + text, 1, partial=True) is not None

    def _find_starts(self, piece: str) -> tuple[int, ...]:
        """Return where phrases may begin in what stands between two spaces."""
        return tuple(
            [
                start
                for start in map(_start, _RUN.finditer(piece))
                if self.begun[piece[start : start + _FEW]] and self.may_begin(f"{piece[start:]} ")
            ]
        )

    def _compiled(self, joined: str) -> "regex.Pattern[str]":
        return regex.compile(joined.join(self._edges), regex.IGNORECASE)


class Glance:
    """Tells in one look at a text which of several lists may have a phrase in it."""

    def __init__(self, lists: Iterable[Phrases]) -> None:
        self._lists = [(1 << place, phrases) for place, phrases in enumerate(lists)]
        self._always = sum([bit for bit, phrases in self._lists if not phrases.spaced])
        self._two = Remembered(
            lambda two: sum([bit for bit, phrases in self._lists if phrases.begun[two]])
        )
        self._begun = Remembered(self._begun_in)

    def begun(self, value: str) -> int:
        """Return a bit for each list that may have a phrase, the lowest for the first one."""
        return reduce(or_, map(self._begun.__getitem__, value.split(" ")), 0)

    def _begun_in(self, piece: str) -> int:
        found = self._always
        for start in map(_start, _RUN.finditer(piece)):
            if (likely := self._two[piece[start : start + _FEW]]) & ~found:
                rest = f"{piece[start:]} "
                for bit, phrases in self._lists:
                    if likely & ~found & bit and phrases.may_begin(rest):
                        found |= bit
        return found


def joined(phrases: Iterable[str]) -> str:
    """Return an expression that fits any of some: what several begin with is tried but once."""
    rests: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        head, space, rest = _parted(phrase)
        rests.setdefault(head, []).append(space + rest)
    parts = [
        f"{head}(?:{'|'.join(following)})" if len(following) > 1 else head + following[0]
        for head, following in rests.items()
    ]
    return f"(?:{'|'.join(parts)})" if parts else "(?!)"


def _parted(phrase: str) -> tuple[str, str, str]:
    """Return what stands before the first space that is in no group, that space, and the rest."""
    depth = 0
    for place, char in enumerate(phrase):
        depth += (char in "([") - (char in ")]")
        if char == " " and not depth:
            return phrase[:place], " ", phrase[place + 1 :]
    return phrase, "", ""
