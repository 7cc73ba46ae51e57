"""What `term-variant` notes of sentence pairs, and the terms that it finds rendered in two ways."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from sverka.review import Background, CatalogueFile, Fact, Finding, Rule, Unit, related
from sverka.review.finding import Span, Where
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.letter_terms import LetterTerm, letter_terms, letter_variants
from sverka.text.renderings import Variant, Words, place, variants_of, words, words_of
from sverka.text.signs import signs
from sverka.text.strays import Stray, strays
from sverka.text.term_words import Words as Row
from sverka.text.term_words import places_of, term_words, words_in
from sverka.text.terms import unspaced
from sverka.text.traits import LETTER
from sverka.text.wording import wording

from ._glossary import forms, prepared
from ._translations import singulars
from ._words import times

_CLEAR = 4
"""Segments that must have the first rendering for the second to be likely one."""
_MOST = 2000
"""In a catalogue of more segments no single one is sought that renders a term in its own way."""
_MANY = 300
"""From so many on, two or three that agree in a word may do so by chance."""
_SENTENCE = 20
"""Letters of a text that may be a sentence."""
_ENDS = frozenset(".!?…:;")
_CLOSERS = " \n\"'”’»“)]"
_SLIPS = 5
"""A second rendering in more segments is a habit, and told once."""


Letters = tuple[tuple[LetterTerm, ...], tuple[LetterTerm, ...]]
"""An original's terms of a letter and a word, and its translation's."""


class Segment(NamedTuple):
    """What is known of a text and what it translates."""

    original: str
    text: str
    letters: Letters


Decided = Sequence[tuple[str, tuple[str, ...]]]
"""Terms of an original, as they stand there, and the glossary's renderings."""


class Article(NamedTuple):
    """The segments of an article in one language."""

    letters: Sequence[Letters]
    texts: Callable[[int], tuple[str, str]]
    """The wordings of an original and of its translation, by the segment's number."""
    words: Callable[[], tuple[Sequence[Words], Sequence[Words]]]
    rows: Callable[[], Sequence[Row]]
    """The words of the originals, in their order."""
    pivot: str
    """The language of the originals, and of the texts."""
    language: str
    place: Callable[[int], Where]
    """Where a segment stands, by its number."""
    decided: Callable[[int], Decided]


def segment(original: Text, text: Text) -> Segment:
    """Return a segment of two texts."""
    return Segment(original.ask(wording), text.ask(wording), _letters(original, text))


def _letters(original: Text, text: Text) -> Letters:
    """Without terms of the original, those of the text tell nothing."""
    if not original.ask(signs) & LETTER:
        return _NO_LETTERS
    return original.ask(letter_terms), text.ask(letter_terms)


_NO_LETTERS: Letters = ((), ())


def decided(original: Text, locale: str, background: Background) -> Decided:
    """Return what the glossary says of the terms of a text."""
    if not background.glossary:
        return ()
    terms, rows, _ = prepared(background, original.locale)
    found = (
        (original.value[match.start : match.end], tuple(forms([rows[match.id]], locale)))
        for match in original.ask(terms.matches)
    )
    return tuple((term, wanted) for term, wanted in found if wanted)


def of_file(file: CatalogueFile) -> Article | None:
    """Return the segments of a catalogue."""
    locale, background = file.where.locale, file.background
    if not locales.is_locale(locale):
        return None
    found = [pair for pair in singulars(file) if pair.pivot.value and pair.target.value]
    pivot, language = locales.language(background.pivot), locales.language(locale)

    def known() -> tuple[Sequence[Words], Sequence[Words]]:
        here = [pair.pivot.ask(words_of) for pair in found]
        return here, [words_of(pair.target) for pair in found]

    def texts(number: int) -> tuple[str, str]:
        return found[number].pivot.ask(wording), found[number].target.ask(wording)

    return Article(
        [_letters(pair.pivot, pair.target) for pair in found],
        texts,
        known,
        lambda: [pair.pivot.ask(term_words) for pair in found],
        pivot,
        language,
        lambda number: file.place(found[number].entry, "msgstr", found[number].plural),
        lambda number: decided(found[number].pivot, locale, background),
    )


def note(unit: Unit) -> Iterator[Fact]:
    """Note a pivot text with the source."""
    form, original = unit.forms[0], unit.source
    if unit.role == "pivot" and original is not None and locales.is_locale(form.where.locale):
        known = decided(original, form.where.locale, unit.background)
        pair = original.locale, segment(original, form.text), known
        yield Fact(form.where, None, form.text.ask(wording), pair)


def of_facts(facts: Sequence[Fact]) -> Article:
    """Return the segments that were noted."""
    facts = sorted(facts, key=lambda fact: fact.where.index)
    pivot, language = (
        locales.language(locale) for locale in (facts[0].value[0], facts[0].where.locale)
    )
    segments: list[Segment] = [fact.value[1] for fact in facts]

    def known() -> tuple[Sequence[Words], Sequence[Words]]:
        here = [words(segment.original, pivot) for segment in segments]
        return here, [words(segment.text, language) for segment in segments]

    return Article(
        [segment.letters for segment in segments],
        lambda number: segments[number][:2],
        known,
        lambda: [words_in(segment.original, pivot) for segment in segments],
        pivot,
        language,
        lambda number: facts[number].where,
        lambda number: facts[number].value[2],
    )


def judge(rule: Rule, article: Article) -> Iterator[Finding]:
    """Report the second renderings of terms."""
    for variant in letter_variants(article.letters):
        yield from _findings(rule, variant, article, _of_letter)
    if article.pivot == article.language:
        return
    told: set[int] = set()
    if len(article.letters) <= _MOST:
        pairs = [article.texts(number) for number in range(len(article.letters))]
        if _is_prose(pairs):
            for stray in strays(pairs, article.rows(), article.pivot, article.language):
                if len(pairs) > _MANY and len(stray.usual) < _CLEAR:
                    continue
                for finding in _of_stray(rule, stray, article):
                    told.add(stray.odd)
                    yield finding
    for variant in variants_of(*article.words(), article.pivot, article.language):
        if told.isdisjoint(variant.odd):
            yield from _findings(rule, variant, article, _of_words)


def _is_prose(pairs: Sequence[tuple[str, str]]) -> bool:
    """Say whether most originals of some length end like sentences."""
    long = [original for original, _ in pairs if len(original) >= _SENTENCE]
    ends = [original.rstrip(_CLOSERS)[-1:] in _ENDS for original in long]
    return 2 * sum(ends) > len(long)


def _of_stray(rule: Rule, stray: Stray, article: Article) -> Iterator[Finding]:
    """Report the one segment that lacks what all others have for a term."""
    original, usual = article.texts(stray.odd)[0], article.texts(stray.usual[0])[1]
    term = _said(original, stray.term, article.pivot)
    here = places_of(usual, stray.rendering, article.language)
    if not here or _wanted(term, article.decided(stray.odd)):
        return
    best = Fact(article.place(stray.usual[0]), here, usual[slice(*here)])
    count = times(len(stray.usual))
    where, text = article.place(stray.odd), article.texts(stray.odd)[1]
    at = text.find(stray.instead) if stray.instead else -1
    odd = Fact(where, (at, at + len(stray.instead)), stray.instead) if at >= 0 else None
    said = f"“{odd.text}”" if odd else "something else"
    advice = "Use one rendering, or admit both in the glossary"
    if odd and stray.of:
        other = next(
            t
            for t, _ in map(article.texts, range(len(article.letters)))
            if _said(t, stray.of, article.pivot) in t
        )
        advice = f"Elsewhere {said} is “{_said(other, stray.of, article.pivot)}”"
    yield rule.finding(
        odd or where,
        f"“{term}” is “{best.text}” {count}, and {said} here. {advice}",
        related=[related(best, f"{count} in this article")],
        severity="warning",
    )


def _said(original: str, term: Sequence[str], pivot: str) -> str:
    span = places_of(original, term, pivot)
    return original[slice(*span)] if span else " ".join(term)


Spans = tuple[Span | None, Span | None]


def _of_letter(number: int, article: Article, term: str, rendering: str) -> Spans:
    """Return where a term of a letter stands in the original, and its rendering in the text."""
    letter, _, root = term.partition("-")
    sides = zip(article.letters[number], (root, rendering), strict=True)
    spans = [
        next((t.span for t in side if (t.letter, t.root) == (letter, wanted)), None)
        for side, wanted in sides
    ]
    return spans[0], spans[1]


def _of_words(number: int, article: Article, term: str, rendering: str) -> Spans:
    """The same of other terms."""
    original, text = article.texts(number)
    there = place(original, term, article.pivot)
    return there, place(text, rendering, article.language)


def _findings(
    rule: Rule,
    variant: Variant,
    article: Article,
    spans_of: Callable[[int, Article, str, str], Spans],
) -> Iterator[Finding]:
    usual = variant.usual[0]
    _, here = spans_of(usual, article, variant.term, variant.first)
    if here is None:
        return
    best = Fact(article.place(usual), here, article.texts(usual)[1][slice(*here)])
    mined = spans_of is _of_words
    doubtful = mined and (len(variant.usual) < _CLEAR or unspaced(best.text))
    for number in variant.odd if len(variant.odd) <= _SLIPS else variant.odd[:1]:
        original, text = article.texts(number)
        there, span = spans_of(number, article, variant.term, variant.second)
        if there is None or span is None:
            continue
        odd = text[slice(*span)]
        term = original[slice(*there)]
        wanted = _wanted(term, article.decided(number))
        if _among(odd, wanted):
            continue
        decided = _among(best.text, wanted)
        say = "; the glossary has the second" if decided else ""
        yield rule.finding(
            Fact(article.place(number), span, odd),
            f"“{term}” is “{odd}” {times(len(variant.odd))}, “{best.text}” "
            f"{times(len(variant.usual))}{say}. Use one, or admit both in the glossary",
            related=[related(best, f"{times(len(variant.usual))} in this article")],
            severity="warning" if decided else None,
            certainty="possible" if doubtful and not decided else None,
        )


def _wanted(term: str, decided: Decided) -> tuple[str, ...]:
    return tuple(
        form for text, forms in decided if term.casefold() in text.casefold() for form in forms
    )


def _among(rendering: str, wanted: Sequence[str]) -> bool:
    """Say whether a rendering, inflected, is a word of the glossary's forms."""
    root = rendering.casefold()[:5]
    return any(root in form.casefold() for form in wanted)
