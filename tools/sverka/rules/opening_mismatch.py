"""A translation that begins with another mark than its pivot: a bullet, a number, a heading's #."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import either
from sverka.text.analysis import Text
from sverka.text.signs import of_shapes

_OPENER = of_shapes(
    re.compile(
        r"^\s*(?:(?:#{1,6}|[-*+•‣◦·–—|]|\(?(?:[0-9]{1,3}|[a-zA-Z])[.)])(?:$|\s)|[>・●○■◆])"
    ).search
)
"""What may begin a text, or one of its pieces."""

rule = Rule(
    __name__,
    family="markup",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs=either(_OPENER),
)

_OPENING = re.compile(
    r"\s*(?:(?P<heading>#{1,6})(?=\s)|(?P<quote>(?:>\s?)+)|(?P<bullet>[-*+•‣◦·](?=\s)|[・●○■◆])"
    r"|(?P<dash>[–—])(?=\s)|(?P<number>\(?(?:[0-9]{1,3}|[a-zA-Z])[.)])(?=\s)|(?P<table>\|)(?=\s))"
)
_HABIT = 0.9


@rule.gather
def note_openings(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note how pivot and translation begin, where one of them begins with a mark."""
    for form, pivot in unit.pairs:
        there, here = pivot.ask(opening), form.text.ask(opening)
        if "dash" in (there and there[0], here and here[0]):
            continue  # direct speech in some languages, a bullet in others
        if here and here[0] == "number" and not there:
            continue  # "14. Februar"
        if form.text.value.strip() and (there or here):
            found = _OPENING.match(form.text.value)
            value = ((there or ("", ""))[0], (here or ("", ""))[0], (there or ("", ""))[1])
            span = (0, found.end() if found else 0)
            yield unit.where.file, fact(form, span, value)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what differs, unless that is the catalogue's habit."""
    pairs = Counter(note.value[:2] for note in facts)
    for note in facts:
        there, here, sign = note.value
        if there == here:
            continue
        same, other = pairs[there, there], pairs[there, here]
        rare = other <= 2 or same >= _HABIT * (same + other)
        message = (
            f"the pivot begins with {sign}, this does not"
            if there
            else f"this begins with {note.text.strip()}, the pivot does not"
        )
        weak = "number" in (there, here) or not there
        yield rule.finding(
            note,
            message,
            form=f"{there} {here}",
            certainty="likely" if rare and not weak else "possible",
        )


def opening(text: Text) -> tuple[str, str] | None:
    """Return (kind, sign) of the mark that a text begins with."""
    found = _OPENING.match(text.value)
    if not found or not found.lastgroup:
        return None
    kind = found.lastgroup
    sign = found[kind].strip()
    if kind == "heading":
        return sign, sign
    return kind, sign
