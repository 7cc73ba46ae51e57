"""What the words of a text express."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import prose
from sverka.text.vocabulary import Remembered

from .tables import COLUMNS, plain, stems

Concepts = frozenset[int]
"""Rows of the tables, by number."""

_COMPOUNDING = frozenset(("de",))
_INSIDE = 5
"""Letters from which on a stem is also found inside a compound …"""
_BEFORE = 2
"""… after at least so many."""
SHORTEST = 2
"""Letters that a stem has at least."""
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ](?=[\u0400-\u04ff])[^\W\d_]+)*")
"""An apostrophe is a part of Ukrainian words; elsewhere it parts them."""
_NONE: Concepts = frozenset()
SURE, _LOOSE_SHARE = 0.88, 0.65
"""The share of words for which true translations have a word, and the same of loose ones."""


class Word(NamedTuple):
    """What a word expresses."""

    concepts: Concepts
    share: float
    """The share of its translations that have a word for one of them; 0 if nobody knows."""


class Mention(NamedTuple):
    """A word of a text that expresses something, and where it stands."""

    start: int
    end: int
    concepts: Concepts
    share: float

    @property
    def telling(self) -> bool:
        """Whether a translation nearly always has a word for it."""
        return self.share == SURE


@lru_cache(maxsize=16)
def words(language: str) -> Remembered[Word]:
    """Return what words of a language express."""
    rows, loose = stems(language)
    longest = max(map(len, rows), default=0)
    inside = _INSIDE if language in _COMPOUNDING else longest + 1

    def known(word: str) -> Word:
        small = plain(word.lower())
        ends = range(SHORTEST, min(len(small), longest) + 1)
        found = [small[:end] for end in ends if small[:end] in rows]
        if f"{small}$" in rows:
            found.append(f"{small}$")
        share = 0.0
        if found:
            share = _LOOSE_SHARE if found[-1] in loose else SURE
        for start in range(_BEFORE, len(small) - inside + 1):
            rest = small[start : start + longest]
            ends = range(inside, len(rest) + 1)
            found += [rest[:end] for end in ends if rest[:end] in rows]
        return Word(frozenset([row for stem in found for row in rows[stem]]), share)

    return Remembered(known)


def knows(locale: str) -> bool:
    """Say whether the tables have the language of a locale."""
    return locales.language(locale) in COLUMNS[1:]


def said(word: str, locale: str) -> Concepts:
    """Return what a word of a language expresses."""
    return words(locales.language(locale))[word].concepts


def mentions(text: Text) -> tuple[Mention, ...]:
    """Return the words of a text that express something, in order: an analyser."""
    known = words(locales.language(text.locale))
    return tuple(
        [
            Mention(*hit.span(), *word)
            for hit in WORD.finditer(text.ask(prose))
            if (word := known[hit[0]]).concepts
        ]
    )


def pool(text: Text) -> Concepts:
    """Return all that the words of a text express: an analyser."""
    known = words(locales.language(text.locale))
    return _NONE.union(*[known[word].concepts for word in WORD.findall(text.ask(prose))])
