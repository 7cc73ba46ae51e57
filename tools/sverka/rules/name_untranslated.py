"""A name was left in the script of the source or of the pivot."""

from collections.abc import Iterator, Sequence

import regex

from sverka.review import CatalogueFile, Fact, Finding, Form, Rule, Unit, pivot_of, related
from sverka.review.needs import says
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import same_name

from ._fates import by_name, hearings, translated
from ._lone import lone, named, placed
from ._persons import differ, may_name, people
from ._runs import long_runs

rule = Rule(
    __name__,
    family="names",
    severity="error",
    roles=("source", "target"),
    needs=says(long_runs),
)

_LETTERS = {"Cyrl": r"\p{Cyrillic}", "Latn": r"\p{Latin}", "Grek": r"\p{Greek}"}
_RUNS = {
    script: regex.compile(rf"{letter}[{letter}\p{{M}}'’.-]*(?: {letter}[{letter}\p{{M}}'’-]*)*")
    for script, letter in _LETTERS.items()
}
_SAME = 0.5
_LONG = 3
"""Letters of a word that proves a script."""


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Look for names in a script that is not the target's."""
    if unit.role == "source" or not may_name(unit):
        return
    for form, pivot in unit.pairs:
        if unit.source and differ(unit.source.locale, unit.locale):
            yield from _from_source(unit, form, pivot, unit.source)
        if differ(pivot.locale, unit.locale):
            yield from _from_pivot(unit, form, pivot)


def _from_source(unit: Unit, form: Form, pivot: Text, source: Text) -> Iterator[Finding]:
    """Yield the names that were pasted from the source."""
    script = locales.script(source.locale)
    if script == locales.script(pivot.locale) or script not in _RUNS:
        return
    for run in _RUNS[script].finditer(form.text.value):
        for person in people(unit, pivot):
            name = person.mention.text
            if same_name(name, run[0], pivot.locale, source.locale) < _SAME:
                continue
            expected = person.entry.forms(unit.locale)[:1] if person.entry else ()
            remedy = expected[0] if expected else None
            yield rule.finding(
                form,
                f"{run[0]} is left in the source's script; {name} in the pivot"
                + (f", {remedy} in the register" if remedy else ""),
                span=run.span(),
                replacement=remedy,
                related=[pivot_of(form, span=(person.mention.start, person.mention.end))],
            )
            break


def _from_pivot(unit: Unit, form: Form, pivot: Text) -> Iterator[Finding]:
    """Yield the people's names that were copied from the pivot, unless the source does so too."""
    for person in people(unit, pivot):
        name, at = _copy(person.mention.text, form.text.value)
        if at < 0 or (unit.source and _keeps(unit.source, name)):
            continue
        expected = person.entry.forms(unit.locale) if person.entry else ()
        if name in expected:
            continue
        witness = f", {person.source.text} in the source" if person.source else ""
        remedy = f"; the register has {expected[0]}" if expected else ""
        yield rule.finding(
            form,
            f"{name} is left in the pivot's script{witness}{remedy}",
            span=(at, at + len(name)),
            replacement=expected[0] if expected else None,
            related=[pivot_of(form, span=(person.mention.start, person.mention.end))],
            severity="warning",
            certainty="certain" if expected else "likely",
        )


def _copy(name: str, value: str) -> tuple[str, int]:
    """Return a name, or what follows a title before it ("Neurologist Aslan Tkhagapsoev"), and where
    it stands in a text; -1 if it does not."""
    at = value.find(name)
    rest = name.partition(" ")[2]
    if at < 0 and " " in rest:
        return rest, value.find(rest)
    return name, at


def _keeps(source: Text, name: str) -> bool:
    """Say whether the source has words of a name as the pivot writes them: it is written so."""
    return any(len(word) >= _LONG and word in source.value for word in name.split())


rule.gather(translated)


@rule.judge
def compare(article: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report names copied from the pivot that are written by their sound elsewhere."""
    for name, places in by_name(facts).items():
        for one, fate in places:
            if not fate.copied:
                continue
            same_locale = hearings(places, one.where.locale)
            witnesses = same_locale or hearings(places)
            if not witnesses:
                continue
            yield rule.finding(
                one,
                f"{name} is left in the pivot's script; elsewhere {witnesses[0].text}",
                replacement=same_locale[0].text if same_locale else None,
                related=[related(other, "elsewhere") for other in witnesses[:3]],
                severity="warning",
                certainty="likely" if same_locale else "possible",
            )


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Report surnames left in the pivot's script that the full name has in the target's."""
    for one in lone(file, "copied"):
        yield rule.finding(
            placed(file, one),
            f"{one.here.text} is left in the pivot's script; elsewhere {one.usual}",
            related=[named(file, one)],
            replacement=one.usual,
            severity="warning",
            certainty="likely",
        )
