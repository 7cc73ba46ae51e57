"""What tells most pairs of names apart at a glance, before a table of operations is asked.

The edits between coarse forms of both sides give a rough guess of the log odds; a fine one also
weighs what each side promises, at most, for every symbol of the other, in any order.
`tests/benchmarks/names/prefilter.py` fits the weights.
"""

from collections.abc import Callable
from functools import cache, partial
from math import log
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from sverka.text.names.skeleton import coarse, skeleton
from sverka.text.names.tables import DATA
from sverka.text.vocabulary import Remembered

ABSENT = -9.0
"""What a symbol that the other side does not write at all takes from the promise."""
LONGEST_CHUNK = 3
"""Symbols of the longest chunk of a table."""

Operations = dict[str, dict[str, float]]


class Rough(NamedTuple):
    """Weights of the rough guess; their sum is below 0 where a pair is told apart."""

    base: float = 0.0
    worth: float = 0.0
    """Of what both sides are worth by themselves."""
    first: float = 0.0
    second: float = 0.0
    """Of the lengths of both sides."""
    edits: float = 0.0
    """Of the insertions and deletions between the coarse strings."""
    skeleton: float = 0.0
    """Of the edits between the consonant skeletons."""


class Fine(NamedTuple):
    """Weights of the fine guess."""

    base: float = 0.0
    worth: float = 0.0
    first: float = 0.0
    second: float = 0.0
    edits: float = 0.0
    skeleton: float = 0.0
    promise: float = 0.0
    """Of the most that the first side promises for the symbols of the second."""
    answer: float = 0.0
    """Of the most that the second side promises for the symbols of the first."""


class Prefilter(NamedTuple):
    """The weights of both guesses of one table."""

    rough: Rough
    fine: Fine
    hopeless: float
    """Log odds below which a sum is not finished."""


class Side(NamedTuple):
    """One side of a pair, prepared for many glances."""

    symbols: str
    """Without marks of the name's beginning and end."""
    marked: str
    """With such marks, if the table knows them."""
    rough: float
    fine: float
    """The parts of both guesses that this side decides alone."""
    coarse: str
    skeleton: str


Shares = dict[str, dict[str, float]]


def shares(operations: Operations) -> tuple[Shares, Shares]:
    """For each chunk of the first side, and of the second, the most that writing each symbol of
    the other side adds to the log."""
    found: tuple[Shares, Shares] = ({}, {})
    for x, written in operations.items():
        for y, weight in written.items():
            for given, chunk, other in ((found[0], x, y), (found[1], y, x)):
                part = log(weight) / max(1, len(other))
                row = given.setdefault(chunk, {})
                for char in other:
                    row[char] = max(part, row.get(char, part))
    return found


def _promise(symbols: str, given: Shares) -> dict[str, float]:
    """The most that the chunks of `symbols` can give for each symbol of the other side."""
    found = dict(given.get("", ()))
    sizes = range(1, LONGEST_CHUNK + 1)
    for chunk in {symbols[i : i + size] for i in range(len(symbols)) for size in sizes}:
        for char, part in given.get(chunk, {}).items():
            if part > found.get(char, ABSENT):
                found[char] = part
    return found


def seen(weigh: Prefilter | None, side: int, symbols: str, worth: float) -> Side:
    """Side 0 or 1 of pairs: symbols, with marks where it has them, and their worth by itself."""
    bare = symbols.strip("^$")
    rough, fine = (weigh.rough, weigh.fine) if weigh else (Rough(), Fine())

    def alone(weights: Rough | Fine) -> float:
        own = weights.second if side else weights.first
        return (0.0 if side else weights.base) + weights.worth * worth + own * len(bare)

    return Side(bare, symbols, alone(rough), alone(fine), coarse(bare), skeleton(bare))


def looks(one: Side, other: Side, given: tuple[Shares, Shares]) -> tuple[float, ...]:
    """What the fine guess weighs of two sides, in its order, from the lengths on."""
    promise, answer = _promise(one.marked, given[0]), _promise(other.marked, given[1])
    return (
        len(one.symbols),
        len(other.symbols),
        Indel.distance(one.coarse, other.coarse),
        Levenshtein.distance(one.skeleton, other.skeleton),
        sum(promise.get(char, ABSENT) for char in other.symbols),
        sum(answer.get(char, ABSENT) for char in one.symbols),
    )


def guesser(weigh: Prefilter, given: tuple[Shares, Shares]) -> Callable[[Side, Side], float]:
    """The function that says by how much a pair passes the prefilter.

    What a side promises, at most, for each symbol of the other is asked of few.
    """
    promises, answers = (Remembered(partial(_promise, given=shares)) for shares in given)
    *_, rough_edits, rough_skeleton = weigh.rough
    *_, fine_edits, fine_skeleton, promised, answered = weigh.fine

    def guess(one: Side, other: Side) -> float:
        symbols, marked, rough, fine, coarse_one, skeleton_one = one
        symbols_other, marked_other, rough_other, fine_other, coarse_other, skeleton_other = other
        edits = Indel.distance(coarse_one, coarse_other)
        skeletal = Levenshtein.distance(skeleton_one, skeleton_other)
        found = rough + rough_other + rough_edits * edits + rough_skeleton * skeletal
        if found < 0:
            return found
        found = fine + fine_other + fine_edits * edits + fine_skeleton * skeletal
        get = promises[marked].get
        found += promised * sum([get(char, ABSENT) for char in symbols_other])
        get = answers[marked_other].get
        return found + answered * sum([get(char, ABSENT) for char in symbols])

    return guess


@cache
def prefilter(name: str) -> Prefilter | None:
    """The prefilter of a table; None if it has none."""
    for line in (DATA / "prefilter.tsv").read_text(encoding="utf-8").splitlines():
        table, *fields = line.split("\t")
        if table == name:
            *weights, hopeless = map(float, fields)
            size = len(Rough._fields)
            return Prefilter(Rough(*weights[:size]), Fine(*weights[size:]), hopeless)
    return None
