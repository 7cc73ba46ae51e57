"""What each language of an article says in one segment, as far as languages can be compared."""

import math
from collections.abc import Iterator, Sequence
from decimal import Decimal
from statistics import median
from typing import NamedTuple

from sverka.review import needs
from sverka.text import lexicon, locales
from sverka.text.acronyms import acronyms_of
from sverka.text.analysis import Text
from sverka.text.endings import ending
from sverka.text.negation import denial, denials
from sverka.text.negation import knows as knows_denials
from sverka.text.numbers import Number, Value, all_values, figures
from sverka.text.numbers.bounds import bounds
from sverka.text.opposites import may_oppose, mentions
from sverka.text.sentences import sentences

from ._sentences import prior, weigh

FEWEST = needs.FEWEST - 1
"""So many other texts, besides the pivot, must bear witness …"""
KNOWN = 3
"""… and of so many the lexicon must know the language."""
_WHOLE_FIRST = frozenset(("zh", "ja", "ko", "tr"))
_BOTH = 2
_ARTICLES = 2
"""Numbers up to this may be articles or be left unsaid."""


class Voice(NamedTuple):
    """What a text says, as far as it can be compared with other languages."""

    weight: float
    """Its length, in letters of the pivot's language."""
    concepts: lexicon.Concepts | None
    """None where the lexicon does not know the language."""
    values: frozenset[Value]
    order: tuple[frozenset[Value], ...] | None
    """Its figures in order; None in languages that put the whole before its part."""
    poles: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each axis of which it has two opposites, once each, which comes first."""
    acronyms: tuple[str, ...]
    bounds: int
    """Its numbers that are the least or the most: "no higher than" is no denial elsewhere."""
    sentences: int
    leanings: tuple[tuple[str, str], ...]
    """Of each axis of which it names one opposite only, that one."""
    limits: tuple[tuple[frozenset[Value], str], ...]
    """Its numbers that are the least or the most, and which of the two."""
    end: str
    """The mark at its end, as an English text writes it."""
    denials: tuple[int, int] | None
    """Words that deny, those that may counted, too; None where they are not known."""


def voice(text: Text, pivot: str) -> Voice:
    """Return what a text says."""
    locale = text.locale
    known = knows_denials(locale)
    straight = locales.language(locale) not in _WHOLE_FIRST
    return Voice(
        max(weigh(text.value), 1.0) / prior(pivot, locale).ratio,
        text.ask(lexicon.pool) if lexicon.knows(locale) else None,
        all_values(text),
        tuple([number.values for number in text.ask(figures)]) if straight else None,
        tuple(_poles(text)),
        tuple([acronym.form for acronym in text.ask(acronyms_of)]),
        len(text.ask(bounds)),
        len(text.ask(sentences)),
        tuple(_leanings(text)),
        tuple([(bound.number.values, bound.kind) for bound in text.ask(bounds)]),
        text.ask(ending).kind,
        _denials(text) if known else None,
    )


def _denials(text: Text) -> tuple[int, int]:
    strong, most = len(text.ask(denial).strong), text.ask(denials)
    if locales.language(text.locale) == "fr":
        most = max(strong, most - strong)  # "ne … pas" is one
    return strong, most


def _poles(text: Text) -> Iterator[tuple[str, tuple[str, ...]]]:
    for axis, found in text.ask(mentions).items() if text.ask(may_oppose) else ():
        if len(found) == _BOTH and all(len(places) == 1 for places in found.values()):
            yield axis, tuple(sorted(found, key=lambda pole: found[pole][0]))


def _leanings(text: Text) -> Iterator[tuple[str, str]]:
    for axis, found in text.ask(mentions).items() if text.ask(may_oppose) else ():
        if len(found) == 1:
            yield axis, next(iter(found))


def longer(pivot: Voice, one: Voice, others: Sequence[Voice]) -> float:
    """Return how much longer a text is than all others let expect, as a logarithm."""
    return math.log(one.weight / median([pivot.weight, *[other.weight for other in others]]))


def counts(number: Number) -> bool:
    """Say whether a number of the pivot must stand in every other language."""
    sizes = [value for value in number.values if isinstance(value, Decimal)]
    return number.kind in ("figure", "word") and max(sizes, default=Decimal(0)) > _ARTICLES
