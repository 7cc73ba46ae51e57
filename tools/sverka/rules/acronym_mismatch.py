"""An acronym that is no rendering of the pivot's or the source's: ДНК for RNA."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import regex

from sverka.review import Fact, Finding, Related, Rule, Unit, related
from sverka.text import locales
from sverka.text.known_acronyms import kind, name, renderings

from ._acronym_copies import Mismatch, copied_from, is_source, is_word, misspelt
from ._acronyms import NEEDS, Segment, Side, notes, says, segment, sides
from ._witnesses import Links
from ._words import language_name, times

rule = Rule(
    __name__,
    family="terms",
    severity="error",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("acronym-variant", "mixed-script"),
    needs=NEEDS,
)

_MEASURED = frozenset(("method", "molecule", "procedure"))
"""Kinds that are taken for one another: PCR, CRP."""
_MOST = 6
"""In a text of more acronyms, as lists of options and variables are, any may stand for any."""


@rule.gather
def note_acronyms(unit: Unit) -> Sequence[tuple[str, Fact]]:
    """Note every acronym under its article."""
    return notes(unit)


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
        left = [one for one in group if one.here == there or (one.slip and is_source(one.side))]
        for mismatch in left:
            yield _of_translation(place, mismatch, pivot)
        if left:
            continue
        if _pivot_is_wrong(place, group, languages):
            yield _of_pivot(place, there, group, pivot)
        else:
            for mismatch in group:
                yield _of_translation(place, mismatch, pivot)


def mismatches(side: Side, pivot: Side) -> Iterator[tuple[Segment, Mismatch]]:
    """Yield the segments of a translation in which an acronym stands for another one."""
    known = Links(side, pivot)
    copied = copied_from(side, pivot)
    for place, here in side.segments.items():
        there = pivot.segments.get(place)
        if not there:
            continue
        pairs = [(p, q) for p in there for q in here if _renders(q, p, known)]
        for p in there:
            if p in here and (found := _left(p, place, side, pivot) or _defined(p, side, pivot)):
                yield place, found
        slips = list(misspelt(place, side, pivot)) if side.role == "target" else []
        yield from ((place, found) for found in slips)
        pairs += [(found.there, found.here) for found in slips]
        strange = [q for q in here if all(q != other for _, other in pairs)]
        missing = [p for p in there if all(p != other for other, _ in pairs)]
        for p in missing:
            odd = (
                (_another(p, q, known, place) if len(there) <= _MOST else None)
                or (copied(p, q) if _is_said(p, place[1]) else None)
                or _unexplained(p, q, place, side, pivot)
                for q in strange
            )
            if mismatch := next(filter(None, odd), None):
                yield place, mismatch


def _is_said(p: str, pivot: str) -> bool:
    """Say whether a text has more than an acronym: a column's head may be an abbreviation, which
    is translated."""
    return len(pivot.strip(" %:.\n")) > len(p)


def _left(p: str, place: Segment, side: Side, pivot: Side) -> Mismatch | None:
    """Say that a form of the pivot was left where the language has its own, as here elsewhere; not
    if both stand side by side, one to explain the other, nor if words are explained by a form in
    brackets and words stand elsewhere."""
    if side.role != "target":
        return None
    means = [c for c in sorted(pivot.concepts(p)) if kind(c) not in (None, "technology")]
    usual = [r for c in means for r in renderings(c, side.locale)]
    best = max(usual, key=side.count, default="")
    if p in usual or not best or side.count(best) < side.count(p):
        return None
    if side.places(best) & side.places(p) or (" " in best and _is_bracketed(p, place, side)):
        return None
    return Mismatch(side, p, p, best, best)


def _is_bracketed(form: str, place: Segment, side: Side) -> bool:
    """Say whether a form stands in brackets in a segment: "the tomograph (CT)"."""
    return any(note.value.bracketed for note in side.facts[form] if segment(note) == place)


def _defined(p: str, side: Side, pivot: Side) -> Mismatch | None:
    """Say that a form of the pivot was left where the language has its own for the same words, as
    it says where the pivot explains it: "cytokine release syndrome (CRS)", "syndrome de relargage
    des cytokines (SRC)"."""
    own = _explained(p, side, pivot)
    return Mismatch(side, p, p, own, own) if own and own not in pivot.facts else None


def _explained(p: str, side: Side, pivot: Side) -> str:
    """Return the form that a translation explains where the pivot explains one of its own, or the
    pivot's if it keeps that; "" if it is not known."""
    for note in pivot.facts[p]:
        if not note.value.expansion:
            continue
        if p in side.segments.get(segment(note), ()):
            return p
        own, theirs = _written_out(side, segment(note)), _written_out(pivot, segment(note))
        if len(own) == 1:
            return own[0]
        if len(own) == len(theirs) and p in theirs:
            return own[theirs.index(p)]
    return ""


def _written_out(side: Side, place: Segment) -> list[str]:
    """Return the acronyms that a segment explains, in their order."""
    notes = [
        note
        for form in side.segments.get(place, ())
        for note in side.facts[form]
        if note.value.expansion and segment(note) == place
    ]
    return [note.text for note in sorted(notes, key=lambda note: note.span or (0, 0))]


def _unexplained(p: str, q: str, place: Segment, side: Side, pivot: Side) -> Mismatch | None:
    """Say that the only acronym of a segment is not the one that the translation explains."""
    if len(side.segments[place]) != 1 or len(pivot.segments[place]) != 1 or side.count(q) > 1:
        return None
    own = _explained(p, side, pivot)
    if not own or own == q or q in pivot.facts or _relatives(own, q):
        return None
    return Mismatch(side, p, q, own, own, "another language's acronym")


def _another(p: str, q: str, known: Links, place: Segment) -> Mismatch | None:
    """Say that the translation's form is known to render another one of the pivot's."""
    side, pivot = known.other, known.side
    if is_word(p, pivot) or p.endswith(q):
        return None  # "UID": "user ID"
    usual, means = known.main(p), known.called(q)
    if not usual or not means:
        usual, means = _in_table(p, q, side, pivot, place)
    if not usual or not means or usual == q:
        return None
    if any(_relatives(means, form) for form in pivot.segments[place]):
        return None
    return Mismatch(side, p, q, means, usual) if _one_kind(p, means, pivot) else None


def _in_table(p: str, q: str, side: Side, pivot: Side, place: Segment) -> tuple[str, str]:
    """Return what our table has for the pivot's form, and what it says the other one means.

    Nothing if the pivot says in words what it means.
    """
    mine, theirs = sorted(side.concepts(q)), sorted(pivot.concepts(p))
    usual = next((r for c in theirs for r in renderings(c, side.locale)), "")
    if not usual and theirs and p.isascii() and locales.is_locale(side.locale):
        usual = p if locales.script(side.locale) == "Latn" else ""
    means = next((c for c in mine if name(c)), "")
    if not usual or not means or any(_sort(c) != _sort(means) for c in theirs):
        return "", ""
    return ("", "") if says(pivot, place, means) else (usual, means)


def _sort(concept: str) -> str | None:
    """Return the kind of what an acronym means; what is measured and how are one kind."""
    found = kind(concept)
    return "procedure" if found in _MEASURED else found


def _one_kind(a: str, b: str, pivot: Side) -> bool:
    """Say whether two acronyms may be taken for each other: not a country for a procedure."""
    kinds = [{_sort(concept) for concept in pivot.concepts(form)} - {None} for form in (a, b)]
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
    if known.called(q) or side.count(p) > side.count(q):
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
    meaning = "" if first.slip else f", which is {first.means}"
    others = ", ".join(f"{m.here} in {language_name(m.side.locale)}" for m in group)
    return rule.finding(
        note,
        f"{there} here, but {others}{meaning}. Write {first.means}, or correct the others",
        related=[_witness(place, mismatch) for mismatch in group],
        replacement=first.means,
        certainty="certain" if len(group) > 1 else "likely",
    )


def _witness(place: Segment, mismatch: Mismatch) -> Related:
    return related(_fact(place, mismatch), mismatch.side.role)


def _fact(place: Segment, mismatch: Mismatch) -> Fact:
    return next(n for n in mismatch.side.facts[mismatch.here] if segment(n) == place)


def _where_else(mismatch: Mismatch) -> str:
    count = mismatch.side.count(mismatch.here) - 1
    return f" and {times(count)} elsewhere" if count else " and nowhere else"


def _of_translation(place: Segment, mismatch: Mismatch, pivot: Side) -> Finding:
    there = next(n for n in pivot.facts[mismatch.there] if segment(n) == place)
    count = mismatch.side.count(mismatch.usual)
    number = f" ({times(count)} in {language_name(mismatch.side.locale)})" if count else ""
    if mismatch.here == mismatch.there:
        return rule.finding(
            _fact(place, mismatch),
            f"{mismatch.there} is left as in the pivot, elsewhere it is {mismatch.usual}{number}. "
            f"Write {mismatch.usual}",
            related=[related(there, "pivot")],
            replacement=mismatch.usual,
        )
    if mismatch.slip:
        return rule.finding(
            _fact(place, mismatch),
            f"{mismatch.there} in the pivot, but {mismatch.here} here{_where_else(mismatch)}. "
            f"Likely cause: {mismatch.slip}. Write {mismatch.usual}",
            related=[related(there, "pivot")],
            replacement=mismatch.usual,
        )
    return rule.finding(
        _fact(place, mismatch),
        f"{mismatch.there} in the pivot, but {mismatch.here} is {mismatch.means}; "
        f"{mismatch.there} is {mismatch.usual}{number}. Write {mismatch.usual}",
        related=[related(there, "pivot")],
        replacement=mismatch.usual,
    )
