"""An acronym that is no rendering of the pivot's or the source's: ДНК for RNA."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, product
from typing import NamedTuple

import regex

from sverka.review import Fact, Finding, Related, Rule, Unit, related
from sverka.text import locales
from sverka.text.acronym_letters import in_words, is_letterwise
from sverka.text.acronym_pairs import cause
from sverka.text.known_acronyms import concepts, kind, name, renderings

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


_MANY, _MOST = 8, 0.7
"""How many acronyms, and what share, a translation must have kept to be one that keeps them."""
_WORDS = frozenset(("NOT", "AND", "ALL", "ANY", "NON", "NOW", "NEW", "OFF", "YES", "NONE"))
"""English words that stress sets in capitals."""
_RARE = 0.5
"""What is so much rarer than the form it stands for is a slip, be it made twice."""
_WORD = 4
"""Letters from which capitals may be those of a word."""
_SWAP = "transposition"
_LATIN = str.maketrans("АБВГДЕЭЗІИЙКЛМНОПРСТУФХЦЫ", "ABVGDEEZIIJKLMNOPRSTUFHCY")
"""Cyrillic letters one by one, as a hasty hand writes an acronym in Latin ones."""


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
    slip: str = ""
    """What may have happened, if `here` is a bad copy of `there`."""


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
        left = [one for one in group if one.here == there or (one.slip and _is_source(one.side))]
        for mismatch in left:
            yield _of_translation(place, mismatch, pivot)
        if left:
            continue
        if _pivot_is_wrong(place, group, languages):
            yield _of_pivot(place, there, group, pivot)
        else:
            for mismatch in group:
                yield _of_translation(place, mismatch, pivot)


def _is_source(side: Side) -> bool:
    return side.role == "source"


def mismatches(side: Side, pivot: Side) -> Iterator[tuple[Segment, Mismatch]]:
    """Yield the segments of a translation in which an acronym stands for another one."""
    known = Links(side, pivot)
    copied = _copied(side, pivot)
    for place, here in side.segments.items():
        there = pivot.segments.get(place)
        if not there:
            continue
        pairs = [(p, q) for p in there for q in here if _renders(q, p, known)]
        for p in there:
            if p in here and (found := _left(p, side, pivot) or _defined(p, side, pivot)):
                yield place, found
        strange = [q for q in here if all(q != other for _, other in pairs)]
        missing = [p for p in there if all(p != other for other, _ in pairs)]
        for p in missing:
            odd = (
                _another(p, q, known, place)
                or copied(p, q)
                or _unexplained(p, q, place, side, pivot)
                for q in strange
            )
            if mismatch := next(filter(None, odd), None):
                yield place, mismatch


def _left(p: str, side: Side, pivot: Side) -> Mismatch | None:
    """Say that a form of the pivot was left where the language has its own, as here elsewhere."""
    if side.role != "target":
        return None
    means = [c for c in sorted(pivot.concepts(p)) if kind(c) not in (None, "technology")]
    usual = [r for c in means for r in renderings(c, side.locale)]
    best = max(usual, key=side.count, default="")
    if p in usual or not best or side.count(best) <= max(side.count(p), 1):
        return None
    return Mismatch(side, p, p, best, best)


def _defined(p: str, side: Side, pivot: Side) -> Mismatch | None:
    """Say that a form of the pivot was left where the language has its own for the same words, as
    it says where the pivot explains it: "cytokine release syndrome (CRS)", "syndrome de relargage
    des cytokines (SRC)"."""
    own = _explained(p, side, pivot)
    return Mismatch(side, p, p, own, own) if own and own not in pivot.facts else None


def _explained(p: str, side: Side, pivot: Side) -> str:
    """Return the form that a translation explains where the pivot explains one of its own, "" if
    it is not known."""
    for note in pivot.facts[p]:
        here = side.segments.get(segment(note), Counter[str]())
        if not note.value.expansion or p in here:
            continue
        own = [
            q
            for q in here
            if any(n.value.expansion and segment(n) == segment(note) for n in side.facts[q])
        ]
        if len(own) == 1:
            return own[0]
    return ""


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
    if len(p) >= _WORD and p.casefold()[:6] in pivot.holders(pivot.segments):
        return None  # FILE is a word in capitals
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
    if not usual or not means or any(kind(c) != kind(means) for c in theirs):
        return "", ""
    return ("", "") if says(pivot, place, means) else (usual, means)


def _keeps(side: Side, pivot: Side) -> bool:
    """Say whether a translation has most acronyms of the pivot unchanged."""
    kept = other = 0
    for place in pivot.segments.keys() & side.known:
        here = side.segments.get(place, Counter[str]())
        for form in pivot.segments[place]:
            if form in here:
                kept += 1
            elif not any(cause(q, form) for q in here):
                other += 1
    return kept >= _MANY and kept >= _MOST * (kept + other)


def _copied(side: Side, pivot: Side) -> Callable[[str, str], Mismatch | None]:
    """Return what compares a form of the pivot with one that looks like a slip in rendering it."""
    locale = side.locale if locales.is_locale(side.locale) else "en"
    latin = locales.script(locale) == "Latn"
    keeps = _keeps(side, pivot)

    def wanted(p: str) -> Iterator[str]:
        """Yield what may be expected for a form of the pivot.

        What our table says; the form itself in a language of another script, which only copies
        Latin acronyms, or in one that keeps nearly all of the article's: others have EZB for ECB.
        """
        known = _by_table(p, pivot.locale, locale)
        yield from known
        if p.isascii() and (not latin or (not known and (keeps or p in side.facts))):
            yield p

    def compare(p: str, q: str) -> Mismatch | None:
        if q in pivot.facts:
            return None
        mismatch = _letter_by_letter(side, pivot, p, q)
        if mismatch or _is_source(side):
            return mismatch
        if side.count(q) > max(1, _RARE * side.count(p)):
            return None
        if p in _WORDS:
            return None
        for right in wanted(p):
            if q.startswith(right) and q[len(right) :].islower():
                return None
            slip = cause(q, right)
            if slip and slip.kind not in ("dash", "case", "homoglyph"):
                same_script = latin or not right.isascii()
                least = 2 + same_script
                if same_script and right == p and slip.kind == _SWAP:
                    least += not _has(
                        p, pivot.locale, locale
                    )  # it may be the locale's own word order
                if sum(char.isalpha() for char in right) >= least:
                    return Mismatch(side, p, q, right, right, slip.words)
        spelled = _spelled_out(side, p, q, next(iter(_by_table(p, pivot.locale, locale)), ""))
        return spelled or _transcribed(side, pivot, p, q)

    return compare


def _spelled_out(side: Side, p: str, q: str, right: str) -> Mismatch | None:
    """Say that letters of Cyrillic were romanised and exchanged: MTR for МРТ."""
    plain = p.translate(_LATIN)
    if not right.isascii() or not right or not plain.isascii() or plain == p or len(plain) < 3:
        return None
    slip = cause(q, plain)
    if slip is None or slip.kind != _SWAP:
        return None
    return Mismatch(side, p, q, right, right, f"the letters of {p} in Latin script")


def _letter_by_letter(side: Side, pivot: Side, p: str, q: str) -> Mismatch | None:
    """Say that the form of the pivot was put into the other script letter by letter, though our
    table, or another segment, has a rendering of it."""
    if not is_letterwise(p, q) or side.concepts(q):
        return None
    known = _by_table(p, pivot.locale, side.locale)
    if q in known:
        return None
    right = known[0] if known else _elsewhere(side, pivot, p, q)
    if not right and locales.language(side.locale) == "en":
        right = in_words(p, pivot.locale)
    if not right or right == q:
        return None
    script = "Latin" if q.isascii() else "Cyrillic"
    return Mismatch(side, p, q, right, right, f"the letters of {p} in {script} script")


def _elsewhere(side: Side, pivot: Side, p: str, q: str) -> str:
    """Return what renders the pivot's form where it stands alone, "" if that is not known."""
    found = Counter[str]()
    for place in pivot.places(p) - side.places(q):
        here = set(side.segments.get(place, ()))
        if p in here:
            found[p] += 1
        elif len(here) == len(pivot.segments[place]) == 1:
            found[here.pop()] += 1
    right, count = found.most_common(1)[0] if found else ("", 0)
    return right if count >= side.count(q) and (right == p or not cause(right, q)) else ""


def _transcribed(side: Side, pivot: Side, p: str, q: str) -> Mismatch | None:
    """Say that a form was put into Cyrillic letter by letter that the file keeps, or that is an
    organisation's for which the language has none: ФДА for FDA."""
    if q.isascii() or len(p) < 3 or q.translate(_LATIN) != p or side.concepts(q):
        return None
    kinds = {kind(c) for c in pivot.concepts(p) if not renderings(c, side.locale)}
    if "organisation" not in kinds and p not in side.facts:
        return None
    return Mismatch(side, p, q, p, p, f"the letters of {p} in Cyrillic script")


def _by_table(form: str, pivot: str, locale: str) -> list[str]:
    """Return the renderings of an acronym, or of each part of one with hyphens, by our table."""
    parts = []
    for part in (form,) if concepts(form, pivot) else form.split("-"):
        found = [r for c in sorted(concepts(part, pivot)) for r in renderings(c, locale) or (c,)]
        if not found:
            return []
        parts.append(found)
    return ["-".join(choice) for choice in islice(product(*parts), 4)]


def _has(form: str, pivot: str, locale: str) -> bool:
    """Say whether our table knows that a locale has the pivot's own form."""
    known = (renderings(concept, locale) or (concept,) for concept in sorted(concepts(form, pivot)))
    return any(form in forms for forms in known)


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
