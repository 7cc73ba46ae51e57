"""Stretches of a text that one language of an article lacks, or has alone."""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.text import lexicon
from sverka.text.analysis import Text
from sverka.text.numbers import all_numbers, spelled
from sverka.text.vocabulary import words_in

from ._voices import KNOWN, Voice, counts, longer

_SURE, _LOOSE, _PARTED = 3.2, 2.2, 1.5
"""What a word counts for that only one text lacks: a telling one, another, and one that a second
text lacks as well (natural logarithms of likelihood ratios)."""
_NEW, _NEW_LOOSE = 2.0, 1.0
"""The same of a word that only one text has."""
_ENOUGH, _ADDED = 7.0, 7.0
_SPREAD, _BY_LETTER = 0.006, 1.0
"""The variance of the logarithm of a length, in any text and for each letter of it."""
_MOST = 0.9
"""What share of a text can be missing, or too much."""


class Stretch(NamedTuple):
    """A part of a text that another one has nothing of."""

    span: tuple[int, int]
    score: float


class _Item(NamedTuple):
    start: int
    end: int
    here: bool
    weight: float
    """What it counts for if it is missing; 0 if others lack it as well."""


def lack(
    pivot: Text, text: Text, pivots: Voice, one: Voice, others: Sequence[Voice]
) -> Stretch | None:
    """Return the stretch of the pivot whose words only this text has nothing of, if its length
    does not speak against it."""
    size = len(pivot.value)
    if one.concepts is None or not size or len(one.acronyms) > len(pivots.acronyms):
        return None  # an acronym may stand for what the pivot writes out
    length = longer(pivots, one, others)
    if length >= 0:
        return None
    return _best(_items(pivot, text, one, others), size, length, pivots.weight, _ENOUGH)


def surplus(
    pivot: Text, text: Text, pivots: Voice, one: Voice, others: Sequence[Voice]
) -> Stretch | None:
    """Return the stretch of a text whose words neither the pivot nor any other text has, if its
    length does not speak against it. Each may render a word of the pivot that is missing."""
    known = [other.concepts for other in others if other.concepts is not None]
    length = longer(pivots, one, others)
    if length <= 0 or one.concepts is None or pivots.concepts is None or len(known) < KNOWN:
        return None
    said = pivots.concepts.union(*known)
    items = [
        _Item(
            word.start,
            word.end,
            not said.isdisjoint(word.concepts),
            (_NEW if word.telling else _NEW_LOOSE) * bool(word.share),
        )
        for word in text.ask(lexicon.mentions)
    ]
    lost = sum(
        bool(word.share) and one.concepts.isdisjoint(word.concepts)
        for word in pivot.ask(lexicon.mentions)
    )
    return _best(items, len(text.value), -length, one.weight, _ADDED + _NEW * lost)


def _best(
    items: Sequence[_Item], size: int, length: float, weight: float, least: float
) -> Stretch | None:
    """Return the likeliest stretch to be missing from a text that is shorter by `length`, a
    logarithm, and whose longer side has `weight` letters."""
    variance = _SPREAD + _BY_LETTER / max(weight, 1)
    best = None
    for stretch, (start, end) in _stretches(items, size):
        said = sum(item.weight for item in stretch)
        inner = (stretch[-1].end - stretch[0].start) / size
        outer = max(inner, (end - start) / size)
        gone = min(max(1 - math.exp(length), inner), outer, _MOST)
        rest = length - math.log(1 - gone)
        score = said + (length**2 - rest**2) / (2 * variance)
        if score >= least:
            best, least = Stretch((stretch[0].start, stretch[-1].end), score), score
    return best


def _items(pivot: Text, text: Text, one: Voice, others: Sequence[Voice]) -> list[_Item]:
    """Return the words and numbers of the pivot by which texts can be compared, in order."""
    assert one.concepts is not None
    kept, numbers = words_in(text.value), {number.start for number in pivot.ask(spelled)}
    known = [other.concepts for other in others if other.concepts is not None]
    found = []
    for word in pivot.ask(lexicon.mentions) if len(known) >= KNOWN else ():
        if word.share and word.start not in numbers:
            silent = sum(word.concepts.isdisjoint(concepts) for concepts in known)
            weight = _SURE if word.telling else _LOOSE
            weight = (weight, _PARTED * word.telling, 0.0)[min(silent, 2)]
            here = not word.concepts.isdisjoint(one.concepts)
            here = here or pivot.value[word.start : word.end] in kept
            found.append(_Item(word.start, word.end, here, weight))
    for number in all_numbers(pivot):
        if counts(number):
            silent = sum(number.values.isdisjoint(other.values) for other in others)
            here = not number.values.isdisjoint(one.values)
            found.append(_Item(number.start, number.end, here, 0.0 if silent else _SURE))
    return sorted(found)


def _stretches(items: Sequence[_Item], size: int) -> Iterator[tuple[list[_Item], tuple[int, int]]]:
    """Yield the items in a row that are missing, and the span from what is there to what is."""
    run: list[_Item] = []
    start = 0
    for item in (*items, _Item(size, size, True, 0.0)):
        if not item.here:
            run.append(item)
            continue
        while run and not run[0].weight:
            start = run.pop(0).end
        while run and not run[-1].weight:
            run.pop()
        if run:
            yield run, (start, item.start)
        run, start = [], item.end
