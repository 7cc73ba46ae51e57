"""What an article says in all its languages but one."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Related, Rule, Unit, fact, related
from sverka.review.needs import SOURCES
from sverka.review.needs import unit as unit_with
from sverka.text.analysis import Text

from ._voices import FEWEST, Voice, lack, undenied, voice

rule = Rule(
    __name__,
    family="consistency",
    severity="error",
    certainty="likely",
    roles=("source", "target"),
    yields_to=("text-dropped", "negation-lost", "same-as-pivot", "wrong-language"),
    needs=unit_with(SOURCES),
)


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note what a text says, under its segment."""
    form = unit.forms[0]
    if len(unit.forms) > 1 or form.pivot is None or form.text.value == form.pivot.value:
        return
    pivot = unit.background.pivot
    key = (unit.article, unit.where.msgctxt, unit.where.msgid)
    yield key, fact(form, None, (pivot, voice(form.text, pivot)))


@rule.judge
def judge(key: Hashable, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Compare each text with the pivot and all the others."""
    if len(facts) <= FEWEST or all(one.where.role != "source" for one in facts):
        return
    locale: str = facts[0].value[0]
    pivot = Text(facts[0].where.msgid, locale)
    told = voice(pivot, locale)
    voices: list[Voice] = [one.value[1] for one in facts]
    for number, (one, mine) in enumerate(zip(facts, voices, strict=True)):
        others = [*voices[:number], *voices[number + 1 :]]
        if undenied(told, mine, others):
            message = f"less is denied here than in the pivot and the {len(others)} other languages"
            yield _finding(one, message, pivot, None, facts)
        elif found := lack(pivot, told, mine, others):
            text = " ".join(pivot.value[slice(*found.span)].split())
            message = f"nothing here says “{text}”, as the {len(others)} other languages do"
            yield _finding(one, message, pivot, found.span, facts)


def _finding(
    one: Fact, message: str, pivot: Text, span: tuple[int, int] | None, facts: Sequence[Fact]
) -> Finding:
    source = next(fact for fact in facts if fact.where.role == "source")
    there = Related(replace(one.where, field="msgid"), pivot.value, "pivot", span)
    return rule.finding(
        one,
        message,
        related=[there] if one is source else [there, related(source, "source")],
        form=pivot.value[slice(*span)] if span else "",
    )
