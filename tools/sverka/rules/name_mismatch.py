"""Another name stands in the translation than in the pivot."""

from collections.abc import Hashable, Iterable, Iterator, Sequence

from sverka.review import CatalogueFile, Fact, Finding, Rule, Unit, pivot_of, related
from sverka.review.needs import SOURCE, says
from sverka.review.needs import unit as unit_with

from ._born import noted, told
from ._brands import exchanged
from ._fates import absences, translated
from ._lone import lone, named, placed
from ._named_after import stopped
from ._persons import another, likely_people, may_name, other_person, stands
from ._runs import long_runs

rule = Rule(
    __name__,
    family="names",
    severity="error",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("name-variant", "name-respelled"),
    needs=says(long_runs) | unit_with(SOURCE),
)


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Look for names that agree with a person's only in part, or mean another."""
    if unit.source is None and not may_name(unit):
        return
    for form, pivot in unit.pairs:
        for row in exchanged(pivot, form.text):
            message = f"{row.text} here, {row.name} in the pivot"
            yield rule.finding(form, message, span=(row.start, row.end), replacement=row.right)
    if unit.role == "source":
        return
    yield from _named_after(unit)
    for form, pivot in unit.pairs:
        persons = tuple(likely_people(unit, pivot))
        for person in persons:
            if stands(person, unit, form.text):
                continue
            one = another(person, unit, pivot, form.text) or other_person(
                unit, person, persons, pivot, form.text
            )
            if one is None:
                continue
            forms = person.entry.forms(unit.locale) if person.entry else ()
            evidence = [f"{one.text} here", f"{person.mention.text} in the pivot"]
            if person.source:
                evidence.append(f"{person.source.text} in the source")
            if forms:
                evidence.append(f"{forms[0]} in the register")
            yield rule.finding(
                form,
                ", ".join(evidence),
                span=(one.start, one.end),
                replacement=forms[0] if forms else None,
                related=[pivot_of(form, span=(person.mention.start, person.mention.end))],
            )


def _named_after(unit: Unit) -> Iterator[Finding]:
    """Look for people made of the names of organisations."""
    if unit.source is None:
        return
    for form in unit.forms:
        if form.pivot and any(stopped(unit.source, form.pivot)):
            continue
        for one in stopped(unit.source, form.text):
            message = (
                f"a full stop makes a person of “{one.text.strip('.!? ')}”; "
                f"{one.source} in the source: something is named after them"
            )
            yield rule.finding(form, message, span=(one.start, one.end))


@rule.gather
def note(unit: Unit) -> Iterable[tuple[Hashable, Fact]]:
    """Note what became of full names, and which the pivot has wrong; the source is no translation
    of the pivot."""
    is_compared = unit.source is not None and unit.role != "source"
    return noted(unit) if is_compared else translated(unit)


@rule.judge
def compare(key: Hashable, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report names that the pivot has wrong, and names that stand where another is missing that
    is known from elsewhere."""
    if not isinstance(key, str):
        for one, message, translations in told(facts):
            yield rule.finding(one, message, related=translations)
        return
    for one, fate, witnesses in absences(facts):
        if len(fate.strangers) != 1:
            continue
        ((start, end, text),) = fate.strangers
        yield rule.finding(
            Fact(one.where, (start, end), text),
            f"{text} here, {fate.name} in the pivot; elsewhere {witnesses[0].text}",
            related=[related(witnesses[0], "elsewhere")],
        )


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Report surnames alone in whose place stands that of another person of the file."""
    for one in lone(file, "other"):
        elsewhere = f"; elsewhere {one.usual}" if one.usual else ""
        yield rule.finding(
            placed(file, one),
            f"{one.here.text} here, {one.name.text} in the pivot{elsewhere}",
            related=[named(file, one)],
        )
