"""Whether two versions of a sentence differ in spelling only: its translation then holds."""

import re
from collections.abc import Callable

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_SAME = str.maketrans({"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "\u00a0": " ", "‑": "-"})
_SHORTEST = 5
_MOST = 3


def only_spelling(old: str, new: str, is_word: Callable[[str], bool]) -> bool:
    """Say whether `new` is `old` with at most three misspelt words put right.

    A misspelt word differs by one letter (left out, too many, wrong, or two in the wrong order),
    neither its first nor its last; it has at least five letters; and nothing else in the project
    is spelt so: `is_word` tells. That leaves out quiet/quite, product/products, affect/effect.
    Forms of quotation marks, of the apostrophe and of spaces do not count either.
    """
    before, after = (_TOKEN.findall(" ".join(text.translate(_SAME).split())) for text in (old, new))
    if len(before) != len(after):
        return False
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    return len(pairs) <= _MOST and all(
        _is_respelt(a, b) and not is_word(a.casefold()) for a, b in pairs
    )


def _is_respelt(old: str, new: str) -> bool:
    if not (old.isalpha() and new.isalpha() and min(len(old), len(new)) >= _SHORTEST):
        return False
    if (old[0], old[-1]) != (new[0], new[-1]) or old.isupper() or old.casefold() == new.casefold():
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(old, new) == 1
