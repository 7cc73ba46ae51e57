"""The commonest acronyms of organisations, biomedicine and computing, in thirteen languages.

`known_acronyms.csv` is our own table: a row a concept, a column a language, `|` between
alternatives, the usual one first. `source` says who publishes the forms, `name` is what the English
form stands for. Chinese, Japanese and Arabic, which mostly write it out, have the fixed name.
"""

import csv
from functools import cache
from importlib import resources

import regex

from . import locales
from .analysis import Text
from .signs import never, of_pieces

_NOT_LOCALES = ("kind", "source", "name")
_WRITING_OUT = frozenset({"zh", "ja", "ar"})
Span = tuple[int, int]


def language_writes_out(locale: str) -> bool:
    """Say whether a language has words where others have acronyms."""
    return locales.language(locale) in _WRITING_OUT


WRITTEN_OUT = of_pieces(lambda locale: None if language_writes_out(locale) else never)
"""The sign of texts that may have words where others have acronyms."""


def _rows() -> "csv.DictReader[str]":
    path = resources.files("sverka.text") / "known_acronyms.csv"
    return csv.DictReader(path.read_text("utf-8").splitlines())


@cache
def _kinds() -> dict[str, str]:
    return {row["en"].split("|")[0]: row["kind"] for row in _rows()}


@cache
def _names() -> dict[str, str]:
    return {row["en"].split("|")[0]: row["name"] for row in _rows()}


@cache
def _table() -> tuple[dict[str, tuple[str, ...]], ...]:
    return tuple(
        {
            column: tuple(cell.split("|"))
            for column, cell in row.items()
            if cell and column not in _NOT_LOCALES
        }
        for row in _rows()
    )


@cache
def _index() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for row in _table():
        concept = row["en"][0]
        for language, forms in row.items():
            for form in forms:
                found.setdefault((language, form), set()).add(concept)
    return {key: frozenset(concepts) for key, concepts in found.items()}


def concepts(form: str, locale: str) -> frozenset[str]:
    """Return what an acronym means in a locale, as English acronyms; empty if it is not known.

    English acronyms are understood in every language that does not use the form for itself.
    """
    index = _index()
    own = index.get((locales.language(locale), form))
    return own or index.get(("en", form), frozenset())


def kind(concept: str) -> str | None:
    """Return what kind of thing a concept is (`organisation`, `disease`, …), None if unknown."""
    return _kinds().get(concept)


def name(concept: str) -> str:
    """Return what a concept's acronym stands for, in English; "" if it is unknown."""
    return _names().get(concept, "")


def written_out(text: Text) -> tuple[Span, ...]:
    """Return the spans of concepts' fixed names in Chinese, Japanese and Arabic: 世卫组织.

    An analyser of `Text.ask`.
    """
    language = locales.language(text.locale)
    if language not in _WRITING_OUT:
        return ()
    return tuple(found.span() for found in _fixed(language).finditer(text.value))


@cache
def _fixed(language: str) -> "regex.Pattern[str]":
    forms = {form for row in _table() for form in row.get(language, ()) if not form.isascii()}
    ordered = sorted(forms, key=len, reverse=True)
    bounds = r"(?<!\p{L}\p{M}*)(?:[وفبكل]|لل)?\K" if language == "ar" else ""
    end = r"(?!\p{L})" if language == "ar" else ""
    return regex.compile(f"{bounds}(?:{'|'.join(map(regex.escape, ordered))}){end}")


def renderings(concept: str, locale: str) -> tuple[str, ...]:
    """Return the forms of a concept in a locale, the usual one first; () if it is not known."""
    language = locales.language(locale)
    for row in _table():
        if row["en"][0] == concept:
            return row.get(language, ())
    return ()
