"""Characters that turn the direction of writing: overrides always, others where left open."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit
from sverka.text.characters import overrides, unclosed_bidi

rule = Rule(
    __name__,
    family="characters",
    severity="error",
    roles=("pivot", "source", "target"),
    needs=r"[\u202a-\u202e\u2066-\u2069]",
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report every override, and embeddings and isolates that are not closed."""
    for form in unit.forms:
        forced = form.text.ask(overrides)
        for odd in forced:
            yield rule.finding(
                form,
                f"{odd.names} shows what follows in another order than it is read; take it out",
                span=odd.span,
                replacement="",
            )
        known = {odd.span for odd in forced}
        for odd in form.text.ask(unclosed_bidi):
            if odd.span not in known:
                yield rule.finding(
                    form,
                    f"{odd.names} has no partner in its line and turns the rest of it; close it",
                    span=odd.span,
                    severity="warning",
                    certainty="likely",
                )
