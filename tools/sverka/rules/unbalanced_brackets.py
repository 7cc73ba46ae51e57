"""Brackets without their partner."""

from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit
from sverka.text.pairs import fits, loose_brackets, plain

from . import _pairs

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    roles=("pivot", "source", "target"),
)


@rule.gather
def note_loose(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the brackets without partner."""
    return _pairs.gather(unit, loose_brackets)


@rule.judge
def report(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report those that neither another segment nor the pivot accounts for."""
    return _pairs.judge(rule, facts, fits, plain)
