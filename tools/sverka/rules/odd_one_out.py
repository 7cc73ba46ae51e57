"""What an article says in all its languages but one."""

from collections.abc import Hashable, Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Related, Rule, Unit, fact, related
from sverka.review.finding import Span
from sverka.review.needs import CHOIR
from sverka.review.needs import unit as unit_with
from sverka.text.analysis import Text
from sverka.text.negation import denials, knows
from sverka.text.numbers.bounds import bounds

from ._affirming import affirms_alone
from ._cities import lost_city
from ._dates import compare_dates
from ._lacks import lack, surplus
from ._numbers import compare_numbers
from ._opposed import opposed
from ._swaps import (
    ends_otherwise,
    has_more,
    lost_acronym,
    lost_number,
    reversed_pair,
    reversed_poles,
    swapped,
    turned_alone,
    undenied,
)
from ._voices import FEWEST, Voice, voice
from .negation_lost import negation_lost, turned
from .unit_mismatch import mismatches, rates_apart

rule = Rule(
    __name__,
    family="consistency",
    severity="error",
    certainty="likely",
    roles=("source", "target"),
    yields_to=(
        "acronym-mismatch",
        "acronym-variant",
        "mixed-script",
        "opposite-mismatch",
        "date-mismatch",
        "ending-mismatch",
        "text-dropped",
        "text-added",
        "negation-lost",
        "same-as-pivot",
        "wrong-language",
    ),
    needs=unit_with(CHOIR),
)


Odd = tuple[str, Span | None, Span | None]
"""What is odd in a text, where the pivot has what is right, and where the text has it not."""


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
        found = _odd(pivot, one, told, mine, others) or _of_source(pivot, one, facts)
        if found := found or _elsewhere(pivot, one, facts):
            yield _finding(one, pivot, facts, *found)


def _elsewhere(pivot: Text, one: Fact, facts: Sequence[Fact]) -> Odd | None:
    """Return a city of the pivot that all other languages name."""
    text = Text(one.text, one.where.locale)
    others = [Text(f.text, f.where.locale) for f in facts if f is not one]
    if span := lost_city(pivot, text, others):
        words = _words(pivot, span)
        return (
            f"“{words}” of the pivot and the {len(others)} other languages is not here",
            span,
            None,
        )
    return None


def _odd(pivot: Text, fact: Fact, told: Voice, mine: Voice, others: Sequence[Voice]) -> Odd | None:
    """Return in what a text differs from all the others: the message, and where."""
    all_others = f"the {len(others)} other languages"
    text = Text(fact.text, fact.where.locale)
    if undenied(pivot, text, told, mine, others) or affirms_alone(pivot, text, told, mine, others):
        return f"less is denied here than in the pivot and {all_others}", None, None
    if lost := lack(pivot, text, told, mine, others):
        words = _words(pivot, lost.span)
        return f"nothing here says “{words}”, as {all_others} do", lost.span, None
    if has_more(pivot, text, told, mine, others):
        return f"a sentence more than in the pivot and {all_others}", None, None
    if more := surplus(pivot, text, told, mine, others):
        words = _words(text, more.span)
        return f"neither the pivot nor {all_others} say “{words}”", None, more.span
    if span := reversed_pair(pivot, mine, others) or reversed_poles(pivot, mine, others):
        words = _words(pivot, span)
        return f"the other way round than “{words}” in {all_others}", span, None
    if turn := turned_alone(pivot, text, told, mine, others):
        words = _words(text, turn)
        return f"“{words}” here, the contrary in the pivot and {all_others}", None, turn
    if swap := swapped(pivot, text, told, mine, others):
        words, here = _words(pivot, swap.there), _words(text, swap.here)
        return f"“{here}” here, “{words}” in the pivot and {all_others}", swap.there, swap.here
    if acronym := lost_acronym(text, told, mine, others):
        at = pivot.value.index(acronym)
        message = f"{acronym} of the pivot and {all_others} is not here, but another acronym"
        return message, (at, at + len(acronym)), None
    if ends_otherwise(told, mine, others):
        return f"“{mine.end}” at the end, “{told.end}” in the pivot and {all_others}", None, None
    if number := lost_number(pivot, mine, others):
        return f"“{number.raw}” of the pivot and {all_others} is missing", number.span, None
    return None


def _of_source(pivot: Text, source: Fact, facts: Sequence[Fact]) -> Odd | None:
    """Return a word or number of the pivot that no translation contradicts, and what only the
    source has for it. Those of translations are other rules' to report."""
    if source.where.role != "source":
        return None
    mine = Text(source.text, source.where.locale)
    found = [*_apart(pivot, mine)]
    calendar = compare_dates(pivot, mine)
    found += [(a.span, b.span) for a, b in (*calendar.pairs, *calendar.months)]
    odd = [
        (gap.pivot.span, gap.target.span)
        for gap in compare_numbers(pivot, mine)
        if gap.pivot and gap.target and gap.pivot.raw.strip("-−") != gap.target.raw.strip("-−")
    ]
    if len(odd) == 1:
        found += odd
    texts = [Text(f.text, f.where.locale) for f in facts if f is not source]
    for there, here in found:
        if not any(there in _contradicted(pivot, text) for text in texts):
            words, own = _words(pivot, there), _words(mine, here)
            others = f"the {len(facts) - 1} other languages"
            return f"“{own}” here, “{words}” in the pivot and {others}", there, here
    lost = negation_lost(pivot, mine, wary=True) or turned(pivot, mine)
    if lost and _all_deny(pivot, texts):
        others = f"the {len(texts)} other languages"
        return f"“{_words(pivot, lost)}” of the pivot and {others} is not denied here", lost, None
    return None


def _all_deny(pivot: Text, texts: Sequence[Text]) -> bool:
    """Say whether every translation denies, as the pivot does."""
    known = [text for text in texts if knows(text.locale)]
    return len(known) >= FEWEST and all(
        text.ask(denials) and negation_lost(pivot, text) is None for text in known
    )


def _contradicted(pivot: Text, text: Text) -> set[Span]:
    """Return the words and numbers of the pivot that a text contradicts or leaves out."""
    calendar = compare_dates(pivot, text)
    found = {there for there, _ in _apart(pivot, text)}
    found |= {there.span for there, _ in (*calendar.pairs, *calendar.months)}
    return found | {gap.pivot.span for gap in compare_numbers(pivot, text) if gap.pivot}


def _apart(pivot: Text, text: Text) -> Iterator[tuple[Span, Span]]:
    """Yield the opposites, bounds and units in which two texts differ."""
    for bound in pivot.ask(bounds) if text.ask(bounds) else ():
        same = [b for b in text.ask(bounds) if b.number.values & bound.number.values]
        if len(same) == 1 and same[0].kind != bound.kind:
            yield (bound.start, bound.end), (same[0].start, same[0].end)
    for there, here, _ in opposed(pivot, text, None):
        yield there, here
    for a, b in mismatches(pivot, text):
        yield (a.number.start, a.end), (b.number.start, b.end)
    for one, other in rates_apart(pivot, text):
        yield (one.start, one.end), (other.start, other.end)


def _words(text: Text, span: tuple[int, int]) -> str:
    return " ".join(text.value[slice(*span)].split())


def _finding(
    one: Fact,
    pivot: Text,
    facts: Sequence[Fact],
    message: str,
    there: Span | None,
    here: Span | None,
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
