"""Quantities whose unit differs between a text and its translation."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from math import isclose

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import either
from sverka.text.analysis import Text
from sverka.text.numbers import Number, figures
from sverka.text.signs import of_words, signs
from sverka.text.traits import DIGIT
from sverka.text.units import Quantity, Rate, converted, quantities, rates, units, worded

_PERCENT = re.compile(
    r"[%٪％‰]|百分|分之|パーセント|割|퍼센트|per ?cent|pro[cz]ent|pour ?cent|por ?cien|porcent"
    r"|процент|відсот|адсотк|yüzde|المئة|المائة|المية",
    re.IGNORECASE,
)
_MEASURES = frozenset(
    (
        "mass",
        "volume",
        "length",
        "area",
        "temperature",
        "substance",
        "dose",
        "radiation",
        "activity",
    )
)
_MEASURE_WORD = re.compile(
    r"(?:pic|nan|mi[ck]r|mill?i(?!on|ard)|[czs]ent[iy]|d[eé][csz]i|[kq]u?il|m[eé]ga|giga|quadrat|kubik"
    r"|пико|нано|м[иі]кро|мил?л[иі](?!он|ард)|санти|деци|к[иі]ло|мега|г[иі]га)\w*",
    re.IGNORECASE,
)
_MEASURE = of_words(lambda locale: _MEASURE_WORD.fullmatch)
"""A word that may be of a measure: with a prefix such as "milli"."""
rule = Rule(
    __name__,
    family="data",
    severity="error",
    needs=either(DIGIT | _MEASURE),
)

_JOINING = (
    r"(?:and|or|to|from|vs|versus|against|compared|instead|rather|und|oder|bis|auf|gegen\w*"
    r"|statt|zu|beziehungsweise|и|или|до|против|вместо|по|к|с|та|і|або|проти|et|ou|à|contre|y|o|a|e|frente)"
)
_LINK = re.compile(
    r"\s?[-–—/,;、,+±~〜]?\s?(?:[^\W\d_]+\.?\s?)?"
    rf"|\s{_JOINING}(?:\s[^\W\d_]+){{0,3}}\s|,\s{_JOINING}(?:\s[^\W\d_]+)?\s"
)
"""What stands between numbers that share a unit."""
_END = re.compile(r"\s*(?:[.,;:!?)。，、）]|$)")


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the units of equal numbers."""
    for form, pivot in unit.pairs:
        for mine, theirs in mismatches(pivot, form.text):
            if unit.source and any(_same(q, theirs) for q in unit.source.ask(quantities)):
                continue
            yield rule.finding(
                form,
                f"{_whole(mine, pivot)} in the pivot, {_whole(theirs, form.text)} here",
                span=(theirs.start, theirs.end),
                related=[pivot_of(form, span=(mine.number.start, mine.end))],
            )

        for rate, other in rates_apart(pivot, form.text):
            said, here = (t.value[r.start : r.end] for t, r in ((pivot, rate), (form.text, other)))
            yield rule.finding(
                form,
                f"per {said} in the pivot, per {here} here",
                span=(other.start, other.end),
                related=[pivot_of(form, span=(rate.start, rate.end))],
                certainty="likely",
            )
        for mine, bare in bereft(pivot, form.text):
            wanted = pivot.value[mine.number.start : mine.end]
            yield rule.finding(
                form,
                f"{wanted} in the pivot, {bare.raw} without a unit here",
                span=bare.span,
                related=[pivot_of(form, span=(mine.number.start, mine.end))],
                certainty="likely",
            )
        for theirs, bare in bereft(form.text, pivot):
            shown = form.text.value[theirs.number.start : theirs.end]
            yield rule.finding(
                form,
                f"{bare.raw} without a unit in the pivot, {shown} here",
                span=(theirs.number.start, theirs.end),
                related=[pivot_of(form, span=bare.span)],
                certainty="likely" if "percent" in theirs.units else "possible",
            )


def _whole(quantity: Quantity, text: Text) -> str:
    """Return a quantity as it stands in a text, its unit before or after the number."""
    number = quantity.number
    return text.value[min(number.start, quantity.start) : max(number.end, quantity.end)]


def bereft(here: Text, there: Text) -> list[tuple[Quantity, Number]]:
    """Return the quantities here of which there only the number is left, and that number."""
    known = units()
    found = []
    for quantity in here.ask(quantities):
        dimensions = {known[unit].dimension for unit in quantity.units}
        percent = dimensions == {"share"}
        if not percent and not dimensions <= _MEASURES:
            continue
        numbers = there.ask(figures)
        if percent and _counts_percents(here, there):
            continue
        others = there.ask(quantities)
        if not percent and _count(others, dimensions) >= _count(here.ask(quantities), dimensions):
            continue
        if any(q.values & quantity.values for q in others):
            continue
        bare = [n for n in numbers if n.kind == "figure" and n.values & quantity.values]
        if len(bare) != 1 or _shares_unit(bare[0], there, dimensions):
            continue
        if percent or _END.match(there.value, bare[0].end):
            found.append((quantity, bare[0]))
    return found


def _counts_percents(here: Text, there: Text) -> bool:
    """Say whether a text speaks as often of percents as the other, or of so many of a hundred."""
    if any(100 in number.values for number in there.ask(figures)):
        return True
    return len(_PERCENT.findall(there.value)) >= len(_PERCENT.findall(here.value))


def _count(found: Iterable[Quantity], dimensions: set[str]) -> int:
    """Return how many quantities are of some dimensions."""
    return sum(any(units()[unit].dimension in dimensions for unit in q.units) for q in found)


def _shares_unit(number: Number, text: Text, dimensions: set[str]) -> bool:
    """Say whether a number stands before one with its unit: 46 and 50 %, from 12 to 18 %."""
    measured = {
        q.number
        for q in text.ask(quantities)
        if any(units()[unit].dimension in dimensions for unit in q.units)
    }
    for other in text.ask(figures):
        if other.start < number.end:
            continue
        if not _LINK.fullmatch(text.value, number.end, other.start):
            return False
        if other in measured:
            return True
        number = other
    return False


def rates_apart(pivot: Text, target: Text) -> list[tuple[Rate, Rate]]:
    """Return the unit of which something is counted here, and another of its kind there."""
    if len(mine := pivot.ask(rates)) != 1 or len(theirs := target.ask(rates)) != 1:
        return []
    known = units()
    pairs = [(known[a], known[b]) for a in mine[0].units for b in theirs[0].units]
    if not pairs or any(
        a.dimension != b.dimension
        or a.dimension not in _MEASURES
        or a.customary != b.customary
        or isclose(a.factor, b.factor)
        for a, b in pairs
    ):
        return []
    return [(mine[0], theirs[0])]


def measured(text: Text) -> tuple[Quantity, ...]:
    """Return the measures of a text whose number is in words: an analyser."""
    known = units()
    found = text.ask(worded)
    return tuple(q for q in found if all(known[u].dimension in _MEASURES for u in q.units))


def mismatches(pivot: Text, target: Text) -> list[tuple[Quantity, Quantity]]:
    """Return the quantities of equal number and different unit."""
    left, right = list(pivot.ask(quantities)), list(target.ask(quantities))
    if (pivot.ask(signs) | target.ask(signs)) & _MEASURE:
        left.extend(pivot.ask(measured))
        right.extend(target.ask(measured))
    for agree in (_same, converted):
        for quantity in tuple(left):
            if twin := next((q for q in right if agree(quantity, q)), None):
                left.remove(quantity)
                right.remove(twin)
    found = []
    for quantity in left:
        other = next((q for q in right if _apart(quantity, q)), None)
        if other:
            right.remove(other)
            found.append((quantity, other))
    return found


def _apart(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities are of one number and of different units: of one dimension, if a
    number is in words."""
    known = units()
    alike = {known[u].dimension for u in a.units} & {known[u].dimension for u in b.units}
    spelled = "word" in (a.number.kind, b.number.kind)
    return bool(a.values & b.values) and (not spelled or (bool(alike) and a.values != {Decimal(1)}))


def _same(a: Quantity, b: Quantity) -> bool:
    per = not a.per or not b.per or a.per & b.per
    return bool(a.values & b.values and a.units & b.units and per)
