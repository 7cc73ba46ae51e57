"""What a clause leaves missing besides its words: the marks around it, its numbers."""

import re
from decimal import Decimal
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers import figures, spelled
from sverka.text.prose import prose

ASIDE, NUMBER, COMMAS = 3.8, 2.3, 1.3
"""What each counts for, as log likelihood ratios."""
MOST = ASIDE + NUMBER
_LEAST = 3
"""Smaller numbers are left out, or said otherwise."""
_BESIDE = 4
"""How far from an aside, in code points, a stretch may begin and end that is the same."""
_MORE = {"en": 0, "fr": 1, "es": 1}
"""So many commas less may a translation have of which nothing is missing; 2 of other languages'."""
_DASHES = "—–"
_ASIDE = re.compile(
    r"\([^()\n]{6,}\)| [—–] [^—–()\n.;]{6,} (?=[—–] )|(?<=[^\W\d_])[—–][^—–()\n.;]{6,}(?=[—–])"
    r"|(?<=\w), (?:an?|the|eine?|der|die|das) [^,()\n.;]{4,}(?=,)"
)


class Traces(NamedTuple):
    """What a text has and another has not."""

    asides: tuple[tuple[int, int], ...]
    """What stands in brackets, between dashes or, after a noun, between commas."""
    numbers: tuple[int, ...]
    """Where numbers begin that are spelled out."""
    is_plain: bool
    """Whether the other has so few commas that those of a clause may be missing."""

    def weight(self, start: int, end: int, value: str) -> float:
        """Return what they tell for a stretch of the text being missing."""
        found = ASIDE * self.is_aside(start, end)
        found += NUMBER * any(start <= number < end for number in self.numbers)
        bounded = value[start : start + 1] == "," or value[end : end + 1] == ","
        return found + COMMAS * (self.is_plain and bounded and found < ASIDE)

    def is_aside(self, start: int, end: int) -> bool:
        """Say whether a stretch is an aside."""
        return any(abs(a - start) < _BESIDE and abs(b - end) < _BESIDE for a, b in self.asides)

    def is_known(self, start: int, end: int) -> bool:
        """Say whether one word that is missing is enough, besides."""
        return self.is_aside(start, end) or any(start <= place < end for place in self.numbers)


NONE = Traces((), (), False)


def traces(here: Text, there: Text) -> Traces:
    """Return what of a text may be missing in another one."""
    return Traces(_asides(here, there), _numbers(here, there), _plain(here, there))


def _asides(here: Text, there: Text) -> tuple[tuple[int, int], ...]:
    mine, theirs = here.value, there.value
    found = []
    for aside in _ASIDE.finditer(here.ask(prose)):
        mark = aside[0].strip()[0]
        if mark == "(":
            is_lost = _fewer(mine, theirs, "(", 1) and not _fewer(theirs, mine, _DASHES, 1)
        else:
            is_lost = _fewer(mine, theirs, _DASHES if mark in _DASHES else ",", 2)
        if is_lost:
            found.append(aside.span())
    return tuple(found)


def _numbers(here: Text, there: Text) -> tuple[int, ...]:
    words = [
        number
        for number in here.ask(spelled)
        if min((v for v in number.values if isinstance(v, Decimal)), default=0) >= _LEAST
    ]
    if not words:
        return ()
    said = {value for ask in (figures, spelled) for n in there.ask(ask) for value in n.values}
    return tuple([number.start for number in words if said.isdisjoint(number.values)])


def _plain(here: Text, there: Text) -> bool:
    least = _MORE.get(locales.language(here.locale), 2)
    return _fewer(here.value, there.value, ",", least + 1)


def _fewer(mine: str, theirs: str, marks: str, least: int) -> bool:
    there, here = (sum(map(value.count, marks)) for value in (mine, theirs))
    return there - here >= least
