"""How likely two symbol strings write one name: a learned stochastic edit transducer.

The tables are learned by `tests/benchmarks/names/train.py`; each operation writes up to three
symbols of the first side and up to two of the second. The score of a pair is the logistic of the
log of the sum over all sequences of operations.
"""

from collections.abc import Callable
from functools import cache
from math import exp, log
from typing import NamedTuple

from sverka.text.names.tables import rows

X_MOST, Y_MOST = 3, 2
HOPELESS = -12.0
"""Log odds below which the sum is not finished: the upper bound is returned."""
SLACK = 3.0
"""How much a sum over sequences may exceed its best sequence, as a factor."""
NARROW = 0.001
"""Cells below this share of the best of their row are not followed."""
MOST_KEPT = 20_000
PROMISING = -1.0
"""Log odds that the letters of a pair must promise, whatever their order, for the sum to be done:
at most 1 in 1,000 of the pairs that are told from random ones at 99 % precision are lost."""
ABSENT = -9.0
"""What a letter that the name does not write at all takes from the promise."""

Operations = dict[str, dict[str, float]]
Scorer = Callable[[str, str], float]


class Plan(NamedTuple):
    """What the first side of a pair may do at each of its symbols."""

    steps: list[list[tuple[int, dict[str, float]]]]
    """Where each known chunk that starts here ends, and what it writes."""
    rest: list[float]
    """The largest product of weights from here to the end."""
    promise: dict[str, float]
    """The most that it can add to the log for each symbol of the second side."""


@cache
def _table(name: str) -> tuple[Operations, float]:
    operations: Operations = {}
    bias = 0.0
    for x, y, weight in rows(f"{name}.tsv.gz"):
        if x or y:
            operations.setdefault(x, {})[y] = exp(int(weight) / 100)
        else:
            bias = int(weight) / 100
    return operations, bias


def _plan(
    x: str,
    operations: Operations,
    best: dict[str, float],
    shares: dict[str, dict[str, float]],
) -> Plan:
    steps: list[list[tuple[int, dict[str, float]]]] = []
    for i in range(len(x)):
        chunks = ((i + d, x[i : i + d]) for d in range(1, min(X_MOST, len(x) - i) + 1))
        steps.append([(end, operations[chunk]) for end, chunk in chunks if chunk in operations])
    rest = [1.0] * (len(x) + 1)
    for i in reversed(range(len(x))):
        gains = [best[x[i:end]] * rest[end] for end, _ in steps[i]]
        rest[i] = max(gains, default=0.0)
    return Plan(steps, rest, _promise(x, shares))


def _shares(operations: Operations) -> dict[str, dict[str, float]]:
    """For each chunk, the most that writing each symbol of the second side adds to the log."""
    found: dict[str, dict[str, float]] = {}
    for chunk, written in operations.items():
        share: dict[str, float] = {}
        for y, weight in written.items():
            part = log(weight) / max(1, len(y))
            for char in y:
                share[char] = max(part, share.get(char, part))
        found[chunk] = share
    return found


def _promise(x: str, shares: dict[str, dict[str, float]]) -> dict[str, float]:
    """The most that `x` can give for each symbol of the second side."""
    found = dict(shares.get("", ()))
    chunks = {x[i : i + size] for i in range(len(x)) for size in range(1, X_MOST + 1)}
    for chunk in chunks:
        for char, part in shares.get(chunk, {}).items():
            if part > found.get(char, ABSENT):
                found[char] = part
    return found


@cache
def scorer(name: str) -> Scorer:
    """A function of two symbol strings, 0…1, on the table of this name (e.g. `en-ru`).

    Raises FileNotFoundError if there is no such table.
    """
    operations, bias = _table(name)
    best = {chunk: max(written.values()) for chunk, written in operations.items()}
    inserted = operations.get("", {})
    plans: dict[str, Plan] = {}
    shares = _shares(operations)
    least = exp(HOPELESS - bias) / SLACK

    def score(x: str, y: str) -> float:
        width, height = len(x), len(y)
        if not width or not height:
            return 0.0
        plan = plans.get(x)
        if plan is None:
            if len(plans) >= MOST_KEPT:
                plans.clear()
            plan = plans[x] = _plan(x, operations, best, shares)
        steps, rest, promise = plan
        most = sum([promise.get(char, ABSENT) for char in y]) + bias
        if most < PROMISING:
            return _logistic(HOPELESS + most - PROMISING)
        pairs = [*(y[j : j + 2] for j in range(height - 1)), "\n"]
        free = [inserted.get(char, 0.0) for char in y]
        sums = [[0.0] * (height + 1) for _ in range(width + X_MOST)]
        sums[0][0] = 1.0
        ratio = height / width
        reach = 3 + height // 4
        for i in range(width + 1):
            row = sums[i]
            middle = int(i * ratio)
            low, high = max(0, middle - reach), min(height, middle + reach)
            for j in range(low, high):
                if row[j]:
                    row[j + 1] += row[j] * free[j]
            if i == width:
                break
            peak = max(row)
            bound = peak * rest[i]
            for ahead in range(i + 1, min(i + X_MOST, width + 1)):
                bound = max(bound, max(sums[ahead]) * rest[ahead])
            if bound < least:
                return _logistic(log(bound * SLACK) + bias) if bound > 0 else 0.0
            floor = peak * NARROW
            live = [(j, here) for j, here in enumerate(row) if here > floor]
            for end, written in steps[i]:
                target = sums[end]
                get = written.get
                silent = get("", 0.0)
                for j, here in live:
                    target[j] += here * silent
                    if j < height:
                        weight = get(y[j])
                        if weight:
                            target[j + 1] += here * weight
                        weight = get(pairs[j])
                        if weight:
                            target[j + 2] += here * weight
        total = sums[width][height]
        return _logistic(log(total) + bias) if total > 0 else 0.0

    return score


def _logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -30 else 1e-13
