"""How often: "twice", "3 times", «дважды», 三次."""

import re
import tomllib
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import Test, of_pieces, signs

from .idle import idle
from .number import Number
from .words import all_numbers


class _Table(NamedTuple):
    guard: re.Pattern[str]
    """Matches wherever any of the others does."""
    after: re.Pattern[str]
    words: tuple[tuple[re.Pattern[str], int], ...]


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, Any]]:
    return tomllib.loads(
        (resources.files("sverka.text.numbers") / "data/times.toml").read_text("utf-8")
    )


@lru_cache(maxsize=32)
def _table(language: str) -> _Table | None:
    facts = _data().get(language)
    if facts is None:
        return None
    words: dict[str, int] = facts.get("words", {})
    return _Table(
        re.compile("|".join((facts["after"], *words)), re.IGNORECASE),
        re.compile(facts["after"], re.IGNORECASE),
        tuple((re.compile(word, re.IGNORECASE), count) for word, count in words.items()),
    )


_REST = re.compile(r"\(\?| ")


def _says_how_often(locale: str) -> Test | None:
    words: dict[str, int] = _data().get(locales.language(locale), {}).get("words", {})
    starts = "|".join(_REST.split(word)[0] for word in words)
    return re.compile(starts or "(?!)", re.IGNORECASE).search


OFTEN = of_pieces(_says_how_often)
"""A word that says how often, or begins to."""


def times(text: Text) -> tuple[Number, ...]:
    """Return how often a text says that something happens: an analyser.

    Nothing is found in a language that is not known.
    """
    table = _table(locales.language(text.locale))
    value, said = text.value, text.ask(signs) & OFTEN
    if table is None or not (table.guard if said else table.after).search(value):
        return ()
    found = [
        Number(hit.start(), hit.end(), frozenset({Decimal(count)}), "word", hit[0])
        for word, count in table.words
        for hit in word.finditer(value)
    ]
    if found and (spans := idle(value, locales.language(text.locale))):
        found = [n for n in found if not any(a <= n.start < b for a, b in spans)]
    if table.after.search(value):
        taken = [number.span for number in found]
        found += (
            number
            for number in all_numbers(text)
            if table.after.match(value, number.end)
            and value[number.start - 1 : number.start] != "第"
            and not any(start <= number.end <= end for start, end in taken)
        )
    return tuple(sorted(found))
