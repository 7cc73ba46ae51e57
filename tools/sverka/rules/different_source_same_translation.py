"""Different pivot texts that have one translation."""

import hashlib
import math
import re
from collections.abc import Hashable, Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact, related
from sverka.review.finding import Certainty
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.skeleton import skeleton

from ._sentences import prior, weigh

rule = Rule(__name__, family="consistency", severity="warning", certainty="possible", least=2)

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


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note each translation under its file and its digest."""
    if len(unit.forms) != 1:
        return
    for form, pivot in unit.pairs:
        words = pivot.ask(prose).words
        if len(words) < _FEWEST or form.text.value == pivot.value:
            continue
        digest = hashlib.blake2b(form.text.value.encode(), digest_size=12).hexdigest()
        value = (pivot.value, len(words), pivot.locale)
        yield (unit.where.file, digest), fact(form, value=value)


def _letters(noted: Fact) -> str:
    pivot, _, locale = noted.value
    return "".join(filter(str.isalnum, skeleton(Text(pivot, locale))))


@rule.judge
def judge(key: tuple[str, str], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what has the translation of an earlier, different text."""
    first = facts[0]
    for noted in facts[1:]:
        if noted.value[0] == first.value[0] or _letters(noted) == _letters(first):
            continue
        opposed = _opposed(noted.value[0], first.value[0])
        fewest = min(noted.value[1], first.value[1])
        if fewest < _FEWEST + 1 and not opposed:
            continue
        long = fewest >= _LIKELY
        shared = _shared(noted.value[0], first.value[0])
        apart = shared < _SHARED or _one_word(noted.value[0], first.value[0])
        certainty: Certainty = "likely" if (long and apart) or opposed else "possible"
        odd, other = (first, noted) if _misfit(first) > _misfit(noted) + _MUCH else (noted, first)
        yield rule.finding(
            odd,
            f"the same translation stands for another text: {_short(other.value[0])}",
            related=[related(other, "same translation")],
            certainty=certainty,
        )


def _misfit(noted: Fact) -> float:
    """Return, as a log, how much longer or shorter a translation is than can be expected."""
    here, there = weigh(noted.text), weigh(noted.value[0])
    ratio = prior(noted.value[2], noted.where.locale).ratio
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


_PREFIXES = (
    ("in", "out"), ("down", "up"), ("over", "under"), ("off", "on"), ("hyper", "hypo"),
    ("post", "pre"), ("macro", "micro"), ("ex", "in"), ("ex", "im"), ("inter", "intra"),
    ("max", "min"), ("ante", "post"), ("endo", "exo"), ("centrifug", "centripet"),
)  # fmt: skip
"""Beginnings of opposites, in the order of the alphabet."""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69] + "…"
