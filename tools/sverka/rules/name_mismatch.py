"""Another name stands in the translation than in the pivot."""

from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, pivot_of, related

from ._persons import absences, fates, other_person, people, replaced, stands

rule = Rule(__name__, family="names", severity="error", certainty="likely")


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Look for names that agree with a person of the pivot only in part, or mean another."""
    for form, pivot in unit.pairs:
        persons = people(unit, pivot)
        for person in persons:
            if stands(person, unit, form.text):
                continue
            stranger = replaced(person.mention.text, pivot, form.text) or other_person(
                unit, person, persons, pivot, form.text
            )
            if stranger is None:
                continue
            forms = person.entry.forms(unit.locale) if person.entry else ()
            evidence = [f"{stranger.text} here", f"{person.mention.text} in the pivot"]
            if person.source:
                evidence.append(f"{person.source.text} in the source")
            if forms:
                evidence.append(f"{forms[0]} in the register")
            yield rule.finding(
                form,
                ", ".join(evidence),
                span=(stranger.start, stranger.end),
                replacement=forms[0] if forms else None,
                related=[pivot_of(form, span=(person.mention.start, person.mention.end))],
            )


rule.gather(fates)


@rule.judge
def compare(article: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report names that stand where a name is missing that is known from elsewhere."""
    for one, fate, witnesses in absences(facts):
        if len(fate.strangers) != 1:
            continue
        ((start, end, text),) = fate.strangers
        yield rule.finding(
            Fact(one.where, (start, end), text),
            f"{text} here, {fate.name} in the pivot; elsewhere {witnesses[0].text}",
            related=[related(witnesses[0], "elsewhere")],
        )
