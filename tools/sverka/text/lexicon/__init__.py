"""Which words render which: a lexicon of concepts, written by hand, and the concepts of a text.

A *concept* is a row of a table: the beginnings of the words that express it, in each language. A
word may express several. The tables (`*.tsv`), what they mean and how to add to them: README.md.
"""

import re
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.vocabulary import Remembered

__all__ = ["Concepts", "Mention", "field", "knows", "mentions", "pool", "sure"]

Concepts = frozenset[int]
"""Rows of the tables, by number."""

_COMPOUNDING = frozenset(("de",))
_INSIDE = 5
"""Letters from which on a stem is also found inside a compound …"""
_BEFORE = 2
"""… after at least so many."""
_SHORTEST = 2
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ](?=[\u0400-\u04ff])[^\W\d_]+)*")
"""An apostrophe is a part of Ukrainian words; elsewhere it parts them."""
_NONE: Concepts = frozenset()
_COLUMNS = ("field", "en", "ru", "de", "uk", "fr", "es")
_LOOSE = "~"
_SHARE, _LOOSE_SHARE = 0.88, 0.65
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


@lru_cache(maxsize=1)
def _tables() -> list[list[str]]:
    """Return the rows of all tables, headers apart, which are all `_COLUMNS`."""
    folder = resources.files("sverka.text.lexicon")
    paths = sorted((path for path in folder.iterdir() if path.name.endswith(".tsv")), key=str)
    tables = [_plain(path.read_text("utf-8")).splitlines()[1:] for path in paths]
    return [line.split("\t") for lines in tables for line in lines]


def _plain(value: str) -> str:
    """Return a text in which nothing is spelled in two ways."""
    return value.replace("ё", "е").replace("’", "'").replace("ʼ", "'")


class _Stems(NamedTuple):
    """The rows of beginnings of words, and of whole words, which have a "$"."""

    rows: dict[str, list[int]]
    loose: frozenset[str]


@lru_cache(maxsize=16)
def _stems(language: str) -> _Stems:
    rows: dict[str, list[int]] = {}
    loose = set()
    if language in _COLUMNS:
        column = _COLUMNS.index(language)
        for number, row in enumerate(_tables()):
            for stem in row[column].split():
                if stem[0] == _LOOSE:
                    stem = stem[1:]
                    loose.add(stem)
                rows.setdefault(stem, []).append(number)
    return _Stems(rows, frozenset(loose))


@lru_cache(maxsize=16)
def _words(language: str) -> Remembered[Word]:
    rows, loose = _stems(language)
    longest = max(map(len, rows), default=0)
    inside = _INSIDE if language in _COMPOUNDING else longest + 1

    def known(word: str) -> Word:
        small = _plain(word.lower())
        ends = range(_SHORTEST, min(len(small), longest) + 1)
        found = [small[:end] for end in ends if small[:end] in rows]
        if f"{small}$" in rows:
            found.append(f"{small}$")
        share = 0.0
        if found:
            share = _LOOSE_SHARE if found[-1] in loose else _SHARE
        for start in range(_BEFORE, len(small) - inside + 1):
            rest = small[start : start + longest]
            ends = range(inside, len(rest) + 1)
            found += [rest[:end] for end in ends if rest[:end] in rows]
        return Word(frozenset([row for stem in found for row in rows[stem]]), share)

    return Remembered(known)


def knows(locale: str) -> bool:
    """Say whether the tables have the language of a locale."""
    return locales.language(locale) in _COLUMNS[1:]


def mentions(text: Text) -> tuple[Mention, ...]:
    """Return the words of a text that express something, in order: an analyser."""
    words = _words(locales.language(text.locale))
    return tuple(
        [
            Mention(*hit.span(), *word)
            for hit in _WORD.finditer(text.value)
            if (word := words[hit[0]]).concepts
        ]
    )


def sure(text: Text) -> list[Concepts]:
    """Return what each word expresses of whose translations a share is known: an analyser."""
    words = _words(locales.language(text.locale))
    found = map(words.__getitem__, _WORD.findall(text.value))
    return [concepts for concepts, share in found if share]


def pool(text: Text) -> Concepts:
    """Return all that the words of a text express: an analyser."""
    words = _words(locales.language(text.locale))
    return _NONE.union(*[words[word].concepts for word in _WORD.findall(text.value)])


def field(concept: int) -> str:
    """Return the field of a concept, in which concepts exclude each other; "-" for none."""
    return _tables()[concept][0]
