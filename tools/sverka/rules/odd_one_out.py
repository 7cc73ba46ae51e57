"""What an article says in all its languages but one."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Related, Rule, Unit, fact, related
from sverka.review.finding import Span
from sverka.review.needs import SOURCES
from sverka.review.needs import unit as unit_with
from sverka.text.analysis import Text

from ._numbers import compare_numbers
from ._opposed import opposed
from ._voices import FEWEST, Voice, lack, reversed_pair, swapped, undenied, voice

rule = Rule(
    __name__,
    family="consistency",
    severity="error",
    certainty="likely",
    roles=("source", "target"),
    yields_to=(
        "opposite-mismatch",
        "date-mismatch",
        "text-dropped",
        "negation-lost",
        "same-as-pivot",
        "wrong-language",
    ),
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
            yield _finding(one, message, pivot, facts)
        elif lost := lack(pivot, told, mine, others):
            words = _words(pivot, lost.span)
            message = f"nothing here says “{words}”, as the {len(others)} other languages do"
            yield _finding(one, message, pivot, facts, lost.span)
        elif span := reversed_pair(pivot, mine, others):
            words = _words(pivot, span)
            message = f"the other way round than “{words}” in the {len(others)} other languages"
            yield _finding(one, message, pivot, facts, span)
        elif swap := swapped(pivot, Text(one.text, one.where.locale), told, mine, others):
            words, here = _words(pivot, swap.there), one.text[slice(*swap.here)]
            message = f"“{here}” here, “{words}” in the pivot and the {len(others)} other languages"
            yield _finding(one, message, pivot, facts, swap.there, swap.here)
        elif one.where.role == "source" and (odd := _of_source(pivot, one, facts)):
            words, here = _words(pivot, odd[0]), one.text[slice(*odd[1])]
            message = f"“{here}” here, “{words}” in the pivot and the {len(others)} other languages"
            yield _finding(one, message, pivot, facts, *odd)


def _of_source(pivot: Text, source: Fact, facts: Sequence[Fact]) -> tuple[Span, Span] | None:
    """Return a word or number of the pivot that no translation contradicts, and what only the
    source has for it. Those of translations are other rules' to report."""
    mine = Text(source.text, source.where.locale)
    found = [(there, here) for there, here, _ in opposed(pivot, mine, None)]
    odd = [
        (gap.pivot.span, gap.target.span)
        for gap in compare_numbers(pivot, mine)
        if gap.pivot and gap.target
    ]
    if len(odd) == 1:
        found += odd
    for there, here in found:
        texts = (Text(f.text, f.where.locale) for f in facts if f is not source)
        if not any(there in _contradicted(pivot, text) for text in texts):
            return there, here
    return None


def _contradicted(pivot: Text, text: Text) -> set[Span]:
    """Return the words and numbers of the pivot that a text contradicts or leaves out."""
    words = {there for there, _, _ in opposed(pivot, text, None)}
    return words | {gap.pivot.span for gap in compare_numbers(pivot, text) if gap.pivot}


def _words(text: Text, span: tuple[int, int]) -> str:
    return " ".join(text.value[slice(*span)].split())


def _finding(
    one: Fact,
    message: str,
    pivot: Text,
    facts: Sequence[Fact],
    there: Span | None = None,
    here: Span | None = None,
) -> Finding:
    source = next(fact for fact in facts if fact.where.role == "source")
    place = Related(replace(one.where, field="msgid"), pivot.value, "pivot", there)
    return rule.finding(
        one,
        message,
        span=here,
        related=[place] if one is source else [place, related(source, "source")],
        form=pivot.value[slice(*there)] if there else "",
    )
