"""What `term-variant` notes of sentence pairs, and the terms that it finds rendered in two ways."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sverka.review import Background, Fact, Finding, Form, Rule, Unit, related
from sverka.review.finding import Span
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.letter_terms import LetterTerm, letter_terms, letter_variants
from sverka.text.renderings import Variant, place, variants
from sverka.text.terms import unspaced
from sverka.text.wording import wording

from ._glossary import forms, prepared
from ._words import times

_CLEAR = 4
"""Segments that must have the first rendering for the second to be likely one."""
_SLIPS = 5
"""A second rendering in more segments is a habit, and told once."""


class Pair(NamedTuple):
    """What is noted of a text and what it translates."""

    original: str
    locale: str
    letters: tuple[tuple[LetterTerm, ...], tuple[LetterTerm, ...]]
    """The original's terms of a letter and a word, and the text's."""
    decided: tuple[tuple[str, tuple[str, ...]], ...]
    """Terms of the original, as they stand there, and the glossary's renderings."""


def note(unit: Unit) -> Iterator[Fact]:
    """Note a translation with its pivot, and the pivot with the source."""
    form = unit.forms[0]
    original = (
        form.pivot if unit.role == "target" else unit.source if unit.role == "pivot" else None
    )
    if original is None or not locales.is_locale(form.where.locale):
        return
    letters = original.ask(letter_terms), form.text.ask(letter_terms)
    decided = tuple(_decided(original, form, unit.background)) if unit.background.glossary else ()
    pair = Pair(original.ask(wording), original.locale, letters, decided)
    yield Fact(form.where, None, form.text.ask(wording), pair)


def _decided(
    original: Text, form: Form, background: Background
) -> Iterator[tuple[str, tuple[str, ...]]]:
    terms, rows, _ = prepared(background, original.locale)
    for match in original.ask(terms.matches):
        if wanted := forms([rows[match.id]], form.where.locale):
            yield original.value[match.start : match.end], tuple(wanted)


def judge(rule: Rule, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the second renderings of terms."""
    facts = sorted(facts, key=lambda fact: fact.where.index)
    language = locales.language(facts[0].where.locale)
    pivot = locales.language(facts[0].value.locale)
    for variant in letter_variants([fact.value.letters for fact in facts]):
        yield from _findings(rule, variant, facts, _of_letter)
    if pivot != language:
        texts = [(fact.value.original, fact.text) for fact in facts]
        for variant in variants(texts, pivot, language):
            yield from _findings(rule, variant, facts, _of_words)


def _of_letter(fact: Fact, term: str, rendering: str) -> tuple[Span | None, Span | None]:
    """Return where a term of a letter stands in the original, and its rendering in the text."""
    letter, _, root = term.partition("-")
    sides = zip(fact.value.letters, (root, rendering), strict=True)
    spans = [
        next((t.span for t in side if (t.letter, t.root) == (letter, wanted)), None)
        for side, wanted in sides
    ]
    return spans[0], spans[1]


def _of_words(fact: Fact, term: str, rendering: str) -> tuple[Span | None, Span | None]:
    """The same of other terms."""
    value: Pair = fact.value
    there = place(value.original, term, locales.language(value.locale))
    return there, place(fact.text, rendering, locales.language(fact.where.locale))


def _findings(
    rule: Rule,
    variant: Variant,
    facts: Sequence[Fact],
    spans_of: Callable[[Fact, str, str], tuple[Span | None, Span | None]],
) -> Iterator[Finding]:
    usual = facts[variant.usual[0]]
    _, here = spans_of(usual, variant.term, variant.first)
    if here is None:
        return
    best = replace(usual, span=here, text=usual.text[slice(*here)])
    mined = spans_of is _of_words
    doubtful = mined and (len(variant.usual) < _CLEAR or unspaced(best.text))
    for number in variant.odd if len(variant.odd) <= _SLIPS else variant.odd[:1]:
        note = facts[number]
        there, span = spans_of(note, variant.term, variant.second)
        if there is None or span is None:
            continue
        odd = note.text[slice(*span)]
        term = note.value.original[slice(*there)]
        wanted = _wanted(term, note.value.decided)
        if _among(odd, wanted):
            continue
        decided = _among(best.text, wanted)
        say = "; the glossary has the second" if decided else ""
        yield rule.finding(
            replace(note, span=span, text=odd),
            f"“{term}” is “{odd}” {times(len(variant.odd))}, “{best.text}” "
            f"{times(len(variant.usual))}{say}. Use one, or admit both in the glossary",
            related=[related(best, f"{times(len(variant.usual))} in this article")],
            severity="warning" if decided else None,
            certainty="possible" if doubtful and not decided else None,
        )


def _wanted(term: str, decided: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(
        form for text, forms in decided if term.casefold() in text.casefold() for form in forms
    )


def _among(rendering: str, wanted: Sequence[str]) -> bool:
    """Say whether a rendering, inflected, is a word of the glossary's forms."""
    root = rendering.casefold()[:5]
    return any(root in form.casefold() for form in wanted)
