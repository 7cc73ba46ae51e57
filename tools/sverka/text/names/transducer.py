"""How likely two symbol strings write one name: a learned stochastic edit transducer.

The tables are learned by `tests/benchmarks/names/train.py`; each operation writes up to three
symbols of the first side and up to two of the second. The score of a pair is the logistic of the
log of the sum over all sequences of operations.
"""

from collections.abc import Callable
from functools import cache
from math import exp, log

from sverka.text.names.tables import rows

X_MOST, Y_MOST = 3, 2

Operations = dict[str, dict[str, float]]
Scorer = Callable[[str, str], float]


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


def _steps(x: str, operations: Operations) -> list[list[tuple[int, dict[str, float]]]]:
    """For each place in x: where each known chunk that starts here ends, and what it writes."""
    found = []
    for i in range(len(x)):
        chunks = ((d, operations.get(x[i : i + d])) for d in range(1, min(X_MOST, len(x) - i) + 1))
        found.append([(i + d, written) for d, written in chunks if written])
    return found


@cache
def scorer(name: str) -> Scorer:
    """A function of two symbol strings, 0…1, on the table of this name (e.g. `en-ru`).

    Raises FileNotFoundError if there is no such table.
    """
    operations, bias = _table(name)
    inserted = operations.get("", {})
    steps_of: dict[str, list[list[tuple[int, dict[str, float]]]]] = {}

    def score(x: str, y: str) -> float:
        width, height = len(x), len(y)
        if not width or not height:
            return 0.0
        steps = steps_of.get(x)
        if steps is None:
            if len(steps_of) > 20000:
                steps_of.clear()
            steps = steps_of[x] = _steps(x, operations)
        pairs = [y[j : j + 2] for j in range(height)]
        free = [inserted.get(char, 0.0) for char in y]
        sums = [[0.0] * (height + 1) for _ in range(width + 1)]
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
            for end, written in steps[i]:
                target = sums[end]
                get = written.get
                silent = get("")
                for j in range(low, high + 1):
                    here = row[j]
                    if not here:
                        continue
                    if silent:
                        target[j] += here * silent
                    if j < height:
                        weight = get(y[j])
                        if weight:
                            target[j + 1] += here * weight
                        if j + 1 < height:
                            weight = get(pairs[j])
                            if weight:
                                target[j + 2] += here * weight
        total = sums[width][height]
        if total <= 0.0:
            return 0.0
        value = log(total) + bias
        return 1 / (1 + exp(-value)) if value > -30 else 1e-13

    return score
