"""One term in two spellings, or rendered by a second choice beside the first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sverka.project.glossary import Term
from sverka.review import CatalogueFile, Fact, Finding, Form, Rule, Unit, fact, related
from sverka.review.finding import Span
from sverka.review.needs import GLOSSARY, SOURCE, here
from sverka.review.needs import unit as unit_with
from sverka.text.letter_terms import letter_terms
from sverka.text.terms import find, pattern
from sverka.text.traits import LETTER

from ._glossary import leaves_choice, prepared
from ._renderings import judge, note, of_facts, of_file
from ._words import times

rule = Rule(
    __name__,
    family="terms",
    severity="note",
    certainty="likely",
    roles=("pivot", "source", "target"),
    yields_to=("glossary-term", "forbidden-term", "opposite-mismatch"),
    needs=here(LETTER) | unit_with(SOURCE) | unit_with(GLOSSARY),
)

Key = tuple[str, str, str]


@rule.gather
def note_terms(unit: Unit) -> Sequence[tuple[Key, Fact]]:
    """Note terms of a letter and a word, renderings of the glossary's terms, and source texts."""
    found: list[tuple[Key, Fact]] = []
    for form in unit.forms:
        for term in form.text.ask(letter_terms):
            if term.joint:
                key = unit.article, form.where.locale, f"spelling {term.letter}-{term.root}"
                found.append((key, fact(form, term.span, term.joint)))
    if leaves_choice(unit.background):
        for form in unit.forms:
            found += _renderings(unit, form)
    if unit.role == "pivot":
        key = unit.article, unit.forms[0].where.locale, "renderings"
        found += [(key, pair) for pair in note(unit)]
    return found


@rule.inspect
def mine(file: CatalogueFile) -> Iterator[Finding]:
    """Report the second renderings of terms in a catalogue."""
    if article := of_file(file):
        yield from judge(rule, article)


@rule.judge
def compare(key: Key, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the rarer spelling or rendering, and what the glossary merely admits."""
    if key[2] == "renderings":
        yield from judge(rule, of_facts(facts))
        return
    by_value: dict[str, list[Fact]] = defaultdict(list)
    for found in facts:
        by_value[found.value].append(found)
    if key[2].startswith("spelling"):
        yield from _spellings(by_value)
    elif "preferred" in by_value:
        best = by_value.pop("preferred")
        for notes in by_value.values():
            for odd in notes:
                yield rule.finding(
                    odd,
                    f"“{odd.text}” here, “{best[0].text}” {times(len(best))}, which the glossary "
                    "prefers; use one",
                    related=[related(best[0], f"{times(len(best))} in this article")],
                    severity="warning",
                )


def _spellings(by_joint: dict[str, list[Fact]]) -> Iterator[Finding]:
    if len(by_joint) < 2:
        return
    rare, common = sorted(by_joint.values(), key=len)
    if len(rare) == len(common):
        return
    for odd in rare:
        yield rule.finding(
            odd,
            f"“{odd.text}” {times(len(rare))}, “{common[0].text}” {times(len(common))}; write it "
            f"one way, with a {common[0].value}",
            related=[related(common[0], f"{times(len(common))} in this article")],
        )


def _renderings(unit: Unit, form: Form) -> Iterator[tuple[Key, Fact]]:
    """Note which of several renderings of a term stands in a translation."""
    if form.pivot is None:
        return
    terms, rows, _ = prepared(unit.background, form.pivot.locale)
    matches = form.pivot.ask(terms.matches)
    if not matches:
        return
    by_span: dict[Span, list[Term]] = defaultdict(list)
    for match in matches:
        by_span[match.start, match.end].append(rows[match.id])
    for group in by_span.values():
        statuses = Counter(term.status for term in group if term.forms(form.where.locale))
        if len(statuses) < 2:
            continue
        key = unit.article, form.where.locale, f"term {group[0].file} {group[0].line}"
        for term in group:
            forms = (pattern(f, form.where.locale, term.case) for f in term.forms(unit.locale))
            if span := find(form.text, forms):
                yield key, fact(form, span, term.status)
