"""An acronym that is no rendering of the pivot's or the source's: ДНК for RNA."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import regex

from sverka.review import Fact, Finding, Related, Rule, Unit, related
from sverka.text.known_acronyms import kind

from ._acronyms import Segment, Side, notes, segment, sides
from ._witnesses import Links
from ._words import language_name, times

rule = Rule(
    __name__,
    family="terms",
    severity="error",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("acronym-variant", "mixed-script"),
)


class Mismatch(NamedTuple):
    """An acronym of a translation that means another one than the pivot's."""

    side: Side
    there: str
    """The pivot's form, which nothing renders."""
    here: str
    """The translation's form, which renders nothing of the pivot's."""
    means: str
    """The pivot's form that `here` usually renders."""
    usual: str
    """The form that usually renders `there`."""


@rule.gather
def note_acronyms(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note every acronym under its article."""
    yield from notes(unit)


@rule.judge
def compare(article: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the odd one out: the pivot's if the source or most translations differ from it."""
    languages = sides(facts)
    pivot = next((side for side in languages if side.role == "pivot"), None)
    if pivot is None:
        return
    found: dict[tuple[Segment, str], list[Mismatch]] = defaultdict(list)
    for side in languages:
        if side is not pivot:
            for place, mismatch in mismatches(side, pivot):
                found[place, mismatch.there].append(mismatch)
    for (place, there), group in found.items():
        if _pivot_is_wrong(place, group, languages):
            yield _of_pivot(place, there, group, pivot)
        else:
            for mismatch in group:
                yield _of_translation(place, mismatch, pivot)


def mismatches(side: Side, pivot: Side) -> Iterator[tuple[Segment, Mismatch]]:
    """Yield the segments of a translation in which an acronym stands for another one."""
    known = Links(side, pivot)
    for place, here in side.segments.items():
        there = pivot.segments.get(place)
        if not there:
            continue
        pairs = [(p, q) for p in there for q in here if _renders(q, p, known)]
        strange = [q for q in here if all(q != other for _, other in pairs)]
        missing = [p for p in there if all(p != other for other, _ in pairs)]
        for p in missing:
            usual = known.main(p)
            if not usual:
                continue
            for q in strange:
                means = known.called(q)
                strange_here = means and not any(_relatives(means, form) for form in there)
                if means and strange_here and usual != q and _one_kind(p, means, pivot):
                    yield place, Mismatch(side, p, q, means, usual)
                    break


def _one_kind(a: str, b: str, pivot: Side) -> bool:
    """Say whether two acronyms may be taken for each other: not a country for a procedure."""
    kinds = [{kind(concept) for concept in pivot.concepts(form)} - {None} for form in (a, b)]
    return not all(kinds) or bool(kinds[0] & kinds[1])


def _relatives(a: str, b: str) -> bool:
    """Say whether one acronym is part of another: PCR and RT-PCR may stand for each other."""
    one, two = (set(regex.findall(r"[^\W\d]+", form.casefold())) for form in (a, b))
    return a == b or bool(one & two) or a in b or b in a


def _renders(q: str, p: str, known: Links) -> bool:
    if q == p or known.called(q) == p or known.main(p) == q:
        return True
    side, pivot = known.other, known.side
    if side.concepts(q) & pivot.concepts(p):
        return True
    if known.called(q):
        return False
    both = side.places(q) & pivot.places(p)
    return len(both) >= 2 and 2 * len(both) > len(side.places(q))


def _pivot_is_wrong(place: Segment, group: Sequence[Mismatch], languages: Sequence[Side]) -> bool:
    if any(mismatch.side.role == "source" for mismatch in group):
        return True
    if any(side.role == "source" and place in side.segments for side in languages):
        return False
    agreeing = [
        side
        for side in languages
        if side.role == "target"
        and place in side.segments
        and all(side is not mismatch.side for mismatch in group)
    ]
    one_meaning = len({mismatch.means for mismatch in group}) == 1
    return len(group) > 1 and one_meaning and len(group) > len(agreeing)


def _of_pivot(place: Segment, there: str, group: Sequence[Mismatch], pivot: Side) -> Finding:
    note = next(n for n in pivot.facts[there] if segment(n) == place)
    first = group[0]
    others = ", ".join(f"{m.here} in {language_name(m.side.locale)}" for m in group)
    return rule.finding(
        note,
        f"{there} here, but {others}, which is {first.means}. Write {first.means}, or correct the "
        "others",
        related=[_witness(place, mismatch) for mismatch in group],
        replacement=first.means,
        certainty="certain" if len(group) > 1 else "likely",
    )


def _witness(place: Segment, mismatch: Mismatch) -> Related:
    return related(_fact(place, mismatch), mismatch.side.role)


def _fact(place: Segment, mismatch: Mismatch) -> Fact:
    return next(n for n in mismatch.side.facts[mismatch.here] if segment(n) == place)


def _of_translation(place: Segment, mismatch: Mismatch, pivot: Side) -> Finding:
    there = next(n for n in pivot.facts[mismatch.there] if segment(n) == place)
    number = times(mismatch.side.count(mismatch.usual))
    return rule.finding(
        _fact(place, mismatch),
        f"{mismatch.there} in the pivot, but {mismatch.here} is {mismatch.means}; "
        f"{mismatch.there} is {mismatch.usual} ({number} in {language_name(mismatch.side.locale)})"
        f". Write {mismatch.usual}",
        related=[related(there, "pivot")],
        replacement=mismatch.usual,
    )
