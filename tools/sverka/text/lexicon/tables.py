"""The tables of the lexicon, read once, and the beginnings of words of one language in them."""

from functools import lru_cache
from importlib import resources
from typing import NamedTuple

TABLES = ("fields", "acts", "medicine", "things")
"""Their rows are numbered in this order."""
COLUMNS = ("field", "en", "ru", "de", "uk", "fr", "es")
LOOSE = "~"
_OTHERWISE = {"es": {"c": "qu", "z": "c"}, "fr": {"c": "ç"}}
_LONG = 4


class Stems(NamedTuple):
    """The rows of beginnings of words, and of whole words, which have a "$"."""

    rows: dict[str, list[int]]
    loose: frozenset[str]
    """Those that say little about a translation."""


@lru_cache(maxsize=len(TABLES))
def table(name: str) -> list[list[str]]:
    """Return the rows of a table, which are all `COLUMNS`."""
    path = resources.files("sverka.text.lexicon") / f"{name}.tsv"
    return [line.split("\t") for line in plain(path.read_text("utf-8")).splitlines()[1:]]


@lru_cache(maxsize=32)
def stems(language: str, *names: str) -> Stems:
    """Return what some tables have of a language, all if none is named.

    Those that are left out must be the last. They have nothing of a language without a column.
    """
    rows: dict[str, list[int]] = {}
    loose = set()
    if language in COLUMNS[1:]:
        column = COLUMNS.index(language)
        cells = [row[column] for name in names or TABLES for row in table(name)]
        for number, cell in enumerate(cells):
            for stem in cell.split():
                if stem[0] == LOOSE:
                    stem = stem[1:]
                    loose.add(stem)
                for spelled in (stem, *_respelled(stem, language)):
                    rows.setdefault(spelled, []).append(number)
                    if stem in loose:
                        loose.add(spelled)
    return Stems(rows, frozenset(loose))


def _respelled(stem: str, language: str) -> tuple[str, ...]:
    """Return how a stem is written before other vowels: explic(ar), explique; empez(ar), empecé;
    commenc(er), commençant."""
    letters = _OTHERWISE.get(language, {}).get(stem[-1:])
    return (stem[:-1] + letters,) if letters and len(stem) >= _LONG else ()


def plain(value: str) -> str:
    """Return a text in which nothing is spelled in two ways."""
    return value.replace("ё", "е").replace("’", "'").replace("ʼ", "'")
