"""More and less of the same: "more effective", «менее эффективно»."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import Concepts
from sverka.text.lexicon.words import words
from sverka.text.signs import Test, never, of_words

_MORE = {
    "en": r"more|most|(?P<adj>\w{3,}(?:er|est))",
    "ru": r"более|наиболее|больше|(?P<adj>\w{3,}(?:ее|ейш\w+))",
    "uk": r"більш|найбільш|більше|(?P<adj>\w{3,}іше)",
    "de": r"mehr",
}
_LESS = {
    "en": "less|least|fewer|fewest",
    "ru": "менее|наименее|меньше",
    "uk": "менш|найменш|менше",
    "de": "weniger|am wenigsten",
}
_NO_DEGREE = frozenset(("более", "менее", "нее", "раннее", "среднее", "позднее", "летнее"))


def _lessens(locale: str) -> Test:
    less = _LESS.get(locales.language(locale))
    if not less:
        return never
    known = frozenset(less.split("|"))
    return lambda word: word.lower() in known


LESS = of_words(_lessens)
"""A word that says "less"."""


class Degree(NamedTuple):
    """A word that is compared."""

    concepts: Concepts
    less: bool
    span: tuple[int, int]


@lru_cache(maxsize=16)
def _pattern(language: str) -> "re.Pattern[str] | None":
    if language not in _LESS:
        return None
    return re.compile(
        rf"\b(?:(?P<less>{_LESS[language]})|{_MORE[language]})\b(?:\s+(?P<word>[^\W\d_]+))?",
        re.IGNORECASE,
    )


def degrees(text: Text) -> tuple[Degree, ...]:
    """Return the words of a text that are said to be more, or less, of something: an analyser.

    Only those that the lexicon knows.
    """
    language = locales.language(text.locale)
    pattern = _pattern(language)
    if pattern is None:
        return ()
    known, found = words(language), []
    for hit in _hits(pattern, text.value):
        alone = hit.groupdict().get("adj")
        word = alone or hit["word"]
        if word and word.lower() not in _NO_DEGREE and (concepts := known[word].concepts):
            found.append(Degree(concepts, hit["less"] is not None, hit.span()))
    return tuple(found)


def _hits(pattern: "re.Pattern[str]", value: str) -> "list[re.Match[str]]":
    found, at = [], 0
    while hit := pattern.search(value, at):
        found.append(hit)
        at = hit.end("adj") if hit.groupdict().get("adj") else max(hit.end(), at + 1)
    return found


def turned_degrees(pivot: Text, target: Text) -> tuple[Degree, Degree] | None:
    """Return what is said to be more in one text, and less in the other; None if it is unclear."""
    there, here = pivot.ask(degrees), target.ask(degrees)
    for one in there:
        same = [other for other in here if not other.concepts.isdisjoint(one.concepts)]
        again = [other for other in there if not other.concepts.isdisjoint(one.concepts)]
        if len(same) == len(again) == 1 and same[0].less != one.less:
            return one, same[0]
    return None
