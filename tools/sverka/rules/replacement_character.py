"""Replacement characters: what could not be read once."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text.characters import replacements

rule = Rule(
    __name__,
    family="characters",
    severity="error",
    roles=("pivot", "source", "target"),
    needs="\ufffd",
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report them, unless the pivot has some on purpose."""
    for form in unit.forms:
        if form.pivot is not None and form.pivot.ask(replacements):
            continue
        for odd in form.text.ask(replacements):
            yield rule.finding(
                form,
                "U+FFFD stands where a character could not be read; look it up in an older copy",
                span=odd.span,
                related=[pivot_of(form)] if form.pivot else (),
            )
