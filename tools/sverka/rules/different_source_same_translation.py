"""Different pivot texts that have one translation."""

import math
import re
from collections.abc import Iterator

from sverka.review import CatalogueFile, Fact, Finding, Rule, related
from sverka.review.finding import Certainty
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.opposites import poles
from sverka.text.skeleton import skeleton

from ._sentences import prior, weigh
from ._translations import Pair, pairs

rule = Rule(__name__, family="consistency", severity="warning", certainty="possible")

_FEWEST = 2
"""Words of texts that are compared: of so few only those that are opposites."""
_LIKELY = 5
"""Words from which two different texts do not fall together by chance."""


_ALIKE = 6
"""Words of which one that differs makes another text."""
_MUCH = 0.15
"""A difference of length, as a log, that tells which text a translation belongs to."""
_SHARED = 0.3
"""Texts that share more of their words may mean the same."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Report what has the translation of an earlier, different text."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs(file):
        if pair.plural is None:
            groups.setdefault(pair.target.value, []).append(pair)
    for value, group in groups.items():
        if len(group) > 1 and not value.isspace():
            told = [pair for pair in group if len(pair.pivot.ask(prose).words) >= _FEWEST]
            for pair in told[1:]:
                yield from _compare(file, told[0], pair)


def _compare(file: CatalogueFile, first: Pair, pair: Pair) -> Iterator[Finding]:
    if pair.pivot.ask(_letters) == first.pivot.ask(_letters):
        return
    mine, theirs = pair.pivot.value, first.pivot.value
    words = min(len(one.pivot.ask(prose).words) for one in (pair, first))
    opposed = _opposed(mine, theirs) or _poles_apart(pair.pivot, first.pivot)
    if words == _FEWEST and not opposed:
        return
    apart = _shared(mine, theirs) < _SHARED or _one_word(mine, theirs)
    certainty: Certainty = "likely" if (words >= _LIKELY and apart) or opposed else "possible"
    odd, other = (first, pair) if _misfit(first) > _misfit(pair) + _MUCH else (pair, first)
    yield rule.finding(
        _fact(file, odd),
        f"the same translation stands for another text: {_short(other.pivot.value)}",
        related=[related(_fact(file, other), "same translation")],
        certainty=certainty,
    )


def _fact(file: CatalogueFile, pair: Pair) -> Fact:
    return Fact(file.place(pair.entry), None, pair.target.value)


def _letters(text: Text) -> str:
    return "".join(filter(str.isalnum, text.ask(skeleton)))


def _misfit(pair: Pair) -> float:
    """Return, as a log, how much longer or shorter a translation is than can be expected."""
    here, there = weigh(pair.target.value), weigh(pair.pivot.value)
    ratio = prior(pair.pivot.locale, pair.target.locale).ratio
    return abs(math.log(max(here, 1) / max(there, 1) / ratio))


def _shared(a: str, b: str) -> float:
    """Return what part of the shorter text's longer words the other one has."""
    left, right = (set(re.findall(r"[^\W\d_]{4,}", text.lower())) for text in (a, b))
    return len(left & right) / max(1, min(len(left), len(right)))


def _one_word(a: str, b: str) -> bool:
    """Say whether one word is another, and no form of it: the rainy season, the dry season."""
    left, right = (re.findall(r"[^\W\d_]+", text.lower()) for text in (a, b))
    others = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(left) < _ALIKE or len(others) != 1:
        return False
    one, other = others[0]
    return min(len(one), len(other)) >= 3 and one[:4] != other[:4]


def _opposed(a: str, b: str) -> bool:
    """Say whether texts differ in one word that begins as its opposite does: inpatient."""
    left, right = (re.findall(r"[^\W\d_]+", text.lower()) for text in (a, b))
    others = [pair for pair in zip(left, right, strict=False) if pair[0] != pair[1]]
    if len(left) != len(right) or len(others) != 1 or len(left) < _FEWEST:
        return False
    one, other = sorted(others[0])
    return any(
        one.removeprefix(x) == other.removeprefix(y) != other
        for x, y in _PREFIXES
        if one.startswith(x) and len(one) > len(x) + 3
    )


def _poles_apart(one: Text, other: Text) -> bool:
    """Say whether texts of equal length differ in one word, and it is the opposite: for adults."""
    left, right = (text.value.lower().split() for text in (one, other))
    if len(left) != len(right) or sum(a != b for a, b in zip(left, right, strict=True)) != 1:
        return False
    mine, theirs = one.ask(poles), other.ask(poles)
    return any(mine[axis].name != theirs[axis].name for axis in mine.keys() & theirs.keys())


_PREFIXES = (
    ("in", "out"), ("down", "up"), ("over", "under"), ("off", "on"), ("hyper", "hypo"),
    ("post", "pre"), ("macro", "micro"), ("ex", "in"), ("ex", "im"), ("inter", "intra"),
    ("max", "min"), ("ante", "post"), ("endo", "exo"), ("centrifug", "centripet"),
)  # fmt: skip
"""Beginnings of opposites, in the order of the alphabet."""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69] + "…"
