"""Figures of merit of scores for true and false pairs."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def auc(true: Sequence[float], false: Sequence[float]) -> float:
    """Probability that a true pair scores above a false one; ties count half."""
    ranked = sorted(false)
    won = sum(bisect_left(ranked, s) + bisect_right(ranked, s) for s in true)
    return won / (2 * len(true) * len(false))


def best_f1(true: Sequence[float], false: Sequence[float]) -> float:
    """F1 at the best threshold."""
    ranked, best = sorted(((s, 1) for s in true), reverse=True), 0.0
    below = sorted(false)
    for hits, (score, _) in enumerate(ranked, 1):
        wrong = len(below) - bisect_left(below, score)
        best = max(best, 2 * hits / (hits + wrong + len(ranked)))
    return best


def recall_at(precision: float, true: Sequence[float], false: Sequence[float]) -> float:
    """Largest share of true pairs found at a threshold with at least this precision."""
    below, best = sorted(false), 0.0
    ranked = sorted(true)
    for place, score in enumerate(ranked):
        hits = len(ranked) - place
        wrong = len(below) - bisect_left(below, score)
        if hits / (hits + wrong) >= precision:
            best = max(best, hits / len(ranked))
            break
    return best
