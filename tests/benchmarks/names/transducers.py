"""Training of stochastic many-to-many edit transducers (numpy; never needed at run time).

A pair of names is explained by a sequence of operations, each of which writes 0–3 symbols of one
side and 0–2 of the other; its likelihood is the sum over all sequences. Weights are first found by
expectation maximisation (Ristad & Yianilos 1998, "Learning string-edit distance"; many-to-many
after Jiampojamarn, Kondrak & Sherif 2007), pruned, and then moved, as a log-linear model, so that
true pairs score above near misses; the gradient of the log score is the expected count of each
operation, which the same forward and backward sums give.
"""

from collections import defaultdict
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

X_MOST, Y_MOST = 3, 2
STEPS = [(dx, dy) for dx in range(X_MOST + 1) for dy in range(Y_MOST + 1) if dx or dy == 1]


class Bucket(NamedTuple):
    """Pairs of one length each: symbol codes by pair and position, and the pairs' numbers."""

    x: npt.NDArray[np.uint8]
    y: npt.NDArray[np.uint8]
    rows: Ints
    cells: dict[tuple[int, int, int, int], npt.NDArray[np.int32]]


def code_of(x: str, y: str, xs: dict[str, int], ys: dict[str, int]) -> int:
    """One integer for an operation."""
    code = 0
    for char in x:
        code = code << 8 | xs[char]
    tail = 0
    for char in y:
        tail = tail << 8 | ys[char]
    return code << 16 | tail


def alphabet(words: list[str]) -> dict[str, int]:
    """Symbols numbered from 1, the 250 most frequent ones; all others share 255."""
    count: dict[str, int] = defaultdict(int)
    for word in words:
        for char in word:
            count[char] += 1
    best = sorted(count, key=lambda c: (-count[c], c))
    return {char: min(n, 255) for n, char in enumerate(best, 1)}


def buckets(pairs: list[tuple[str, str]], xs: dict[str, int], ys: dict[str, int]) -> list[Bucket]:
    """The pairs grouped by lengths and encoded."""
    groups: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row, (x, y) in enumerate(pairs):
        groups[len(x), len(y)].append(row)
    found = []
    for (width, height), rows in sorted(groups.items()):
        shape = (len(rows), width), (len(rows), height)
        x = np.array([[xs.get(c, 255) for c in pairs[r][0]] for r in rows], dtype=np.uint8)
        y = np.array([[ys.get(c, 255) for c in pairs[r][1]] for r in rows], dtype=np.uint8)
        found.append(Bucket(x.reshape(shape[0]), y.reshape(shape[1]), np.array(rows), {}))
    return found


def is_near(i: int, j: int, width: int, height: int) -> bool:
    """Cells far from the diagonal are left out."""
    return abs(i * height - j * width) <= 3.5 * max(width, height)


def codes(bucket: Bucket, i: int, j: int, dx: int, dy: int) -> Ints:
    """The operation that ends at cell (i, j), for every pair."""
    code = np.zeros(len(bucket.rows), dtype=np.int64)
    for k in range(i - dx, i):
        code = code << 8 | bucket.x[:, k].astype(np.int64)
    tail = np.zeros(len(bucket.rows), dtype=np.int64)
    for k in range(j - dy, j):
        tail = tail << 8 | bucket.y[:, k].astype(np.int64)
    return code << 16 | tail


def cells(bucket: Bucket) -> list[tuple[int, int, int, int]]:
    """Every (i, j, dx, dy) that a sequence may pass, in order."""
    width, height = bucket.x.shape[1], bucket.y.shape[1]
    return [
        (i, j, dx, dy)
        for i in range(width + 1)
        for j in range(height + 1)
        if is_near(i, j, width, height)
        for dx, dy in STEPS
        if dx <= i and dy <= j and is_near(i - dx, j - dy, width, height)
    ]


def vocabulary(found: list[Bucket], least: int) -> tuple[Ints, Floats]:
    """Operations of at least `least` possible uses, sorted, with a first guess of their weight."""
    all_codes, all_counts = [], []
    for bucket in found:
        parts = [codes(bucket, *cell) for cell in cells(bucket)]
        if parts:
            code, count = np.unique(np.concatenate(parts), return_counts=True)
            all_codes.append(code)
            all_counts.append(count)
    code, where = np.unique(np.concatenate(all_codes), return_inverse=True)
    count = np.bincount(where, weights=np.concatenate(all_counts))
    left, right = code >> 16, code & 0xFFFF
    x_count = np.bincount(np.unique(left, return_inverse=True)[1], weights=count)
    y_count = np.bincount(np.unique(right, return_inverse=True)[1], weights=count)
    x_total = x_count[np.unique(left, return_inverse=True)[1]]
    y_total = y_count[np.unique(right, return_inverse=True)[1]]
    single = (left < 256) & (right < 256)
    keep = (count >= least) | (single & (count >= 2))
    guess = count * count / (x_total * y_total + 1.0)
    length = np.array([bytes_in(int(c)) for c in code])
    guess *= np.power(0.3, length)
    return code[keep], guess[keep] / guess[keep].sum()


def bytes_in(code: int) -> int:
    """Symbols an operation writes, both sides together."""
    return sum(1 for shift in range(0, 40, 8) if code >> shift & 0xFF)


def index(found: list[Bucket], vocabulary_: Ints) -> None:
    """Fill in, for every cell, the number of the operation (len(vocabulary) if unknown)."""
    for bucket in found:
        bucket.cells.clear()
        for cell in cells(bucket):
            code = codes(bucket, *cell)
            at = np.minimum(np.searchsorted(vocabulary_, code), len(vocabulary_) - 1)
            known = vocabulary_[at] == code
            if known.any():
                bucket.cells[cell] = np.where(known, at, len(vocabulary_)).astype(np.int32)


def forward(bucket: Bucket, weights: Floats) -> dict[tuple[int, int], Floats]:
    """Sum over the sequences from the start to every cell. The last weight stands for unknown."""
    sums = {(0, 0): np.ones(len(bucket.rows))}
    for (i, j, dx, dy), ops in bucket.cells.items():
        before = sums.get((i - dx, j - dy))
        if before is not None:
            part = before * weights[ops]
            sums[i, j] = sums[i, j] + part if (i, j) in sums else part
    return sums


def log_scores(found: list[Bucket], weights: Floats, size: int) -> Floats:
    """Log of the sum over sequences for every pair; -700 where there is none."""
    scores = np.full(size, -700.0)
    for bucket in found:
        sums = forward(bucket, weights)
        end = sums.get((bucket.x.shape[1], bucket.y.shape[1]))
        if end is not None:
            scores[bucket.rows] = np.log(np.maximum(end, 1e-300))
    return scores


def expected(found: list[Bucket], weights: Floats, pair_weights: Floats) -> tuple[Floats, Floats]:
    """Expected uses of each operation, each pair times its weight; and the log scores."""
    counts = np.zeros(len(weights))
    scores = np.full(len(pair_weights), -700.0)
    for bucket in found:
        sums = forward(bucket, weights)
        corner = (bucket.x.shape[1], bucket.y.shape[1])
        if corner not in sums:
            continue
        total = np.maximum(sums[corner], 1e-300)
        scores[bucket.rows] = np.log(total)
        back = {corner: pair_weights[bucket.rows] / total}
        for (i, j, dx, dy), ops in reversed(bucket.cells.items()):
            after = back.get((i, j))
            before = sums.get((i - dx, j - dy))
            if after is None or before is None:
                continue
            flow = after * weights[ops]
            key = (i - dx, j - dy)
            back[key] = back[key] + flow if key in back else flow
            counts += np.bincount(ops, weights=flow * before, minlength=len(weights))
    counts[-1] = 0.0
    return counts, scores


def maximise(
    found: list[Bucket], vocabulary_: Ints, weights: Floats, size: int, rounds: int, discount: float
) -> tuple[Ints, Floats]:
    """Expectation maximisation; counts lose `discount`, so rare operations die out."""
    index(found, vocabulary_)
    for round_ in range(rounds):
        counts, _ = expected(found, np.append(weights, 0.0), np.ones(size))
        single = (vocabulary_ >> 16 < 256) & (vocabulary_ & 0xFFFF < 256)
        counts = np.maximum(counts[:-1] - discount * (round_ > 1), np.where(single, 0.05, 0.0))
        if round_ in (3, rounds - 2):
            keep = counts > 0
            vocabulary_, counts = vocabulary_[keep], counts[keep]
            index(found, vocabulary_)
        weights = counts / counts.sum()
    return vocabulary_, weights
