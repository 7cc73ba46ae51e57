"""Quotation marks without their partner."""

from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit
from sverka.text.pairs import DOUBLE_QUOTES, loose_quotes

from . import _pairs

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=f"[{DOUBLE_QUOTES}]",
)


@rule.gather
def note_loose(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the quotation marks without partner."""
    return _pairs.gather(unit, loose_quotes)


@rule.judge
def report(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report those that neither another segment nor the pivot accounts for."""
    return _pairs.judge(rule, facts, lambda opening, closing: True, lambda sign: "quote")
