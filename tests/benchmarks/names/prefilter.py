"""Fits the prefilter of each table: a guess of the log odds from what is quickly compared.

    python -m tests.benchmarks.names.prefilter [ru ar he ja ko zh]

True pairs are those of the training data that the table scores above nearly all false ones of the
same initial; the others are names at random. The guess is a logistic regression.
"""

import math
import random
import sys

import numpy as np

from sverka.text.names.scripts import symbols
from sverka.text.names.sounds import edged
from sverka.text.names.tables import DATA as TABLES
from sverka.text.names.transducer import Prefilter, judge, looks, prefilter

from . import data
from .transducers import Floats

LOST = {"ru": 0.0005, "ja": 0.0005, "he": 0.001, "ar": 0.002, "ko": 0.004, "zh": 0.004}
"""Share of the true pairs that may be lost, for speed."""
ROOM = 2.0
"""How much below the score of nearly all random pairs a sum is finished, in log odds."""
SAMPLE = 20_000
NEARLY = 99.0
"""Percentage of false pairs of the same initial above which a true pair must score."""
APART = 300
"""Places, among the sorted names, between the two sides of such a false pair."""
TRUE_WEIGHT = 30.0
"""Weight of true pairs in the fit, so that few are lost."""
NAME = "prefilter.tsv"
HEADER = "# table\t" + "\t".join(Prefilter._fields)


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


def fitted(language: str) -> Prefilter:
    """The prefilter of one table."""
    table = f"en-{language}"
    chance = random.Random(6)
    names = data.pairs(language, held_back=False)
    sounds = [(edged(symbols(a, "en")), symbols(b, language)) for a, b in names]
    sounds = chance.sample([(x, y) for x, y in sounds if len(x) > 2 and y], SAMPLE)
    others = chance.sample([y for _, y in sounds], SAMPLE)
    crossed = [(x, y) for (x, _), y in zip(sounds, others, strict=True)]
    score = judge(table).score
    alike = sorted(sounds)
    near = zip(alike, alike[APART:], strict=False)
    scores = [score(x, y) for (x, _), (_, y) in list(near)[::4]]
    least = float(np.percentile(scores, NEARLY))
    true = [pair for pair in sounds if score(*pair) > least]
    values = compared(true + crossed, table)
    labels = np.repeat([1.0, 0.0], [len(true), len(crossed)])
    weights = regressed(values, labels, np.where(labels > 0, TRUE_WEIGHT, 1.0))
    guesses = values @ weights
    limit = float(np.percentile(guesses[: len(true)], 100 * LOST[language]))
    kept = float((guesses[len(true) :] >= limit).mean())
    print(f"{table}: {len(true)} true pairs, keeps {kept:.3f} of random ones", flush=True)
    hopeless = math.log(least / (1 - least)) - ROOM
    return Prefilter(*(round(float(w), 3) for w in (*weights, limit, hopeless)))


def write(found: dict[str, Prefilter]) -> None:
    """Write the table of all prefilters; those that were not fitted stay."""
    rows = [HEADER]
    for language in data.LANGUAGES:
        weigh = found.get(language) or prefilter(f"en-{language}")
        if weigh is not None:
            rows.append("\t".join([f"en-{language}", *map(str, weigh)]))
    (TABLES / NAME).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write({language: fitted(language) for language in sys.argv[1:] or data.LANGUAGES})
