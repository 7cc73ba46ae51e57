"""How a file renders the words of its texts, learned from the file itself.

A word's associates are the stems of the other language that stand where the word does and seldom
elsewhere; whether a sentence was translated is then a question of whether the associates of its
words are there (likelihood ratios of independent words, as in naive Bayes).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, reduce
from itertools import chain
from operator import add, or_
from typing import NamedTuple

from sverka.text import locales
from sverka.text.languages import function_words

_WORD = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_STEM = 5
"""So many letters of a word stand for all its forms."""
_FEWEST = 4
"""So often a word must occur to be known."""
_FEW = 40
"""So few words are sought in a text as letters first."""
_MOST = 40
"""So many occurrences are enough …"""
_ENOUGH = 500
"""… and so many texts for how often a stem stands anywhere."""
_SHARE = 0.25
"""An associate stands in this share of the texts that have the word …"""
_LIFT = 4.0
"""… and so many times as often as in all texts."""
_FLOOR = 0.05
_KNOWN = 0.6
"""The share of a word's texts that have one of its associates, from which on it is evidence."""
_KEPT = 0.05
"""A word that is kept in a larger share of its texts is one that may be kept."""
_BOUND = 3.0
"""No word weighs more than this (natural logarithm)."""


Stems = frozenset[str]


class Word(NamedTuple):
    """What is known of a word: its associates, and how often one is there with it and at all."""

    associates: frozenset[str]
    coverage: float
    background: float


class Lexicon:
    """The words of one side of a file and what stands for them on the other.

    `here` and `there` are the texts of both sides, in small letters. Only words are known that it
    was told to `find` or `study`, because all of them are sought in one pass over the file.
    """

    def __init__(self, here: Sequence[str], there: Sequence[str], locale: str) -> None:
        self._here = here
        self._there = there
        self._idle = function_words(locales.language(locale))
        self._standing: dict[str, list[int]] = {}
        self._words: dict[str, Word | None] = {}
        self._stems = _Stems(there)

    def evidence(self, text: str, span: tuple[int, int], target: str) -> float:
        """Return the log likelihood ratio of `target` rendering that span of `text`, or not.

        Words that the rest of the text has as well are no evidence, nor are those of a text that
        was not studied.
        """
        there = stems(target)
        start, end = span
        elsewhere = self._content(f"{text[:start]} {text[end:]}")
        rest = [known.associates for word in elsewhere if (known := self._words.get(word))]
        taken = frozenset[str]().union(*rest)
        ratio = 0.0
        for word in self._content(text[start:end]) - elsewhere:
            known = self._words.get(word)
            if not known or not known.associates - taken:
                continue
            if there & (known.associates - taken):
                ratio += min(math.log(known.coverage / known.background), _BOUND)
            else:
                ratio += max(math.log((1 - known.coverage) / (1 - known.background)), -_BOUND)
        return ratio

    def translates(self, word: str) -> bool:
        """Say whether the other side never keeps a word that it has met often enough."""
        places = self._standing.get(word, ())
        found = [index for index in places if self._here[index] != self._there[index]]
        kept = sum(word in self._there[index] for index in found)
        return len(found) >= _FEWEST and kept <= _KEPT * len(found)

    def find(self, words: Iterable[str]) -> None:
        """Look for the texts in which words stand, be they joined words between white space."""
        asked = frozenset(words) - self._standing.keys()
        if not asked:
            return
        standing: dict[str, list[int]] = {word: [] for word in asked}
        joined = frozenset([word for word in asked if not _WORD.fullmatch(word)])
        for number in self._places_of(asked):
            text = self._here[number]
            for word in asked.intersection(_WORD.findall(text)):
                standing[word].append(number)
            for word in joined.intersection(text.split()) if joined else ():
                standing[word].append(number)
        self._standing |= standing

    def _places_of(self, words: frozenset[str]) -> Iterable[int]:
        """Return the numbers of the texts that may have one of some words, in order."""
        if len(words) > _FEW:
            return range(len(self._here))
        texts = [*enumerate(self._here)]
        return sorted({number for word in words for number, text in texts if word in text})

    def study(self, texts: Iterable[str]) -> None:
        """Learn how the words of some texts are rendered.

        None is known for a word that is rare, or rendered in many ways.
        """
        asked = set[str]().union(*map(self._content, texts)) - self._words.keys()
        self.find(asked)
        self._words.update(dict.fromkeys(asked))
        samples = {
            word: places[:: max(1, len(places) // _MOST)]
            for word in asked
            if len(places := self._standing[word]) >= _FEWEST
        }
        if not samples:
            return
        size = len(self._there)
        for word, sample in samples.items():
            here = [self._stems[number] for number in sample]
            self._words[word] = _known(here, self._usual, size)

    @cached_property
    def _usual(self) -> "_Usual":
        size = len(self._there)
        numbers = range(0, size, max(1, size // _ENOUGH))
        return _Usual([self._stems[number] for number in numbers])

    def _content(self, text: str) -> set[str]:
        words = set(_WORD.findall(text.casefold()))
        return {word for word in words if len(word) > 2 and word not in self._idle}


class _Stems(dict[int, Stems]):
    """The stems of texts by their numbers, found when they are asked for."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self._texts = texts

    def __missing__(self, number: int) -> Stems:
        found = self[number] = _stems_in(self._texts[number])
        return found


class _Usual:
    """Which of some texts, whatever they say, have each stem: a bit for each text."""

    def __init__(self, texts: Sequence[Stems]) -> None:
        self.size = len(texts)
        self._having: dict[str, int] = defaultdict(int)
        for number, stems in enumerate(texts):
            bit = 1 << number
            for stem in stems:
                self._having[stem] |= bit

    def count(self, stems: Iterable[str]) -> int:
        """Return how many of the texts have one of some stems."""
        return reduce(or_, [self._having.get(stem, 0) for stem in stems], 0).bit_count()


def _known(here: Sequence[Stems], usual: _Usual, size: int) -> Word | None:
    """Return what is known of a word by the stems of texts where it stands and of any texts."""
    counts = Counter(chain.from_iterable(here))
    least = max(2, _SHARE * len(here))
    lift = _LIFT * len(here) / usual.size
    associates = frozenset(
        [
            stem
            for stem, count in counts.items()
            if count >= least and count >= lift * usual.count((stem,))
        ]
    )
    if not associates:
        return None
    hits = sum([not associates.isdisjoint(stems) for stems in here])
    coverage = hits / (len(here) + 1)
    if coverage < _KNOWN:
        return None
    anywhere = usual.count(associates) / usual.size
    return Word(associates, coverage, max(_FLOOR, anywhere - hits / size))


def stems(text: str) -> Stems:
    """Return the beginnings of a text's words, or the pairs of characters of unspaced scripts."""
    return _stems_in(text.casefold())


def _stems_in(small: str) -> Stems:
    found = [word[:_STEM] for word in _WORD.findall(small)]
    if small.isascii() or not (runs := _EAST.findall(small)):
        return frozenset(found)
    pairs = chain.from_iterable([map(add, run, run[1:]) for run in runs])
    return frozenset(found).difference([run[:_STEM] for run in runs]).union(pairs)
