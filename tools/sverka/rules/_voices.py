"""What each language of an article says in one segment, and what one of them alone does not say."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from sverka.text import lexicon, locales
from sverka.text.acronyms import acronyms_of
from sverka.text.analysis import Text
from sverka.text.negation import denial, denials
from sverka.text.negation import knows as knows_denials
from sverka.text.numbers import Number, Value, figures, spelled
from sverka.text.numbers.bounds import bounds

from ._sentences import prior, weigh

FEWEST = 4
"""So many other texts, besides the pivot, must bear witness …"""
_KNOWN = 3
"""… and of so many the lexicon must know the language."""
_SURE, _LOOSE, _PARTED = 3.2, 2.2, 1.5
"""What a word counts for that only one text lacks: a telling one, another, and one that a second
text lacks as well (natural logarithms of likelihood ratios)."""
_ENOUGH = 7.0
_SPREAD, _BY_LETTER = 0.006, 1.0
"""The variance of the logarithm of a length, in any text and for each letter of it."""
_MOST = 0.9
"""What share of the pivot can be missing."""
_BESIDE = 15
"""Code points between two figures of one statement."""
_WHOLE_FIRST = frozenset(("zh", "ja", "ko", "tr"))
_ARTICLES = 2
"""Numbers up to this may be articles or be left unsaid."""


class Voice(NamedTuple):
    """What a text says, as far as it can be compared with other languages."""

    weight: float
    """Its length, in letters of the pivot's language."""
    concepts: lexicon.Concepts | None
    """None where the lexicon does not know the language."""
    values: frozenset[Value]
    order: tuple[frozenset[Value], ...] | None
    """Its figures in order; None in languages that put the whole before its part."""
    acronyms: int
    bounds: int
    """Its numbers that are the least or the most: "no higher than" is no denial elsewhere."""
    denials: tuple[int, int] | None
    """Words that deny, those that may counted, too; None where they are not known."""


class Lack(NamedTuple):
    """A stretch of the pivot that one text has nothing of."""

    span: tuple[int, int]
    score: float


class _Item(NamedTuple):
    start: int
    end: int
    here: bool
    weight: float
    """What it counts for if it is missing; 0 if others lack it as well."""


def voice(text: Text, pivot: str) -> Voice:
    """Return what a text says."""
    locale = text.locale
    found = (*text.ask(figures), *text.ask(spelled))
    known = knows_denials(locale)
    straight = locales.language(locale) not in _WHOLE_FIRST
    return Voice(
        weigh(text.value) / prior(pivot, locale).ratio,
        text.ask(lexicon.pool) if lexicon.knows(locale) else None,
        frozenset[Value]().union(*[number.values for number in found]),
        tuple([number.values for number in text.ask(figures)]) if straight else None,
        len(text.ask(acronyms_of)),
        len(text.ask(bounds)),
        (len(text.ask(denial).strong), text.ask(denials)) if known else None,
    )


def undenied(pivot: Voice, one: Voice, others: Sequence[Voice]) -> bool:
    """Say whether a text has fewer words that deny than the pivot and every other text."""
    known = [other.denials for other in others if other.denials]
    if not pivot.denials or not one.denials or len(known) < FEWEST:
        return False
    wanted = pivot.denials[0]
    if not (pivot.bounds or one.bounds):
        wanted = max(wanted, min(strong for strong, _ in known))
    if one.denials[1] >= wanted or any(most < wanted for _, most in known):
        return False
    return 2 * sum(strong >= wanted for strong, _ in known) >= len(known)


def reversed_pair(pivot: Text, one: Voice, others: Sequence[Voice]) -> tuple[int, int] | None:
    """Return the span of two figures of the pivot, one right after the other, that only this text
    has in the other order: "from 7.9 to 7.1"."""
    known = [other.order for other in others if other.order is not None]
    if one.order is None or len(known) < FEWEST:
        return None
    for a, b in pairwise(pivot.ask(figures)):
        if b.start - a.end > _BESIDE or a.values & b.values:
            continue
        if _places(one.order, b, a) and all(_places(order, a, b) for order in known):
            return a.start, b.end
    return None


def _places(order: Sequence[frozenset[Value]], a: Number, b: Number) -> bool:
    """Say whether one number stands right before another, and each once."""
    first, second = (
        [place for place, values in enumerate(order) if values & number.values] for number in (a, b)
    )
    return len(first) == len(second) == 1 and second[0] == first[0] + 1


class Swap(NamedTuple):
    """A word of the pivot, and another of its kind that stands for it in one text alone."""

    there: tuple[int, int]
    here: tuple[int, int]


def swapped(
    pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]
) -> Swap | None:
    """Return a word of the pivot that all other texts have, and for which this one alone has
    another of its kind: minutes for hours, a vein for an artery. Its numbers must be theirs."""
    known = [other.concepts for other in others if other.concepts is not None]
    if one.concepts is None or len(known) < _KNOWN:
        return None
    if any(one.values.isdisjoint(n.values) for n in pivot.ask(figures) if _counts(n)):
        return None
    said = lexicon.Concepts().union(pivot.ask(lexicon.pool), *known)
    new = [word for word in text.ask(lexicon.mentions) if said.isdisjoint(word.concepts)]
    if not new or one.values - told.values - frozenset().union(*[o.values for o in others]):
        return None
    for word in pivot.ask(lexicon.mentions):
        if not one.concepts.isdisjoint(word.concepts):
            continue
        if any(word.concepts.isdisjoint(concepts) for concepts in known):
            continue
        kinds = lexicon.kinds(word.concepts)
        for other in new:
            if kinds & lexicon.kinds(other.concepts):
                return Swap((word.start, word.end), (other.start, other.end))
    return None


def lack(pivot: Text, pivots: Voice, one: Voice, others: Sequence[Voice]) -> Lack | None:
    """Return the stretch of the pivot whose words only this text has nothing of, if its length
    does not speak against it."""
    size = len(pivot.value)
    if one.concepts is None or not size or one.acronyms > pivots.acronyms:
        return None  # an acronym may stand for what the pivot writes out
    length = math.log(one.weight / median([pivots.weight, *[other.weight for other in others]]))
    variance = _SPREAD + _BY_LETTER / max(pivots.weight, 1)
    best = None
    least = _ENOUGH
    for stretch, (start, end) in _stretches(_items(pivot, one, others), size):
        said = sum(item.weight for item in stretch)
        inner = (stretch[-1].end - stretch[0].start) / size
        outer = max(inner, (end - start) / size)
        gone = min(max(1 - math.exp(length), inner), outer, _MOST)
        rest = length - math.log(1 - gone)
        score = said + (length**2 - rest**2) / (2 * variance)
        if score >= least and length < 0:
            best, least = Lack((stretch[0].start, stretch[-1].end), score), score
    return best


def _items(pivot: Text, one: Voice, others: Sequence[Voice]) -> list[_Item]:
    """Return the words and numbers of the pivot by which texts can be compared, in order."""
    assert one.concepts is not None
    known = [other.concepts for other in others if other.concepts is not None]
    found = []
    for word in pivot.ask(lexicon.mentions) if len(known) >= _KNOWN else ():
        if word.share:
            silent = sum(word.concepts.isdisjoint(concepts) for concepts in known)
            weight = _SURE if word.telling else _LOOSE
            weight = (weight, _PARTED * word.telling, 0.0)[min(silent, 2)]
            here = not word.concepts.isdisjoint(one.concepts)
            found.append(_Item(word.start, word.end, here, weight))
    for number in (*pivot.ask(figures), *pivot.ask(spelled)):
        if _counts(number):
            silent = sum(number.values.isdisjoint(other.values) for other in others)
            here = not number.values.isdisjoint(one.values)
            found.append(_Item(number.start, number.end, here, 0.0 if silent else _SURE))
    return sorted(found)


def _counts(number: Number) -> bool:
    sizes = [value for value in number.values if isinstance(value, Decimal)]
    return number.kind in ("figure", "word") and max(sizes, default=Decimal(0)) > _ARTICLES


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
