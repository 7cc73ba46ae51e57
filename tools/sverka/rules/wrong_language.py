"""Translations that are written in another language than their file's."""

import re
from collections.abc import Iterator
from functools import cache

import regex

from sverka.review import CatalogueFile, Fact, Finding, Related, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import here
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.exonyms import EXONYM, left_names
from sverka.text.german import small_after_articles
from sverka.text.languages import function_words, identify, prose, tells_apart
from sverka.text.languages.evidence import (
    STRANGE,
    STRANGE_LETTER,
    foreign_letters,
    is_chinese,
    letters,
    may_be_foreign,
    own_scripts,
    words_of,
)
from sverka.text.languages.left_words import LEFT
from sverka.text.languages.prose import without_code
from sverka.text.lexicon import pool
from sverka.text.sentences import sentences
from sverka.text.signs import Test, never, of_pieces, of_words, pieces_with, signs

from ._intruders import intruder
from ._left import left_words
from ._relatives import lone_word
from ._translations import pairs

_SMALL = re.compile(
    r"(?<!\w)(?:d(?:as|er|ie|en|em|es)|(?:k|m|s|d)?ein(?:e|en|em|er|es)?|(?:[Ii]hr|unser)(?:e|en|em|er|es)?"
    r"|[iv][mo][ms]?|zu[mr]|beim|ins?) ([a-z]{4,} [a-z]{4,})(?=[\s,;:!?]|\.(?!\w))"
)
"""An article, and two words of which neither can be a German noun."""


def _may_have_a_noun_left(locale: str) -> Test:
    if locales.language(locale) == "de":
        return re.compile(r"[a-z]{4}").search
    return never


@cache
def _foreign_words(pivot: str, own: str) -> frozenset[str]:
    return function_words(pivot) - function_words(own)


@cache
def _only(pivot: str, own: str) -> frozenset[str]:
    """Return the function words of a language that are none of another one."""
    words = _foreign_words(pivot, own)
    return frozenset(word for word in words if len(word) > 2 and word not in _SHARED)


def _may_have_a_phrase_left(locale: str) -> Test:
    own = locales.language(locale)
    return _only("en", own).__contains__ if "Latn" in own_scripts(locale) else never


_SHARED = frozenset(
    ("out", "off", "over", "down", "all", "men", "war", "die", "her", "for", "has", "was")
)
"""Function words that may stand in names and commands, or in another language."""
_LEFT_NOUN = of_pieces(_may_have_a_noun_left)
_LEFT_PHRASE = of_words(_may_have_a_phrase_left)

rule = Rule(
    __name__,
    family="state",
    severity="error",
    certainty="likely",
    roles=("source", "target"),
    needs=here(STRANGE | STRANGE_LETTER | _LEFT_NOUN | _LEFT_PHRASE | LEFT | EXONYM),
)

_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "cs": "Czech", "da": "Danish",
    "de": "German", "el": "Greek", "en": "English", "es": "Spanish", "fa": "Persian",
    "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "kk": "Kazakh", "ko": "Korean",
    "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "sr": "Serbian", "sv": "Swedish", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian",
    "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


_QUOTED = re.compile(
    r"«[^«»]*»|„[^„“”]*[“”]|“[^“”]*”|\"[^\"]*\"|「[^「」]*」|『[^『』]*』|《[^《》]*》|_[^_\n]+_|\([^()]*\)"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_CHINESE = re.compile("[是你您我們這個嗎說與們还]")
_LEFT = 4
"""So many words of the pivot in a row are no name, nor a common phrase."""
_LETTERS = r"[\u0370-\u06ff\u0900-\u0dff\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]"
_BETWEEN = re.compile(rf"(?<={_LETTERS} )([a-z]{{3,}})(?= {_LETTERS})")
_ROW = re.compile(r"(?:[A-Za-zÀ-ɏ'’-]+ ){2}[A-Za-zÀ-ɏ]")
_WIDE = frozenset(("Hani", "Hira", "Kana", "Hang"))
_KEYWORDS = frozenset(("for", "while", "with", "from", "not"))
"""Words of programs, which stand so in Chinese and Japanese."""
_THREE = regex.compile(r"(?<![\w'’.-])([a-z]{3,} [a-z]{3,} [a-z]{3,})(?![\w'’(=-])")
_LOOP = re.compile(r"\b(?:do|then)\b.*;\s?(?:done|fi)\b", re.DOTALL)
"""A command of a shell."""
_COMMENTS = ("//", "#", "/*", "--")
_LINK = re.compile(r"\[[^]]*\](?=[(\[])")
_QUOTES = frozenset('«„“"「『《_(')


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Ask for the language of each form, then of its sentences."""
    own = locales.language(unit.locale)
    pivot = locales.language(unit.background.pivot)
    if own == pivot:
        return
    for form, source in unit.pairs:
        if pivot == "en" and form.text.ask(signs) & EXONYM:
            yield from _names(form, source)
        left = _noun(form.text, source) or _phrase(form.text, source, pivot)
        alone = None if left else intruder(form.text, source, _unquoted)
        if not left and not alone and not _may_be_told(form.text):
            continue
        if _same(form.text, source) or (unit.source and _same(form.text, unit.source)):
            continue
        found = _sentences(form)
        if found:
            yield from found
        elif whole := judge(_without_quotations(form.text)):
            yield _finding(form, *whole)
        elif (
            copied := _copied(form.text, source, pivot) or _stray(form.text, source, pivot) or left
        ):
            words = form.text.value[slice(*copied)]
            message = f"“{words}” was left in {_NAMES.get(pivot, pivot)}"
            yield rule.finding(form, message, span=copied, related=[pivot_of(form)])
        elif alone:
            yield _intruder(form, pivot, *alone)
        elif lone := lone_word(form.text, _unquoted(form.text.value) or "", source):
            yield _intruder(form, pivot, lone, False)


def _names(form: Form, source: Text) -> Iterator[Finding]:
    """Report the English names of places, peoples, months and weekdays."""
    for span, own in left_names(form.text, source, _unquoted(form.text.value)):
        word = form.text.value[slice(*span)]
        remedy = f"; {own} is its name here" if own else ""
        yield rule.finding(
            form, f"“{word}” was left in English{remedy}", span=span, related=[pivot_of(form)]
        )


def _intruder(form: Form, pivot: str, span: tuple[int, int], left: bool) -> Finding:
    words, own = form.text.value[slice(*span)], locales.language(form.text.locale)
    message = (
        f"“{words}” was left in {_NAMES.get(pivot, pivot)}"
        if left
        else f"“{words}” is no word of {_NAMES.get(own, own)}"
    )
    return rule.finding(form, message, span=span, related=[pivot_of(form)])


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Look for single words of the pivot in a catalogue of another script that has few of them."""
    pivot = locales.language(file.background.pivot)
    for pair, span in left_words(pairs(file)):
        words = pair.target.value[slice(*span)]
        there = Related(file.place(pair.entry, pair.field), pair.pivot.value, "pivot")
        yield rule.finding(
            Fact(file.place(pair.entry, "msgstr", pair.plural), span, words),
            f"“{words}” was left in {_NAMES.get(pivot, pivot)}",
            related=[there],
            form=words,
        )


def _may_be_told(text: Text) -> bool:
    """Say whether what is foreign in a text can be told: in one of another script than Latin that
    has strange words in Latin letters only, three of them in a row or one between its own."""
    if not text.ask(may_be_foreign):
        return False
    own = own_scripts(text.locale)
    if "Latn" in own or text.ask(signs) & STRANGE_LETTER:
        return True
    if not all(map(str.isascii, pieces_with(text, STRANGE))) or _BETWEEN.search(text.value):
        return True
    plain = _without_quotations(text)
    return _ROW.search(" ".join(plain.ask(prose).words)) is not None or not any(
        map(plain.ask(letters).get, own)
    )


def _copied(text: Text, source: Text, pivot: str) -> tuple[int, int] | None:
    """Return the span of words of the pivot, four and more in a row, that were left as they are."""
    known = _foreign_words(pivot, locales.language(text.locale))
    if known.isdisjoint(_WORD.findall(text.value)):
        return None
    least = 2 if "Latn" in own_scripts(text.locale) else 1
    prose = _LINK.sub(" ", without_code(text.value))
    plain = _without_quotations(Text(prose, text.locale)).value
    words = list(_WORD.finditer(text.value if len(plain) != len(text.value) else plain))
    there = f" {' '.join(_WORD.findall(source.value))} "
    for first in range(len(words) - _LEFT + 1):
        last = first + _LEFT
        if not _told([w[0] for w in words[first:last]], known, least, plain, there):
            continue
        while last < len(words) and f" {' '.join(w[0] for w in words[first : last + 1])} " in there:
            last += 1
        return words[first].start(), words[last - 1].end()
    return None


def _stray(text: Text, source: Text, pivot: str) -> tuple[int, int] | None:
    """Return the span of one function word of the pivot between words of another script."""
    if locales.script(pivot) != "Latn" or "Latn" in own_scripts(text.locale):
        return None
    plain = _without_quotations(Text(without_code(text.value), text.locale)).value
    if len(plain) != len(text.value):
        return None
    for hit in _BETWEEN.finditer(plain):
        if hit[1] in _KEYWORDS and not _WIDE.isdisjoint(own_scripts(text.locale)):
            continue
        if hit[1] in function_words(pivot) and hit[1] in source.value.split():
            return hit.span(1)
    return None


def _noun(text: Text, source: Text) -> tuple[int, int] | None:
    """Return the span of two words of the pivot after a German article, or of an English one that
    ends as no adjective does, as no German noun is without a capital."""
    if locales.language(text.locale) != "de":
        return None
    if source.value.lstrip().startswith(_COMMENTS):
        return None
    small = text.ask(small_after_articles)
    if not small and not _SMALL.search(text.value):
        return None
    there = f" {' '.join(_WORD.findall(without_code(source.value)))} "
    plain = _unquoted(text.value)
    if plain is None:
        return None
    known = [span for span in small if Text(plain[slice(*span)], "en").ask(pool)]
    spans = [*(hit.span(1) for hit in _SMALL.finditer(plain)), *known]
    return next((span for span in spans if f" {plain[slice(*span)]} " in there), None)


def _unquoted(value: str) -> str | None:
    """Return a text with spaces for code, quotations and words of links, None if it cannot be."""
    plain = without_code(value)
    for pattern in (_LINK, _QUOTED):
        plain = pattern.sub(lambda found: " " * len(found[0]), plain)
    return plain if len(plain) == len(value) else None


def _phrase(text: Text, source: Text, pivot: str) -> tuple[int, int] | None:
    """Return the span of three small words of the pivot in a row, one of them a function word."""
    if pivot != "en" or not text.ask(signs) & _LEFT_PHRASE:
        return None
    if source.value.lstrip().startswith(_COMMENTS):
        return None
    known = _only(pivot, locales.language(text.locale))
    there = f" {' '.join(_WORD.findall(without_code(source.value)))} "
    plain = _unquoted(text.value)
    if plain is None:
        return None
    for hit in _THREE.finditer(plain, overlapped=True):
        if f" {hit[1]} " in there and not known.isdisjoint(hit[1].split()):
            return hit.span(1)
    return None


def _told(run: list[str], known: frozenset[str], least: int, plain: str, there: str) -> bool:
    """Say whether words stand in a row in both texts, and some of them show their language."""
    joined = " ".join(run)
    return (
        sum(word in known and len(word) > 1 for word in run) >= least
        and all(map(str.islower, run[1:]))
        and f" {joined} " in there
        and joined in plain
    )


def _same(text: Text, other: Text) -> bool:
    """Say whether two texts are the same, white space apart."""
    here, there = text.value, other.value
    starts = here[:1] == there[:1] or here[:1].isspace() or there[:1].isspace()
    return starts and here.split() == there.split()


def _sentences(form: Form) -> list[Finding]:
    """Report single sentences in another language, if others are in the text's own."""
    found: list[Finding] = []
    spans = form.text.ask(sentences)
    if len(spans) < 2:
        return found
    plain = without_code(form.text.value)
    for span in spans:
        sentence = Text(plain[span[0] : span[1]], form.text.locale)
        if not sentence.ask(may_be_foreign):
            continue
        verdict = judge(_without_quotations(sentence))
        if verdict and verdict[1] != "possible" and len(sentence.ask(prose).words) >= 4:
            found.append(_finding(form, verdict[0], "likely", span))
    return found if len(found) < len(spans) else []


def _without_quotations(text: Text) -> Text:
    """Leave out what is quoted, unless everything is."""
    if _QUOTES.isdisjoint(text.value):
        return text
    rest = _QUOTED.sub(" ", text.value)
    if rest == text.value:
        return text
    return Text(rest, text.locale) if len(rest.split()) >= 2 else text


def _finding(
    form: Form, language: str, certainty: Certainty, span: tuple[int, int] | None = None
) -> Finding:
    wanted = _NAMES.get(locales.language(form.text.locale), form.text.locale)
    what = "this sentence is" if span else "this is"
    message = f"{what} {_NAMES.get(language, language)}, not {wanted}"
    return rule.finding(form, message, span=span, certainty=certainty, form=language)


def judge(text: Text) -> tuple[str, Certainty] | None:
    """Return the language of a text and how sure that is, if it is not that of its locale."""
    words, codelike = text.ask(prose)
    own = locales.language(text.locale)
    scripts = text.ask(letters)
    total = sum(scripts.values())
    if total < 4 or codelike > len(words) / 4 or _LOOP.search(text.value):
        return None
    mine = sum([scripts.get(script, 0) for script in own_scripts(text.locale)])
    if 0 < mine < total / 2 and own != "zh":
        return None
    verdict = text.ask(identify)
    if mine == 0:
        return _other_script(text, verdict.language, verdict.certain)
    if verdict.language == "ja" and own == "zh":
        return ("ja", "likely") if scripts["Kana"] > total / 4 else None
    if mine < total / 2:
        return None
    if verdict.language in (None, own):
        relative = foreign_letters(text)
        return (relative, "likely") if relative else None
    other = verdict.language
    assert other is not None
    if not tells_apart(own, other) or not _is_known(own):
        return None
    if not set(own_scripts(other)) & set(own_scripts(text.locale)):
        return None
    if other == "zh":
        return (other, "likely") if total >= 12 and (own != "ja" or _chinese(text)) else None
    ours = _foreign_words(own, other)
    against = [word for word in words if word.lower() in ours]
    only = words_of(text, other)
    if len(only) >= 3 and len(only) > 2 * len(against):
        return other, "certain" if len(only) >= 5 and not against else "likely"
    return (other, "likely") if foreign_letters(text) == other else None


def _chinese(text: Text) -> bool:
    """Say whether a text without kana has what only Chinese has; Japanese names may have none."""
    return any(map(is_chinese, text.value))


def _other_script(text: Text, language: str | None, certain: bool) -> tuple[str, Certainty] | None:
    """Judge a text without a letter of its locale's script."""
    words, _ = text.ask(prose)
    plain = [word for word in words if word.islower() and len(word) > 1]
    if language is None or language == locales.language(text.locale):
        return None
    if certain or len(plain) >= 3:
        return language, "certain" if certain and len(words) >= 4 else "likely"
    return None


def _is_known(language: str) -> bool:
    return bool(function_words(language)) or language in ("zh", "ja", "ko", "th")
