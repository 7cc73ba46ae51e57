"""Words in a script in which the language is not written: a Cyrillic word in German text."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Form, Related, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lookalikes import rewrite
from sverka.text.scripts import Word, expected, script_of, scripts_in, words_of
from sverka.text.signs import Test, never, of_letters

from ._words import language_name

_ANYWHERE = frozenset({"LATIN", "FULLWIDTH"})


def _own(locale: str) -> frozenset[str]:
    """Return the scripts of a locale; none if they are not known."""
    if not locales.is_locale(locale) or locale == "und":
        return frozenset()
    return expected(locales.script(locale))


def _is_strange_letter(locale: str) -> Test:
    own = _own(locale)
    if not own:
        return never
    usual = own | _ANYWHERE | {""}
    return lambda char: script_of(char) not in usual


rule = Rule(
    __name__,
    family="script",
    severity="error",
    roles=("pivot", "source", "target"),
    yields_to=(
        "name-untranslated",
        "mixed-script",
        "wrong-language",
        "same-as-pivot",
    ),
    needs=here(of_letters(_is_strange_letter)),
)


@rule.check
def find_strangers(unit: Unit) -> Iterator[Finding]:
    """Report runs of words in another script that the pivot does not quote."""
    locale = unit.locale if unit.role != "pivot" else unit.forms[0].where.locale
    own = _own(locale)
    if not own:
        return
    for form in unit.forms:
        if form.text.value.isascii() or form.text.ask(scripts_in) <= own | _ANYWHERE:
            continue
        strangers = [word for word in form.text.ask(words_of) if _is_stranger(word, own)]
        if strangers and form.pivot:
            theirs = expected(locales.script(form.pivot.locale)) or frozenset()
            quoted = {word.text for word in form.pivot.ask(words_of) if word.scripts - theirs}
            strangers = [word for word in strangers if word.text not in quoted]
        for run in _runs(form.text.value, strangers):
            yield _finding(form, unit, run)


def _is_stranger(word: Word, own: frozenset[str]) -> bool:
    if word.scripts <= own:
        return False
    foreign = word.scripts - own - _ANYWHERE
    if not foreign or word.scripts & own:
        return False
    letters = sum(script_of(char) in foreign for char in word.text)
    if letters < (3 if foreign == {"GREEK"} else 1 if foreign == {"CJK"} else 2):
        return False
    return not (own == {"LATIN"} and rewrite(word.text, "LATIN") and letters < 3)


def _runs(value: str, words: list[Word]) -> list[list[Word]]:
    runs: list[list[Word]] = []
    for word in words:
        near = runs and len(value[runs[-1][-1].end : word.start].strip(" .-«»\"“”„'’№,")) == 0
        if near:
            runs[-1].append(word)
        else:
            runs.append([word])
    return runs


def _finding(form: Form, unit: Unit, run: list[Word]) -> Finding:
    span = run[0].start, run[-1].end
    words = form.text.value[span[0] : span[1]]
    script = " and ".join(sorted({s.title() for word in run for s in word.scripts}))
    pasted = unit.source is not None and all(_has(unit.source, word.text) for word in run)
    origin = (
        f"; the source ({language_name(unit.source.locale)}) has the same"
        if pasted and unit.source
        else ""
    )
    certainty: Certainty = "certain" if pasted or unit.role != "pivot" else "possible"
    if unit.role == "pivot" and pasted:
        certainty = "likely"
    elif not pasted and _is_quoted(form.text.value[: span[0]]):
        certainty = "possible"
    related: list[Related] = [pivot_of(form)] if form.pivot else []
    return rule.finding(
        form,
        f"{script} letters in {language_name(form.where.locale)}: {words}{origin}. "
        "Translate or transliterate it",
        span=span,
        related=related,
        severity="warning" if unit.role == "pivot" else None,
        certainty=certainty,
    )


def _is_quoted(before: str) -> bool:
    """Say whether a word that follows `before` is quoted: in brackets, or after «греч.»"""
    return before.count("(") > before.count(")") or re.search(r"[^\W\d]\.\s*$", before) is not None


def _has(text: Text, word: str) -> bool:
    return any(other.text == word for other in text.ask(words_of))
