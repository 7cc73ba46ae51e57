"""How likely two symbol strings write one name: a learned stochastic edit transducer.

The tables are learned by `tests/benchmarks/names/train.py`; each operation writes up to three
symbols of the first side and up to two of the second. The score of a pair is the logistic of the
log of the sum over all sequences of operations, and of what each side is worth by itself: names
made of rare runs of letters agree by chance less often.
"""

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from math import exp, log
from typing import NamedTuple

from sverka.text.names import glance
from sverka.text.names.glance import Operations, Shares, Side, guesser, prefilter, seen
from sverka.text.names.tables import rows
from sverka.text.vocabulary import Remembered

X_MOST, Y_MOST = 3, 2
HOPELESS = -12.0
"""Log odds below which the sum is not finished, where no prefilter says another limit."""
NOTHING = "\n" * (Y_MOST + 1)
SLACK = 3.0
"""How much a sum over sequences may exceed its best sequence, as a factor."""
NARROW = 0.00003
"""Cells below this share of the best of their row are not followed."""
MOST_KEPT = 20_000

Scorer = Callable[[str, str], float]


class Judge(NamedTuple):
    """The functions of two symbol strings that one table gives."""

    score: Scorer
    guess: Scorer
    """By how much the pair passes the prefilter; below 0 it is told apart at a glance."""
    hopeless: float
    """Log odds that no pair which is told apart at a glance exceeds."""


class Plan(NamedTuple):
    """What the first side of a pair may do at each of its symbols."""

    steps: list[list[tuple[int, dict[str, float]]]]
    """Where each known chunk that starts here ends, and what it writes."""
    rest: list[float]
    """The largest product of weights from here to the end."""
    worth: float


class Target(NamedTuple):
    """The second side of a pair, prepared for many comparisons."""

    symbols: list[str]
    """Those of the name, and some after its end that no operation writes."""
    pairs: list[str]
    """The symbol at each place with the next one."""
    free: list[float]
    """What writing each symbol of itself weighs."""
    worth: float


def marked(symbols: str) -> str:
    """Symbols between marks of the name's beginning and end, unless they are marked already."""
    return symbols if symbols[:1] == "^" else f"^{symbols}$"


def worth(runs: dict[str, float], symbols: str) -> float:
    """The sum of what each symbol is worth after the two, one or none before it that `runs` has."""
    total = 0.0
    for end in range(1, len(symbols) + 1):
        for start in range(max(0, end - 3), end):
            value = runs.get(symbols[start:end])
            if value is not None:
                total += value
                break
        else:
            total += runs.get("", 0.0)
    return total


@cache
def _worths(name: str) -> tuple[dict[str, float], dict[str, float]]:
    found: tuple[dict[str, float], dict[str, float]] = ({}, {})
    for side, run, value in rows(f"{name}.worth.tsv.gz"):
        found[int(side) - 1][run] = int(value) / 100
    for runs in found:
        runs[""] = max((v for run, v in runs.items() if len(run) == 1), default=0.0)
    return found


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
    found: list[list[tuple[int, dict[str, float]]]] = []
    for i in range(len(x)):
        chunks = ((i + d, x[i : i + d]) for d in range(1, min(X_MOST, len(x) - i) + 1))
        found.append([(end, operations[chunk]) for end, chunk in chunks if chunk in operations])
    return found


def _rest(
    x: str, steps: list[list[tuple[int, dict[str, float]]]], best: dict[str, float]
) -> list[float]:
    rest = [1.0] * (len(x) + 1)
    for i in reversed(range(len(x))):
        rest[i] = max((best[x[i:end]] * rest[end] for end, _ in steps[i]), default=0.0)
    return rest


@cache
def _shares_of(name: str) -> tuple[Shares, Shares]:
    return glance.shares(_table(name)[0])


def looks(name: str, x: str, y: str) -> tuple[float, ...]:
    """What the prefilter of a table weighs of a pair, in the order of its weights."""
    given, values = _shares_of(name), _worths(name)
    own = [worth(runs, marked(text)) for runs, text in zip(values, (x, y), strict=True)]
    one, other = (seen(None, side, text, own[side]) for side, text in enumerate((x, y)))
    return (sum(own), *glance.looks(one, other, given))


def _always(one: Side, other: Side) -> float:
    """The guess where there is no prefilter."""
    return 0.0


@cache
def judge(name: str, hopeless: float | None = None) -> Judge:
    """The functions of two symbol strings that the table of this name (e.g. `en-ru`) gives; with
    `hopeless`, without a prefilter, and sums are finished above these log odds.

    Raises FileNotFoundError if there is no such table.
    """
    operations, base = _table(name)
    left, right = _worths(name)
    best = {chunk: max(written.values()) for chunk, written in operations.items()}
    inserted = operations.get("", {})
    plans: dict[str, Plan] = {}
    targets: dict[str, Target] = {}
    weigh = prefilter(name) if hopeless is None else None
    limit = weigh.hopeless if weigh else HOPELESS if hopeless is None else hopeless

    first = Remembered(lambda x: seen(weigh, 0, x, worth(left, marked(x))))
    second = Remembered(lambda y: seen(weigh, 1, y, worth(right, marked(y))))

    def planned(x: str) -> Plan:
        if len(plans) >= MOST_KEPT:
            plans.clear()
        steps = _steps(x, operations)
        plans[x] = plan = Plan(steps, _rest(x, steps, best), worth(left, marked(x)))
        return plan

    def targeted(y: str) -> Target:
        if len(targets) >= MOST_KEPT:
            targets.clear()
        symbols = [*y, *NOTHING]
        pairs = [a + b for a, b in pairwise(symbols)]
        free = [inserted.get(char, 0.0) for char in y]
        targets[y] = target = Target(symbols, pairs, free, worth(right, marked(y)))
        return target

    compared = guesser(weigh, _shares_of(name)) if weigh else _always

    def guess(x: str, y: str) -> float:
        return compared(first[x], second[y])

    def score(x: str, y: str) -> float:
        width, height = len(x), len(y)
        if not width or not height:
            return 0.0
        margin = guess(x, y)
        if margin < 0:
            return logistic(limit + margin)
        plan = plans.get(x) or planned(x)
        target = targets.get(y) or targeted(y)
        steps, rest = plan.steps, plan.rest
        symbols, pairs, free = target.symbols, target.pairs, target.free
        bias = base + plan.worth + target.worth
        least = exp(limit - bias) / SLACK
        sums = [[0.0] * (height + Y_MOST + 1) for _ in range(width + X_MOST)]
        sums[0][0] = 1.0
        ratio = height / width
        reach = 3 + height // 4
        for i in range(width + 1):
            row = sums[i]
            middle = int(i * ratio)
            for j in range(max(0, middle - reach), min(height, middle + reach)):
                if row[j]:
                    row[j + 1] += row[j] * free[j]
            if i == width:
                break
            peak = max(row)
            bound = peak * rest[i]
            for ahead in range(i + 1, min(i + X_MOST, width + 1)):
                bound = max(bound, max(sums[ahead]) * rest[ahead])
            if bound < least:
                return logistic(log(bound * SLACK) + bias) if bound > 0 else 0.0
            floor = peak * NARROW
            live = [(j, here, symbols[j], pairs[j]) for j, here in enumerate(row) if here > floor]
            for end, written in steps[i]:
                ahead_row = sums[end]
                get = written.get
                silent = get("", 0.0)
                for j, here, one, two in live:
                    ahead_row[j] += here * silent
                    weight = get(one)
                    if weight:
                        ahead_row[j + 1] += here * weight
                    weight = get(two)
                    if weight:
                        ahead_row[j + 2] += here * weight
        total = sums[width][height]
        return logistic(log(total) + bias) if total > 0 else 0.0

    return Judge(score, guess, limit)


def logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -30 else 1e-13
