"""A sentence that begins with a small letter where its pivot begins with a capital, and small
German nouns."""

import re
from collections.abc import Iterator, Sequence

import regex

from sverka.review import Fact, Finding, Rule, Unit, fact, pivot_of
from sverka.review.finding import Span
from sverka.review.needs import either, here
from sverka.review.unit import Form
from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.dates import MONTH
from sverka.text.german import NOUN, is_common, small_nouns
from sverka.text.names import same_name
from sverka.text.prose import prose
from sverka.text.signs import of_chars, of_words, signs
from sverka.text.vocabulary import words_in

from ._adjectives import ADJECTIVE, capital_adjectives
from ._calendar_names import WEEKDAY, capital_days

_STOP = of_chars(frozenset(".!?。！？؟").__contains__)

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs=either(_STOP) | here(NOUN | ADJECTIVE),
)

_FIRST = regex.compile(r"[\s\"'“”„«»‹›‘’¡¿(\[*_]*(?P<word>\p{L}[\p{L}\p{M}\p{N}’'.-]*)")
_STOPPED = re.compile(r"[.!?。！？؟][\s\"'“”«»’)\]*_]*\Z")
_CASED = frozenset(("Latn", "Cyrl", "Grek", "Armn"))
_CAPITALS = regex.compile(r"\p{Lu}[\p{Lu}\d-]")
"""What begins so has a capital anywhere: SIGTERM received."""
_HEADING = re.compile(r"[A-Z][a-z'’]*(?:,? [A-Za-z'’-]+)+")
_HABIT = 0.95
_THINGS = (
    "formula|syndrome|disease|scale|score|test|method"
    "|procedure|manoeuvre|maneuver|operation|law|effect|reflex|position|sign|classification"
    "|technique|curve|equation|criteria|tube|catheter|needle|institute|hospital|clinic"
)
_EPONYM = re.compile(
    r"(?:(?<=[a-z,;] )|(?<=^The )|(?<=[.!?] The ))"
    r"(?!Patient|Student|Doctor|System|Phase|Control|Vaccine|Monitor|Standard|Test|January|February"
    r"|March|April|June|July|August|September|October|November|December)"
    rf"(?P<name>[A-Z][a-z]{{4,}})(?:['’]s?)? (?:{_THINGS})\b"
)
"""A name and what may be named after it."""
_NAMED = of_words(lambda locale: re.compile(rf"(?:{_THINGS})\b").match)
"""A word for what may be named after somebody."""
_SMALL = re.compile(
    r"(?<![\w-])[а-яёіїєґ]{5,}(?<!ский)(?<!ская)(?<!ское)(?<!ские)(?<!ского)(?<!ской)(?![\w-])"
)
"""A word that is no adjective."""
_DETERMINED = re.compile(
    r"\b(?:[Dd](?:er|ie|as|en|em|es|iese[mnrs]?)|[Kk]ein(?:e[mnrs]?)?|[Ee]in(?:e[mnrs]?)?"
    r"|[Jj]ede[mnrs]?|zweite[mnrs]?|erste[mnrs]?|neue[mnrs]?"
    r"|unsere?[mnrs]?|[Ii]hre?[mnrs]?|seine?[mnrs]?|[Bb]eim|[Zz]u[mr]|[Vv]om|[Ii]m|[Aa]m"
    r"|[Ii]ns) $"
)
"""What stands before a noun, even one that English has as well."""
_SAME = 0.8
_FEW = 2
"""So many exceptions are no habit even in a short article."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Look for nouns with a small letter in the sentences of German translations."""
    if locales.language(unit.locale) != "de":
        yield from _eponyms(unit)
        yield from _days(unit)
        return
    for form, pivot in unit.pairs:
        if form.text.ask(signs) & ADJECTIVE:
            for span in capital_adjectives(form.text, pivot):
                yield _misspelt(form, span, "is an adjective; German writes it with a small letter")
        for start, end in form.text.ask(small_nouns) if _is_prose(pivot) else ():
            word = form.text.value[start:end]
            is_known = is_common(word) or bool(lexicon.said(word, "de"))
            kept = word in words_in(pivot.value) and not (
                is_known and _DETERMINED.search(form.text.value, 0, start)
            )
            if not kept and "\n  " not in pivot.value and "=" not in pivot.value:
                yield _misspelt(form, (start, end), "is a noun; German writes it with a capital")


def _misspelt(form: Form, span: Span, why: str) -> Finding:
    """Report a word whose first letter is a capital and should not be, or the other way round."""
    word = form.text.value[slice(*span)]
    return rule.finding(
        form,
        f"{word} {why}",
        span=span,
        replacement=word.capitalize() if word.islower() else word.lower(),
        related=[pivot_of(form)],
    )


def _named_after(text: Text) -> list["re.Match[str]"]:
    return list(_EPONYM.finditer(text.value))


def _days(unit: Unit) -> Iterator[Finding]:
    """Look for months and weekdays with a capital."""
    for form, pivot in unit.pairs:
        if "\n" in pivot.value or not form.text.ask(signs) & (MONTH | WEEKDAY):
            continue
        for span in capital_days(form.text, pivot):
            yield _misspelt(form, span, "is written with a small letter here")


def _eponyms(unit: Unit) -> Iterator[Finding]:
    """Look for names that things are named after (the Parkland formula) and that begin with a
    small letter in Cyrillic."""
    if locales.script(unit.locale) != "Cyrl":
        return
    for form, pivot in unit.pairs:
        if not pivot.ask(signs) & _NAMED:
            continue
        for hit in pivot.ask(_named_after):
            if hit["name"].lower() in pivot.value:
                continue  # a common noun as well
            for word in _SMALL.finditer(form.text.value):
                if same_name(hit["name"], word[0].capitalize(), pivot.locale, unit.locale) > _SAME:
                    yield rule.finding(
                        form,
                        f"{word[0]} is a name; the pivot has {hit['name']}",
                        span=word.span(),
                        replacement=word[0].capitalize(),
                        related=[pivot_of(form, span=hit.span("name"))],
                    )


@rule.gather
def note_beginnings(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note how the sentences begin whose pivots are sentences that begin with a capital."""
    if locales.script(unit.locale) not in _CASED:
        return
    for form, pivot in unit.pairs:
        if (
            not pivot.ask(sentence)
            or _CAPITALS.match(pivot.value)
            or not (found := _FIRST.match(form.text.ask(prose)))
        ):
            continue
        word = found["word"]
        if form.text.value[found.end("word") : found.end("word") + 2] in ("“-", "»-", '"-', "«-"):
            continue  # „make“-Steuerdatei
        if word[0].isupper() == word[0].islower() or word in pivot.value:
            continue
        if word[1:] != word[1:].lower() or not word.isalpha() or len(word) < 2:
            continue  # mRNA, iPhone, pH, α
        if not _STOPPED.search(form.text.value):
            continue
        yield unit.where.file, fact(form, found.span("word"), word[0].isupper())


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the small letters, unless they are the catalogue's habit."""
    small = [note for note in facts if not note.value]
    if len(small) > max(_FEW, (1 - _HABIT) * len(facts)) or 2 * len(small) > len(facts):
        return
    for note in small:
        yield rule.finding(
            note,
            f"{note.text} begins a sentence with a small letter; the pivot has a capital",
            replacement=note.text[:1].upper() + note.text[1:],
        )


def _is_prose(pivot: Text) -> bool:
    """Say whether a text is a sentence, or a heading of several words."""
    if pivot.ask(sentence):
        return True
    value = pivot.value
    return (
        value[:1].isupper()
        and value.count(" ") >= 3
        and value[-1:].isalpha()
        and _HEADING.fullmatch(value) is not None
    )


def sentence(text: Text) -> bool:
    """Say whether a text is a sentence that begins with a capital: an analyser."""
    value = text.ask(prose)
    found = _FIRST.match(value)
    return bool(
        found and found["word"][0].isupper() and _STOPPED.search(value) and value.count(" ") >= 2
    )
