"""Facts of the source that its rendering in the pivot has lost or changed.

There is one finding, on the pivot, which tells the translations that inherited the fault from those
that did not.
"""

from collections.abc import Hashable, Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact, related
from sverka.review.finding import Certainty, Span
from sverka.review.needs import SOURCE
from sverka.review.needs import unit as unit_with
from sverka.text.analysis import Text
from sverka.text.negation import knows
from sverka.text.numbers import Number

from ._dates import compare_dates
from ._numbers import Gap, compare_numbers
from ._sentences import LONE, lone, prior, sentences, words
from ._voices import FEWEST
from .negation_lost import negation_lost, turned
from .unit_mismatch import mismatches

rule = Rule(
    __name__,
    family="consistency",
    severity="error",
    certainty="likely",
    roles=("pivot", "target"),
    yields_to=("acronym-variant", "name-variant", "mixed-script"),
    needs=unit_with(SOURCE),
)


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note what the pivot has wrong, and what each translation says."""
    if unit.source is None:
        return
    key = (unit.article, unit.where.msgctxt, unit.where.msgid)
    form = unit.forms[0]
    found = disagreements(unit.source, form.pivot or form.text)
    if unit.role == "pivot":
        for what, message, span, right, certainty in found:
            yield key, fact(form, span, ("pivot", what, right, message, certainty))
    elif found:
        here = {(what, right) for what, _, _, right, _ in disagreements(unit.source, form.text)}
        for what, _, _, right, _ in found:
            yield key, fact(form, None, ("target", what, right, (what, right) in here))


@rule.judge
def judge(key: Hashable, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report each disagreement once, with the translations that inherited it."""
    for noted in facts:
        if noted.value[0] != "pivot":
            continue
        _, what, right, message, certainty = noted.value
        same = [f for f in facts if f.value[:3] == ("target", what, right)]
        heirs = sorted({f.where.locale for f in same if f.value[3]})
        loyal = sorted({f.where.locale for f in same if not f.value[3]})
        if heirs:
            message += f"; inherited by {', '.join(heirs)}"
        if loyal:
            message += f"; not by {', '.join(loyal)}"
        if len(heirs) >= FEWEST and not loyal:
            message += "; only the source says otherwise: is it the one to mend?"
        yield rule.finding(
            noted,
            message,
            certainty=certainty,
            related=[related(f, "inherited it" if f.value[3] else "did not") for f in same],
            form=f"{what}: {right}",
        )


Disagreement = tuple[str, str, Span | None, str, Certainty]
"""Kind, message, span in the pivot, what is right (the source's wording), certainty."""


def disagreements(source: Text, pivot: Text) -> list[Disagreement]:
    """Compare a source text with its rendering in the pivot."""
    return [
        *_numbers(source, pivot),
        *_dates(source, pivot),
        *_units(source, pivot),
        *_denials(source, pivot),
        *_sentences(source, pivot),
    ]


def _numbers(source: Text, pivot: Text) -> Iterator[Disagreement]:
    for gap in compare_numbers(source, pivot):
        theirs, mine = gap.pivot, gap.target
        if theirs and mine:
            certainty: Certainty = "certain" if gap.alone and _figure(gap) else "likely"
            message = f"{mine.raw} here, {theirs.raw} in the source"
            yield "number", message, mine.span, theirs.raw, certainty
        elif theirs and gap.alone and _weighty(theirs):
            message = f"{theirs.raw} of the source is missing here"
            yield "number", message, None, theirs.raw, "likely"
        elif mine and gap.alone and _weighty(mine):
            message = f"{mine.raw} is not in the source"
            yield "number", message, mine.span, "", "likely"


def _dates(source: Text, pivot: Text) -> Iterator[Disagreement]:
    calendar = compare_dates(source, pivot)
    for theirs, mine in (*calendar.pairs, *calendar.months):
        there = source.value[theirs.start : theirs.end].strip()
        here = pivot.value[mine.start : mine.end].strip()
        message = f"{here} here, {there} in the source"
        certain: Certainty = "certain" if len(calendar.pairs) == 1 else "likely"
        yield "date", message, mine.span, there, certain


def _units(source: Text, pivot: Text) -> Iterator[Disagreement]:
    for theirs, mine in mismatches(source, pivot):
        here = pivot.value[mine.number.start : mine.end]
        there = source.value[theirs.number.start : theirs.end]
        span = (mine.number.start, mine.end)
        yield "unit", f"{here} here, {there} in the source", span, there, "certain"


def _denials(source: Text, pivot: Text) -> Iterator[Disagreement]:
    if not (knows(source.locale) and knows(pivot.locale)):
        return
    if span := negation_lost(source, pivot) or turned(source, pivot):
        word = source.value[span[0] : span[1]]
        yield "denial", f"“{word}” of the source is not denied here", None, word, "likely"
    elif span := negation_lost(pivot, source, wary=True):
        word = pivot.value[span[0] : span[1]]
        yield "denial", f"“{word}” denies what the source affirms", span, "", "likely"


def _sentences(source: Text, pivot: Text) -> Iterator[Disagreement]:
    left, right = sentences(source), sentences(pivot)
    if len(left) <= len(right) or len(left) > 12:
        return
    margins = lone(left, right, prior(source.locale, pivot.locale))
    margin = max(margins)
    sentence = left[margins.index(margin)]
    if margin > 0 and words(source, sentence) > 3:
        text = " ".join(source.value[sentence.start : sentence.end].split())
        certain: Certainty = "certain" if margin > LONE else "likely"
        yield "sentence", f"nothing here says “{text[:70]}” of the source", None, text, certain


def _figure(gap: Gap) -> bool:
    both = (gap.pivot, gap.target)
    return all(number is not None and number.kind in ("figure", "code") for number in both)


def _weighty(number: Number) -> bool:
    return number.kind == "figure" and all(isinstance(v, str) or abs(v) > 12 for v in number.values)
