"""Sentences of the pivot whose source has changed since they were written."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import BEFORE, SOURCES
from sverka.review.needs import unit as unit_with

rule = Rule(
    __name__,
    family="state",
    severity="warning",
    roles=("pivot", "target"),
    states=("translated", "untranslated", "fuzzy"),
    needs=unit_with(SOURCES) & unit_with(BEFORE),
)


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note the comment in which template and catalogues keep what the source said before."""
    sign = f"{unit.background.source} before: "
    if sign not in unit.comment:
        return
    for line in unit.comment.split("\n"):
        if line.startswith(sign):
            key = (unit.article, unit.where.msgctxt, unit.where.msgid)
            yield key, fact(unit.forms[0], None, (unit.role != "pivot", line.removeprefix(sign)))


@rule.judge
def judge(key: Hashable, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report it once, on the template if that is under review."""
    first = min(facts, key=lambda noted: (noted.value[0], noted.where.locale))
    before = first.value[1][:160]
    message = (
        f"the source said “{before}” when this was written, and now says something else; correct "
        "the sentence, or confirm it with `sverka extract --confirm-source`"
    )
    yield rule.finding(replace(first, where=replace(first.where, field="msgid")), message)
