"""Words that one of two related languages has and the other has not."""

from functools import lru_cache

from .tables import COLUMNS, TABLES, table
from .words import SURE, words

_ALIKE = str.maketrans("іїє", "иие")
"""Letters that relatives write for each other."""
_STEM = 3
"""Letters that words of one origin share."""


@lru_cache(maxsize=4096)
def has_not(language: str, word: str, relative: str) -> bool:
    """Say whether a language has no such word as a relative's: no «больница» in Ukrainian.

    False where it has one that begins alike, or where the tables have nothing of one of them.
    """
    theirs = words(relative)[word]
    if theirs.share != SURE or words(language)[word].concepts:
        return False
    start = word.translate(_ALIKE)[:_STEM]
    return all(
        stems and all(stem.translate(_ALIKE)[:_STEM] != start for stem in stems)
        for stems in (_stems(concept, language) for concept in theirs.concepts)
    )


def _stems(concept: int, language: str) -> list[str]:
    """Return the beginnings of the words of a language for a concept."""
    cell = _rows()[concept][COLUMNS.index(language)]
    return [stem.strip("~$") for stem in cell.split()]


@lru_cache(maxsize=1)
def _rows() -> list[list[str]]:
    return [row for name in TABLES for row in table(name)]
