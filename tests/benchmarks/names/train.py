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
from sverka.text.names.transducer import marked, worth

from . import data, measures, transducers, tuning
from .ngrams import log_chances
from .transducers import Bools, Chunks, Floats

OPERATIONS = 5000
LEAST = 12
"""Places where an operation must be possible to be considered."""
DISCOUNT = 1.0
"""Taken from each expected count, so that rare operations die out."""
PULL = 0.5
"""Strength of the prior that holds weights near those of expectation maximisation."""
EPOCHS, BATCH = 2, 4000
"""Rounds over all pairs, and the pairs of one step of the fit; longer fits lose recall."""
CLEANINGS = 2
NULL = 0.5
"""Weight of the two sides' own log chances, which are taken from the log score."""
BONUS = {"ja": 0.3}
"""What each symbol adds to the log score in the end, 0.15 where nothing else is said: of two pairs
with as many oddities, the longer one is likelier one name."""
SHARES = (2.0, 0.7, 1.5)
"""Weight of true pairs, hard and random negatives in the fit."""
TUNED = {"zh": 0.5}
"""Languages where what runs of symbols say by themselves is learned from examples, and how much of
that is added: all of it helps to tell names from names, and hinders to find them in a text."""
TUNING_SHARES = (1.0, 0.1, 1.0)
NEAR = 6.0
"""How far below the score of nearly all random pairs a pair still counts there, in log odds."""
PLAIN_EACH = 4
"""Random negatives for each pair there."""


class Noise(NamedTuple):
    """How many pairs of the data are no names of one person."""

    better: float
    """Percentage of random pairs below which a pair is left out as an error of the data."""
    share: float
    """How many of the rest are taken to be wrong all the same."""


class Tempting(NamedTuple):
    """How a language is fitted to random negatives that score high, beside all others."""

    plain_each: int
    """Random negatives for each pair; the tenth of them that scores highest is taken."""
    shares: tuple[float, ...]
    """Weights in the fit, these negatives last. Hard ones, which random pairs are not, count
    little."""


TEMPTING = {"he": Tempting(10, (1.0, 0.1, 0.3, 0.7))}
NOISE = {"ko": Noise(95, 0.1), "zh": Noise(95, 0.1), "en": Noise(50, 0.04)}
LITTLE_NOISE = Noise(80, 0.04)
Names = list[tuple[str, str]]


class Model(NamedTuple):
    """The log weights of operations; of those that are left out, -inf. What each side is worth."""

    known: Chunks
    theta: Floats
    bias: float
    worth: tuple[dict[str, float], dict[str, float]]

    @property
    def kept(self) -> Bools:
        """Which operations the model has."""
        return np.asarray(np.isfinite(self.theta))


def sound(english: str, foreign: str, language: str) -> tuple[str, str]:
    """The symbol strings of a pair as the shipped scorer compares them."""
    left, right = symbols(english, "en"), symbols(foreign, language)
    return (left, right) if language == "en" or not left else (edged(left), right)


def usable(found: Sequence[data.Pair], language: str) -> Names:
    """The pairs as sounds, without empty and very long ones."""
    pairs = [sound(*pair, language) for pair in found]
    return [(x, y) for x, y in pairs if x and y and len(x) <= 22 and len(y) <= 36]


def powers(theta: Floats) -> Floats:
    """Weights of operations."""
    return np.asarray(np.exp(np.minimum(theta, 20.0)))


def learn(positives: Names) -> tuple[Chunks, Floats]:
    """Expectation maximisation, the most used operations, and their information: the log weight
    of each beside its two sides' own, a start free of length."""
    known = transducers.chunks(positives, LEAST)
    pairs = transducers.encode(positives, known)
    weights, possible = transducers.first_guess(pairs, known, LEAST)
    always = transducers.single(known) & possible
    weights = transducers.maximise(pairs, weights, always, 8, DISCOUNT)
    most = min(OPERATIONS, int((weights > 0).sum()))
    ranked = np.where(always & (weights > 0), weights + 1e-5, weights)
    least = np.partition(ranked.ravel(), -most)[-most]
    weights = np.where(ranked >= least, weights, 0.0)
    mass = weights.sum(1)[:, None] * weights.sum(0)[None, :]
    with np.errstate(divide="ignore", invalid="ignore"):
        theta = np.log(weights) - 0.5 * np.log(mass)
    return known, np.where(weights > 0, theta, -np.inf)


def null(pairs: Names) -> tuple[dict[str, float], dict[str, float]]:
    """What each run of symbols takes from the score, on either side, by how common it is."""
    return tuple(  # type: ignore[return-value]
        {
            run: -NULL * chance
            for run, chance in log_chances([marked(pair[side]) for pair in pairs]).items()
        }
        for side in (0, 1)
    )


def worths(model: Model, pairs: Names) -> Floats:
    """What the sides of each pair are worth by themselves."""
    left, right = model.worth
    return np.array([worth(left, marked(x)) + worth(right, marked(y)) for x, y in pairs])


def scored(model: Model, pairs: Names) -> Floats:
    """Log odds of each pair."""
    found = transducers.log_scores(transducers.encode(pairs, model.known), powers(model.theta))
    return np.asarray(found + worths(model, pairs) + model.bias)


def tempting(model: Model, raw: list[data.Pair], language: str) -> Names:
    """The random negatives that the model scores highest."""
    plain = data.negatives(raw, 11, deleted=0, plain_each=TEMPTING[language].plain_each)[1]
    pairs = usable(plain, language)
    best = np.argsort(-scored(model, pairs))[: len(pairs) // 10]
    return [pairs[place] for place in best]


def fitted(
    start: Model, parts: Sequence[Names], part_shares: Sequence[float], noise: float
) -> Model:
    """Move log weights by gradient ascent (Adam) on a robust logistic likelihood; all parts but
    the first are false pairs.

    Each label is taken to be wrong with the chance `noise`, so hopeless pairs do not pull.
    """
    pairs = [pair for part in parts for pair in part]
    sizes = [len(part) for part in parts]
    shares = np.repeat([w / size for w, size in zip(part_shares, sizes, strict=True)], sizes)
    labels = np.repeat([1.0] + [0.0] * (len(parts) - 1), sizes)
    known = transducers.Labelled(
        transducers.encode(pairs, start.known),
        labels,
        worths(start, pairs),
        shares * len(pairs) / shares.sum(),
    )
    number = transducers.numbered(powers(start.theta))
    theta, bias = start.theta.copy(), _middle(scored(start, pairs), labels)
    first, second = np.zeros(int(start.kept.sum()) + 1), np.zeros(int(start.kept.sum()) + 1)
    chance = np.random.default_rng(0)
    steps = EPOCHS * -(-len(pairs) // BATCH)
    for step in range(steps):
        place = step % -(-len(pairs) // BATCH)
        if place == 0:
            order = chance.permutation(len(pairs)).astype(np.int32)
        batch = order[place * BATCH : (place + 1) * BATCH]
        gradient, slope, loss = transducers.pulls(known, batch, powers(theta), number, bias, noise)
        drift = (theta[start.kept] - start.theta[start.kept]) * len(batch) / len(pairs)
        whole = np.append(gradient - PULL * drift, slope)
        first = 0.9 * first + 0.1 * whole
        second = 0.99 * second + 0.01 * whole**2
        move = (first / (1 - 0.9 ** (step + 1))) / (
            np.sqrt(second / (1 - 0.99 ** (step + 1))) + 1e-8
        )
        move *= 0.1 * max(0.03, 1 - step / steps)
        theta[start.kept] += move[:-1]
        bias += float(move[-1])
    print(f"  loss of the last pairs {loss / len(batch):.4f}", flush=True)
    return start._replace(theta=theta, bias=bias)


def _middle(scores: Floats, labels: Floats) -> float:
    """A bias half-way between true and false pairs."""
    return -float(np.median(scores[labels > 0]) + np.median(scores[labels == 0])) / 2


def prolonged(model: Model, pairs: Names, bonus: float) -> Model:
    """The model with a bonus for each symbol, and a bias that leaves the usual pair as it is."""
    usual = float(np.median([len(marked(x)) + len(marked(y)) for x, y in pairs]))
    left, right = ({run: value + bonus for run, value in w.items()} for w in model.worth)
    return model._replace(worth=(left, right), bias=model.bias - bonus * usual)


def tuned(model: Model, parts: Sequence[Names], strength: float) -> Model:
    """The model with what runs of symbols add by themselves; the usual true pair stays as it is.

    The true pairs are all that are `NEAR`, also those that `learn` left out: a choice by the score
    would teach that the score decides.
    """
    scores = [scored(model, part) for part in parts]
    least = float(np.percentile(scores[2], 99)) - NEAR
    near = [
        [pair for pair, s in zip(part, found, strict=True) if s > least]
        for part, found in zip(parts, scores, strict=True)
    ]
    sizes = [len(part) for part in near]
    pairs = [(marked(x), marked(y)) for part in near for x, y in part]
    kept = np.concatenate([found[found > least] for found in scores])
    shares = np.repeat(TUNING_SHARES, sizes)
    said = tuning.weights(pairs, kept, np.repeat([1.0, 0.0, 0.0], sizes), shares)
    added = {run: strength * weight for run, weight in said.items()}
    left, right = (tuning.adjusted(w, side, added) for side, w in enumerate(model.worth))
    better = model._replace(worth=(left, right))
    drift = float(np.median(worths(better, near[0]) - worths(model, near[0])))
    return better._replace(bias=model.bias - drift)


def evaluate(model: Model, language: str) -> None:
    """Print the figures of merit on what is held back."""
    if language == "en":
        parts = data.spelling_pairs(held_back=True, seed=1)
    else:
        dev = data.pairs(language, held_back=True)
        parts = (dev, *data.negatives(dev, 1))
    true, hard, plain = (
        scored(model, [sound(*p, language) for p in part]).tolist() for part in parts
    )
    print(
        f"{language} held back: AUC hard {measures.auc(true, hard):.4f} "
        f"F1 hard {measures.best_f1(true, hard):.4f} "
        f"R@99P {measures.recall_at(0.99, true, plain):.4f}",
        flush=True,
    )


def write(name: str, model: Model) -> None:
    """Write a table of operations, and what the sides are worth, as package data."""
    x, y = (list(side) for side in model.known)
    operations = np.argwhere(model.kept & (model.theta > -12)).tolist()
    tables = {
        name: [
            "# Edit operations: symbols of one side, of the other, hundredths of the log weight.",
            "# The first row is the bias.",
            f"\t\t{round(model.bias * 100)}",
            *(f"{x[i]}\t{y[j]}\t{round(model.theta[i, j] * 100)}" for i, j in operations),
        ],
        f"{name}.worth": [
            "# What a symbol adds to the log score by those before it: side, run, hundredths.",
            *(
                f"{side}\t{run}\t{round(value * 100)}"
                for side, runs in enumerate(model.worth, 1)
                for run, value in sorted(runs.items())
            ),
        ],
    }
    for table, lines in tables.items():
        lines[1:1] = [
            "# Learned by tests/benchmarks/names/train.py from Wikidata name pairs (CC0 1.0),",
            "# steveash/NETransliteration-COLING2018 @ 5d5f59e.",
        ]
        path = TABLES / f"{table}.tsv.gz"
        path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", mtime=0))
        print(f"{path.name}: {len(lines)} lines, {path.stat().st_size} bytes")


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
        print(f"{language}: {len(positives)} pairs, {time.time() - started:.0f} s", flush=True)
    model = Model(known, theta, 0.0, null(positives))
    evaluate(model, language)
    parts: tuple[Names, ...] = (positives, hard, plain)
    shares: tuple[float, ...] = SHARES
    if language in TEMPTING:
        parts, shares = (*parts, tempting(model, raw, language)), TEMPTING[language].shares
    model = fitted(model, parts, shares, noise.share)
    evaluate(model, language)
    if language != "en":
        model = prolonged(model, positives, BONUS.get(language, 0.15))
        evaluate(model, language)
    if strength := TUNED.get(language, 0.0):
        plain = usable(data.negatives(raw, 3, deleted=1, plain_each=PLAIN_EACH)[1], language)
        model = tuned(model, (usable(raw, language), hard, plain), strength)
        evaluate(model, language)
    write(f"en-{language}", model)
    print(f"  {time.time() - started:.0f} s", flush=True)


if __name__ == "__main__":
    for chosen in sys.argv[1:] or [*data.LANGUAGES, "en"]:
        train(chosen)
