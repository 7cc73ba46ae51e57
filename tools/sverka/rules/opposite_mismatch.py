"""Words that mean the opposite of the pivot's: left for right, increased for decreased."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import both
from sverka.text.lexicon import FIELD
from sverka.text.opposites import OPPOSITE, knows

from ._opposed import opposed

rule = Rule(
    __name__,
    family="data",
    severity="error",
    certainty="likely",
    needs=both(OPPOSITE) | both(FIELD),
)


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the poles of each pair, if each text has one of an axis."""
    if not (knows(unit.locale) and knows(unit.background.pivot)):
        return
    for form, pivot in unit.pairs:
        for there, here, is_repeated in opposed(pivot, form.text, unit.source):
            mine, theirs = pivot.value[slice(*there)], form.text.value[slice(*here)]
            message = (
                f"“{mine}” in the pivot, its opposite “{theirs}” once too often here"
                if is_repeated
                else f"“{mine}” in the pivot, “{theirs}” here"
            )
            where = [pivot_of(form, span=there)]
            yield rule.finding(form, message, span=here, related=where)
