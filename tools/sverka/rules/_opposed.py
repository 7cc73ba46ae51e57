"""Words of two texts that mean the opposite of each other, or exclude each other."""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from sverka.review.finding import Span
from sverka.text.analysis import Text
from sverka.text.dates import dates
from sverka.text.lexicon import pool
from sverka.text.negation import denial
from sverka.text.opposites import (
    allowed,
    axes,
    changed,
    may_oppose,
    mentions,
    pole_of,
    poles,
    turned,
)
from sverka.text.signs import signs
from sverka.text.vocabulary import words_in

from ._contrasts import denies, reversed_comparison, swapped, turned_parts
from ._degrees import LESS, turned_degrees
from ._denied_parts import tell_apart
from ._durations import is_same_time
from ._fields import mixed

_BEINGS = frozenset(
    [
        "side",
        "weekday",
        "latitude",
        "longitude",
        "parent",
        "child",
        "sibling",
        "sex",
        "season",
        "day",
        "pressure",
        "gift",
        "route",
        "persistence",
    ]
)
"""Axes of which no pole is the denial of another."""
_LESSENED = re.compile(r"\b(?:less|least|менее|менш|weniger|moins|menos) $", re.IGNORECASE)
_DEGREE = "amount"
"""More and less, of one thing or of its opposite."""
_BRIEF = 120
"""In longer texts, code points, what denies may deny either of two opposites."""
_LONGEST = 400
"""Longer texts, in code points, have opposites in too many places."""


class Opposed(NamedTuple):
    """A word of the pivot, and its opposite in a translation."""

    there: tuple[int, int]
    here: tuple[int, int]
    is_repeated: bool = False
    """Whether both texts have both words, each in other numbers."""


def opposed(pivot: Text, text: Text, source: Text | None) -> list[Opposed]:
    """Return the opposites of two texts, by the axes or, if these tell nothing, by the lexicon, or
    else by what is contrasted and compared."""
    if text.value == pivot.value or len(pivot.value) > _LONGEST:
        return []
    by_word = {one.there: one for one in _by_axes(pivot, text, source)}  # of several axes
    found = list(by_word.values()) or list(_by_fields(pivot, text, source))
    other = reversed_comparison(pivot, text)
    if other is None:
        return found or list(_which(pivot, text))
    if found or denies(pivot) or denies(text) or (pivot.ask(signs) | text.ask(signs)) & LESS:
        return []  # "more women than men": fewer men than women
    return [Opposed(other.there, other.here)]


def _which(pivot: Text, text: Text) -> Iterator[Opposed]:
    """Ask which of two opposites is which, if a text has both."""
    if (pivot.ask(signs) | text.ask(signs)) & LESS and not _denies_one(pivot, text):
        degrees = turned_degrees(pivot, text)
        if degrees:
            yield Opposed(degrees[0].span, degrees[1].span)
            return
    found = swapped(pivot, text) or next(turned_parts(pivot, text), None)
    if found:
        yield Opposed(found.there, found.here)


def _by_axes(pivot: Text, text: Text, source: Text | None) -> Iterator[Opposed]:
    if not (pivot.ask(may_oppose) and text.ask(may_oppose)):
        return
    if pivot.ask(axes).isdisjoint(text.ask(axes)):
        return
    yield from _one_of_several(pivot, text)
    for axis in pivot.ask(mentions).keys() & text.ask(mentions).keys():
        if pivot.ask(mentions)[axis].keys() == text.ask(mentions)[axis].keys():
            continue
        mine, theirs = pole_of(pivot, axis), pole_of(text, axis)
        if mine is None or theirs is None:
            if not (odd := changed(pivot, text, axis)):
                continue
            mine, theirs = odd
        if axis not in _BEINGS and _denies_one(pivot, text):
            continue
        if _LESSENED.search(pivot.value[: mine.span[0]]):
            continue
        if _LESSENED.search(text.value[: theirs.span[0]]):
            continue  # "less dangerous": «безопаснее»
        if axis == _DEGREE and any(one.is_opposition for one in mixed(pivot, text)):
            continue  # "less dangerous": «более безопасно»
        if pivot.ask(denial).only or text.ask(denial).only:
            continue  # "not only boys": "girls, too"
        if source and source.ask(poles).get(axis, mine).name != mine.name:
            continue
        yield Opposed(mine.span, theirs.span)


def _one_of_several(pivot: Text, text: Text) -> Iterator[Opposed]:
    """Compare how often each pole of an axis is named, where a text names one twice or both: of one
    fewer, and of its opposite more, even if what may name them is counted in the other text."""
    there, here = pivot.ask(mentions), text.ask(mentions)
    for axis in there.keys() & here.keys():
        if max(sum(map(len, side[axis].values())) for side in (there, here)) < 2:
            continue
        mine, theirs = allowed(pivot, axis), allowed(text, axis)
        lost = [pole for pole in there[axis] if mine[pole] > theirs[pole]]
        new = [pole for pole in here[axis] if theirs[pole] > mine[pole]]
        if not lost or not new or (axis not in _BEINGS and _may_turn(pivot, text)):
            continue
        gone, put = there[axis][lost[0]], here[axis][new[0]]
        if len(gone) > theirs[lost[0]] or len(put) > mine[new[0]]:
            yield _nearest(pivot, gone, text, put)


def _nearest(pivot: Text, there: Sequence[Span], text: Text, here: Sequence[Span]) -> Opposed:
    """Return those of two words of opposite poles that stand nearest to each other."""
    sizes = len(pivot.value), len(text.value)
    pairs = product(there, here)
    a, b = min(pairs, key=lambda pair: abs(pair[0][0] / sizes[0] - pair[1][0] / sizes[1]))
    return Opposed(a, b, True)


def _may_turn(pivot: Text, target: Text) -> bool:
    """Say whether something denied may be one of two opposites: not if both of two brief texts
    deny."""
    if not (pivot.ask(denial).strong or target.ask(denial).strong):
        return False
    return len(pivot.value) > _BRIEF or not (denies(pivot) and denies(target))


def _by_fields(pivot: Text, text: Text, source: Text | None) -> Iterator[Opposed]:
    """Compare words of which one excludes the other, by the lexicon; the source may have the
    translation's ("главный врач", "medical director", „Chefärztin“)."""
    for there, here, is_opposition, said in mixed(pivot, text):
        if source and not said.isdisjoint(source.ask(pool)):
            continue
        if is_opposition and (turned(pivot, *there) or turned(text, *here)):
            continue
        if _is_kept(pivot, there, text) or _is_kept(text, here, pivot):
            continue
        if _same_day(pivot, there, text, here) or is_same_time(pivot, there, text, here):
            continue
        if tell_apart(pivot, there, text, here):
            continue
        yield Opposed(there, here)


def _is_kept(text: Text, span: tuple[int, int], other: Text) -> bool:
    """Say whether the other text has a word as well, as a name: « l’urgentiste Marina »."""
    return text.value[slice(*span)] in words_in(other.value)


def _same_day(pivot: Text, there: tuple[int, int], text: Text, here: tuple[int, int]) -> bool:
    """Say whether two words are of dates that agree: the night of March 31, or to April 1."""
    mine, theirs = (
        [d.readings for d in one.ask(dates) if d.start <= at[0] < d.end]
        for one, at in ((pivot, there), (text, here))
    )
    return any(a & b for a in mine for b in theirs)


def _denies_one(pivot: Text, target: Text) -> bool:
    """Say whether only one text denies: "not increased" may be rendered as "decreased"."""
    return bool(pivot.ask(denial).strong) != bool(target.ask(denial).strong)
