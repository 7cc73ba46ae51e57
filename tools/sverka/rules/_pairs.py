"""What the rules about brackets and quotation marks share: marks that lost their partner."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Rule, Unit, Where, fact
from sverka.review.finding import Certainty
from sverka.review.rule import related
from sverka.text.analysis import Text
from sverka.text.pairs import Mark

Analyser = Callable[[Text], tuple[Mark, ...]]
Marks = tuple[Mark, ...]
Kind = Callable[[str], Hashable]
"""What of a sign must be the same in pivot and translation."""

_REACH = 12
"""How many segments a quotation or a parenthesis in the pivot may run on."""


def gather(unit: Unit, loose: Analyser) -> Iterator[tuple[str, Fact]]:
    """Note every text that, or whose pivot, has a loose mark."""
    for form in unit.forms:
        here = form.text.ask(loose)
        there = form.pivot.ask(loose) if form.pivot else ()
        if here or there:
            balanced_source = unit.source is not None and not unit.source.ask(loose)
            yield unit.article, fact(form, value=(here, there, balanced_source, unit.block))


def judge(
    rule: Rule, facts: Sequence[Fact], fits: Callable[[str, str], bool], kind: Kind
) -> Iterator[Finding]:
    """Report the marks of the pivot that no later segment answers, and those of a translation
    that its pivot does not have."""
    pivots = sorted((f for f in facts if f.where.role == "pivot"), key=lambda f: f.where.index)
    answered = _answered(pivots, fits)
    for note in pivots:
        here, _, balanced_source, _ = note.value
        for mark in here:
            if (note.where.index, note.where.field, mark.at) not in answered:
                catalogue = note.where.file.endswith((".po", ".pot"))
                certainty: Certainty = "possible" if catalogue else "likely"
                source = "; the source is balanced" if balanced_source else ""
                yield _finding(rule, note, mark, "certain" if source else certainty, source)
    runs_on = {(index, field) for index, field, _ in answered}
    paired = _paired_in_block(facts, fits)
    ids = {(f.where.msgctxt, f.where.msgid): f for f in pivots}
    for note in facts:
        if note.where.role == "pivot":
            continue
        here, there, _, _ = note.value
        pivot = ids.get((note.where.msgctxt, note.where.msgid))
        here = tuple(mark for mark in here if (note.where, mark.at) not in paired)
        for mark in _surplus(here, there, kind):
            hint = "; the pivot has its partner" if not there else ""
            yield _finding(rule, note, mark, None, hint)
        if pivot and (pivot.where.index, "msgid") in runs_on and note.where.plural is None:
            for mark in _surplus(there, here, kind):
                if mark.sign == '"' and pivot.where.msgid.count('"') % 2 == 0:
                    continue  # paired after all: Expected "," or "]"
                if note.span is None and mark.sign in note.text:
                    continue  # told of, and quoted here
                message = (
                    f"the pivot's {mark.sign} belongs to a pair that runs over several segments; "
                    "it is missing here"
                )
                span = (mark.at, mark.at + 1)
                evidence = [related(pivot, "pivot", span)]
                yield rule.finding(note.where, message, related=evidence, form=mark.sign)


def _answered(
    pivots: Iterable[Fact], fits: Callable[[str, str], bool]
) -> set[tuple[int, str, int]]:
    """Return (index, field, offset) of the loose marks that another segment pairs."""
    opened: list[tuple[int, str, Mark]] = []
    paired: set[tuple[int, str, int]] = set()
    for note in pivots:
        index, field = note.where.index, note.where.field
        for mark in note.value[0]:
            last = opened[-1] if opened else None
            if (
                last
                and index - last[0] <= _REACH
                and index > last[0]
                and fits(last[2].sign, mark.sign)
            ):
                paired |= {(last[0], last[1], last[2].at), (index, field, mark.at)}
                opened.pop()
            else:
                opened.append((index, field, mark))
    return paired


def _paired_in_block(
    facts: Iterable[Fact], fits: Callable[[str, str], bool]
) -> set[tuple[Where, int]]:
    """Return (place, offset) of a translation's loose marks that its own block pairs."""
    blocks: dict[tuple[str, str], list[Fact]] = defaultdict(list)
    for note in facts:
        if note.where.role != "pivot" and note.value[3] and note.where.plural is None:
            blocks[note.where.file, note.value[3]].append(note)
    paired: set[tuple[Where, int]] = set()
    for notes in blocks.values():
        notes.sort(key=lambda note: note.where.index)
        answered = _answered(notes, fits)
        paired |= {
            (note.where, mark.at)
            for note in notes
            for mark in note.value[0]
            if (note.where.index, note.where.field, mark.at) in answered
        }
    return paired


def _surplus(here: Marks, there: Marks, kind: Kind) -> list[Mark]:
    left = Counter(kind(mark.sign) for mark in there)
    surplus: list[Mark] = []
    for mark in here:
        if left[kind(mark.sign)]:
            left[kind(mark.sign)] -= 1
        else:
            surplus.append(mark)
    return surplus


def _finding(rule: Rule, note: Fact, mark: Mark, certainty: Certainty | None, hint: str) -> Finding:
    place = replace(note, span=(mark.at, mark.at + 1), text=mark.sign)
    message = f"{mark.sign} has no partner{hint}; add it, or take this one out"
    return rule.finding(place, message, form=mark.sign, certainty=certainty)
