"""One acronym written two ways in one language: SAR-T beside CAR-T."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sverka.review import Fact, Finding, Related, Rule, Unit, related
from sverka.text.acronym_pairs import Cause, Evidence, cause, inflected, same_acronym
from sverka.text.acronym_pairs import candidates as candidate_pairs

from ._acronym_copies import STRESSED
from ._acronyms import NEEDS, Segment, Side, notes, says, segment, sides
from ._witnesses import Links, Verdict, is_strong, links, verdicts, words_agree
from ._words import language_name, times

rule = Rule(
    __name__,
    family="terms",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("mixed-script",),
    needs=NEEDS,
)

CERTAIN, LIKELY, POSSIBLE = 0.97, 0.5, 0.25
"""Probabilities from which a pair is said to be so sure."""


class Slip(NamedTuple):
    """A form that stands for another one of the same language."""

    wrong: str
    right: str
    cause: Cause
    probability: float
    verdicts: tuple[Verdict, ...]


_LABEL = 6
"""Spaces from which a text is more than a label."""
_WORD = 5
"""Letters from which capitals may be those of a word."""
_BYTES = re.compile(r"[KMGTP]i?[Bb]|[КМГТП]Б")
"""Units that differ by a letter rightly."""
_ENDINGS = frozenset("AEIOUYSNАЕИІОУЫЯЮ")
_FOR_CERTAIN = frozenset(("dash", "homoglyph", "digit", "look-alike", "romanisation", "case"))
"""Causes that no two terms are likely to have by chance."""


@rule.gather
def note_acronyms(unit: Unit) -> Sequence[tuple[str, Fact]]:
    """Note every acronym under its article."""
    return notes(unit)


@rule.judge
def compare(article: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report forms that look like slips for others, where they were born."""
    languages = sides(facts)
    born: dict[tuple[Segment, str], list[Side]] = defaultdict(list)
    for side in languages:
        others = [other for other in languages if other is not side]
        for slip in slips(side, others):
            for note in side.facts[slip.wrong]:
                place = segment(note), slip.wrong
                if side.role == "target" and born[place]:
                    continue
                born[place].append(side)
                yield _finding(note, slip, side, others)


def slips(side: Side, others: Sequence[Side]) -> list[Slip]:
    """Return the likely slips of one language, the best explanation of each form."""
    best: dict[str, Slip] = {}
    known = links(side, others)
    for pair in candidate_pairs(side.facts):
        for wrong, right in (pair, pair[::-1]):
            slip = _slip(side, known, wrong, right)
            if slip and (wrong not in best or slip.probability > best[wrong].probability):
                best[wrong] = slip
    order = {form: number for number, form in enumerate(side.facts)}

    def weight(slip: Slip) -> tuple[float, int, int]:
        """Two forms may speak against each other alike: then for what is written out, and first."""
        written = bool(side.expansion(slip.right)) - bool(side.expansion(slip.wrong))
        return slip.probability, written, order[slip.wrong]

    return [
        slip
        for slip in best.values()
        if slip.right not in best or weight(best[slip.right]) < weight(slip)
    ]


def _slip(side: Side, known: Sequence[Links], wrong: str, right: str) -> Slip | None:
    found = cause(wrong, right)
    if found is None or inflected(wrong, right) or _declined(side, wrong, right):
        return None
    if side.role == "pivot" and (wrong in STRESSED or _are_numbers(wrong, right)):
        return None
    if _BYTES.fullmatch(wrong) and _BYTES.fullmatch(right):
        return None
    if side.expansion(wrong) and not side.expansion(right):
        return None  # its letters are those of the words before it
    evidence = Evidence(
        count_a=side.count(wrong),
        count_b=side.count(right),
        expansions=_same_words(side.expansion(wrong), side.expansion(right)),
        known=_known(side, wrong, right),
    )
    if same_acronym(wrong, right, _at_best(evidence, known)) < POSSIBLE:
        return None
    witnesses = verdicts(known, wrong, right)
    explained = {place for witness in witnesses for place in witness.forms}
    everywhere = len(side.places(right)) > 0.3 * len(side.segments) > 10
    evidence = evidence._replace(
        together=0 if everywhere else len((side.places(wrong) & side.places(right)) - explained),
        source=_sign(w.sign for w in witnesses if w.strong),
        others=sum(_sign([w.sign]) for w in witnesses if not w.strong),
        words=not any(w.sign for w in witnesses)
        and (words_agree(known, wrong, right) or _written_out(known, wrong, right)),
    )
    probability = same_acronym(wrong, right, evidence)
    return Slip(wrong, right, found, probability, witnesses) if probability >= POSSIBLE else None


def _are_numbers(wrong: str, right: str) -> bool:
    """Say whether one form is the other's plural in capitals: ARGS, WITH OIDS."""
    short, long = sorted((wrong, right), key=len)
    return long == short + "S" and short.isalpha() and len(short) > 2


def _declined(side: Side, wrong: str, right: str) -> bool:
    """Say whether two forms are a word in capitals that only its end declines: PLIKI, PLIKU."""
    if side.role != "target" or not wrong.isalpha() or not right.isalpha():
        return False
    short, long = sorted((wrong, right), key=len)
    exchanged = len(wrong) == len(right) >= _WORD and wrong[:-1] == right[:-1]
    added = (
        len(short) >= _WORD - (2 if long[-1] == "S" else 1)
        and long[:-1] == short
        and long[-1] in _ENDINGS
    )
    return (exchanged or added) and not any(
        form in note.where.msgid for form in (wrong, right) for note in side.facts[form]
    )


def _at_best(evidence: Evidence, known: Sequence[Links]) -> Evidence:
    """Return the evidence if all other languages spoke for a slip, which is costlier to learn."""
    strong = sum(is_strong(link) for link in known)
    return evidence._replace(source=min(strong, 1), others=len(known) - strong, words=not known)


def _written_out(known: Sequence[Links], wrong: str, right: str) -> bool:
    """Say whether an English pivot has what the right form stands for where the wrong one is."""
    return any(
        link.other.role == "pivot"
        and link.other.locale.startswith("en")
        and says(link.other, place, concept)
        for link in known
        for concept in link.side.concepts(right)
        for place in link.side.places(wrong)
    )


def _sign(numbers: "Iterator[int] | list[int]") -> int:
    total = sum(numbers)
    return (total > 0) - (total < 0)


def _same_words(a: str, b: str) -> int:
    if not a or not b:
        return 0
    return 1 if a.casefold()[:5] == b.casefold()[:5] else -1


def _known(side: Side, wrong: str, right: str) -> int:
    a, b = side.concepts(wrong), side.concepts(right)
    if a:
        return -1
    return 1 if b else 0


def _finding(note: Fact, slip: Slip, side: Side, others: Sequence[Side]) -> Finding:
    sure = slip.probability >= CERTAIN
    doubtful = slip.probability < LIKELY or (
        _of_labels(note, slip, side) or _is_chance(slip)
        if side.role == "pivot"
        else _is_derived(note, slip)
    )
    backed = slip.cause.kind == "homoglyph" or any(v.sign > 0 for v in slip.verdicts)
    return rule.finding(
        note,
        _message(note, slip, side, others),
        related=_related(note, slip, side, others),
        replacement=slip.right,
        safe=sure and backed and slip.cause.kind in ("homoglyph", "look-alike"),
        severity="note" if doubtful else "error" if sure and backed else None,
        certainty="possible" if doubtful else "certain" if sure and backed else None,
    )


def _of_labels(note: Fact, slip: Slip, side: Side) -> bool:
    """Say whether all that has the two forms is labels, as lists of formats have them."""
    if slip.cause.kind in ("dash", "homoglyph"):
        return False
    return all(_is_label(fact.where.msgid) for fact in (note, *side.facts[slip.right]))


def _is_chance(slip: Slip) -> bool:
    """Say whether two forms of the pivot may be alike by chance: no other language bears witness
    that one of them is wrong."""
    return slip.cause.kind not in _FOR_CERTAIN and not any(v.sign > 0 for v in slip.verdicts)


def _is_derived(note: Fact, slip: Slip) -> bool:
    """Say whether a form may be rightly another: SFTP beside FTP, what the pivot has there, too."""
    copied = re.search(rf"(?<!\w){re.escape(note.text)}(?!\w)", note.where.msgid)
    if copied and slip.cause.kind != "homoglyph":
        return True
    return len(slip.right) > 2 and note.text[1:] == slip.right


def _is_label(value: str) -> bool:
    return value.count(" ") < _LABEL and not value.endswith((".", "!", "?"))


def _message(note: Fact, slip: Slip, side: Side, others: Sequence[Side]) -> str:
    counts = [f"{form} {times(side.count(form))}" for form in (slip.wrong, slip.right)]
    parts = [", ".join(counts)]
    for witness in slip.verdicts:
        form = witness.forms.get(segment(note))
        if witness.sign > 0 and form and witness.side.role != "target":
            parts.append(
                f"the {witness.side.role} ({language_name(witness.side.locale)}) has {form}"
            )
    message = "; ".join(parts) + f". Likely cause: {slip.cause.words}."
    if side.role == "pivot":
        message += _heirs(note, slip, others)
    return f"{message} Write {slip.right}"


def _heirs(note: Fact, slip: Slip, others: Sequence[Side]) -> str:
    here = segment(note)
    targets = [side for side in others if side.role == "target" and here in side.segments]
    heirs = [side.locale for side in targets if slip.wrong in side.segments[here]]
    free = [side.locale for side in targets if slip.wrong not in side.segments[here]]
    if heirs and free:
        return f" Inherited by {', '.join(heirs)}; not by {', '.join(free)}."
    if heirs:
        return f" Inherited by {', '.join(heirs)}."
    return f" Inherited by no translation ({', '.join(free)} have another form)." if free else ""


def _related(note: Fact, slip: Slip, side: Side, others: Sequence[Side]) -> Iterator[Related]:
    number = times(side.count(slip.right))
    first = side.facts[slip.right][0]
    yield related(first, f"{number} in {language_name(side.locale)}")
    here = segment(note)
    for other in others:
        wanted = {v.forms.get(here) for v in slip.verdicts if v.side is other} - {None}
        for fact in (f for form in other.segments.get(here, ()) for f in other.facts[form]):
            if segment(fact) != here:
                continue
            if fact.text == slip.wrong:
                yield related(fact, "inherited" if side.role == "pivot" else other.role)
            elif fact.text in wanted:
                yield related(fact, other.role)
