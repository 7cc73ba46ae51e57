"""Words that look like the pivot's and mean something else: "eventually" and „eventuell“."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.endings import SENTENCE_END
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words


class Friends(NamedTuple):
    """A word of the pivot, and a word that looks like it."""

    pivot: "re.Pattern[str]"
    lookalike: "re.Pattern[str]"
    meant: str
    """What the pivot's word is in the other language."""
    unless: "re.Pattern[str]"
    """What in the pivot the lookalike may stand for."""


@lru_cache(maxsize=1)
def _rows() -> dict[tuple[str, str], list[list[str]]]:
    path = resources.files("sverka.text") / "data/false_friends.tsv"
    rows: dict[tuple[str, str], list[list[str]]] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        pair, *cells = line.split("\t")
        pivot, _, own = pair.partition("-")
        rows.setdefault((pivot, own), []).append(cells)
    return rows


@lru_cache(maxsize=64)
def _friends(pivot: str, own: str) -> tuple[Friends, ...]:
    return tuple(
        Friends(
            re.compile(rf"(?<![\w-])(?:{word})(?![\w-])", re.IGNORECASE),
            re.compile(rf"(?<![\w-])(?:{lookalike})(?![\w-])", _case(own)),
            meant,
            re.compile(unless, re.IGNORECASE),
        )
        for word, lookalike, meant, unless in _rows().get((pivot, own), ())
    )


def _case(own: str) -> re.RegexFlag:
    """Return how capitals count: German tells nouns by them."""
    return re.NOFLAG if own == "de" else re.IGNORECASE


def _lookalikes(locale: str) -> Test:
    own = locales.language(locale)
    words = [
        cells[1].partition(r"\s")[0].partition(" ")[0]
        for (_, other), rows in _rows().items()
        if other == own
        for cells in rows
    ]
    return (
        re.compile("|".join(f"(?:{word})" for word in words), _case(own)).match if words else never
    )


rule = Rule(
    __name__,
    family="terms",
    severity="warning",
    certainty="likely",
    needs=here(of_words(_lookalikes)),
)

_QUOTES = frozenset("\"'“”„»«‘’‚")
_LONGEST = 600
"""Longer texts, in code points, have more than one reason for a word."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Look for a lookalike of a word of the pivot that nothing else there can stand for."""
    friends = _friends(locales.language(unit.background.pivot), locales.language(unit.locale))
    for form, pivot in unit.pairs if friends else ():
        if len(pivot.value) > _LONGEST or not SENTENCE_END.search(pivot.value):
            continue
        there, here = pivot.ask(prose), form.text.ask(prose)
        for pair in friends:
            found = pair.lookalike.search(here)
            if not found or not (word := pair.pivot.search(there)) or pair.unless.search(there):
                continue
            if here[found.start() - 1 : found.start()] in _QUOTES or form.text.value == pivot.value:
                continue
            if _is_quoted(here, found, there):
                continue
            yield rule.finding(
                form,
                f"“{found[0]}” only looks like “{word[0]}”; here it is “{pair.meant}”",
                span=found.span(),
                related=[pivot_of(form, span=word.span())],
            )


def _is_quoted(here: str, found: "re.Match[str]", there: str) -> bool:
    """Say whether the word and a neighbour stand in the pivot as they are: a title."""
    before = here[: found.start()].split()[-1:]
    after = here[found.end() :].split()[:1]
    phrases = [
        *(f"{word} {found[0]}" for word in before),
        *(f"{found[0]} {word}" for word in after),
    ]
    return any(phrase.strip(".,:;!?\"'”“’»«„") in there for phrase in phrases)
