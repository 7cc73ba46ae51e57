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
SAMPLE = 15_000
"""Pairs that the first rounds of expectation maximisation see."""
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
    compiled: Callable[..., Any] = numba.njit(fastmath=True)(function)
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
    order: Ints,
    x_start: Ints,
    x: Ints,
    y_start: Ints,
    y: Ints,
    weights: Floats,
    number: Ints,
    labels: Floats,
    offsets: Floats,
    shares: Floats,
    noise: float,
    count: Floats,
    scores: Floats,
) -> tuple[float, float]:
    """Fill in the log scores of the pairs in `order`; add to `count`, unless it is empty, the uses
    of each operation: the expected ones where there are no labels, else each pair times what it
    pulls at its score. Return the sum of the pulls and the loss."""
    forth, back = np.zeros((64, 64)), np.zeros((64, 64))
    slope, loss = 0.0, 0.0
    for pair in order:
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
                for dx in range(1, min(X_MOST, width - i) + 1):
                    chunk = x[a + i, dx - 1]
                    if chunk < 0:
                        continue
                    forth[i + dx, j] += here * weights[chunk, 0]
                    for dy in range(1, min(Y_MOST, height - j) + 1):
                        other = y[b + j, dy - 1]
                        if other >= 0:
                            forth[i + dx, j + dy] += here * weights[chunk, other]
        total = forth[width, height]
        if total <= 1e-290:
            scores[pair] = -700.0
            continue
        scores[pair] = np.log(total)
        if len(count) == 0:
            continue
        pull = 1.0
        if len(labels):
            odds = min(50.0, max(-50.0, scores[pair] + offsets[pair]))
            chance = 1 / (1 + np.exp(-odds))
            likely = (1 - noise) * (chance if labels[pair] > 0 else 1 - chance) + noise / 2
            pull = shares[pair] * (1 - noise) * chance * (1 - chance) / likely
            pull = pull if labels[pair] > 0 else -pull
            slope += pull
            loss -= shares[pair] * np.log(likely)
        back[: width + 1, : height + 1] = 0.0
        back[width, height] = pull / total
        for i in range(width, -1, -1):
            for j in range(height, -1, -1):
                here = forth[i, j]
                if here == 0.0:
                    continue
                after = back[i, j]
                if j < height and y[b + j, 0] >= 0:
                    other = y[b + j, 0]
                    if weights[0, other] > 0.0:
                        part = back[i, j + 1] * weights[0, other]
                        after += part
                        count[number[0, other]] += part * here
                for dx in range(1, min(X_MOST, width - i) + 1):
                    chunk = x[a + i, dx - 1]
                    if chunk < 0:
                        continue
                    if weights[chunk, 0] > 0.0:
                        part = back[i + dx, j] * weights[chunk, 0]
                        after += part
                        count[number[chunk, 0]] += part * here
                    for dy in range(1, min(Y_MOST, height - j) + 1):
                        other = y[b + j, dy - 1]
                        if other >= 0 and weights[chunk, other] > 0.0:
                            part = back[i + dx, j + dy] * weights[chunk, other]
                            after += part
                            count[number[chunk, other]] += part * here
                back[i, j] = after
    return slope, loss


_NONE: Floats = np.zeros(0)


def numbered(weights: Floats) -> Ints:
    """Every operation of a weight above 0 in turn; -1 for the others."""
    number = np.full(weights.shape, -1, dtype=np.int32)
    number[weights > 0] = np.arange(int((weights > 0).sum()))
    return number


def log_scores(pairs: Pairs, weights: Floats) -> Floats:
    """Log of the sum over sequences for every pair; IMPOSSIBLE where there is none."""
    scores, order = np.zeros(len(pairs)), np.arange(len(pairs), dtype=np.int32)
    unused = np.zeros((1, 1), dtype=np.int32)
    _flow(order, *pairs, weights, unused, _NONE, _NONE, _NONE, 0.0, _NONE, scores)
    return scores


class Labelled(NamedTuple):
    """Pairs known to be true (1) or false (0), with their weight in the fit, and what is added to
    their log scores besides the bias."""

    pairs: Pairs
    labels: Floats
    offsets: Floats
    shares: Floats


def pulls(
    known: Labelled, order: Ints, weights: Floats, number: Ints, bias: float, noise: float
) -> tuple[Floats, float, float]:
    """What the pairs in `order` pull at each operation and at the bias, and their loss."""
    count, scores = np.zeros(int(number.max()) + 1), np.zeros(len(known.pairs))
    slope, loss = _flow(
        order,
        *known.pairs,
        weights,
        number,
        known.labels,
        known.offsets + bias,
        known.shares,
        noise,
        count,
        scores,
    )
    return count, float(slope), float(loss)


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
    those that are `always` possible. The first half of the rounds sees a sample of the pairs."""
    number, kept = numbered(weights), weights > 0
    least = np.where(always[kept], 0.05, 0.0)
    everything = np.random.default_rng(1).permutation(len(pairs)).astype(np.int32)
    for round_ in range(rounds):
        order = everything[:SAMPLE] if round_ < rounds // 2 else everything
        count = np.zeros(len(least))
        scores = np.zeros(len(pairs))
        _flow(order, *pairs, weights, number, _NONE, _NONE, _NONE, 0.0, count, scores)
        lost = discount * len(order) / len(pairs) if round_ > 1 else 0.0
        count = np.maximum(count - lost, least)
        weights = np.zeros_like(weights)
        weights[kept] = count / count.sum()
    return weights
