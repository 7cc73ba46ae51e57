"""Whether a text denies something."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Glance, Phrases
from sverka.text.prose import prose
from sverka.text.signs import Test, hits, of_words, signs, starts

from .idioms import beginnings, is_idiom
from .tables import table

__all__ = ["DENIAL", "Denial", "denial", "denials", "knows", "may_deny", "with_one"]

Spans = tuple[tuple[int, int], ...]
T = TypeVar("T")

_BESIDE = regex.compile(
    r"\(\?<?[!=](?:\[[^]]*\]|[^()\[\]]|(?P<nested>\((?:\[[^]]*\]|[^()\[\]]|(?&nested))*\)))*\)"
)
"""What a regular expression says of what must, or must not, stand beside a word."""
_EMPTY = regex.compile(r"\(\?:(?:\||(?R))*\)")
"""A group of which nothing is left without that."""
_SIMPLE = re.compile(r"(?:\(\?-i:[\w|]+\)|\[['’]+\]|\\w|\{\d,?\}|[\w*+?])+")
"""A regular expression that fits one word."""


_NEXT = re.compile(
    r"(?:[ \u00a0](?:be|been|at all|very|so|too|(?:want|wish|intend|plan|try|need|have|going) to))?"
    r"(?:[ \u00a0][^\s,;.()]+)?"
)
"""The word after one that denies, which can deny it."""


_NEAR = 100
"""How far, in code points, an idle phrase may reach from the word that denies."""
_BESIDE_IT = 16
"""How far, in code points, a verb stands from the word that denies it."""


class _once(Generic[T]):  # noqa: N801 - a decorator
    """A property that is found out when it is first asked for: without a lock, unlike the standard
    library's, which costs more than most answers."""

    def __init__(self, find: Callable[[Any], T]) -> None:
        self._find = find
        self._name = find.__name__

    def __get__(self, one: Any, owner: type) -> T:
        found = one.__dict__[self._name] = self._find(one)
        return found


class _Patterns(NamedTuple):
    strong: Phrases
    weak: Phrases
    idle: Phrases
    hint: Phrases
    only: Phrases
    twice: Phrases
    mild: Phrases
    verbs: Phrases
    with_: Phrases
    may: Phrases


_BITS = {name: 1 << place for place, name in enumerate(_Patterns._fields)}
_IDIOM = 1 << len(_BITS)


class Denial:
    """The words of a text that deny. Each answer is found out when it is first asked for."""

    def __init__(self, text: Text) -> None:
        # The text keeps this, and must not be kept by it: such a circle is freed late.
        self._language = locales.language(text.locale)
        self._value = text.ask(prose)
        self._patterns = _patterns(self._language)
        self._has_verbs = "verbs" in table("words").get(self._language, {})
        self._starts = _starts(text, self._value)

    @_once
    def _begun(self) -> int:
        """The lists of phrases that may have one here, as bits; `_IDIOM`, if an idiom may begin."""
        return _glance(self._language).begun(self._value)

    def _has(self, name: str) -> bool:
        """Say whether there is a phrase of a list."""
        if self._patterns is None or not self._begun & _BITS[name]:
            return False
        phrases: Phrases = getattr(self._patterns, name)
        return phrases.search(self._value) is not None

    @_once
    def _outright(self) -> "tuple[regex.Match[str], ...]":
        """Words that deny a sentence, in idle phrases or not."""
        if not self._patterns or self._starts == []:
            return ()
        return tuple(hits(self._patterns.strong.pattern, self._value, self._starts))

    @_once
    def strong(self) -> Spans:
        """Spans of words that deny a sentence, apart from idle phrases."""
        spans = self._outside_idle(self._outright)
        if not spans or not self._begun & _IDIOM:
            return spans
        return tuple([at for at in spans if not is_idiom(self._value, at, self._language)])

    def _outside_idle(self, found: "tuple[regex.Match[str], ...]") -> Spans:
        """Return the spans of words that deny a sentence, apart from idle phrases."""
        value, patterns = self._value, self._patterns
        if not found or patterns is None:
            return ()
        if self._begun & _BITS["idle"]:
            first, last = max(0, found[0].start() - _NEAR), found[-1].end() + _NEAR
            rest = patterns.idle.blanked(value, first, last)
            if rest != value:
                value, found = rest, tuple(hits(patterns.strong.pattern, rest, self._starts))
        return tuple([hit.span() for hit in found if not _is_twice(value, hit.end(), patterns)])

    @_once
    def mild(self) -> Spans:
        """Spans of words such as "without", which a translation cannot do without a denial."""
        if self.strong or not self._patterns or self._starts == []:
            return ()
        if self._outright:
            return ()  # "not without"
        return _mild(self._value, self._patterns, self._starts)

    @_once
    def any(self) -> bool:
        """Whether there is anything that can carry a denial."""
        patterns = self._patterns
        if patterns is None:
            return False
        return bool(self._outright) or self._has("weak")

    @_once
    def hint(self) -> bool:
        """Whether there is anything that other languages often render with a denial."""
        return self.any or self._has("hint")

    @_once
    def only(self) -> bool:
        """Whether a word restricts ("only")."""
        return self.any and self._has("only")

    @_once
    def besides(self) -> bool:
        """Whether anything besides such words can carry a denial."""
        if not self.only or not self._patterns:
            return self.any
        return self._is_in(self._patterns.only.blanked(self._value))

    def without(self, start: int = 0) -> bool:
        """Say whether there is a word such as "without" from some place on."""
        if not self._patterns or self._starts == []:
            return False
        found = hits(self._patterns.mild.pattern, self._value, self._starts)
        return any(hit.start() >= start for hit in found)

    @_once
    def but_without(self) -> bool:
        """Whether anything besides such words can carry a denial."""
        if not self._patterns or not self.any:
            return False
        return self._is_in(self._patterns.mild.blanked(self._value))

    def weak(self, *apart: tuple[int, int]) -> Spans:
        """Return the spans of words that can carry a denial, apart from those that meet others."""
        found = {hit.span() for hit in self._outright}
        if self._patterns and self._begun & _BITS["weak"]:
            found.update([hit.span() for hit in self._patterns.weak.finditer(self._value)])
        return tuple(sorted(s for s in found if all(s[1] <= a or s[0] >= b for a, b in apart)))

    @_once
    def verbs(self) -> int | None:
        """How many verbs such as "stop" there are; None where they are not known."""
        if not self._patterns or not self._has_verbs:
            return None
        if not self._begun & _BITS["verbs"]:
            return 0
        return len(list(self._patterns.verbs.finditer(self._value)))

    @_once
    def may(self) -> bool:
        """Whether a verb says what one can do, or is allowed to do."""
        return self._has("may")

    @_once
    def permissions(self) -> Spans:
        """Spans of such verbs."""
        if not self._patterns:
            return ()
        return tuple([hit.span() for hit in self._patterns.may.finditer(self._value)])

    @_once
    def may_not(self) -> bool:
        """Whether such a verb stands beside the one word that denies."""
        if len(self.strong) != 1 or not self._patterns:
            return False
        start, end = self.strong[0]
        near = self._value[max(0, start - _BESIDE_IT) : end + _BESIDE_IT]
        return self._patterns.may.search(near) is not None

    @_once
    def undone(self) -> bool:
        """Whether such a verb follows the word that denies: "do not stop"."""
        if not self._patterns or not self.verbs or len(self.strong) != 1:
            return False
        return _undone(self._value, self.strong[0][1], self._patterns)

    def undoes(self, end: int) -> bool:
        """Say whether such a verb follows what ends at a place."""
        return self._patterns is not None and _undone(self._value, end, self._patterns)

    @_once
    def apart(self) -> bool | None:
        """Whether anything can carry a denial apart from such verbs; None without those."""
        if not self._patterns or not self.verbs or not self.any:
            return None
        return self._is_in(self._patterns.verbs.blanked(self._value))

    def _is_in(self, value: str) -> bool:
        patterns = self._patterns
        return patterns is not None and bool(
            patterns.strong.search(value) or patterns.weak.search(value)
        )


@lru_cache(maxsize=64)
def _patterns(language: str) -> _Patterns | None:
    data = table("words").get(language)
    if data is None:
        return None

    lists = (data.get(name.rstrip("_"), []) for name in _Patterns._fields)
    return _Patterns(*(Phrases(words, spaced=not data.get("han")) for words in lists))


@lru_cache(maxsize=64)
def _glance(language: str) -> Glance:
    return Glance((*(_patterns(language) or ()), *beginnings(language)))


def knows(locale: str) -> bool:
    """Say whether the negations of a locale's language are known."""
    return locales.language(locale) in table("words")


def _denies(locale: str) -> Test | None:
    return _denying(locales.language(locale))


@lru_cache(maxsize=64)
def _denying(language: str) -> Test | None:
    """Return what tells that a word may deny its sentence; None where nothing can."""
    patterns = _patterns(language)
    data = table("words").get(language, {})
    if patterns is None or data.get("han"):
        return None
    listed = (word for name in ("strong", "mild") for word in data.get(name, []))
    words = [_EMPTY.sub("", _BESIDE.sub("", word)) for word in listed]
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
    return Denial(text)


def _starts(text: Text, value: str) -> Sequence[int] | None:
    """Return where words may deny; None: wherever."""
    if _denying(locales.language(text.locale)) is None:
        return None
    return starts(text, DENIAL, value) if text.ask(may_deny) else []


def _undone(value: str, end: int, patterns: _Patterns) -> bool:
    after = _NEXT.match(value, end)
    if after is None:
        return False
    return bool(patterns.verbs.search(after[0]) or patterns.verbs.pattern.match(value, end + 1))


def with_one(text: Text) -> bool:
    """Say whether a text has a word that stands where "without" should, or none is known."""
    language = locales.language(text.locale)
    patterns = _patterns(language)
    if patterns is None or "with" not in table("words")[language]:
        return True
    return patterns.with_.search(text.value) is not None


def denials(text: Text) -> int:
    """Return how many words of a text can carry a denial, or restrict: an analyser."""
    patterns = _patterns(locales.language(text.locale))
    if patterns is None:
        return 0
    value = text.ask(prose)
    found = {
        hit.start()
        for pattern in (patterns.strong, patterns.weak, patterns.only)
        for hit in pattern.finditer(value)
    }
    return len(found)


def _is_twice(value: str, end: int, patterns: _Patterns) -> bool:
    """Say whether a word that denies is itself denied by what follows it."""
    after = _NEXT.match(value, end)
    return after is not None and patterns.twice.search(after[0]) is not None


def _mild(value: str, patterns: _Patterns, starts: Sequence[int] | None) -> Spans:
    """Return the spans of words such as "without", apart from idle phrases."""
    if not any(hits(patterns.mild.pattern, value, starts)):
        return ()
    value = patterns.idle.blanked(value)
    return tuple(found.span() for found in hits(patterns.mild.pattern, value, starts))
