"""Trains the edit transducers that `sverka.text.names` ships, and writes them as package data.

    python -m tests.benchmarks.names.train [ru ar he ja ko zh en]

Data: names/en-*.train.tsv.gz (Wikidata, CC0 1.0). Every tenth name is held back for
`python -m tests.benchmarks.names`.
"""

import gzip
import sys
import time
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from sverka.text.names.scripts import symbols
from sverka.text.names.sounds import edged
from sverka.text.names.tables import DATA as TABLES

from . import data, measures, transducers
from .transducers import Bools, Chunks, Floats, Pairs

OPERATIONS = 5000
LEAST = 12
"""Places where an operation must be possible to be considered."""
DISCOUNT = 1.0
"""Taken from each expected count, so that rare operations die out."""
PULL = 0.5
"""Strength of the prior that holds weights near those of expectation maximisation."""
ROUNDS = 48
CLEANINGS = 3
BONUS = {"zh": 1.0}
"""What each symbol adds to the log score in the end, 0.5 where nothing else is said: of two pairs
with as many oddities, the longer one is likelier one name."""
SHARES = (2.0, 0.7, 1.5)
"""Weight of true pairs, hard and random negatives in the fit."""


class Noise(NamedTuple):
    """How many pairs of the data are no names of one person."""

    better: float
    """Percentage of random pairs below which a pair is left out as an error of the data."""
    share: float
    """How many of the rest are taken to be wrong all the same."""


NOISE = {"ko": Noise(95, 0.1), "zh": Noise(95, 0.1), "en": Noise(50, 0.04)}
LITTLE_NOISE = Noise(80, 0.04)


class Model(NamedTuple):
    """The log weights of operations; of those that are left out, -inf."""

    known: Chunks
    theta: Floats
    bias: float

    @property
    def kept(self) -> Bools:
        """Which operations the model has."""
        return np.asarray(np.isfinite(self.theta))


def sound(english: str, foreign: str, language: str) -> tuple[str, str]:
    """The symbol strings of a pair as the shipped scorer compares them."""
    left, right = symbols(english, "en"), symbols(foreign, language)
    return (left, right) if language == "en" or not left else (edged(left), right)


def usable(found: Sequence[data.Pair], language: str) -> list[tuple[str, str]]:
    """The pairs as sounds, without empty and very long ones."""
    pairs = [sound(*pair, language) for pair in found]
    return [(x, y) for x, y in pairs if x and y and len(x) <= 22 and len(y) <= 26]


def powers(theta: Floats) -> Floats:
    """Weights of operations."""
    return np.asarray(np.exp(np.minimum(theta, 20.0)))


def learn(positives: list[tuple[str, str]]) -> tuple[Chunks, Floats]:
    """Expectation maximisation, the most used operations, and their information: the log weight
    of each beside its two sides' own, a start free of length."""
    known = transducers.chunks(positives, LEAST)
    pairs = transducers.encode(positives, known)
    weights, possible = transducers.first_guess(pairs, known, LEAST)
    always = transducers.single(known) & possible
    weights = transducers.maximise(pairs, weights, always, 10, DISCOUNT)
    most = min(OPERATIONS, int((weights > 0).sum()))
    ranked = np.where(always & (weights > 0), weights + 1e-5, weights)
    least = np.partition(ranked.ravel(), -most)[-most]
    weights = np.where(ranked >= least, weights, 0.0)
    mass = weights.sum(1)[:, None] * weights.sum(0)[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        theta = np.log(weights) - 0.5 * np.log(mass)
    return known, np.where(weights > 0, theta, -np.inf)


def discriminate(
    known: Chunks,
    start: Floats,
    parts: Sequence[list[tuple[str, str]]],
    noise: float,
) -> Model:
    """Move log weights by gradient ascent (Adam) on a robust logistic likelihood.

    Each label is taken to be wrong with the chance `noise`, so hopeless pairs do not pull.
    """
    sets = [transducers.encode(part, known) for part in parts]
    size = sum(map(len, sets))
    shares = [w * size / sum(SHARES) / len(part) for w, part in zip(SHARES, sets, strict=True)]
    kept = np.isfinite(start)
    theta, bias = start.copy(), _middle(sets, powers(start))
    first, second = np.zeros(theta.size + 1), np.zeros(theta.size + 1)
    for round_ in range(1, ROUNDS + 1):
        gradient, slope, loss = np.zeros_like(theta), 0.0, 0.0
        weights = powers(theta)
        for number, (part, share) in enumerate(zip(sets, shares, strict=True)):
            error, likely = _errors(part, weights, bias, number == 0, noise)
            transducers.expected(part, weights, error * share, gradient)
            slope += float(error.sum()) * share
            loss -= share * float(np.log(likely).sum()) / size
        drift = np.where(kept, theta, 0.0) - np.where(kept, start, 0.0)
        whole = np.append(np.where(kept, gradient - PULL * drift, 0.0), slope)
        first = 0.9 * first + 0.1 * whole
        second = 0.99 * second + 0.01 * whole**2
        step = (first / (1 - 0.9**round_)) / (np.sqrt(second / (1 - 0.99**round_)) + 1e-8)
        step *= 0.1 if round_ < ROUNDS * 0.6 else 0.03
        theta = theta + step[:-1].reshape(theta.shape)
        bias += float(step[-1])
        if round_ % 20 == 0:
            print(f"  fit {round_}: loss {loss:.4f}", flush=True)
    return Model(known, theta, bias)


def _middle(sets: Sequence[Pairs], weights: Floats) -> float:
    """A bias half-way between true and false pairs."""
    true, *false = (transducers.log_scores(part, weights) for part in sets)
    return -float(np.median(true) + np.median(np.concatenate(false))) / 2


def _errors(
    part: Pairs, weights: Floats, bias: float, is_true: bool, noise: float
) -> tuple[Floats, Floats]:
    """What each pair pulls at its score, and how likely its label is."""
    chance = 1 / (1 + np.exp(-np.clip(transducers.log_scores(part, weights) + bias, -50, 50)))
    likely = (1 - noise) * (chance if is_true else 1 - chance) + noise / 2
    slope = (1 - noise) * chance * (1 - chance) / likely
    return slope if is_true else -slope, likely


def prolonged(model: Model, pairs: list[tuple[str, str]], bonus: float) -> Model:
    """The model with a bonus for each symbol, and a bias that leaves the usual pair as it is."""
    usual = float(np.median([len(x) + len(y) for x, y in pairs]))
    theta = model.theta + bonus * model.known.lengths
    return Model(model.known, theta, model.bias - bonus * usual)


def evaluate(model: Model, language: str) -> None:
    """Print the figures of merit on what is held back."""
    if language == "en":
        parts = data.spelling_pairs(held_back=True, seed=1)
    else:
        dev = data.pairs(language, held_back=True)
        parts = (dev, *data.negatives(dev, 1))
    weights = powers(model.theta)
    true, hard, plain = (
        transducers.log_scores(
            transducers.encode([sound(*p, language) for p in part], model.known), weights
        ).tolist()
        for part in parts
    )
    print(
        f"{language} held back: AUC hard {measures.auc(true, hard):.4f} "
        f"F1 hard {measures.best_f1(true, hard):.4f} "
        f"R@99P {measures.recall_at(0.99, true, plain):.4f}",
        flush=True,
    )


def write(name: str, model: Model) -> None:
    """Write a table of operations as package data."""
    lines = [
        "# Edit operations: symbols of one side, of the other, hundredths of the log weight.",
        "# Learned by tests/benchmarks/names/train.py from Wikidata name pairs (CC0 1.0),",
        "# steveash/NETransliteration-COLING2018 @ 5d5f59e. The first row is the bias.",
        f"\t\t{round(model.bias * 100)}",
    ]
    x, y = (list(side) for side in model.known)
    for i, j in np.argwhere(model.kept & (model.theta > -12)).tolist():
        lines.append(f"{x[i]}\t{y[j]}\t{round(model.theta[i, j] * 100)}")
    path = TABLES / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", mtime=0))
    print(f"{path.name}: {len(lines) - 4} operations, {path.stat().st_size} bytes")


def train(language: str) -> None:
    """Train and write one table: of English and another language, or of English spellings."""
    started = time.time()
    if language == "en":
        raw, *negatives = data.spelling_pairs(held_back=False, seed=0)
    else:
        raw = data.pairs(language, held_back=False)
        negatives = list(data.negatives(raw, 0, deleted=1))
    positives = usable(raw, language)
    hard, plain = (usable(part, language) for part in negatives)
    noise = NOISE.get(language, LITTLE_NOISE)
    for _ in range(CLEANINGS):
        known, theta = learn(positives)
        weights = powers(theta)
        random_pairs = transducers.log_scores(transducers.encode(plain, known), weights)
        scores = transducers.log_scores(transducers.encode(positives, known), weights)
        least = float(np.percentile(random_pairs, noise.better))
        positives = [pair for pair, s in zip(positives, scores, strict=True) if s > least]
        print(f"{language}: {len(positives)} pairs", flush=True)
    evaluate(Model(known, theta, 0.0), language)
    model = discriminate(known, theta, (positives, hard, plain), noise.share)
    evaluate(model, language)
    if language != "en":
        model = prolonged(model, positives, BONUS.get(language, 0.5))
        evaluate(model, language)
    write(f"en-{language}", model)
    print(f"  {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or [*data.LANGUAGES, "en"]:
        train(chosen)
