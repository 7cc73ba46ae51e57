"""What the characters, words and pieces of a text show: looked up once for all that ask.

A *sign* is a bit. Most texts have no month, no digit, no acronym, so that most analysers and rules
have nothing to do there. What a piece of a text (what stands between two spaces) shows is found
out once a vocabulary, and a text is looked at once for all signs::

    MONTH = of_words(lambda locale: months(locale).search)
    if not text.ask(signs) & MONTH: return ()

Signs are read off the text as it is, code and placeholders included: they may say too much, never
too little.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from itertools import compress, count
from operator import or_
from string import ascii_letters
from typing import TYPE_CHECKING, TypeVar

from .analysis import Text

if TYPE_CHECKING:
    import regex

Test = Callable[[str], object]
"""Says whether a string shows a sign, by what it returns being true."""

Make = Callable[[str], Test | None]
"""Gives the test for a locale, None if every text of the locale is to have the sign."""
T = TypeVar("T")

_MOST = 50_000
"""Pieces of a locale that are remembered."""
_LONGEST = 120
"""Characters of a piece that is remembered: longer ones seldom come again."""
_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*")
_RUN = re.compile(r"\w+")
_PARTED = re.compile(r"(?:%\([^()\s]+\)|[%\\])(?=\w)")
_start, _end = re.Match.start, re.Match.end
_REACH = 12
"""So many characters after "%" and "\\" may belong to a placeholder, not to the word after it."""
_ENDS = frozenset(".,:;!?")
"""Marks after which a plain word is still plain."""

_bits = count()
_of_chars: list[tuple[int, Test]] = []
_of_letters: list[tuple[int, Make]] = []
_of_shapes: list[tuple[int, tuple[frozenset[str], Test]]] = []
_of_words: list[tuple[int, Make]] = []
_of_pieces: list[tuple[int, Make]] = []


def of_chars(test: Test) -> int:
    """Return the sign of texts with a character of which a test holds."""
    return _register(_of_chars, test)


def of_letters(make: Make) -> int:
    """Return the sign of texts with a character of which a locale's test holds."""
    return _register(_of_letters, make)


def of_shapes(test: Test, among: str = "") -> int:
    """Return the sign of texts with a piece of which a test holds, whatever the language.

    Plain words (letters of which no other than the first may be a capital, with a mark after them)
    never have it, nor, if there are some, pieces without one of the characters `among`.
    """
    return _register(_of_shapes, (frozenset(among), test))


def of_words(make: Make) -> int:
    """Return the sign of texts with a word of which a test holds.

    Words are runs of letters, digits, `_` and inner apostrophes.
    """
    return _register(_of_words, make)


def of_pieces(make: Make) -> int:
    """Return the sign of texts with a piece between two spaces of which a test holds."""
    return _register(_of_pieces, make)


def signs(text: Text) -> int:
    """Return the signs of a text, or-ed: an analyser."""
    return reduce(or_, text.ask(_shown), _table(text.locale).always)


def _shown(text: Text) -> list[int]:
    """Return the signs of each piece of a text: an analyser."""
    return [*map(_table(text.locale).__getitem__, text.value.split(" "))]


def pieces_with(text: Text, sign: int) -> list[str]:
    """Return the pieces of a text that show one of some signs."""
    return [*compress(text.value.split(" "), [shown & sign for shown in text.ask(_shown)])]


def places_of(text: Text, sign: int) -> list[tuple[int, int]]:
    """Return where the pieces of a text stand that show one of some signs."""
    numbers = [number for number, shown in enumerate(text.ask(_shown)) if shown & sign]
    pieces = text.value.split(" ") if numbers else []
    found: list[tuple[int, int]] = []
    at = last = 0
    for number in numbers:
        at += sum(map(len, pieces[last:number])) + number - last
        found.append((at, at + len(pieces[number])))
        last = number
    return found


def starts(text: Text, sign: int, value: str) -> list[int]:
    """Return where runs of letters, digits and `_` begin in the pieces that show one of some signs.

    A slow pattern of words need only be tried there. `value` is the text, or what of it is prose,
    of the same length.
    """
    return [start for place in places_of(text, sign) for start in starts_in(value, *place)]


def starts_in(value: str, start: int, end: int) -> Iterator[int]:
    """Return where runs of letters, digits and `_` begin in a piece of a text."""
    return map(_start, _RUN.finditer(value, start, end))


def hits(
    pattern: "regex.Pattern[str]", value: str, starts: Sequence[int] | None
) -> "Iterator[regex.Match[str]]":
    """Yield what a pattern of words finds: wherever, or only where words begin that are given."""
    if starts is None:
        yield from pattern.finditer(value)
        return
    end = 0
    for start in starts:
        if start >= end and (found := pattern.match(value, start)):
            end = found.end()
            yield found


def never(piece: str) -> bool:
    """Hold of nothing: the test for a locale in which no text has a sign."""
    return False


def _register(tests: list[tuple[int, T]], test: T) -> int:
    bit = 1 << next(_bits)
    tests.append((bit, test))
    _table.cache_clear()
    return bit


class _Shown(dict[str, int]):
    """The signs of strings of which only some tests tell, worked out once a string."""

    def __init__(self, tests: Sequence[tuple[int, Test]]) -> None:
        super().__init__()
        self._tests = tests

    def __missing__(self, string: str) -> int:
        found = 0
        for bit, test in self._tests:
            if test(string):
                found |= bit
        if len(string) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[string] = found
        return found


def _telling(tests: Sequence[tuple[int, Test | None]]) -> list[tuple[int, Test]]:
    """Return the tests of which there are some."""
    return [(bit, test) for bit, test in tests if test is not None and test is not never]


class _Pieces(dict[str, int]):
    """The signs of pieces in a locale, worked out once a piece."""

    def __init__(self, locale: str) -> None:
        letters, words, pieces = (
            [(bit, make(locale)) for bit, make in tests]
            for tests in (_of_letters, _of_words, _of_pieces)
        )
        self.always = sum(bit for bit, test in (*letters, *words, *pieces) if test is None)
        self._chars = _Shown([*_of_chars, *_telling(letters)])
        self._mute = frozenset([char for char in ascii_letters if not self._chars[char]])
        self._words = _Shown(_telling(words))
        self._pieces = _telling(pieces)

    def __missing__(self, piece: str) -> int:
        if "\n" in piece:
            found = self._chars["\n"]
            for line in filter(None, piece.split("\n")):
                found |= self[line]
            return self._keep(piece, found)
        found, whole, chars = 0, piece, frozenset(piece)
        for char in chars - self._mute:
            found |= self._chars[char]
        word = piece[:-1] if piece[-1:] in _ENDS else piece
        if word.isalpha() and word[1:].islower():
            found |= self._words[word]
        else:
            if "%" in piece or "\\" in piece:
                piece = _parted(piece)
            for word in _TOKEN.findall(piece):
                found |= self._words[word]
            for bit, (among, test) in _of_shapes:
                if not (among and among.isdisjoint(chars)) and test(piece):
                    found |= bit
        for bit, test in self._pieces:
            if test(piece):
                found |= bit
        return self._keep(whole, found)

    def _keep(self, piece: str, found: int) -> int:
        if len(piece) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found


def _parted(piece: str) -> str:
    """Return a piece with what may be left of it where a placeholder or escape is taken out."""
    starts = [at + far for at in map(_end, _PARTED.finditer(piece)) for far in range(_REACH)]
    return " ".join((piece, *(piece[start:] for start in starts if start < len(piece))))


@lru_cache(maxsize=16)
def _table(locale: str) -> _Pieces:
    return _Pieces(locale)
