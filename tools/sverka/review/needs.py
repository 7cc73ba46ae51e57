"""What a rule needs to have something to say: which signs in the text, which in its pivot.

Rules declare it as data, so that the engine need not call them where they have nothing to say::

    Rule(…, needs="[%{]")                            # a character in the text or its pivot
    Rule(…, needs=both(MONTH | DIGIT))               # signs of `sverka.text.signs` in both
    Rule(…, needs=either(DIGIT) | there(NUMBER))     # one thing or another
"""

import re
from collections.abc import Callable, Iterable
from functools import reduce
from operator import or_
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.signs import of_chars

_EITHER, _HERE, _THERE, _UNIT = range(4)

SOURCE = 1
"""There is a source text."""
PLURAL = 2
"""There are several forms."""
FLAGS = 4
"""The entry has flags."""
GLOSSARY = 8
"""The project has a glossary."""
SOURCES = 16
"""The project has a source locale."""
BEFORE = 32
"""Extracted comments of the file may keep what texts were before (`ru before: …`)."""
CHOIR = 64
"""The article has catalogues in `FEWEST` languages, one of them the source: one may be odd."""
FEWEST = 5


class Sides(NamedTuple):
    """Signs of a unit, or those that are asked for: as bits."""

    either: int
    here: int
    """Of the texts under review."""
    there: int
    """Of the pivot texts that they translate."""
    unit: int
    """What the unit itself has: `SOURCE`, `PLURAL` and so on."""


class Needs(NamedTuple):
    """Ways in which a unit can concern a rule: of each demand of one of them, a sign is there."""

    ways: tuple[tuple[tuple[int, int], ...], ...]
    """Each way is some demands: a side, and signs of which it must have one."""

    def __or__(self, other: "Needs") -> "Needs":
        return Needs((*self.ways, *other.ways))

    def __and__(self, other: "Needs") -> "Needs":
        return Needs(tuple((*one, *two) for one in self.ways for two in other.ways))

    def asked(self) -> Sides:
        """Return all signs that matter, by the side that is asked for them."""
        demands = [demand for way in self.ways for demand in way]
        return Sides(*(any_of(asked for side, asked in demands if side == n) for n in range(4)))

    def masks(self, width: int) -> tuple[tuple[int, ...], ...]:
        """Return the ways as bits of one number, in which each side has `width` of them: what is
        there must have one of the bits of each mask of a way. Ways of one mask are one way."""
        ways = [tuple([asked << side * width for side, asked in way]) for way in self.ways]
        single = any_of(way[0] for way in ways if len(way) == 1)
        return (*(((single,),) if single else ()), *[way for way in ways if len(way) > 1])


_FIRST = 128
"""The first bit that stands for what an analyser says."""

NOTHING = Sides(0, 0, 0, 0)


def any_of(signs: Iterable[int]) -> int:
    """Return all of some signs."""
    return reduce(or_, signs, 0)


def _demand(side: int, asked: int) -> Needs:
    return Needs((((side, asked),),))


def either(asked: int) -> Needs:
    """Ask for one of some signs in the text or its pivot."""
    return _demand(_EITHER, asked)


def here(asked: int) -> Needs:
    """Ask for one of some signs in the text under review."""
    return _demand(_HERE, asked)


def there(asked: int) -> Needs:
    """Ask for one of some signs in the pivot."""
    return _demand(_THERE, asked)


def both(asked: int) -> Needs:
    """Ask for one of some signs in the text, and one of them in the pivot."""
    return here(asked) & there(asked)


def unit(asked: int) -> Needs:
    """Ask for a unit with one of `SOURCE`, `PLURAL` and so on."""
    return _demand(_UNIT, asked)


_analysers: dict[Callable[[Text], object], int] = {}


def says(analyser: Callable[[Text], object]) -> Needs:
    """Ask that an analyser finds something in the pivot text, be it the one under review."""
    return unit(_analysers.setdefault(analyser, _FIRST << len(_analysers)))


def analysers(asked: int) -> list[tuple[Callable[[Text], object], int]]:
    """Return the analysers behind the bits of a unit that are asked for, and their bits."""
    return [(analyser, bit) for analyser, bit in _analysers.items() if bit & asked]


def needs(given: "str | Needs | None") -> Needs | None:
    """Return what a rule needs; a string is a regular expression for one character."""
    return either(of_chars(re.compile(given).fullmatch)) if isinstance(given, str) else given
