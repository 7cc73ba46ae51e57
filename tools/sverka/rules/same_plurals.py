"""Plural forms that are all the same."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import PLURAL
from sverka.review.needs import unit as unit_with

rule = Rule(
    __name__,
    family="consistency",
    severity="note",
    certainty="possible",
    roles=("target", "source"),
    needs=unit_with(PLURAL),
)


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Report forms that do not differ though the pivot's do."""
    texts = {form.text.value for form in unit.forms}
    pivots = {pivot.value for _, pivot in unit.pairs}
    if len(texts) > 1 or len(pivots) < 2 or not next(iter(texts)).strip():
        return
    form = unit.forms[0]
    message = f"all {len(unit.forms)} plural forms are the same; the pivot's differ"
    yield rule.finding(form, message, related=[pivot_of(form)], form="same")
