"""Whether a text denies something."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import prose
from sverka.text.signs import Test, of_words, signs

__all__ = ["DENIAL", "Denial", "denial", "knows", "may_deny", "with_one"]

_BESIDE = regex.compile(
    r"\(\?<?[!=](?:\[[^]]*\]|[^()\[\]]|(?P<nested>\((?:\[[^]]*\]|[^()\[\]]|(?&nested))*\)))*\)"
)
"""What a regular expression says of what must, or must not, stand beside a word."""
_SIMPLE = re.compile(r"(?:\(\?:\|\)|\(\?-i:[\w|]+\)|\[['’]+\]|\\w|\{\d,?\}|[\w*+?])+")
"""A regular expression that fits one word."""


_NEXT = re.compile(r"(?:[ \u00a0](?:be|been|at all|very|so|too))?(?:[ \u00a0][^\s,;.()]+)?")
"""The word after one that denies, which can deny it."""


class Denial(NamedTuple):
    """The words of a text that deny."""

    strong: tuple[tuple[int, int], ...]
    """Spans of words that deny a sentence, apart from idle phrases."""
    any: bool
    """Whether there is anything that can carry a denial."""
    hint: bool
    """Whether there is anything that other languages often render with a denial."""
    only: bool = False
    """Whether a word restricts ("only")."""
    mild: tuple[tuple[int, int], ...] = ()
    """Spans of words such as "without", which a translation cannot do without a denial."""
    apart: bool | None = None
    """Whether anything can carry a denial apart from verbs such as "stop"; None without those."""
    besides: bool = False
    """Whether anything besides such words can carry a denial."""
    verbs: int | None = None
    """How many verbs such as "stop" there are; None where they are not known."""
    undone: bool = False
    """Whether such a verb follows the word that denies: "do not stop"."""


class _Patterns(NamedTuple):
    strong: "regex.Pattern[str]"
    weak: "regex.Pattern[str]"
    idle: "regex.Pattern[str]"
    hint: "regex.Pattern[str]"
    only: "regex.Pattern[str]"
    twice: "regex.Pattern[str]"
    mild: "regex.Pattern[str]"
    verbs: "regex.Pattern[str]"
    with_: "regex.Pattern[str]"


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    path = resources.files("sverka.text.negation") / "words.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=64)
def _patterns(language: str) -> _Patterns | None:
    data = _data().get(language)
    if data is None:
        return None

    def pattern(words: list[str]) -> "regex.Pattern[str]":
        joined = "|".join(sorted(words, key=len, reverse=True)) or "(?!)"
        edges = "" if data.get("han") else r"\b"
        return regex.compile(rf"{edges}(?:{joined}){edges}", regex.IGNORECASE)

    return _Patterns(*(pattern(data.get(name.rstrip("_"), [])) for name in _Patterns._fields))


def knows(locale: str) -> bool:
    """Say whether the negations of a locale's language are known."""
    return locales.language(locale) in _data()


def _denies(locale: str) -> Test | None:
    """Return what tells that a word may deny its sentence; None where nothing can."""
    language = locales.language(locale)
    patterns = _patterns(language)
    data = _data().get(language, {})
    if patterns is None or data.get("han"):
        return None
    words = [_BESIDE.sub("", word) for name in ("strong", "mild") for word in data.get(name, [])]
    if not words or not all(map(_SIMPLE.fullmatch, words)):
        return None
    return regex.compile(rf"\b(?:{'|'.join(words)})\b", regex.IGNORECASE).search


DENIAL = of_words(_denies)
"""A word that may deny its sentence."""


def may_deny(text: Text) -> bool:
    """Say whether `denial` may find words that deny a sentence, at small cost: an analyser."""
    return text.ask(signs) & DENIAL != 0


def denial(text: Text) -> Denial:
    """Find what denies in a text: an analyser. Nothing is found in a language that is not known."""
    patterns = _patterns(locales.language(text.locale))
    if patterns is None:
        return Denial((), False, False)
    value = text.ask(prose)
    strong = _strong(value, patterns) if text.ask(may_deny) else ()
    anything = bool(strong or patterns.weak.search(value) or patterns.strong.search(value))
    hint = anything or bool(patterns.hint.search(value))
    rest = patterns.only.sub("\ufffc", value) if anything else value
    besides = anything
    if rest != value:
        besides = bool(patterns.strong.search(rest) or patterns.weak.search(rest))
    mild = _mild(value, patterns) if not strong and text.ask(may_deny) else ()
    apart, undone = None, False
    verbs: int | None = None
    if "verbs" in _data()[locales.language(text.locale)]:
        bare, verbs = patterns.verbs.subn("\ufffc", value)
        undone = bool(verbs) and len(strong) == 1 and _undone(value, strong[0][1], patterns)
        if verbs and anything:
            apart = bool(patterns.strong.search(bare) or patterns.weak.search(bare))
    return Denial(strong, anything, hint, rest != value, mild, apart, besides, verbs, undone)


def _undone(value: str, end: int, patterns: _Patterns) -> bool:
    after = _NEXT.match(value, end)
    return after is not None and patterns.verbs.search(after[0]) is not None


def with_one(text: Text) -> bool:
    """Say whether a text has a word that stands where "without" should, or none is known."""
    language = locales.language(text.locale)
    patterns = _patterns(language)
    if patterns is None or "with" not in _data()[language]:
        return True
    return patterns.with_.search(text.value) is not None


def _strong(value: str, patterns: _Patterns) -> tuple[tuple[int, int], ...]:
    """Return the spans of words that deny a sentence, apart from idle phrases."""
    if not patterns.strong.search(value):
        return ()
    value = patterns.idle.sub(lambda found: "\ufffc" * len(found[0]), value)
    return tuple(
        found.span()
        for found in patterns.strong.finditer(value)
        if not ((after := _NEXT.match(value, found.end())) and patterns.twice.search(after[0]))
    )


def _mild(value: str, patterns: _Patterns) -> tuple[tuple[int, int], ...]:
    """Return the spans of words such as "without", apart from idle phrases."""
    if not patterns.mild.search(value):
        return ()
    value = patterns.idle.sub(lambda found: "\ufffc" * len(found[0]), value)
    return tuple(found.span() for found in patterns.mild.finditer(value))
