"""Boundary F1: both segmentations as offsets counted in non-blank characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TERMINAL = ".!?…‽؟۔।॥。！？｡．։፧"
CLOSING = "\"'»«”“’‘›)]}）］」』】〉》*_ "


@dataclass
class Score:
    """Counts of right, spurious and missed sentence ends inside paragraphs."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        return self.right / ((self.right + self.spurious) or 1)

    @property
    def recall(self) -> float:
        return self.right / ((self.right + self.missed) or 1)

    @property
    def f1(self) -> float:
        total = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / total if total else 1.0

    def add(self, gold: set[int], guess: set[int]) -> None:
        self.right += len(gold & guess)
        self.spurious += len(guess - gold)
        self.missed += len(gold - guess)


def ends(sentences: Iterable[str]) -> list[int]:
    """The end of every sentence, counted in non-blank characters."""
    offset, found = 0, []
    for sentence in sentences:
        offset += len("".join(sentence.split()))
        found.append(offset)
    return found


def punctuated(sentence: str) -> bool:
    """Whether the sentence ends with terminal punctuation and perhaps closing marks."""
    return sentence.rstrip(CLOSING)[-1:] in tuple(TERMINAL)


def count(gold: Sequence[str], guess: Sequence[str], after: Score, everything: Score) -> None:
    """Add one paragraph to the two scores: ends after punctuation, and all ends."""
    gold_ends = ends(gold)
    guessed = set(ends(guess)) - {gold_ends[-1]}
    inner = gold_ends[:-1]
    everything.add(set(inner), guessed)
    marked = {end for end, text in zip(inner, gold, strict=False) if punctuated(text)}
    after.add(marked, guessed - (set(inner) - marked))
