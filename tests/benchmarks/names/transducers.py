"""Training of stochastic many-to-many edit transducers (numpy and numba; never needed at run time).

A pair of names is explained by a sequence of operations, each of which writes 0–3 symbols of one
side and 0–2 of the other; its likelihood is the sum over all sequences. Weights are first found by
expectation maximisation (Ristad & Yianilos 1998, "Learning string-edit distance"; many-to-many
after Jiampojamarn, Kondrak & Sherif 2007), pruned, and then moved, as a log-linear model, so that
true pairs score above near misses; the gradient of the log score is the expected count of each
operation, which the same forward and backward sums give.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import numba
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
Bools = npt.NDArray[np.bool_]

X_MOST, Y_MOST = 3, 2
LONGEST = 62
"""Symbols of a side that are looked at."""
IMPOSSIBLE = -700.0
"""Log score of a pair that no sequence of operations explains."""


class Chunks(NamedTuple):
    """The strings that operations may write on each side, numbered; "" is 0."""

    x: dict[str, int]
    y: dict[str, int]

    @property
    def lengths(self) -> Ints:
        """Symbols of every operation's two sides together, as a table of operations."""
        x, y = (np.array([len(chunk) for chunk in side]) for side in self)
        return np.asarray(x[:, None] + y[None, :], dtype=np.int32)


class Pairs(NamedTuple):
    """Pairs of symbol strings, encoded: at each symbol the chunks that begin there, -1 if none."""

    x_start: Ints
    x: Ints
    y_start: Ints
    y: Ints

    def __len__(self) -> int:
        return len(self.x_start) - 1


def chunks(pairs: Sequence[tuple[str, str]], least: int) -> Chunks:
    """All single symbols that recur, and the longer chunks that occur `least` times."""
    sides: Iterable[tuple[str, ...]] = zip(*pairs, strict=True)
    x, y = (_numbered(side, n, least) for side, n in zip(sides, (X_MOST, Y_MOST), strict=True))
    return Chunks(x, y)


def _numbered(words: Iterable[str], most: int, least: int) -> dict[str, int]:
    count = Counter(
        word[i : i + size]
        for word in words
        for i in range(len(word))
        for size in range(1, min(most, len(word) - i) + 1)
    )
    kept = sorted(chunk for chunk, n in count.items() if n >= (2 if len(chunk) == 1 else least))
    return {chunk: number for number, chunk in enumerate(["", *kept])}


def encode(pairs: Sequence[tuple[str, str]], known: Chunks) -> Pairs:
    """The pairs as numbers."""
    left = _encoded([x[:LONGEST] for x, _ in pairs], known.x, X_MOST)
    right = _encoded([y[:LONGEST] for _, y in pairs], known.y, Y_MOST)
    return Pairs(*left, *right)


def _encoded(words: list[str], known: dict[str, int], most: int) -> tuple[Ints, Ints]:
    starts = np.cumsum([0, *map(len, words)]).astype(np.int32)
    rows = [
        [known.get(word[i : i + size], -1) if i + size <= len(word) else -1 for size in sizes]
        for sizes in [range(1, most + 1)]
        for word in words
        for i in range(len(word))
    ]
    return starts, np.array(rows, dtype=np.int32).reshape(-1, most)


def _compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    compiled: Callable[..., Any] = numba.njit(function)
    return compiled


@_compiled
def _cooccurrences(x_start: Ints, x: Ints, y_start: Ints, y: Ints, count: Floats) -> None:
    for pair in range(len(x_start) - 1):
        a, b = x_start[pair], y_start[pair]
        width, height = x_start[pair + 1] - a, y_start[pair + 1] - b
        for i in range(width):
            for j in range(height):
                if abs(i * height - j * width) <= 2 * max(width, height):
                    for chunk in x[a + i]:
                        for other in y[b + j]:
                            if chunk >= 0 and other >= 0:
                                count[chunk, other] += 1


@_compiled
def _flow(
    x_start: Ints,
    x: Ints,
    y_start: Ints,
    y: Ints,
    weights: Floats,
    pair_weights: Floats,
    count: Floats,
    scores: Floats,
) -> None:
    """Fill in the log scores and, where pairs have a weight, add expected uses to `count`."""
    forth, back = np.zeros((64, 64)), np.zeros((64, 64))
    for pair in range(len(x_start) - 1):
        a, b = x_start[pair], y_start[pair]
        width, height = x_start[pair + 1] - a, y_start[pair + 1] - b
        forth[: width + 1, : height + 1] = 0.0
        forth[0, 0] = 1.0
        for i in range(width + 1):
            for j in range(height + 1):
                here = forth[i, j]
                if here == 0.0:
                    continue
                if j < height and y[b + j, 0] >= 0:
                    forth[i, j + 1] += here * weights[0, y[b + j, 0]]
                for dx in range(1, min(3, width - i) + 1):
                    chunk = x[a + i, dx - 1]
                    if chunk < 0:
                        continue
                    forth[i + dx, j] += here * weights[chunk, 0]
                    for dy in range(1, min(2, height - j) + 1):
                        other = y[b + j, dy - 1]
                        if other >= 0:
                            forth[i + dx, j + dy] += here * weights[chunk, other]
        total = forth[width, height]
        if total <= 1e-300:
            scores[pair] = -700.0
            continue
        scores[pair] = np.log(total)
        if len(pair_weights) == 0 or pair_weights[pair] == 0.0:
            continue
        back[: width + 1, : height + 1] = 0.0
        back[width, height] = pair_weights[pair] / total
        for i in range(width, -1, -1):
            for j in range(height, -1, -1):
                here = forth[i, j]
                if here == 0.0:
                    continue
                after = back[i, j]
                if j < height and y[b + j, 0] >= 0:
                    part = back[i, j + 1] * weights[0, y[b + j, 0]]
                    after += part
                    count[0, y[b + j, 0]] += part * here
                for dx in range(1, min(3, width - i) + 1):
                    chunk = x[a + i, dx - 1]
                    if chunk < 0:
                        continue
                    part = back[i + dx, j] * weights[chunk, 0]
                    after += part
                    count[chunk, 0] += part * here
                    for dy in range(1, min(2, height - j) + 1):
                        other = y[b + j, dy - 1]
                        if other >= 0:
                            part = back[i + dx, j + dy] * weights[chunk, other]
                            after += part
                            count[chunk, other] += part * here
                back[i, j] = after


def log_scores(pairs: Pairs, weights: Floats) -> Floats:
    """Log of the sum over sequences for every pair; IMPOSSIBLE where there is none."""
    scores = np.zeros(len(pairs))
    _flow(*pairs, weights, np.zeros(0), weights, scores)
    return scores


def expected(pairs: Pairs, weights: Floats, pair_weights: Floats, count: Floats) -> Floats:
    """Add the expected uses of each operation, each pair times its weight; the log scores."""
    scores = np.zeros(len(pairs))
    _flow(*pairs, weights, pair_weights, count, scores)
    return scores


def first_guess(pairs: Pairs, known: Chunks, least: int) -> tuple[Floats, Bools]:
    """Weights from how often chunks stand near each other, and which operations are possible."""
    count = np.zeros((len(known.x), len(known.y)))
    _cooccurrences(*pairs, count)
    x, y = (np.array([len(chunk) for chunk in side]) for side in known)
    possible = count >= least
    possible |= single(known) & (count >= 2)
    possible[1:, 0] = True
    possible[0, :] = y == 1
    mass = (count.sum(1)[:, None] + 1) * (count.sum(0)[None, :] + 1) + 1
    weights = count * count / mass * np.power(0.3, x[:, None] + y[None, :])
    weights[:, 0] = weights[0, :] = 1e-4
    weights *= possible
    return weights / weights.sum(), possible


def single(known: Chunks) -> Bools:
    """Operations of at most one symbol a side."""
    x, y = (np.array([len(chunk) for chunk in side]) <= 1 for side in known)
    found = x[:, None] & y[None, :]
    found[0, 0] = False
    return np.asarray(found, dtype=np.bool_)


def maximise(pairs: Pairs, weights: Floats, always: Bools, rounds: int, discount: float) -> Floats:
    """Expectation maximisation; counts lose `discount`, so rare operations die out, but for
    those that are `always` possible."""
    for round_ in range(rounds):
        count = np.zeros_like(weights)
        expected(pairs, weights, np.ones(len(pairs)), count)
        count = np.maximum(count - discount * (round_ > 1), np.where(always, 0.05, 0.0))
        weights = count / count.sum()
    return weights
