"""How alike two texts are."""

from collections.abc import Callable

from rapidfuzz import fuzz

Scorer = Callable[..., float]
edit_similarity: Scorer = fuzz.ratio

PARTIAL_WEIGHT = 0.9  # a text inside a longer one counts for less than an equal text


def similarity(old: str, new: str, minimum: float = 0.0) -> float:
    """0…100: the better of edit similarity and (weighted) similarity of the best part."""
    whole = fuzz.ratio(old, new, score_cutoff=minimum)
    if whole >= 90 or not old or not new:
        return whole
    short, long = sorted((len(old), len(new)))
    if short < 4 or long < 1.2 * short:
        return whole
    part = fuzz.partial_ratio(old, new, score_cutoff=minimum / PARTIAL_WEIGHT)
    return max(whole, PARTIAL_WEIGHT * part)


def part_similarity(old: str, new: str) -> float:
    """0…100: how nearly the shorter text stands inside the longer, weighted; else 0."""
    short, long = (old, new) if len(old) < len(new) else (new, old)
    if len(short) < 15:
        return PARTIAL_WEIGHT * 100 * (len(short) > 5 and long.startswith(f"{short} "))
    return PARTIAL_WEIGHT * fuzz.partial_ratio(short, long, score_cutoff=88)


def contained(part: str, whole: str, sibling: str) -> bool:
    """Whether `part` stands (nearly) in `whole`, outside what `sibling` took of it."""
    if len(part) < 8 or len(part) >= len(whole):
        return False
    if fuzz.partial_ratio(part, whole) < 85:
        return False
    return len(part) + len(sibling) < 1.4 * len(whole) and fuzz.ratio(part, sibling) < 70


def joined(whole: str, first: str, second: str) -> bool:
    """Whether `whole` is (nearly) both texts one after the other."""
    if len(second) < 8 or len(whole) < 0.7 * (len(first) + len(second)):
        return False
    return fuzz.partial_ratio(second, whole) >= 85 and fuzz.partial_ratio(first, whole) >= 60
