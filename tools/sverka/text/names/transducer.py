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

from rapidfuzz.distance import Indel, Levenshtein

from sverka.text.names.skeleton import coarse, skeleton
from sverka.text.names.tables import DATA, rows

X_MOST, Y_MOST = 3, 2
HOPELESS = -12.0
"""Log odds below which the sum is not finished, where no prefilter says another limit."""
NOTHING = "\n" * (Y_MOST + 1)
SLACK = 3.0
"""How much a sum over sequences may exceed its best sequence, as a factor."""
NARROW = 0.00003
"""Cells below this share of the best of their row are not followed."""
MOST_KEPT = 20_000
ABSENT = -9.0
"""What a letter that the name does not write at all takes from the promise."""

Operations = dict[str, dict[str, float]]
Scorer = Callable[[str, str], float]


class Prefilter(NamedTuple):
    """Weights of what tells most pairs apart at a glance: their sum guesses the log odds."""

    base: float
    promise: float
    """Of the most that the first side promises for the symbols of the second, in any order."""
    worth: float
    edits: float
    """Of the insertions and deletions between the coarse strings."""
    skeleton: float
    """Of the edits between the consonant skeletons."""
    first: float
    second: float
    """Of the lengths of both sides."""
    least: float
    """The guess below which a pair is not scored."""
    hopeless: float
    """Log odds below which a sum is not finished."""


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
    promise: dict[str, float]
    """The most that it can add to the log for each symbol of the second side."""
    worth: float
    glance: float
    """The part of the guess that this side decides alone."""
    coarse: str
    skeleton: str


class Target(NamedTuple):
    """The second side of a pair, prepared for many comparisons."""

    symbols: list[str]
    """Those of the name, and some after its end that no operation writes."""
    pairs: list[str]
    """The symbol at each place with the next one."""
    free: list[float]
    """What writing each symbol of itself weighs."""
    worth: float
    glance: float
    coarse: str
    skeleton: str


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
def _shares_of(name: str) -> dict[str, dict[str, float]]:
    return _shares(_table(name)[0])


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
def prefilter(name: str) -> Prefilter | None:
    """The prefilter of a table; None if it has none."""
    for line in (DATA / "prefilter.tsv").read_text(encoding="utf-8").splitlines():
        table, *weights = line.split("\t")
        if table == name:
            return Prefilter(*map(float, weights))
    return None


def looks(name: str, x: str, y: str) -> tuple[float, ...]:
    """What the prefilter of a table weighs of a pair, in the order of its weights."""
    left, right = _worths(name)
    promise = _promise(x, _shares_of(name))
    bare = x.strip("^$")
    return (
        sum(promise.get(char, ABSENT) for char in y),
        worth(left, marked(x)) + worth(right, marked(y)),
        Indel.distance(coarse(bare), coarse(y)),
        Levenshtein.distance(skeleton(bare), skeleton(y)),
        len(x),
        len(y),
    )


@cache
def judge(name: str) -> Judge:
    """The functions of two symbol strings that the table of this name (e.g. `en-ru`) gives.

    Raises FileNotFoundError if there is no such table.
    """
    operations, base = _table(name)
    left, right = _worths(name)
    best = {chunk: max(written.values()) for chunk, written in operations.items()}
    inserted = operations.get("", {})
    plans: dict[str, Plan] = {}
    targets: dict[str, Target] = {}
    shares = _shares_of(name)
    weigh = prefilter(name) or Prefilter(0, 0, 0, 0, 0, 0, 0, 0, HOPELESS)
    promised, edited, skeletal = weigh.promise, weigh.edits, weigh.skeleton
    hopeless = weigh.hopeless

    def planned(x: str) -> Plan:
        if len(plans) >= MOST_KEPT:
            plans.clear()
        steps = _steps(x, operations)
        own = worth(left, marked(x))
        glance = weigh.base - weigh.least + weigh.worth * own + weigh.first * len(x)
        bare = x.strip("^$")
        promise = _promise(x, shares)
        plan = Plan(
            steps, _rest(x, steps, best), promise, own, glance, coarse(bare), skeleton(bare)
        )
        plans[x] = plan
        return plan

    def targeted(y: str) -> Target:
        if len(targets) >= MOST_KEPT:
            targets.clear()
        symbols = [*y, *NOTHING]
        pairs = [a + b for a, b in pairwise(symbols)]
        free = [inserted.get(char, 0.0) for char in y]
        own = worth(right, marked(y))
        glance = weigh.worth * own + weigh.second * len(y)
        targets[y] = target = Target(symbols, pairs, free, own, glance, coarse(y), skeleton(y))
        return target

    def compared(plan: Plan, target: Target, y: str) -> float:
        found = plan.glance + target.glance
        found += edited * Indel.distance(plan.coarse, target.coarse)
        found += skeletal * Levenshtein.distance(plan.skeleton, target.skeleton)
        get = plan.promise.get
        return found + promised * sum([get(char, ABSENT) for char in y])

    def guess(x: str, y: str) -> float:
        return compared(plans.get(x) or planned(x), targets.get(y) or targeted(y), y)

    def score(x: str, y: str) -> float:
        width, height = len(x), len(y)
        if not width or not height:
            return 0.0
        plan = plans.get(x) or planned(x)
        target = targets.get(y) or targeted(y)
        if promised:
            margin = compared(plan, target, y)
            if margin < 0:
                return logistic(hopeless + margin)
        steps, rest = plan.steps, plan.rest
        symbols, pairs, free = target.symbols, target.pairs, target.free
        bias = base + plan.worth + target.worth
        least = exp(hopeless - bias) / SLACK
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

    return Judge(score, guess, hopeless)


def logistic(value: float) -> float:
    return 1 / (1 + exp(-value)) if value > -30 else 1e-13
