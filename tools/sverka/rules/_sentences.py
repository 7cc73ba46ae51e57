"""Which sentences of a pivot's text its translation has: a length-based alignment.

After W. A. Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993):
a bead's cost grows with the square of the difference between its length and the length to be
expected, in standard deviations. Anchors (numbers, code, acronyms, addresses) that only one side of
a bead has add to it.
"""

import math
import re
from collections.abc import Sequence
from functools import reduce
from itertools import accumulate
from operator import or_
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import HOLE, prose
from sverka.text.sentences import sentences as spans_of
from sverka.text.signs import of_chars, signs

_ANCHOR = re.compile(r"[A-Za-z]*\d[\w.,]*\d|\d|\b[A-Z][A-Z-]*[A-Z]\b|\b[a-z]+[A-Z_]\w+")
_ANCHORED = re.compile(r"\d|[A-Z][A-Z-]|[a-z][A-Z_]")
"""Without this there is no anchor."""
_NONE = frozenset[str]()
_PRIORS = {"1-1": 0.90, "2-1": 0.05, "1-2": 0.04, "2-2": 0.01, "3-1": 0.005, "1-3": 0.005}
_BEADS = [
    (int(a), int(b), -math.log(p))
    for (a, b), p in ((name.split("-"), p) for name, p in _PRIORS.items())
]
_ANCHOR_COST = 1.0
_FARTHEST = 25.0
"""The cost of a difference of length, however great."""
_IMPOSSIBLE = 60.0
"""The cost of what no beads can do."""
LONE = 4.0
"""The cost of a sentence without counterpart."""
# Letters of running text that answer to 100 letters of English; for Chinese, Japanese and Korean
# after their characters are weighed.
_LENGTHS = {
    "ar": 84, "cs": 97, "da": 105, "de": 117, "el": 113, "es": 112, "fa": 92, "fi": 112, "fr": 117,
    "he": 76, "hi": 96, "hu": 110, "it": 113, "nl": 112, "pl": 108, "pt": 109, "ro": 110, "ru": 109,
    "sv": 105, "th": 100, "tr": 106, "uk": 106, "vi": 97,
}  # fmt: skip
_WEIGHTS = {
    re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"): 1.7,
    re.compile(r"[\u3040-\u30ff]"): 0.6,
    re.compile(r"[\uac00-\ud7a3]"): 1.0,
}
"""What Han, kana and Hangul count for beyond one letter."""
_EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3]")
_EASTERN_CHAR = of_chars(_EASTERN.match)
_ODD_SPACE = of_chars(lambda char: char.isspace() and char not in " \n")
_WORD = re.compile(r"[^\W\d_\u3040-\u9fff]+")
_SPEAKING = re.compile(rf"[^\W_]|{HOLE}")
"""What only a sentence with something to translate has."""


class Sentence(NamedTuple):
    """A sentence: where it stands, how long it is, what must be in its translation."""

    start: int
    end: int
    length: float
    anchors: frozenset[str]


class Model(NamedTuple):
    """How long translations of one file are."""

    ratio: float
    """Characters for each character of the pivot."""
    variance: float
    """Of that length, for each of its characters."""


def sentences(text: Text) -> tuple[Sentence, ...]:
    """Return the sentences of a text that hold words or code."""
    return text.ask(_sentences)


def spoken(text: Text) -> tuple[tuple[int, int], ...]:
    """Return the spans of `sentences`, which cost less: an analyser."""
    plain = text.ask(prose)
    return tuple(
        [(start, end) for start, end in text.ask(spans_of) if _SPEAKING.search(plain, start, end)]
    )


class Extent(NamedTuple):
    """How long a text is."""

    sentences: int
    """Those that hold words or code."""
    length: float
    """Of these sentences together."""
    weight: float
    """Of all that is neither code, address nor placeholder."""


def extent(text: Text) -> Extent:
    """Measure a text: an analyser."""
    value, plain, spans = text.value, text.ask(prose), text.ask(spans_of)
    eastern, odd = has_eastern(text), text.ask(signs) & _ODD_SPACE != 0
    length = weigh(value, eastern, odd)
    weight = length if plain is value else weigh(plain.replace(HOLE, ""), eastern, odd)
    if len(spans) == 1 and _SPEAKING.search(plain):
        return Extent(1, length, weight)
    parts = text.ask(spoken)
    if len(parts) < len(spans):
        length = sum([weigh(value[start:end], eastern, odd) for start, end in parts])
    return Extent(len(parts), length, weight)


def _sentences(text: Text) -> tuple[Sentence, ...]:
    found = []
    eastern, odd = has_eastern(text), text.ask(signs) & _ODD_SPACE != 0
    for start, end in text.ask(spoken):
        value = text.value[start:end]
        anchors = frozenset(_ANCHOR.findall(value)) if _ANCHORED.search(value) else _NONE
        found.append(Sentence(start, end, weigh(value, eastern, odd), anchors))
    return tuple(found)


def has_eastern(text: Text) -> bool:
    """Say whether a text has Han, kana or Hangul."""
    return text.ask(signs) & _EASTERN_CHAR != 0


def weigh(text: str, eastern: bool = True, odd: bool = True) -> float:
    """Return the length of a text in letters of an alphabet, without white space.

    `eastern`: whether it may have Han, kana or Hangul; `odd`: white space besides spaces and line
    ends.
    """
    if odd:
        length = float(len("".join(text.split())))
    else:
        length = float(len(text) - text.count(" ") - text.count("\n"))
    if eastern and not text.isascii() and _EASTERN.search(text):
        length += sum(more * len(script.findall(text)) for script, more in _WEIGHTS.items())
    return length


def words(text: Text, sentence: Sentence) -> int:
    """Count the words of a sentence; a Chinese or Japanese word is taken for two characters."""
    plain = text.ask(prose)[sentence.start : sentence.end]
    east = sum(len(script.findall(plain)) for script in _WEIGHTS) if has_eastern(text) else 0
    return len(_WORD.findall(plain)) + east // 2


def prior(pivot: str, target: str) -> Model:
    """Return what to expect of a pair of languages."""
    ratio = _LENGTHS.get(locales.language(target), 100) / _LENGTHS.get(locales.language(pivot), 100)
    return Model(ratio, 1.6)


def learn(pairs: Sequence[tuple[float, float]], start: Model) -> Model:
    """Return a model of (pivot, target) lengths; few of them leave much of what was expected."""
    if not pairs:
        return start
    logs = sorted(math.log(target / pivot) for pivot, target in pairs)
    weight = len(logs) / (len(logs) + 20)
    ratio = math.exp(weight * logs[len(logs) // 2] + (1 - weight) * math.log(start.ratio))
    squares = sorted((target / ratio - pivot) ** 2 / pivot for pivot, target in pairs)
    # The median of a squared normal deviate is 0.455 of its variance.
    variance = squares[(len(squares) - 1) // 2] / 0.455
    return Model(ratio, max(0.5, weight * variance + (1 - weight) * start.variance))


def lone(pivot: Sequence[Sentence], target: Sequence[Sentence], model: Model) -> tuple[float, ...]:
    """Return by what margin each sentence of the pivot is better explained without counterpart.

    The margin is the cost of the best alignment without a gap less that of the best with one.
    """
    whole = _cost(pivot, target, model) - LONE
    return tuple(
        [
            whole - _cost((*pivot[:place], *pivot[place + 1 :]), target, model)
            for place in range(len(pivot))
        ]
    )


def straight(left: Sequence[Sentence], right: Sequence[Sentence], model: Model) -> float:
    """Return the cost of taking sentences for one another in order; infinite if that cannot be.

    It is quickly told, and no margin of `lone` is more than this less LONE.
    """
    if len(left) != len(right):
        return math.inf
    ratio, variance = model
    total = len(left) * _BEADS[0][2]
    for a, b in zip(left, right, strict=True):
        off = b.length / ratio - a.length
        total += min(off * off / (2 * variance * (a.length + 10)), _FARTHEST)
        if a.anchors != b.anchors:
            total += _ANCHOR_COST * len(a.anchors ^ b.anchors)
    return total


def _cost(left: Sequence[Sentence], right: Sequence[Sentence], model: Model) -> float:
    """Return the cost of the best alignment, from the end backwards."""
    many, few = len(left), len(right)
    mine = list(accumulate([sentence.length for sentence in left], initial=0.0))
    theirs = [length / model.ratio for length in accumulate([s.length for s in right], initial=0.0)]
    anchors, others = _anchors_as_bits(left, right)
    anchored = any(anchors) or any(others)
    costs = [[_IMPOSSIBLE] * (few + 1) for _ in range(many + 1)]
    costs[many][few] = 0.0
    for i in range(many, -1, -1):
        for j in range(few, -1, -1):
            best = None
            for a, b, penalty in _BEADS:
                m, n = i + a, j + b
                if m > many or n > few:
                    continue
                length = mine[m] - mine[i]
                off = theirs[n] - theirs[j] - length
                cost = min(off * off / (2 * model.variance * (length + 10)), _FARTHEST)
                cost += penalty + costs[m][n]
                if anchored:
                    odd = reduce(or_, anchors[i:m], 0) ^ reduce(or_, others[j:n], 0)
                    cost += _ANCHOR_COST * odd.bit_count()
                if best is None or cost < best:
                    best = cost
            if best is not None:
                costs[i][j] = best
    return min(costs[0][0], _IMPOSSIBLE)


def _anchors_as_bits(*sides: Sequence[Sentence]) -> list[list[int]]:
    """Return the anchors of each sentence of both sides, a bit for each."""
    bits: dict[str, int] = {}
    return [
        [
            sum([bits.setdefault(anchor, 1 << len(bits)) for anchor in sentence.anchors])
            for sentence in side
        ]
        for side in sides
    ]
