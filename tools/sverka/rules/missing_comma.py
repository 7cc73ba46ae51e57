"""A comma that a language's rules ask for before a clause: „wir wissen, dass“."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import regex

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words


class Commas(NamedTuple):
    """Where a language has commas."""

    signs: frozenset[str]
    gap: "regex.Pattern[str]"


@lru_cache(maxsize=32)
def _commas(language: str) -> Commas | None:
    path = resources.files("sverka.text") / "data/commas.toml"
    row = tomllib.loads(path.read_text("utf-8")).get(language)
    if row is None:
        return None
    pattern = regex.compile(row["gap"].replace("\n", ""))
    return Commas(frozenset(row["sign"].split()), pattern)


def _conjunctions(locale: str) -> Test:
    commas = _commas(locales.language(locale))
    return commas.signs.__contains__ if commas else never


rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=here(of_words(_conjunctions)),
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Look for conjunctions that follow a word without a comma."""
    commas = _commas(locales.language(unit.locale))
    if commas is None:
        return
    for form in unit.forms:
        for found in commas.gap.finditer(form.text.ask(prose)):
            start = found.start("gap")
            yield rule.finding(
                form,
                f"no comma after “{found[0].split()[0]}”; a clause begins here",
                span=(start, start + 1),
                replacement="," + found["gap"],
                related=[pivot_of(form)] if form.pivot else (),
                form=found[0],
            )
