"""The glossary made ready for matching: once a review, by locale."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from sverka.project.glossary import Term
from sverka.review import Background
from sverka.text.terms import Index, Pattern, pattern

from ._kept import kept


class Prepared(NamedTuple):
    """The terms of one locale: patterns numbered by row, and an index over them."""

    terms: Index
    rows: tuple[Term, ...]
    by_form: dict[str, list[Term]]


@kept
def prepared(background: Background, locale: str, forbidden: bool = False) -> Prepared:
    """Return the glossary's terms in a locale: those to be used, or the forbidden ones."""
    rows = tuple(
        term
        for term in background.glossary.terms
        if (term.status == "forbidden") == forbidden and term.forms(locale)
    )
    by_form: dict[str, list[Term]] = {}
    for row in rows:
        for form in row.forms(locale):
            by_form.setdefault(form, []).append(row)
    numbered = ((number, form) for number, row in enumerate(rows) for form in patterns(row, locale))
    return Prepared(_index(tuple(numbered)), rows, by_form)


@lru_cache(maxsize=16)
def _index(terms: tuple[tuple[int, Pattern], ...]) -> Index:
    """Return the index of terms: the next review with the same glossary finds it filled."""
    return Index(terms)


@kept
def leaves_choice(background: Background) -> bool:
    """Say whether the glossary prefers some terms and merely admits others."""
    return len({term.status for term in background.glossary.terms} - {"forbidden"}) > 1


def patterns(term: Term, locale: str) -> list[Pattern]:
    """Return the patterns of a term's forms in a locale, the preferred form's first."""
    verb = term.pos.casefold().startswith("v")
    return [
        pattern(form, locale, term.case, verb)
        for written in term.forms(locale)
        for form in dict.fromkeys((written, _OPERATION.sub("transplant", written)))
    ]


_OPERATION = re.compile(r"transplantation\b")
"""English has two nouns for one operation."""


def forms(terms: Iterable[Term], locale: str) -> list[str]:
    """Return the forms of terms in a locale, each once."""
    return list(dict.fromkeys(form for term in terms for form in term.forms(locale)))
