"""Fits the prefilter of each table: a guess of the log odds from what is quickly compared.

    python -m tests.benchmarks.names.prefilter [ru ar he ja ko zh]

True pairs are those of the training data that the table scores above nearly all false ones of the
same initial; the others are names at random. The guess is a logistic regression.
"""

import math
import random
import sys

import numpy as np

from sverka.text.names.glance import Fine, Prefilter, Rough, prefilter
from sverka.text.names.scripts import symbols
from sverka.text.names.sounds import edged
from sverka.text.names.tables import DATA as TABLES
from sverka.text.names.transducer import judge, looks

from . import data
from .transducers import Floats

LOST = {"ru": 0.0003, "ja": 0.0005, "he": 0.0005, "ar": 0.001, "ko": 0.003, "zh": 0.003}
"""Share of the true pairs that may be lost, for speed."""
ROOM = 2.0
"""How much below the score of nearly all random pairs a sum is finished, in log odds."""
EVERYTHING = -25.0
"""Log odds below which no pair is worth a sum."""
SAMPLE = 20_000
NEARLY = 99.0
"""Percentage of false pairs of the same initial above which a true pair must score."""
APART = 300
"""Places, among the sorted names, between the two sides of such a false pair."""
LOST_AT_ONCE = 0.5
"""Part of those that the rough guess may lose."""
CROSSINGS = 2
"""Random pairs for each name."""
TRUE_WEIGHT = 30.0
"""Weight of true pairs in the fit, so that few are lost."""
NAME = "prefilter.tsv"
HEADER = "# table\t" + "\t".join((*Rough._fields, *Fine._fields, "hopeless"))


def compared(pairs: list[tuple[str, str]], table: str) -> Floats:
    """What the prefilter weighs of each pair, and a 1 for its base."""
    return np.array([(1.0, *looks(table, x, y)) for x, y in pairs])


def regressed(values: Floats, labels: Floats, weights: Floats) -> Floats:
    """Logistic regression by Newton's method."""
    scale = values.std(axis=0) + (values.std(axis=0) == 0)
    scaled = values / scale
    found = np.zeros(values.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-np.clip(scaled @ found, -30, 30)))
        slope = scaled.T @ (weights * (labels - chance)) - 0.01 * found
        curve = (scaled * (weights * chance * (1 - chance))[:, None]).T @ scaled
        found += np.linalg.solve(curve + 0.01 * np.eye(len(found)), slope)
    return np.asarray(found / scale)


def limited(values: Floats, labels: Floats, lost: float) -> Floats:
    """Weights of a guess that is below 0 for the share `lost` of the true pairs; the first of the
    values is 1."""
    weights = regressed(values, labels, np.where(labels > 0, TRUE_WEIGHT, 1.0))
    limit = np.percentile((values @ weights)[labels > 0], 100 * lost)
    weights[0] -= limit
    return weights.round(3)


def fitted(language: str) -> Prefilter:
    """The prefilter of one table."""
    table = f"en-{language}"
    chance = random.Random(6)
    names = data.pairs(language, held_back=False)
    sounds = [(edged(symbols(a, "en")), symbols(b, language)) for a, b in names]
    sounds = chance.sample([(x, y) for x, y in sounds if len(x) > 4 and y], SAMPLE)
    crossed = [
        (x, y)
        for _ in range(CROSSINGS)
        for (x, _), (_, y) in zip(sounds, chance.sample(sounds, SAMPLE), strict=True)
    ]
    score = judge(table, EVERYTHING).score
    alike = sorted(sounds)
    near = zip(alike, alike[APART:], strict=False)
    scores = [score(x, y) for (x, _), (_, y) in list(near)[::4]]
    least = float(np.percentile(scores, NEARLY))
    true = [pair for pair in sounds if score(*pair) > least]
    values = compared(true + crossed, table)
    labels = np.repeat([1.0, 0.0], [len(true), len(crossed)])
    size = len(Rough._fields)
    rough = limited(values[:, :size], labels, LOST[language] * LOST_AT_ONCE)
    left = values[:, :size] @ rough >= 0
    fine = limited(values[left], labels[left], LOST[language] * (1 - LOST_AT_ONCE))
    passing = values[left & (labels == 0)] @ fine >= 0
    print(
        f"{table}: {len(true)} true pairs, keeps {left[labels == 0].mean():.3f} "
        f"and then {passing.sum() / len(crossed):.3f} of random ones",
        flush=True,
    )
    hopeless = math.log(least / (1 - least)) - ROOM
    return Prefilter(Rough(*rough.tolist()), Fine(*fine.tolist()), round(hopeless, 3))


def write(found: dict[str, Prefilter]) -> None:
    """Write the table of all prefilters; those that were not fitted stay."""
    rows = [HEADER]
    for language in data.LANGUAGES:
        weigh = found.get(language) or prefilter(f"en-{language}")
        if weigh is not None:
            weights = (*weigh.rough, *weigh.fine, weigh.hopeless)
            rows.append("\t".join([f"en-{language}", *map(str, weights)]))
    (TABLES / NAME).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write({language: fitted(language) for language in sys.argv[1:] or data.LANGUAGES})
