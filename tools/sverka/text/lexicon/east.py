"""Which words of an English text Chinese, Japanese and Arabic translations have a word for.

`data/east.tsv` has a concept a row: its field (concepts of one field exclude each other; "-" for
none; "?" for what translations leave out as they please), English words (from five letters on, the
beginnings of words, but for those with a "$"), Chinese characters in their simplified form with
Japanese kana, and what Arabic words hold. After "~": what renders the concept, but means other
things as well.
"""

import re
from collections import defaultdict
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.hanzi import simplified
from sverka.text.numbers.lexicon import bare
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words
from sverka.text.vocabulary import Remembered

_WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*[A-Za-z]")
_BEGINNING = 5
"""Letters from which on a word stands for all that begin with it."""
_LANGUAGES = {"zh": 2, "ja": 2, "ar": 3}
"""Language → its column."""
_GLUED = "[وفبلكسيتناا]{0,4}"
_BEFORE, _AFTER = "(?:[وفبلك]{0,2}(?:ال)?|لل)", r"\w{0,3}(?!\w)"


def _may_exclude(locale: str) -> Test | None:
    language = locales.language(locale)
    if language in _LANGUAGES:
        return None
    known = _words()
    return (lambda word: any(map(field, known[word]))) if language == "en" else never


class Said(NamedTuple):
    """A word of an English text that the table knows."""

    start: int
    end: int
    rows: tuple[int, ...]


class Row(NamedTuple):
    """A concept in one language."""

    any: "re.Pattern[str]"
    """What may render it."""
    sure: "re.Pattern[str]"
    """What renders nothing else."""


@lru_cache(maxsize=1)
def _rows() -> tuple[tuple[str, ...], ...]:
    path = resources.files("sverka.text") / "data/east.tsv"
    return tuple(tuple(line.split("\t")) for line in path.read_text("utf-8").splitlines()[1:])


def knows(locale: str) -> bool:
    """Say whether the table has the language of a locale."""
    return locales.language(locale) in _LANGUAGES


def field(row: int) -> str:
    """Return the field of a concept, "" if it excludes no other."""
    return _rows()[row][0].strip("-?")


def is_vague(said: Said) -> bool:
    """Say whether a translation may as well have no word for a word."""
    return any(_rows()[number][0] == "?" for number in said.rows)


@lru_cache(maxsize=1)
def _fields() -> dict[str, tuple[int, ...]]:
    found = defaultdict(list)
    for number, row in enumerate(_rows()):
        found[row[0]].append(number)
    for name in "-?":
        found.pop(name)
    return {name: tuple(numbers) for name, numbers in found.items()}


@lru_cache(maxsize=1)
def _words() -> Remembered[tuple[int, ...]]:
    exact: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(_rows()):
        for word in row[1].split():
            exact[word].append(number)

    def rows_of(word: str) -> tuple[int, ...]:
        low = word.lower().removesuffix("'s").removesuffix("’s")
        keys = (low, f"{low}$", *(low[:end] for end in range(_BEGINNING, len(low))))
        return tuple(dict.fromkeys(n for key in keys for n in exact.get(key, ())))

    return Remembered(rows_of)


def english(text: Text) -> tuple[Said, ...]:
    """Return the words of an English text that the table knows: an analyser."""
    known = _words()
    return tuple(
        Said(*hit.span(), rows)
        for hit in _WORD.finditer(text.ask(prose))
        if (rows := known[hit[0]])
    )


def wording(text: Text) -> str:
    """Return a text, of the same length but for Arabic, as the table spells it.

    An analyser.
    """
    value = text.value
    return bare(value) if locales.language(text.locale) == "ar" else simplified(value)


EAST = of_words(_may_exclude)
"""A word of an English text whose concept excludes others; any Chinese, Japanese, Arabic text."""


@lru_cache(maxsize=2048)
def row(number: int, language: str) -> Row:
    """Return what finds a concept in a text of a language."""
    cell = _rows()[number][_LANGUAGES[language]]
    sure, _, doubtful = cell.partition("~")
    every = [*sure.split(), *doubtful.split()]
    if language != "ar":
        return Row(re.compile("|".join(every)), re.compile("|".join(sure.split()) or "(?!)"))
    stems, sures = ([re.escape(bare(stem)) for stem in found] for found in (every, sure.split()))
    return Row(
        re.compile(rf"(?<!\w){_GLUED}(?:{'|'.join(stems)})"),
        re.compile(rf"(?<!\w){_BEFORE}(?:{'|'.join(sures) or '(?!)'}){_AFTER}"),
    )


@lru_cache(maxsize=2)
def _stems(language: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, cells in enumerate(_rows()):
        for stem in cells[_LANGUAGES[language]].replace("~", "").split():
            found[stem].add(number)
    return {stem: frozenset(rows) for stem, rows in found.items()}


def stems_in(text: Text, start: int, end: int) -> list[frozenset[int]]:
    """Return what each word or character that the table knows can mean in a part of a Chinese or
    Japanese text, the longer ones for those in them."""
    part = text.ask(wording)[start:end]
    here = [stem for stem in _stems(locales.language(text.locale)) if stem in part]
    rows = _stems(locales.language(text.locale))
    return [rows[stem] for stem in here if not any(stem in o and stem != o for o in here)]


def covers(said: Said, target: Text) -> bool:
    """Say whether a translation has what may render a word."""
    language, value = locales.language(target.locale), target.ask(wording)
    return any(row(number, language).any.search(value) for number in said.rows)


def mixed(pivot: Text, target: Text) -> tuple[Said, str, str] | None:
    """Return a word of the pivot without counterpart, what of its field stands in the translation,
    and the English word for that; None if there is no such pair, or more than one."""
    said = pivot.ask(english)
    language, value = locales.language(target.locale), target.ask(wording)
    there = {number for one in said for number in one.rows}
    for name, members in _fields().items():
        if there.isdisjoint(members):
            continue
        lost = {
            one.rows: one
            for one in said
            if any(field(number) == name for number in one.rows) and not covers(one, target)
        }
        if len(lost) != 1:
            continue
        new = [
            (number, hit)
            for number in members
            if number not in there and (hit := row(number, language).sure.search(value))
        ]
        if len(new) == 1:
            number, hit = new[0]
            return next(iter(lost.values())), hit[0], _rows()[number][1].split()[0]
    return None
