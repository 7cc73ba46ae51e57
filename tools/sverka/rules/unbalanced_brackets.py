"""Brackets without their partner."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, pivot_of
from sverka.text.pairs import BRACKETS, fits, loose_brackets, loose_in_code, plain

from . import _pairs

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    roles=("pivot", "source", "target"),
    needs=f"[{re.escape(BRACKETS)}]",
)


@rule.gather
def note_loose(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the brackets without partner."""
    return _pairs.gather(unit, loose_brackets)


@rule.check
def compare_code(unit: Unit) -> Iterator[Finding]:
    """Report brackets that lost their partner in code or a link, where the pivot's are balanced."""
    for form, pivot in unit.pairs:
        loose = form.text.ask(loose_in_code)
        if not loose or pivot.ask(loose_in_code) or form.text.ask(loose_brackets):
            continue
        mark = loose[0]
        yield rule.finding(
            form,
            f"{mark.sign} has no partner in code or a link; the pivot's are balanced",
            span=(mark.at, mark.at + 1),
            related=[pivot_of(form)],
            certainty="likely",
        )


@rule.judge
def report(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report those that neither another segment nor the pivot accounts for."""
    return _pairs.judge(rule, facts, fits, plain)
