"""Turns of phrase in which a denial denies nothing that a translation must deny."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text.phrases import Phrases

from .tables import table

_MARKS = ",.;:!?—–()"


class _Idioms(NamedTuple):
    any: Phrases
    """A word with which one may begin."""
    whole: tuple[re.Pattern[str], ...]


@lru_cache(maxsize=16)
def _idioms(language: str) -> _Idioms | None:
    rows = table("idioms").get(language)
    if rows is None:
        return None
    words = [row.replace("_", r"\s").split() for row in rows["idioms"]]
    return _Idioms(
        Phrases(dict.fromkeys(row[0] for row in words)),
        tuple(
            re.compile("".join(rf"(?=.*\b(?:{word})\b)" for word in row), re.IGNORECASE)
            for row in words
        ),
    )


def beginnings(language: str) -> tuple[Phrases, ...]:
    """Return the words with which idioms of a language begin; nothing if none is known."""
    idioms = _idioms(language)
    return (idioms.any,) if idioms else ()


def is_idiom(value: str, at: tuple[int, int], language: str) -> bool:
    """Say whether the word at a span denies nothing, because of other words of its clause."""
    idioms = _idioms(language)
    if idioms is None or not idioms.any.search(value):
        return False
    start = max(value.rfind(mark, 0, at[0]) for mark in _MARKS) + 1
    ends = [end for mark in _MARKS if (end := value.find(mark, at[1])) >= 0]
    clause = value[start : at[0]] + " " + value[at[1] : min(ends, default=len(value))]
    return bool(idioms.any.search(clause)) and any(one.match(clause) for one in idioms.whole)
