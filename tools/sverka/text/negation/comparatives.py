"""Comparatives that a denial turns round: later, no later."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Phrases
from sverka.text.prose import prose

from .tables import table

_DENYING = "denying"


class Comparative(NamedTuple):
    """A comparative, the senses that it may have, and whether the word before it denies it."""

    span: tuple[int, int]
    senses: frozenset[str]
    is_denied: bool


class _Table(NamedTuple):
    denied: Phrases
    any: Phrases
    senses: dict[str, re.Pattern[str]]
    denying: re.Pattern[str]


@lru_cache(maxsize=32)
def _table(language: str) -> _Table | None:
    rows = {name: row[language] for name, row in table("comparatives").items() if language in row}
    if _DENYING not in rows:
        return None
    denying = rows.pop(_DENYING)
    spaced = language != "zh"
    edges = (r"(?<!\w)", r"(?!\w)") if spaced else ("", "")
    every = "|".join(rows.values())
    return _Table(
        Phrases([f"{denying}(?:{every})"], spaced=spaced),
        Phrases(rows.values(), spaced=spaced),
        {
            name: re.compile(f"(?:{words})".join(edges), re.IGNORECASE)
            for name, words in rows.items()
        },
        re.compile(rf"{edges[0]}{denying}\Z", re.IGNORECASE),
    )


def denies_one(text: Text) -> bool:
    """Say whether a text denies a comparative, at small cost."""
    table = _table(locales.language(text.locale))
    return table is not None and table.denied.search(text.ask(prose)) is not None


def comparatives(text: Text) -> tuple[Comparative, ...]:
    """Return the comparatives of a text: an analyser."""
    table = _table(locales.language(text.locale))
    if table is None:
        return ()
    value = text.ask(prose)
    return tuple(
        Comparative(
            hit.span(),
            frozenset(n for n, one in table.senses.items() if one.match(value, hit.start())),
            table.denying.search(value[: hit.start()]) is not None,
        )
        for hit in table.any.finditer(value)
    )
