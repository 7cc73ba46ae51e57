"""Trains the edit transducers that `sverka.text.names` ships, and writes them as package data.

    python -m tests.benchmarks.names.train [ru ar he ja ko zh en]

Data: names/en-*.train.tsv.gz (Wikidata, CC0 1.0). Every tenth foreign form is held back for
`python -m tests.benchmarks.names`.
"""

import gzip
import sys
import time
from collections import defaultdict

import numpy as np

from sverka.text.names.scripts import symbols
from sverka.text.names.tables import DATA as TABLES

from . import data, measures, transducers
from .transducers import Floats, Ints

OPERATIONS = 5000
LEAST = 12
"""Places where an operation must be possible to be considered."""
DISCOUNT = 1.0
"""Taken from each expected count, so that rare operations die out."""
PULL = 0.5
"""Strength of the prior that holds weights near those of expectation maximisation."""
NOISE = 0.04
ROUNDS = 60
PLAIN_EACH = 1
SHARES = (2.0, 1.0, 1.0)
"""Weight of true pairs, hard and random negatives in the fit."""


def powers(theta: Floats) -> Floats:
    """Weights of the operations, and 0 for unknown ones."""
    return np.append(np.exp(np.minimum(theta, 20.0)), 0.0)


def sound(english: str, foreign: str, language: str) -> tuple[str, str]:
    return symbols(english, "en"), symbols(foreign, language)


def usable(found: list[data.Pair], language: str) -> list[tuple[str, str]]:
    pairs = [sound(*pair, language) for pair in found]
    return [(x, y) for x, y in pairs if x and y and len(x) <= 20 and len(y) <= 24]


def prune(vocabulary: Ints, weights: Floats, most: int) -> tuple[Ints, Floats]:
    """Keep all operations of one symbol a side and the most used others."""
    single = (vocabulary >> 16 < 256) & (vocabulary & 0xFFFF < 256)
    most = min(most, int((weights > 0).sum()))
    order = np.argsort(-(weights + np.where(single & (weights > 0), 1e-5, 0.0)))[:most]
    keep = np.sort(order)
    return vocabulary[keep], weights[keep]


def information(vocabulary: Ints, weights: Floats) -> Floats:
    """Log weight of each operation beside its two sides' own: a start free of length."""
    x_mass: dict[int, float] = defaultdict(float)
    y_mass: dict[int, float] = defaultdict(float)
    for code, weight in zip(vocabulary.tolist(), weights.tolist(), strict=True):
        x_mass[code >> 16] += weight
        y_mass[code & 0xFFFF] += weight
    mass = [x_mass[c >> 16] * y_mass[c & 0xFFFF] for c in vocabulary.tolist()]
    return np.asarray(np.log(weights) - 0.5 * np.log(np.array(mass)))


def discriminate(
    vocabulary: Ints,
    theta: Floats,
    positives: list[tuple[str, str]],
    hard: list[tuple[str, str]],
    plain: list[tuple[str, str]],
    xs: dict[str, int],
    ys: dict[str, int],
) -> tuple[Floats, float]:
    """Move log weights by gradient ascent (Adam) on a robust logistic likelihood.

    Each label is taken to be wrong with the chance `NOISE`, so hopeless pairs do not pull.
    """
    everything = positives + hard + plain
    target = np.array([1.0] * len(positives) + [0.0] * (len(hard) + len(plain)))
    parts = zip((positives, hard, plain), SHARES, strict=True)
    share = np.concatenate([np.full(len(part), much / len(part)) for part, much in parts])
    share *= len(everything) / share.sum()
    found = transducers.buckets(everything, xs, ys)
    transducers.index(found, vocabulary)
    start, bias = theta.copy(), 0.0
    first, second = np.zeros(len(theta) + 1), np.zeros(len(theta) + 1)
    cut = len(positives), len(positives) + len(hard)
    for round_ in range(1, ROUNDS + 1):
        scores = transducers.log_scores(found, powers(theta), len(everything))
        if round_ == 1:
            bias = -float(np.median(scores[target == 1]) + np.median(scores[target == 0])) / 2
        chance = 1 / (1 + np.exp(-np.clip(scores + bias, -50, 50)))
        slope = (1 - NOISE) * chance * (1 - chance)
        right = (1 - NOISE) * np.where(target == 1, chance, 1 - chance) + NOISE / 2
        error = np.where(target == 1, slope, -slope) / right * share
        counts, _ = transducers.expected(found, powers(theta), error)
        gradient = np.append(counts[:-1] - PULL * (theta - start), error.sum())
        first = 0.9 * first + 0.1 * gradient
        second = 0.99 * second + 0.01 * gradient**2
        step = (first / (1 - 0.9**round_)) / (np.sqrt(second / (1 - 0.99**round_)) + 1e-8)
        rate = 0.1 if round_ < ROUNDS * 0.6 else 0.03
        theta = theta + rate * step[:-1]
        bias += rate * float(step[-1])
        if round_ % 10 == 0 or round_ == 1:
            loss = -np.mean(share * np.log(right))
            auc = measures.auc(scores[: cut[0]].tolist(), scores[cut[0] : cut[1]].tolist())
            print(f"  fit {round_}: loss {loss:.4f}, AUC hard {auc:.4f}", flush=True)
    return theta, bias


def plausible(
    positives: list[tuple[str, str]],
    plain: list[tuple[str, str]],
    theta: Floats,
    vocabulary: Ints,
    xs: dict[str, int],
    ys: dict[str, int],
) -> list[tuple[str, str]]:
    """The pairs that score better than the median random pair: the others are errors of data."""
    scores = []
    for part in (positives, plain):
        found = transducers.buckets(part, xs, ys)
        transducers.index(found, vocabulary)
        scores.append(transducers.log_scores(found, powers(theta), len(part)))
    least = float(np.median(scores[1]))
    return [pair for pair, score in zip(positives, scores[0], strict=True) if score > least]


def evaluate(
    theta: Floats, vocabulary: Ints, language: str, xs: dict[str, int], ys: dict[str, int]
) -> None:
    if language == "en":
        parts = data.spelling_pairs(held_back=True, seed=1)
    else:
        dev = data.pairs(language, held_back=True)
        parts = (dev, *data.negatives(dev, 1))
    scored = []
    for part in parts:
        pairs = [sound(*p, language) for p in part]
        found = transducers.buckets(pairs, xs, ys)
        transducers.index(found, vocabulary)
        scored.append(transducers.log_scores(found, powers(theta), len(pairs)).tolist())
    true, hard, plain = scored
    print(
        f"{language} held back: AUC hard {measures.auc(true, hard):.4f} "
        f"F1 hard {measures.best_f1(true, hard):.4f} "
        f"R@99P {measures.recall_at(0.99, true, plain):.4f}"
    )


def write(
    name: str, vocabulary: Ints, theta: Floats, bias: float, xs: dict[str, int], ys: dict[str, int]
) -> None:
    left = {n: c for c, n in xs.items() if n < 255}
    right = {n: c for c, n in ys.items() if n < 255}
    lines = [
        "# Edit operations: symbols of one side, of the other, hundredths of the log weight.",
        "# Learned by tests/benchmarks/names/train.py from Wikidata name pairs (CC0 1.0),",
        "# steveash/NETransliteration-COLING2018 @ 5d5f59e. The first row is the bias.",
        f"\t\t{round(bias * 100)}",
    ]
    for code, value in zip(vocabulary.tolist(), theta.tolist(), strict=False):
        parts = [code >> shift & 0xFF for shift in (32, 24, 16)], [code >> 8 & 0xFF, code & 0xFF]
        if 255 in parts[0] or 255 in parts[1] or value < -12:
            continue
        x = "".join(left[n] for n in parts[0] if n)
        y = "".join(right[n] for n in parts[1] if n)
        lines.append(f"{x}\t{y}\t{round(value * 100)}")
    path = TABLES / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode() + b"\n", mtime=0))
    print(f"{path.name}: {len(lines) - 4} operations, {path.stat().st_size} bytes")


def train(name: str) -> None:
    """Train and write one table: of English and another language, or of English spellings."""
    started = time.time()
    language = name
    if name == "en":
        raw, hard, plain = data.spelling_pairs(held_back=False, seed=0)
    else:
        raw = data.pairs(language, held_back=False)
        hard, plain = data.negatives(raw, 0, deleted=1, plain_each=PLAIN_EACH)
    positives = usable(raw, language)
    xs = transducers.alphabet([x for x, _ in positives])
    ys = transducers.alphabet([y for _, y in positives])
    negative = usable(hard, language), usable(plain, language)
    for _ in range(2):
        found = transducers.buckets(positives, xs, ys)
        vocabulary, weights = transducers.vocabulary(found, least=LEAST)
        vocabulary, weights = transducers.maximise(
            found, vocabulary, weights, len(positives), 8, DISCOUNT
        )
        vocabulary, weights = prune(vocabulary, weights, OPERATIONS)
        theta = information(vocabulary, weights)
        positives = plausible(positives, negative[1], theta, vocabulary, xs, ys)
        print(f"{name}: {len(positives)} pairs, {len(vocabulary)} operations", flush=True)
    evaluate(theta, vocabulary, language, xs, ys)
    theta, bias = discriminate(vocabulary, theta, positives, *negative, xs, ys)
    evaluate(theta, vocabulary, language, xs, ys)
    write(f"en-{name}", vocabulary, theta, bias, xs, ys)
    print(f"  {time.time() - started:.0f} s")


if __name__ == "__main__":
    for chosen in sys.argv[1:] or [*data.LANGUAGES, "en"]:
        train(chosen)
