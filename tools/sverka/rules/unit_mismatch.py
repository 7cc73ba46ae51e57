"""Quantities whose unit differs between a text and its translation."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text.analysis import Text
from sverka.text.units import Quantity, converted, quantities

rule = Rule(__name__, family="data", severity="error", needs=r"\d")


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the units of equal numbers."""
    for form, pivot in unit.pairs:
        for mine, theirs in mismatches(pivot, form.text):
            if unit.source and any(_same(q, theirs) for q in unit.source.ask(quantities)):
                continue
            shown = form.text.value[theirs.number.start : theirs.end]
            wanted = pivot.value[mine.number.start : mine.end]
            yield rule.finding(
                form,
                f"{wanted} in the pivot, {shown} here",
                span=(theirs.start, theirs.end),
                related=[pivot_of(form, span=(mine.number.start, mine.end))],
            )


def mismatches(pivot: Text, target: Text) -> list[tuple[Quantity, Quantity]]:
    """Return the quantities of equal number and different unit."""
    left, right = list(pivot.ask(quantities)), list(target.ask(quantities))
    for quantity in tuple(left):
        twin = next((q for q in right if _same(quantity, q) or converted(quantity, q)), None)
        if twin:
            left.remove(quantity)
            right.remove(twin)
    found = []
    for quantity in left:
        other = next((q for q in right if q.values & quantity.values), None)
        if other:
            right.remove(other)
            found.append((quantity, other))
    return found


def _same(a: Quantity, b: Quantity) -> bool:
    per = not a.per or not b.per or a.per & b.per
    return bool(a.values & b.values and a.units & b.units and per)
