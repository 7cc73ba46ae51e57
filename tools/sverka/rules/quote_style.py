"""Quotation marks of another language, or of another style than the rest of the catalogue."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.review import Edit, Fact, Finding, Rule, Unit, fact
from sverka.review.finding import Certainty, Severity
from sverka.text import quotes
from sverka.text.pairs import DOUBLE_QUOTES

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=f"[{DOUBLE_QUOTES}]",
)

_INDENTED = ("  ", "\t")
"""An indented line is a command or a drawing."""
_OPTION = re.compile(r"(?<!\w)-{1,2}\w+[ =]\Z")
_COMMAND = re.compile(r"--?\w|[$&\\]")
_ENOUGH = 5
"""From so many quotations on, a catalogue's own habit is evidence."""
_HABIT = 0.7
"""The share of a style that makes it the habit."""


@rule.gather
def note_quotations(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note every quotation under its file and role."""
    for form in unit.forms:
        for quotation in form.text.ask(quotes.quotations):
            span = (quotation.opening.at, quotation.closing.at + 1)
            before = form.text.value[: span[0]].rpartition("\n")[2]
            if before.startswith(_INDENTED) or _OPTION.search(before):
                continue
            echoed = form.pivot is not None and quotation.style in {
                other.style for other in form.pivot.ask(quotes.quotations)
            }
            inside = form.text.value[span[0] + 1 : span[1] - 1]
            if not inside or _COMMAND.match(inside) or _is_argument(form.text.value, span):
                continue
            padded = inside[:1].isspace() and inside[-1:].isspace()
            between = _is_between(form.text.value, span, quotation.style)
            spoken = form.pivot is not None and _spoken(inside, form.pivot.value)
            value = (quotation.style, quotation.depth, echoed, padded, spoken, between)
            yield f"{unit.where.file} {unit.role}", fact(form, span, value)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Compare every quotation with the language's usage and the catalogue's habit."""
    usage = quotes.usage(facts[0].where.locale)
    counts = Counter(note.value[0] for note in facts if note.value[1] == 0)
    total = counts.total()
    main, number = counts.most_common(1)[0] if counts else ("", 0)
    habit = main if total >= _ENOUGH and number >= _HABIT * total else ""
    admitted = [style for style in counts if style in usage.primary]
    wanted = max(admitted, key=lambda style: counts[style]) if admitted else usage.primary[0]
    for note in facts:
        style, depth, echoed, padded, spoken, between = note.value
        if usage.admits(style, depth) or style == habit:
            continue
        if (padded or between) and style == wanted[::-1]:
            continue  # what stands between two quotations
        own = counts[wanted]
        severity, certainty = _weight(style, echoed, spoken, own, counts, habit)
        if note.where.role == "pivot" and note.where.file.endswith((".po", ".pot")):
            certainty = "possible"  # a program's own text
        pair = f"{wanted[0]}…{wanted[1]}"
        evidence = f", {own} times in this catalogue" if own else ""
        yield rule.finding(
            note,
            f"{style[0]}…{style[1]} here; {note.where.locale} writes {pair}{evidence}",
            edits=_edits(note, wanted if depth == 0 else usage.nested[0], usage),
            safe=certainty == "likely",
            form=style,
            severity=severity,
            certainty=certainty,
        )


def _is_argument(value: str, span: tuple[int, int]) -> bool:
    """Say whether a quotation is what a function is called with: StartServiceByName("%s")."""
    before = value[max(0, span[0] - 2) : span[0]]
    return before[-1:] == "(" and before[:1].isalnum() and value[span[1] : span[1] + 1] == ")"


def _is_between(value: str, span: tuple[int, int], style: str) -> bool:
    """Say whether the two marks close a quotation before and open one after: “>”或“/”."""
    opening, closing = style[1], style[0]
    return opening != closing and opening in value[: span[0]] and closing in value[span[1] :]


def _spoken(inside: str, pivot: str) -> bool:
    """Say whether a quotation is in the words of the translation, so that it is no code."""
    words = inside.split()
    own = [word for word in words if word.strip(".,;:!?") not in pivot]
    return bool(own) and not re.search(r"[\\<>{}%=_/]", inside)


def _weight(
    style: str, echoed: bool, spoken: bool, own: int, counts: Counter[str], habit: str
) -> tuple[Severity, Certainty]:
    """Say how bad and how sure: typewriter marks may be code, and are many a catalogue's habit."""
    if quotes.mixed(style):
        return "warning", "likely"
    if habit and quotes.straight(habit):
        strange = echoed and not quotes.straight(style) and counts[habit] >= 4 * counts[style]
        return ("warning", "likely") if strange else ("note", "possible")
    if quotes.straight(style) and style[0] == style[1]:
        if own >= _ENOUGH and own >= 9 * counts[style]:
            return "warning", "likely"
        if spoken and own >= counts[style]:
            return "warning", "likely"
        return ("note", "possible") if echoed or own < 2 else ("note", "likely")
    return "warning", "likely"


def _edits(note: Fact, style: str, usage: quotes.Usage) -> Sequence[Edit]:
    assert note.span is not None
    start, end = note.span
    padded = note.value[3]
    inner = usage.inner if style == "«»" and not padded else ""
    pads = (1, 1) if padded and style != "«»" else (0, 0)
    return (
        Edit((start, start + 1 + pads[0]), style[0] + inner),
        Edit((end - 1 - pads[1], end), inner + style[1]),
    )
