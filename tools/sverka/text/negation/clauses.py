"""The clauses of a sentence, and how each stands to the main one: if, until, who."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Phrases
from sverka.text.prose import prose

from .tables import table

_MARK = r"[,;:!?—–()«»“”„\"，。；：！？、（）،؛؟]|\.(?!\w)"


class Clause(NamedTuple):
    """A clause: `kind` is "" for a main one, else what it is to that: until, if, which …"""

    start: int
    end: int
    kind: str


@lru_cache(maxsize=32)
def _edges(language: str) -> "re.Pattern[str]":
    """Return what ends a clause: a mark, or a word with which another one begins."""
    kinds = [
        f"(?P<{kind}>{row[language]})" for kind, row in table("clauses").items() if language in row
    ]
    words = rf"(?<!\w)(?:{'|'.join(kinds)})(?!\w)|" if kinds else ""
    return re.compile(words + _MARK, re.IGNORECASE)


@lru_cache(maxsize=32)
def _attributive(language: str) -> "re.Pattern[str] | None":
    rows = table("clauses")["attributive"].get(language)
    if rows is None:
        return None
    return re.compile("|".join(f"(?P<{kind}>{words})" for kind, words in rows.items()))


@lru_cache(maxsize=32)
def _until(language: str) -> Phrases | None:
    words = table("clauses")["until"].get(language)
    return Phrases([words, "unless", "no longer"]) if words else None


def tells_until(text: Text) -> bool:
    """Say whether a text has a word such as "until", "unless" or "no longer", or may have one, at
    small cost."""
    words = _until(locales.language(text.locale))
    return words is None or words.search(text.ask(prose)) is not None


def clauses(text: Text) -> tuple[Clause, ...]:
    """Return the clauses of a text, in order: an analyser.

    In Chinese and Japanese subordinate clauses lie within others.
    """
    language = locales.language(text.locale)
    value = text.ask(prose)
    found: list[Clause] = []
    start, kind = 0, ""
    for edge in _edges(language).finditer(value):
        if value[start : edge.start()].strip() or edge.start() > start:
            found.append(Clause(start, edge.start(), kind))
        start, kind = edge.start(), edge.lastgroup or ""
    found.append(Clause(start, len(value), kind))
    inner = _attributive(language)
    if inner is not None:
        found += [Clause(*hit.span(), hit.lastgroup or "") for hit in inner.finditer(value)]
    return tuple(found)
