"""Words that mean the opposite of the pivot's: left for right, increased for decreased."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import both
from sverka.review.unit import Form
from sverka.text.analysis import Text
from sverka.text.lexicon import FIELD, pool
from sverka.text.negation import denial
from sverka.text.opposites import (
    OPPOSITE,
    axes,
    knows,
    may_oppose,
    mentions,
    pole_of,
    poles,
    tallies,
    turned,
)

from ._fields import mixed

rule = Rule(
    __name__,
    family="data",
    severity="error",
    certainty="likely",
    needs=both(OPPOSITE) | both(FIELD),
)

_BEINGS = frozenset(
    [
        "side",
        "weekday",
        "latitude",
        "longitude",
        "parent",
        "child",
        "sibling",
        "sex",
        "season",
        "day",
        "pressure",
        "gift",
        "route",
    ]
)
"""Axes of which no pole is the denial of another."""
_LONGEST = 400
"""Longer texts, in code points, have opposites in too many places."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the poles of each pair, if each text has one of an axis."""
    if not (knows(unit.locale) and knows(unit.background.pivot)):
        return
    for form, pivot in unit.pairs:
        if form.text.value == pivot.value or len(pivot.value) > _LONGEST:
            continue
        found = list(_by_axes(unit, form, pivot))
        yield from found or _by_fields(form, pivot, unit.source)


def _by_axes(unit: Unit, form: Form, pivot: Text) -> Iterator[Finding]:
    if not (pivot.ask(may_oppose) and form.text.ask(may_oppose)):
        return
    if pivot.ask(axes).isdisjoint(form.text.ask(axes)):
        return
    yield from _one_of_several(form, pivot)
    for axis in pivot.ask(mentions).keys() & form.text.ask(mentions).keys():
        if pivot.ask(mentions)[axis].keys() == form.text.ask(mentions)[axis].keys():
            continue
        mine, theirs = pole_of(pivot, axis), pole_of(form.text, axis)
        if mine is None or theirs is None:
            continue
        if axis not in _BEINGS and _denies_one(pivot, form.text):
            continue
        if pivot.ask(denial).only or form.text.ask(denial).only:
            continue  # "not only boys": "girls, too"
        if unit.source and unit.source.ask(poles).get(axis, mine).name != mine.name:
            continue
        there, here = mine.span, theirs.span
        yield rule.finding(
            form,
            f"“{pivot.value[slice(*there)]}” in the pivot, “{form.text.value[slice(*here)]}” here",
            span=here,
            related=[pivot_of(form, span=there)],
        )


def _one_of_several(form: Form, pivot: Text) -> Iterator[Finding]:
    """Compare how often each pole of an axis is named, where the pivot names both."""
    if all(len(found) != 2 for found in pivot.ask(mentions).values()):
        return
    there = {axis: found for axis, found in pivot.ask(tallies).items() if len(found) == 2}
    here = form.text.ask(tallies) if there else {}
    for axis in there.keys() & here.keys():
        counts = [{pole: len(at) for pole, at in side[axis].items()} for side in (there, here)]
        if sum(counts[0].values()) != sum(counts[1].values()) or counts[0] == counts[1]:
            continue
        if axis not in _BEINGS and (pivot.ask(denial).strong or form.text.ask(denial).strong):
            continue
        lost = next(p for p, n in counts[0].items() if n > counts[1].get(p, 0))
        new = next(p for p, n in counts[1].items() if n > counts[0].get(p, 0))
        span, theirs = there[axis][lost][0], here[axis][new][0]
        yield rule.finding(
            form,
            f"“{pivot.value[slice(*span)]}” in the pivot, its opposite "
            f"“{form.text.value[slice(*theirs)]}” once too often here",
            span=theirs,
            related=[pivot_of(form, span=span)],
        )


def _by_fields(form: Form, pivot: Text, source: Text | None) -> Iterator[Finding]:
    """Compare words of which one excludes the other, by the lexicon; the source may have the
    translation's ("главный врач", "medical director", „Chefärztin“)."""
    for there, here, is_opposition, said in mixed(pivot, form.text):
        if source and not said.isdisjoint(source.ask(pool)):
            continue
        if is_opposition and (turned(pivot, *there) or turned(form.text, *here)):
            continue
        yield rule.finding(
            form,
            f"“{pivot.value[slice(*there)]}” in the pivot, “{form.text.value[slice(*here)]}” here",
            span=here,
            related=[pivot_of(form, span=there)],
        )


def _denies_one(pivot: Text, target: Text) -> bool:
    """Say whether only one text denies: "not increased" may be rendered as "decreased"."""
    return bool(pivot.ask(denial).strong) != bool(target.ask(denial).strong)
