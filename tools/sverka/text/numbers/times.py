"""How often: "twice", "3 times", «дважды», 三次."""

import tomllib
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text

from .figures import figures
from .number import Number
from .words import spelled


class _Table(NamedTuple):
    after: "regex.Pattern[str]"
    words: tuple[tuple["regex.Pattern[str]", int], ...]


@lru_cache(maxsize=1)
def _tables() -> dict[str, _Table]:
    data = (resources.files("sverka.text.numbers") / "data/times.toml").read_text("utf-8")
    return {
        language: _Table(
            regex.compile(facts["after"], regex.IGNORECASE),
            tuple(
                (regex.compile(word, regex.IGNORECASE), count)
                for word, count in facts.get("words", {}).items()
            ),
        )
        for language, facts in tomllib.loads(data).items()
    }


def times(text: Text) -> tuple[Number, ...]:
    """Return how often a text says that something happens: an analyser.

    Nothing is found in a language that is not known.
    """
    table = _tables().get(locales.language(text.locale))
    if table is None:
        return ()
    value = text.value
    found = [
        Number(hit.start(), hit.end(), frozenset({Decimal(count)}), "word", hit[0])
        for word, count in table.words
        for hit in word.finditer(value)
    ]
    if table.after.search(value):
        taken = [number.span for number in found]
        found += (
            number
            for number in (*text.ask(figures), *text.ask(spelled))
            if table.after.match(value, number.end)
            and value[number.start - 1 : number.start] != "第"
            and not any(start <= number.end <= end for start, end in taken)
        )
    return tuple(sorted(found))
