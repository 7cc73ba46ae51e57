"""One term in two spellings, or rendered by a second choice beside the first."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import regex

from sverka.project.glossary import Term
from sverka.review import Fact, Finding, Form, Rule, Unit, fact, related
from sverka.review.finding import Span
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.english import noun
from sverka.text.inflection import stem
from sverka.text.terms import find, pattern
from sverka.text.wording import wording

from ._glossary import prepared
from ._words import times

rule = Rule(
    __name__,
    family="terms",
    severity="note",
    certainty="likely",
    roles=("pivot", "source", "target"),
)

_JOINED = regex.compile(r"\b(?<![-‐‑])(\p{L}[\p{L}\p{N}]*)([-‐‑ ])(\p{Ll}{4,})\b(?![-‐‑])")
Key = tuple[str, str, str]


@rule.gather
def note_terms(unit: Unit) -> Iterator[tuple[Key, Fact]]:
    """Note compounds of two words, and renderings of the glossary's terms."""
    for form in unit.forms:
        for span, joint, key in form.text.ask(compounds):
            yield (unit.article, form.where.locale, f"spelling {key}"), fact(form, span, joint)
        yield from _renderings(unit, form)


@rule.judge
def compare(key: Key, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the rarer spelling, and what the glossary merely admits beside the preferred."""
    by_value: dict[str, list[Fact]] = defaultdict(list)
    for note in facts:
        by_value[note.value].append(note)
    if key[2].startswith("spelling"):
        yield from _spellings(by_value)
    elif "preferred" in by_value:
        best = by_value.pop("preferred")
        for notes in by_value.values():
            for note in notes:
                yield rule.finding(
                    note,
                    f"“{note.text}” here, “{best[0].text}” {times(len(best))}, which the glossary "
                    "prefers; use one",
                    related=[related(best[0], f"{times(len(best))} in this article")],
                    severity="warning",
                )


def compounds(text: Text) -> tuple[tuple[Span, str, str], ...]:
    """Return (span, joint, key) of pairs of words that a hyphen or a space can join.

    A hyphen joins any two; a space counts after a single letter alone: T cells, Т клетки. An
    analyser of `Text.ask`.
    """
    language = locales.language(text.locale)
    found = []
    for match in _JOINED.finditer(text.ask(wording)):
        first, joint, second = match.groups()
        if len(first) == 1 and first.isupper() and not _starts(text.value, match.start()):
            root = noun(second) if language == "en" else stem(second, language)
            found.append((match.span(), "space" if joint == " " else "hyphen", f"{first}-{root}"))
    return tuple(found)


def _starts(value: str, position: int) -> bool:
    """Say whether a capital at a position may be a word of its own: A, В, at the start."""
    before = value[:position].rstrip(" \"'«„“(—–-•")
    return not before or before[-1] in ".!?:…\n"


def _spellings(by_joint: dict[str, list[Fact]]) -> Iterator[Finding]:
    if len(by_joint) < 2:
        return
    rare, common = sorted(by_joint.values(), key=len)
    if len(rare) == len(common):
        return
    for note in rare:
        yield rule.finding(
            note,
            f"“{note.text}” {times(len(rare))}, “{common[0].text}” {times(len(common))}; write it "
            f"one way, with a {common[0].value}",
            related=[related(common[0], f"{times(len(common))} in this article")],
        )


def _renderings(unit: Unit, form: Form) -> Iterator[tuple[Key, Fact]]:
    """Note which of several renderings of a term stands in a translation."""
    if form.pivot is None or not unit.background.glossary:
        return
    terms, rows, _ = prepared(unit.background, form.pivot.locale)
    by_span: dict[Span, list[Term]] = defaultdict(list)
    for match in form.pivot.ask(terms.matches):
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
