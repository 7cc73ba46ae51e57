"""A small language model of symbol strings: how likely each symbol is after the two before it.

Interpolated after Witten & Bell (1991, "The zero-frequency problem"). What it tells of a name is
the null hypothesis of the transducer: two long rare names that agree are likelier one name than
two short common ones.
"""

from collections import Counter
from collections.abc import Iterable
from math import log

MOST = 3
LEAST = 100
"""Times that a run of `MOST` symbols must occur to have a row of its own."""


def log_chances(names: Iterable[str]) -> dict[str, float]:
    """For each run of up to `MOST` symbols, the log of the chance of its last after the others."""
    count: Counter[str] = Counter()
    for name in names:
        for end in range(1, len(name) + 1):
            count.update(name[end - size : end] for size in range(1, min(MOST, end) + 1))
    before: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for run, number in count.items():
        before[run[:-1]] += number
        kinds[run[:-1]] += 1
    chance = {"": 1 / (kinds[""] + 1)}
    for run in sorted(count, key=len):
        whole, different = before[run[:-1]], kinds[run[:-1]]
        chance[run] = (count[run] + different * chance[run[1:]]) / (whole + different)
    kept = (run for run in count if len(run) < MOST or count[run] >= LEAST)
    return {run: log(chance[run]) for run in kept}
