"""How well names are matched, beside named peers, on the pairs that training never saw.

    python -m tests.benchmarks.names [ru ar he ja ko zh en]

AUC and F1 against hard negatives (another name within edit distance 2), recall at 99 % precision
against random negatives of the same initial, pairs per second (of a cross product of 300 × 300).
Set SVERKA_DATA to the folder of development data.
"""

import random
import sys
import time
from collections.abc import Callable, Sequence

from anyascii import anyascii
from rapidfuzz.distance import JaroWinkler, Levenshtein

from sverka.text.names import same_names, variant_score

from . import data, measures

Scores = Callable[[Sequence[tuple[str, str]]], list[float]]


def romanised(scheme: Callable[[str], str], likeness: Callable[[str, str], float]) -> Scores:
    """A peer: romanise the foreign form, compare letters."""

    def score(pairs: Sequence[tuple[str, str]]) -> list[float]:
        return [likeness(anyascii(a).lower(), scheme(b).lower()) for a, b in pairs]

    return score


def peers(language: str) -> dict[str, Scores]:
    """The scorers compared, ours first."""
    found: dict[str, Scores] = {
        "sverka": lambda pairs: same_names(pairs, "en", language),
        "anyascii+Levenshtein": romanised(anyascii, Levenshtein.normalized_similarity),
        "anyascii+Jaro-Winkler": romanised(anyascii, JaroWinkler.normalized_similarity),
    }
    if language == "ru":
        import iuliia

        scheme = iuliia.BGN_PCGN.translate
        found["iuliia+Levenshtein"] = romanised(scheme, Levenshtein.normalized_similarity)
    return found


def crossed(pairs: list[data.Pair]) -> list[tuple[str, str]]:
    """Every one of 300 names against every one of 300 forms."""
    chance = random.Random(2)
    left, right = (chance.sample(pairs, min(300, len(pairs))) for _ in range(2))
    return [(a.english, b.foreign) for a in left for b in right]


def line(name: str, figures: Sequence[float], rate: float | None) -> None:
    """Print one row of a table."""
    text = "  ".join(f"{figure:.3f}" for figure in figures)
    print(f"  {name:24} {text}" + (f"  {rate:9,.0f}" if rate else ""))


def figures(score: Scores, parts: Sequence[Sequence[tuple[str, str]]]) -> list[float]:
    """AUC and F1 against hard negatives, recall at 99 % precision against random ones."""
    true, hard, plain = (score(part) for part in parts)
    return [
        measures.auc(true, hard),
        measures.best_f1(true, hard),
        measures.recall_at(0.99, true, plain),
    ]


def across(language: str) -> None:
    """English against another script."""
    positives = data.pairs(language, held_back=True)
    parts = (positives, *data.negatives(positives, seed=1))
    pairs = crossed(positives)
    print(f"en-{language}: {', '.join(str(len(part)) for part in parts)} pairs")
    print(f"  {'':24} AUC    F1     R@99P    pairs/s")
    for name, score in peers(language).items():
        found = figures(score, parts)
        started = time.process_time()
        score(pairs)
        line(name, found, len(pairs) / (time.process_time() - started))
    if language == "ru":
        inflected()


def inflected() -> None:
    """English names against Russian forms with the case endings of masculine nouns."""
    chance = random.Random(5)

    def decline(name: str) -> str:
        if name.endswith("й"):
            return name[:-1] + chance.choice(("я", "ю", "ем", "е"))
        return name + chance.choice(("а", "у", "ом", "е"))

    consonants = tuple("бвгджзклмнпрстфхцчшщй")
    pairs = data.pairs("ru", held_back=True)
    base = [p for p in pairs if p.foreign.endswith(consonants) and len(p.foreign) > 3]
    _, plain = data.negatives(base, seed=1)
    parts = ([(a, decline(b)) for a, b in part] for part in (base, plain))
    true, false = (same_names(part, "en", "ru") for part in parts)
    print(f"  inflected: R@99P {measures.recall_at(0.99, true, false):.3f} of {len(true)}")


def within() -> None:
    """Two spellings inside English, with and without the Russian form."""
    parts = data.spellings(held_back=True, seed=1)
    print(f"en-en: {', '.join(str(len(part)) for part in parts)} pairs")
    for name, score in {
        "sverka": lambda s: variant_score(s.first, s.second, "en"),
        "sverka, source known": lambda s: variant_score(
            s.first, s.second, "en", s.foreign, s.language
        ),
        "Levenshtein": lambda s: Levenshtein.normalized_similarity(s.first, s.second),
        "Jaro-Winkler": lambda s: JaroWinkler.normalized_similarity(s.first, s.second),
    }.items():
        true, hard, plain = ([score(s) for s in part] for part in parts)
        found = measures.auc(true, hard), measures.best_f1(true, hard)
        line(name, (*found, measures.recall_at(0.99, true, plain)), None)


def main() -> None:
    """Print a table per language."""
    for language in sys.argv[1:] or [*data.LANGUAGES, "en"]:
        if language == "en":
            within()
        else:
            across(language)


if __name__ == "__main__":
    main()
