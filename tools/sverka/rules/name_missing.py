"""A person named in the pivot is not named in the translation."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of

from ._persons import ABSENT, people, place

rule = Rule(__name__, family="names", severity="warning", certainty="likely")


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Look for each person of the pivot in the translation."""
    for form, pivot in unit.pairs:
        for person in people(unit, pivot):
            found = place(person, unit, pivot, form.text)
            if found and found.score >= ABSENT:
                continue
            name = person.mention.text
            if person.source and person.source.text in form.text.value:
                continue
            expected = person.entry.forms(unit.locale)[:1] if person.entry else ()
            remedy = f"; the register has {expected[0]}" if expected else ""
            witness = f", {person.source.text} in the source" if person.source else ""
            span = (person.mention.start, person.mention.end)
            yield rule.finding(
                form,
                f"{name} in the pivot{witness}, nobody of this name here{remedy}",
                related=[pivot_of(form, span=span)],
                form=name,
            )
