"""Invisible characters that the script has no use for."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit
from sverka.text.characters import ZERO_WIDTH, zero_widths

rule = Rule(
    __name__,
    family="characters",
    severity="warning",
    roles=("pivot", "source", "target"),
    needs=ZERO_WIDTH,
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report them, unless the pivot has the same; a soft hyphen is a note."""
    for form in unit.forms:
        known = {odd.names for odd in form.pivot.ask(zero_widths)} if form.pivot else set()
        for odd in form.text.ask(zero_widths):
            if odd.names not in known:
                soft = odd.names.startswith("U+00AD")
                yield rule.finding(
                    form,
                    f"{odd.names}: invisible, and it hides the word from searches; take it out",
                    span=odd.span,
                    replacement="",
                    safe=True,
                    severity="note" if soft else "warning",
                )
