"""What runs of one and two symbols say by themselves of whether a pair is one name.

The transducer asks how well two names fit, its language models how common the runs of each are.
Some runs nevertheless stand in pairs that fit by chance more often than others: a logistic
regression on the score and on how often each run occurs, over true pairs and the false ones that
come near them, gives what each should add.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from .transducers import Floats, Ints

MOST = 2
LEAST = 20
"""Places where a run must occur to be weighed."""
PRIOR = 10.0
"""Strength of the normal prior on every weight but the bias and the score's."""
STEPS, RATE = 300, 0.05

Run = tuple[int, str]
"""A side (0 or 1) and symbols of it, marks included."""


class Occurrences(NamedTuple):
    """Which pair has which feature: the score, 1 for the bias, and every weighed run's places."""

    pair: Ints
    feature: Ints
    value: Floats


def runs(pair: tuple[str, str]) -> list[Run]:
    """The runs of a pair of marked symbol strings."""
    return [
        (side, text[end - size : end])
        for side, text in enumerate(pair)
        for end in range(1, len(text) + 1)
        for size in range(1, min(MOST, end) + 1)
    ]


def weights(
    pairs: Sequence[tuple[str, str]], scores: Floats, labels: Floats, shares: Floats
) -> dict[Run, float]:
    """What each run should add to the log odds, on the scale of the scores."""
    found = [runs(pair) for pair in pairs]
    count = Counter(run for each in found for run in each)
    number = {run: 2 + n for n, run in enumerate(sorted(r for r in count if count[r] >= LEAST))}
    known = [[number[run] for run in each if run in number] for each in found]
    size, everyone = len(number) + 2, np.arange(len(pairs), dtype=np.int32)
    flat = np.array([feature for each in known for feature in each], dtype=np.int32)
    seen = Occurrences(
        np.concatenate([np.repeat(everyone, [len(each) for each in known]), everyone, everyone]),
        np.concatenate([flat, np.zeros(len(pairs), np.int32), np.ones(len(pairs), np.int32)]),
        np.concatenate([np.ones(len(flat) + len(pairs)), scores]),
    )
    fitted = _regressed(seen, labels, shares, size)
    return {run: float(fitted[n] / fitted[1]) for run, n in number.items()}


def _regressed(seen: Occurrences, labels: Floats, shares: Floats, size: int) -> Floats:
    """Weights of a logistic regression, by full steps of Adam."""
    prior = np.full(size, PRIOR)
    prior[:2] = 0.0
    theta, first, second = np.zeros(size), np.zeros(size), np.zeros(size)
    theta[1] = 1.0
    for step in range(1, STEPS + 1):
        odds = np.bincount(seen.pair, seen.value * theta[seen.feature], len(labels))
        wrong = shares * (labels - 1 / (1 + np.exp(-np.clip(odds, -30, 30))))
        slope = np.bincount(seen.feature, seen.value * wrong[seen.pair], size) - prior * theta
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        move = (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        theta += RATE * max(0.02, 1 - step / STEPS) * move
    return theta


def adjusted(worth: dict[str, float], side: int, added: dict[Run, float]) -> dict[str, float]:
    """What the runs of one side are worth, with what they and the end of them add."""
    whole = dict(worth)
    for of, run in added:
        if of == side and run not in whole and run[-1:] in worth:
            whole[run] = worth[run[-1:]]
    return {
        run: value + sum(added.get((side, run[-size:]), 0.0) for size in _sizes(run))
        for run, value in whole.items()
    }


def _sizes(run: str) -> range:
    return range(1, min(MOST, len(run)) + 1)
