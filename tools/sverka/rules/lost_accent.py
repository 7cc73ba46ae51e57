"""Words without their accents, dots or apostrophe: hopital, tambien, Arzte, здоровя."""

import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

import regex

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words

_WORD = regex.compile(r"(?<![\w.@/-])\p{L}+(?![\w@/’'-]|\.\w)")
_PARTS = regex.compile("['’ʼ]")
_ENDING = regex.compile(r"\p{Ll}{3,}(?:c|s)ion")
"""What has an accent in Spanish."""
_HABIT = 3
"""More such words are the manner of a file, which does without accents."""


@lru_cache(maxsize=16)
def _words(language: str) -> dict[str, str]:
    path = resources.files("sverka.text") / "data/lost_accents.toml"
    row = tomllib.loads(path.read_text("utf-8")).get(language, "")
    pairs = (pair.partition("=") for pair in row.split())
    return {wrong: right for wrong, _, right in pairs}


def _right(word: str, language: str) -> str | None:
    """Return a word with its accents, None if it has none, or has them."""
    words = _words(language)
    if right := words.get(word):
        return right
    if right := words.get(word.lower()):
        return right.capitalize() if word[1:].islower() and right[0].isascii() else None
    if language == "es" and word[-1:] == "n" and _ENDING.fullmatch(word):
        return word[:-2] + "ón"
    return None


def _lost(locale: str) -> Test:
    language = locales.language(locale)
    if not _words(language):
        return never

    def lost(token: str) -> bool:
        if token.isalpha():
            return _right(token, language) is not None
        return any(_right(word, language) for word in _PARTS.split(token))

    return lost


rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=here(of_words(_lost)),
)


@rule.gather
def note_words(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note words without their accents that the pivot does not have."""
    language = locales.language(unit.locale)
    for form, pivot in unit.pairs:
        for found in _WORD.finditer(form.text.ask(prose)):
            right = _right(found[0], language)
            if right and found[0].lower() not in pivot.value.lower():
                yield unit.where.file, fact(form, found.span(), right)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the words, unless they are the file's manner."""
    if len(facts) > _HABIT:
        return
    for note in facts:
        yield rule.finding(
            note, f"{note.text} is written {note.value}", replacement=str(note.value), safe=False
        )
