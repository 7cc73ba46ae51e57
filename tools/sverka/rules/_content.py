"""The words of a text that its translation has words for: known ones, and those of one origin."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.lexicon import Concepts
from sverka.text.lexicon.words import words
from sverka.text.prose import prose
from sverka.text.vocabulary import Remembered

_WORD = re.compile(r"(?<![\d_])[^\W\d_]+(?:['’ʼ](?=[\u0400-\u04ff])[^\W\d_]+)*(?![\d_])")
_SHORTEST = 3
"""Letters of a word that says something though nobody knows it."""
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
        (*"abvgdessiiklmnoprstufhssss", "", "i", "", *"euaiiieg"),
        strict=True,
    )
)
_ALIKE = str.maketrans(
    {"c": "k", "q": "k", "w": "v", "y": "i", "j": "i", "z": "s", "x": "ks", "ß": "s"}
    | dict(zip("àâäáãåçéèêëîïíìñôöóòõùûüúœæ", "aaaaaakeeeeiiiinooooouuuuoa", strict=True))
    | _CYRILLIC
)
_PAIRS = (
    *(("ph", "f"), ("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("tz", "s"), ("ts", "s")),
    ("ck", "k"),
)
_RUNS, _SOFT, _IOTATED = re.compile(r"(.)\1+"), re.compile("[aeiouh]"), re.compile("^i(?=[aeou])")
_LETTERS, _FEWEST = 4, 3
"""Consonants, and a first vowel, that words of one origin share, and how many there must be."""
_NONE: Concepts = frozenset()


class Word(NamedTuple):
    """A word that says something."""

    start: int
    concepts: Concepts
    share: float
    """The share of its translations that have a word for it; 0 if nobody knows."""
    key: str
    """What a word of the same origin has in another language, "" if that says too little."""


class Content(NamedTuple):
    """What a text says."""

    words: tuple[Word, ...]
    concepts: Concepts
    keys: frozenset[str]

    def has(self, word: Word) -> bool:
        """Say whether a word of another text has a counterpart."""
        return word.key in self.keys or not self.concepts.isdisjoint(word.concepts)


def content(text: Text) -> Content:
    """Return what the words of a text say: an analyser."""
    known = _known(locales.language(text.locale))
    found = [(hit.start(), known[hit[0]]) for hit in _WORD.finditer(text.ask(prose))]
    words = tuple([Word(start, *word) for start, word in found if word])
    concepts = _NONE.union(*[word.concepts for word in words])
    return Content(words, concepts, frozenset([word.key for word in words]) - {""})


@lru_cache(maxsize=16)
def _known(language: str) -> "Remembered[tuple[Concepts, float, str] | None]":
    known, idle = words(language), function_words(language)

    def read(word: str) -> tuple[Concepts, float, str] | None:
        concepts, share = known[word]
        if not concepts and (len(word) < _SHORTEST or word.lower() in idle):
            return None
        return concepts, share, _key(word)

    return Remembered(read)


def _key(word: str) -> str:
    """Return the consonants of a word in Latin letters, and a vowel that begins it.

    >>> _key("Gainutdinov"), _key("Гайнутдинову")
    ('gntd', 'gntd')
    """
    small = word.lower()
    for pair, letter in _PAIRS:
        small = small.replace(pair, letter)
    sounds = _IOTATED.sub("", _RUNS.sub(r"\1", small.translate(_ALIKE)))
    key = sounds[:1] + _SOFT.sub("", sounds[1:])
    return key[:_LETTERS] if len(key) >= _FEWEST else ""
