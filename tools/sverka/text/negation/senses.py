"""What a text says is not so: the sense of the word that is denied, and where it is affirmed."""

import re
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Phrases
from sverka.text.prose import prose
from sverka.text.vocabulary import Remembered

from .tables import table

_WINDOW = regex.compile(r"(?:[\s\u00a0]*[^\s,.;:!?—–()«»“”„]+){0,4}")
"""The words after one that denies among which the denied one is."""
_CLAUSE = regex.compile(r"[^,.;:!?—–()]*")
_CAN = "can"
_PLAIN = re.compile(r"[^\W\d_]{2}(?![?*{|])")
_FEW = 2
"""Letters with which a word must begin a sense before it is tried."""
_IDLE = regex.compile(
    r"[\s\u00a0]*(?:(?:be|been|being|have|has|had|yet|always|often|also|even|to|an?|the|any|\w+ly|allowed"
    r"|able|стал[аио]?|стан\w+|мо[гж]\w*|долж\w*|была?|были|было|быть|будут?|следует|всегда|так|ещ[её]|мож\w+|був|була|було|були"
    r"|бути|буде|будуть|завжди|pas|été|jamais|se|le|la|les|l['’]|ha|han|sido|être|est|sont|a|ont|es|son|est[áa]n?"
    r"|debe\w*|pued\w+|peu\w+|doi\w+|un|une|una)[\s\u00a0]+)*",
    regex.IGNORECASE,
)
"""What stands between a word that denies and what it denies."""
_ATTRIBUTE = regex.compile(
    r"[\s\u00a0]+(?:(?:noch|mehr|ganz|sehr)\s)?[a-zäöüß]{4,}e[nmrs]?\s[A-ZÄÖÜ][a-zäöüß]"
)
"""What "nicht" denies before a noun, which other languages say in one word: unsupported feature."""


class Sense(NamedTuple):
    """A word of a known sense."""

    name: str
    span: tuple[int, int]


class _Table(NamedTuple):
    begun: Remembered[tuple[tuple[str, re.Pattern[str]], ...]]
    """The senses of which a word may begin with some letters, and what finds each."""
    every: Phrases
    """Any of them."""


@lru_cache(maxsize=32)
def _table(language: str) -> _Table | None:
    rows = {
        name: [word.replace("_", r"\s") for word in row[language].split()]
        for senses in table("senses").values()
        for name, row in senses.items()
        if language in row
    }
    if not rows:
        return None

    def begun(letters: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        fitting = ((n, [w for w in words if _may_begin(w, letters)]) for n, words in rows.items())
        return tuple([(name, _whole("|".join(words))) for name, words in fitting if words])

    every = Phrases(["|".join(words) for words in rows.values()])
    return _Table(Remembered(begun), every)


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _may_begin(word: str, letters: str) -> bool:
    """Say whether what fits a regular expression may begin with some letters."""
    plain = _PLAIN.match(word)
    return plain is None or plain[0].lower().startswith(letters.lower())


def senses(text: Text) -> tuple[Sense, ...]:
    """Return the words of known senses, in order, each as often as it has senses: an analyser."""
    return _within(text, 0, len(text.value))


def _within(text: Text, start: int, end: int) -> tuple[Sense, ...]:
    """Return the words of known senses that begin in a part of a text."""
    table = _table(locales.language(text.locale))
    if table is None:
        return ()
    value = text.ask(prose)
    return tuple(
        Sense(name, hit.span())
        for hit in takewhile(lambda hit: hit.start() < end, table.every.finditer(value, start))
        for name, pattern in table.begun[hit[0][:_FEW]]
        if pattern.match(value, hit.start())
    )


def has_senses(locale: str) -> bool:
    """Say whether senses are known in a locale's language."""
    return _table(locales.language(locale)) is not None


def is_turned(name: str) -> bool:
    """Say whether translators often turn the denial of a sense into its opposite."""
    return name in table("senses")["turned"]


def denied(text: Text, span: tuple[int, int]) -> frozenset[str]:
    """Return the senses of the word that the one at `span` denies; none if they are not known.

    That is the next word, but for auxiliaries, articles and adverbs. In German it is the only word
    of a known sense in the clause.
    """
    if locales.language(text.locale) == "de":
        if _ATTRIBUTE.match(text.ask(prose), span[1]):
            return frozenset()
        found = _in_clause(text, span)
        return found if len(found) == 1 else frozenset()
    at = denied_at(text, span)
    table = _table(locales.language(text.locale))
    value = text.ask(prose)
    if table is None:
        return frozenset()
    return frozenset(
        {n for n, one in table.begun[value[at : at + _FEW]] if one.match(value, at)} - {_CAN}
    )


def denied_at(text: Text, span: tuple[int, int]) -> int:
    """Return where the word begins that the one at `span` denies; -1 in German."""
    if locales.language(text.locale) == "de":
        return -1
    found = _IDLE.match(text.ask(prose), span[1])
    return found.end() if found else -1


def may_be_denied(text: Text, span: tuple[int, int]) -> frozenset[str]:
    """Return the senses that the word at `span` may deny: of the words next to it, or else of its
    clause."""
    value = text.ask(prose)
    window = _WINDOW.match(value, span[1])
    end = window.end() if window else span[1]
    found = {sense.name for sense in _within(text, span[1], end)} - {_CAN}
    return frozenset(found) or _in_clause(text, span)


def _in_clause(text: Text, span: tuple[int, int]) -> frozenset[str]:
    value = text.ask(prose)
    start = max(value.rfind(mark, 0, span[0]) for mark in ",.;:!?—–()") + 1
    clause = _CLAUSE.match(value, span[1])
    end = clause.end() if clause else span[1]
    return frozenset({sense.name for sense in _within(text, start, end)} - {_CAN})
