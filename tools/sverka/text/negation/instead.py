"""Denials that another language says without one: does not match, unterscheidet sich."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Phrases
from sverka.text.prose import clause_around, prose

from .tables import table

_MARK = re.compile(r"[.;:!?—–()]")


class _Words(NamedTuple):
    denied: re.Pattern[str]
    instead: re.Pattern[str]


@lru_cache(maxsize=32)
def _table(language: str) -> dict[str, _Words]:
    return {
        sense: _Words(*map(_whole, row[language].split("~")))
        for sense, row in table("instead").items()
        if language in row
    }


@lru_cache(maxsize=32)
def _denied(language: str) -> Phrases:
    """Return what finds the denied words of all senses."""
    cells = (row[language].split("~")[0] for row in table("instead").values() if language in row)
    return Phrases(word.replace("_", r"\s") for cell in cells for word in cell.split())


def _whole(words: str) -> re.Pattern[str]:
    joined = "|".join(words.split()).replace("_", r"\s")
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def says_instead(here: Text, at: tuple[int, int], there: Text) -> bool:
    """Say whether another text says without a denial what the word at `at` denies here.

    >>> pivot = Text("The sums do not match.", "en")
    >>> says_instead(pivot, (12, 15), Text("Die Summen unterscheiden sich.", "de"))
    True
    """
    value, other = here.ask(prose), there.ask(prose)
    clause = value[slice(*clause_around(value, at, _MARK))]
    if not _denied(locales.language(here.locale)).search(clause):
        return False
    mine = _table(locales.language(here.locale))
    theirs = _table(locales.language(there.locale))
    return any(
        words.denied.search(clause)
        and theirs[sense].instead.search(other)
        and not words.instead.search(clause)
        for sense, words in mine.items()
        if sense in theirs
    )
