"""How a file renders the words of its texts, learned from the file itself.

A word's associates are the stems of the other language that stand where the word does and seldom
elsewhere; whether a sentence was translated is then a question of whether the associates of its
words are there (likelihood ratios of independent words, as in naive Bayes).
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from sverka.text import locales
from sverka.text.languages import function_words

_WORD = re.compile(r"[^\W\d_]+")
_EAST = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_STEM = 5
"""So many letters of a word stand for all its forms."""
_FEWEST = 4
"""So often a word must occur to be known."""
_MOST = 150
"""So many occurrences are enough."""
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


class Word(NamedTuple):
    """What is known of a word: its associates, and how often one is there with it and at all."""

    associates: frozenset[str]
    coverage: float
    background: float


class Lexicon:
    """The words of one side of a file and what stands for them on the other."""

    def __init__(self, here: Sequence[str], there: Sequence[str], locale: str) -> None:
        self._here = here
        self._there = there
        self._idle = function_words(locales.language(locale))
        self._words: dict[str, Word | None] = {}

    def evidence(self, text: str, span: tuple[int, int], target: str) -> float:
        """Return the log likelihood ratio of `target` rendering that span of `text`, or not.

        Words that the rest of the text has as well are no evidence.
        """
        there = stems(target)
        start, end = span
        rest = f"{text[:start]} {text[end:]}"
        words = self._content(text[start:end]) - self._content(rest)
        elsewhere: set[str] = set()
        for word in self._content(rest):
            if known := self.word(word):
                elsewhere |= known.associates
        ratio = 0.0
        for word in words:
            known = self.word(word)
            if not known or not known.associates - elsewhere:
                continue
            if there & (known.associates - elsewhere):
                ratio += min(math.log(known.coverage / known.background), _BOUND)
            else:
                ratio += max(math.log((1 - known.coverage) / (1 - known.background)), -_BOUND)
        return ratio

    def word(self, word: str) -> Word | None:
        """Return what is known of a word; None if it is rare, or rendered in many ways."""
        if word not in self._words:
            self._words[word] = self._learn(word)
        return self._words[word]

    def translates(self, word: str) -> bool:
        """Say whether the other side never keeps a word that it has met often enough."""
        found = [index for index in self._where(word) if self._here[index] != self._there[index]]
        kept = sum(word in self._there[index] for index in found)
        return len(found) >= _FEWEST and kept <= _KEPT * len(found)

    def _content(self, text: str) -> set[str]:
        words = set(_WORD.findall(text.casefold()))
        return {word for word in words if len(word) > 2 and word not in self._idle}

    def _where(self, word: str) -> list[int]:
        return self._standing.get(word, [])

    def _learn(self, word: str) -> Word | None:
        found = self._where(word)
        if len(found) < _FEWEST:
            return None
        sample = found[:: max(1, len(found) // _MOST)]
        counts = Counter(stem for index in sample for stem in self._stems[index])
        size = len(self._there)
        associates = frozenset(
            stem
            for stem, count in counts.items()
            if count >= max(2, _SHARE * len(sample))
            and count / len(sample) >= _LIFT * len(self._places[stem]) / size
        )
        hits = sum(not associates.isdisjoint(self._stems[index]) for index in sample)
        coverage = hits / (len(sample) + 1)
        if not associates or coverage < _KNOWN:
            return None
        anywhere = set[int]().union(*(self._places[stem] for stem in associates))
        return Word(associates, coverage, max(_FLOOR, (len(anywhere) - hits) / size))

    @cached_property
    def _standing(self) -> dict[str, list[int]]:
        return _index(set(_WORD.findall(text)) for text in self._here)

    @cached_property
    def _stems(self) -> list[frozenset[str]]:
        return [stems(text) for text in self._there]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        return _index(self._stems)


def _index(found: Iterable[Iterable[str]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(found):
        for word in words:
            places[word].append(number)
    return dict(places)


def stems(text: str) -> frozenset[str]:
    """Return the beginnings of a text's words, or the pairs of characters of unspaced scripts."""
    text = text.casefold()
    found = {word[:_STEM] for word in _WORD.findall(text)}
    for run in _EAST.findall(text):
        found.discard(run[:_STEM])
        found.update(run[index : index + 2] for index in range(len(run) - 1))
    return frozenset(found)
