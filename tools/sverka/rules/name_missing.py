"""A person named in the pivot is not named in the translation."""

from collections.abc import Iterator, Sequence

from sverka.review import CatalogueFile, Fact, Finding, Rule, Unit, pivot_of, related
from sverka.review.needs import SOURCE, says
from sverka.review.needs import unit as unit_with
from sverka.text import locales
from sverka.text.analysis import Text

from ._brands import lost
from ._fates import absences, translated
from ._lone import Lone, lone, named
from ._persons import ABSENT, HARD_TO_HEAR, another, may_name, other_person, people, place
from ._runs import long_runs, name_rows

rule = Rule(
    __name__,
    family="names",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=says(long_runs) | unit_with(SOURCE),
)


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Look for each person of the register or the source in the translation."""
    if unit.role == "source":
        return
    if unit.source is not None:
        yield from _lost(unit, unit.source)
    if not may_name(unit):
        return
    for form, pivot in unit.pairs:
        persons = people(unit, pivot)
        for person in persons:
            found = place(person, unit, pivot, form.text)
            name = person.mention.text
            if (found and found.score >= ABSENT) or name in form.text.value:
                continue
            if another(person, unit, pivot, form.text) or other_person(
                unit, person, persons, pivot, form.text
            ):
                continue
            if person.source and person.source.text in form.text.value:
                continue
            expected = person.entry.forms(unit.locale)[:1] if person.entry else ()
            remedy = f"; the register has {expected[0]}" if expected else ""
            witness = f", {person.source.text} in the source" if person.source else ""
            span = (person.mention.start, person.mention.end)
            is_hard = not expected and locales.language(unit.locale) in HARD_TO_HEAR
            yield rule.finding(
                form,
                f"{name} in the pivot{witness}, nobody of this name here{remedy}",
                related=[pivot_of(form, span=span)],
                form=name,
                certainty="possible" if is_hard else None,
            )


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Report one of two people named side by side by their surnames, of whom one is there."""
    for one in lone(file, "given"):
        yield _gone(file, one, f"only the given name here; elsewhere {one.usual}")
    for one in lone(file, "absent"):
        yield _gone(file, one, "nobody of this name here")
    is_hard = locales.language(file.where.locale) in HARD_TO_HEAR
    for one in lone(file, "missing"):
        full = one.pair.pivot.ask(name_rows)
        if not is_hard and any(name.start <= one.name.start < name.end for name in full):
            continue
        yield _gone(file, one, f"nobody of this name here; elsewhere {one.usual}")


def _gone(file: CatalogueFile, one: Lone, what: str) -> Finding:
    return rule.finding(
        file.place(one.pair.entry, "msgstr", one.pair.plural),
        f"{one.name.text} in the pivot, {what}",
        related=[named(file, one)],
        form=one.name.text,
    )


def _lost(unit: Unit, source: Text) -> Iterator[Finding]:
    """Look for names that pivot and source write alike, though their scripts differ."""
    for form, pivot in unit.pairs:
        for name in lost(pivot, source, form.text):
            message = f"{name} in the pivot and in the source, nothing of this name here"
            at = pivot.value.index(name)
            span = (at, at + len(name))
            yield rule.finding(form, message, related=[pivot_of(form, span=span)], form=name)


rule.gather(translated)


@rule.judge
def compare(article: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report names that other sentences or locales write by their sound."""
    for one, fate, witnesses in absences(facts):
        if fate.strangers:
            continue
        is_hard = locales.language(one.where.locale) in HARD_TO_HEAR
        is_sure = len(witnesses) > 1 and not is_hard
        yield rule.finding(
            one,
            f"{fate.name} in the pivot, nobody of this name here; "
            f"elsewhere {witnesses[0].text}{_times(len(witnesses))}",
            span=None,
            related=[related(other, "elsewhere") for other in witnesses[:3]],
            form=fate.name,
            certainty=None if is_sure else "possible",
        )


def _times(number: int) -> str:
    return "" if number == 1 else f" and others, {number} times"
