"""How alike two texts are."""

import re
from collections.abc import Callable

from rapidfuzz import fuzz

Scorer = Callable[..., float]

WORD_WEIGHT = 60.0  # texts of which one has all words of the other are at least so alike
DENSE_WEIGHT = 2.2  # where a letter is a syllable or a word, few are common by chance
_DENSE = re.compile("[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
PARTIAL_WEIGHT = 0.9  # a text inside a longer one counts for less than an equal text


def folded(text: str) -> str:
    """The text as it is compared: without regard to letter case and white space."""
    return " ".join(text.casefold().split())


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


def close_similarity(old: str, new: str) -> float:
    """The same for texts that stand in one place: there, common words count by themselves."""
    whole = similarity(old, new)
    if whole >= WORD_WEIGHT:
        return whole
    ours, theirs = old.split(), new.split()
    shared = len(set(ours) & set(theirs)) / (min(len(ours), len(theirs)) or 1)
    dense = DENSE_WEIGHT * whole if _DENSE.search(old) and _DENSE.search(new) else 0.0
    return max(whole, WORD_WEIGHT * shared, min(dense, WORD_WEIGHT))


def contained(part: str, whole: str, sibling: str) -> bool:
    """Whether `part` stands (nearly) in `whole`, outside what `sibling` took of it."""
    if len(part) < 8 or len(part) >= len(whole):
        return False
    if fuzz.partial_ratio(part, whole) < 85:
        return False
    return len(part) + len(sibling) < 1.4 * len(whole) and fuzz.ratio(part, sibling) < 70


def joined(whole: str, first: str, second: str) -> bool:
    """Whether `whole` is (nearly) both texts one after the other: the rest, too, is a text."""
    if len(second) < 8 or len(whole) < 0.7 * (len(first) + len(second)):
        return False
    found = fuzz.partial_ratio_alignment(second, whole, score_cutoff=85)
    if found is None:
        return False
    rest = whole[: found.dest_start] + whole[found.dest_end :]
    return fuzz.partial_ratio(first, rest) >= 60 and fuzz.ratio(first, rest) > fuzz.ratio(
        first, whole
    )
