"""Scripts of letters and words, by the names of the Unicode Character Database."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

import regex

from .analysis import Text
from .prose import HOLE
from .signs import of_chars, signs
from .wording import wording

_SCRIPTS = {
    "Arab": {"ARABIC"},
    "Armn": {"ARMENIAN"},
    "Beng": {"BENGALI"},
    "Cyrl": {"CYRILLIC"},
    "Deva": {"DEVANAGARI"},
    "Ethi": {"ETHIOPIC"},
    "Geor": {"GEORGIAN"},
    "Grek": {"GREEK"},
    "Hans": {"CJK", "BOPOMOFO"},
    "Hant": {"CJK", "BOPOMOFO"},
    "Hebr": {"HEBREW"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA"},
    "Kore": {"HANGUL", "CJK"},
    "Latn": {"LATIN"},
    "Thai": {"THAI"},
}
_ALIASES = {
    "HALFWIDTH": "KATAKANA",
    "KATAKANA-HIRAGANA": "KATAKANA",
    "IDEOGRAPHIC": "CJK",
    "VERTICAL": "CJK",
}
_UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}ー"
WORD = regex.compile(rf"[{_UNSPACED}]+|[[\p{{L}}\p{{M}}\p{{N}}]--[{_UNSPACED}]]+", flags=regex.V1)
_MARKUP = regex.compile(
    r"""
      %{1,2}[0-9A-F][0-9A-F](?![A-Za-z])
    | (?<!\d)%[-+#0]*(?:\d+\$)?[-+#0]*(?:\d+|\*)?(?:\.\d+|\.\*)?
      (?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGcsSpn]
    | %\([^()\s]*\)[-+#0-9.]*[A-Za-z] | \\[A-Za-z] | &\#?\w+; | </?[A-Za-z][^<>@]*>
    | [$%]?\{[^{}\s]*\}
    """,
    regex.VERBOSE,
)
_MARKED = of_chars(frozenset("%\\&<{").__contains__)
"""Without one of these there is no markup."""


class Word(NamedTuple):
    """A run of letters and digits; hyphens and apostrophes separate words."""

    text: str
    start: int
    end: int
    scripts: frozenset[str]
    """The scripts of its letters."""


@lru_cache(maxsize=8192)
def script_of(char: str) -> str:
    """Return the script of a letter (`LATIN`, `CYRILLIC`, `CJK`, …), "" for anything else.

    Fullwidth forms of Latin letters are a script of their own, `FULLWIDTH`; the micro, ohm and
    ångström signs, which belong to units, have none.
    """
    if char in "µΩÅ" or not unicodedata.category(char).startswith("L"):
        return ""
    name = unicodedata.name(char, "").partition(" ")[0]
    if char in "ªº" or name == "MODIFIER":
        return ""
    return _ALIASES.get(name, name)


@lru_cache(maxsize=65536)
def scripts_of(word: str) -> frozenset[str]:
    """Return the scripts of a word's letters."""
    return frozenset(script for char in word if (script := script_of(char)))


def scripts_in(text: Text) -> frozenset[str]:
    """Return the scripts of all letters of a text. An analyser of `Text.ask`."""
    return frozenset(map(script_of, frozenset(text.value))) - {""}


def words_of(text: Text) -> tuple[Word, ...]:
    """Return the words of a text's prose. An analyser of `Text.ask`."""
    return _words(text.ask(wording))


def letters_of(text: Text) -> tuple[Word, ...]:
    """Return the words of a text, of code and addresses too, but not of markup and placeholders.

    An analyser of `Text.ask`.
    """
    return _words(_without_markup(text))


def spellings_of(text: Text) -> frozenset[str]:
    """Return the different words of `letters_of`. An analyser of `Text.ask`."""
    return frozenset(WORD.findall(_without_markup(text)))


def _without_markup(text: Text) -> str:
    if not text.ask(signs) & _MARKED:
        return text.value
    return _MARKUP.sub(lambda found: HOLE * len(found[0]), text.value)


def _words(value: str) -> tuple[Word, ...]:
    return tuple(
        [
            Word(word := found[0], found.start(), found.end(), scripts_of(word))
            for found in WORD.finditer(value)
        ]
    )


def expected(script: str) -> frozenset[str]:
    """Return the scripts in which words of a language with this ISO 15924 code are written."""
    return frozenset(_SCRIPTS.get(script, ()))


def letter_name(char: str) -> str:
    """Name a character exactly: `С (U+0421 CYRILLIC CAPITAL LETTER ES)`."""
    return f"{char} (U+{ord(char):04X} {unicodedata.name(char, 'UNNAMED')})"
