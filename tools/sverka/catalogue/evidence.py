"""How much speaks for a text having been made from another one, wherever either stands.

A text that was edited keeps words of its predecessor, in their order. A word speaks the louder
the rarer it is among the texts in question (natural logarithm of the inverse frequency); each
place that was edited speaks against, and so does each word that was dropped. The difference is
the logarithm of how much likelier these words are in an edited text than in a new one.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import LCSseq

EDIT = 2.0  # speaks against: one place that was edited
DROPPED = 0.25  # speaks against: one word that was dropped
SIGN = 0.6  # weight of a punctuation mark beside that of a word
SPELLING = 70.0  # edit similarity from which a word is another spelling of a word
LEAST = 2.0  # worth from which a pair is credible
PATCHED = 0.42  # what speaks against it is at most this share of what speaks for it …
ONE_EDIT = EDIT + 1  # … or not more than one edit
CLOSE = 16  # pairs of words up to which words that were exchanged are looked at one by one
SAME_PART = 0.2  # share of their weight that two texts from different parts may have in common

_CJK = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\W_{_CJK}]+|[^\w\s]+|_+")
Words = Sequence[str]
Block = tuple[int, int, int]  # start in the old text, start in the new one, length


@dataclass(slots=True)
class Evidence:
    """What speaks for (`gain`) and against (`cost`) a pair, and which words they share.

    `old_words` and `new_words` map the places of shared words to their weight.
    """

    gain: float
    cost: float
    old_words: dict[int, float]
    new_words: dict[int, float]

    @property
    def worth(self) -> float:
        """Above 0 it is likelier that the new text was made from the old one."""
        return self.gain - self.cost

    @property
    def sound(self) -> bool:
        """Whether the pair is credible if there is no other."""
        return self.worth >= LEAST and self.cost <= max(PATCHED * self.gain, ONE_EDIT)


def words(text: str) -> list[str]:
    """The words, runs of punctuation marks, and single Chinese, Japanese, Korean letters."""
    return _WORD.findall(text)


def word_weights(texts: Iterable[Words]) -> dict[str, float]:
    """How much each word of `texts` tells."""
    frequency: Counter[str] = Counter()
    number = 2
    for text in texts:
        frequency.update(set(text))
        number += 1
    return {
        word: math.log(number / count) * (1 if word[0].isalnum() else SIGN)
        for word, count in frequency.items()
    }


def weigh(old: Words, new: Words, weights: Mapping[str, float]) -> Evidence:
    """The evidence for `new` having been made from `old`."""
    shared, fresh = {}, {}
    cost = 0.0
    at_old = at_new = 0
    for start, other, length in _blocks(old, new):
        dropped = start - at_old
        put_in = other - at_new
        if 0 < dropped * put_in <= CLOSE:
            for place, respelled, likeness in _respelled(old, new, at_old, start, at_new, other):
                fresh[respelled] = shared[place] = weights[old[place]] * likeness
                dropped -= 1
                put_in -= 1
                cost += EDIT
        if dropped or put_in:
            cost += EDIT + DROPPED * dropped
        for step in range(length):
            shared[start + step] = fresh[other + step] = weights[old[start + step]]
        at_old, at_new = start + length, other + length
    return Evidence(sum(shared.values()), cost, shared, fresh)


def apart(one: Mapping[int, float], other: Mapping[int, float]) -> bool:
    """Whether two sets of shared words are different parts of one text."""
    common = sum(weight for place, weight in one.items() if place in other)
    return common <= SAME_PART * min(sum(one.values()), sum(other.values()))


def _blocks(old: Words, new: Words) -> Iterator[Block]:
    """Runs of equal words, and an empty one at the end."""
    head = _beginning(old, new)
    tail = _beginning(old[head:][::-1], new[head:][::-1])
    if head:
        yield 0, 0, head
    old_end, new_end = len(old) - tail, len(new) - tail
    if head < old_end and head < new_end:
        for step in LCSseq.opcodes(old[head:old_end], new[head:new_end]):
            if step.tag == "equal":
                size = step.src_end - step.src_start
                yield head + step.src_start, head + step.dest_start, size
    yield old_end, new_end, tail


def _beginning(one: Words, other: Words) -> int:
    """With how many equal words both begin."""
    size = min(len(one), len(other))
    return next((place for place in range(size) if one[place] != other[place]), size)


def _respelled(
    old: Words, new: Words, start: int, end: int, new_start: int, new_end: int
) -> Iterator[tuple[int, int, float]]:
    """Place of an old word, place of its other spelling, weight of the likeness (0…1)."""
    left = [place for place in range(new_start, new_end) if len(new[place]) > 2]
    for place in range(start, end):
        word = old[place]
        if len(word) < 3:
            continue
        best, likeness = -1, 0.0
        for other in left:
            if word[0] == new[other][0] or word[-1] == new[other][-1]:
                score = fuzz.ratio(word, new[other], score_cutoff=SPELLING)
                if score > likeness:
                    best, likeness = other, score
        if likeness:
            left.remove(best)
            yield place, best, (likeness / 100) ** 2
