"""Which rules can have something to say of a unit, by the signs of its texts."""

from functools import lru_cache
from typing import NamedTuple

from sverka.text.signs import signs

from .job import Job
from .needs import (
    BEFORE,
    CHOIR,
    FEWEST,
    FLAGS,
    GLOSSARY,
    NOTHING,
    PLURAL,
    SOURCE,
    SOURCES,
    analysers,
    any_of,
)
from .rule import Check, Gather, Rule
from .unit import State, Unit


class Shown(NamedTuple):
    """The halves of rules that a unit is shown to."""

    checks: tuple[tuple[Rule, Check], ...]
    gathers: tuple[tuple[Rule, Gather], ...]


_MOST = 20_000
"""Sets of signs that are remembered."""


class Sieve(dict[int, Shown]):
    """Says which rules want a unit.

    What a unit shows is one number: `_width` bits for each side of it. Which rules want it is
    worked out once for each number, so that a rule which is not shown a unit costs nothing there.
    """

    def __init__(self, wanting: list[Rule], reported: bool, own: int) -> None:
        super().__init__()
        asked = [NOTHING, *(rule.needs.asked() for rule in wanting if rule.needs)]
        self._either, self._here, self._there, units = map(any_of, zip(*asked, strict=True))
        self._width = max(map(int.bit_length, (self._either, self._here, self._there)))
        self._analysers = analysers(units)
        self._own = own
        masked = [(rule, rule.needs and rule.needs.masks(self._width)) for rule in wanting]
        self._checks = [(ways, (r, r.checker)) for r, ways in masked if r.checker and reported]
        self._gathers = [(ways, (r, r.gatherer)) for r, ways in masked if r.gatherer]

    def __missing__(self, key: int) -> Shown:
        if len(self) >= _MOST:
            self.clear()
        shown = self[key] = Shown(
            tuple([half for ways, half in self._checks if ways is None or _met(ways, key)]),
            tuple([half for ways, half in self._gathers if ways is None or _met(ways, key)]),
        )
        return shown

    def shown(self, unit: Unit) -> Shown:
        """Return the rules that want a unit."""
        forms = unit.forms
        mine = theirs = 0
        own = self._own
        for text, _, pivot in forms:
            mine |= text.ask(signs)
            if pivot is not None:
                theirs |= pivot.ask(signs)
        if unit.source is not None:
            own |= SOURCE
        if len(forms) > 1:
            own |= PLURAL
        if unit.flags:
            own |= FLAGS
        background = unit.background
        if background.glossary.terms:
            own |= GLOSSARY
        if background.source is not None:
            own |= SOURCES
        for analyser, bit in self._analysers:
            for text, _, pivot in forms:
                if (text if pivot is None else pivot).ask(analyser):
                    own |= bit
        key = own
        for side in (theirs & self._there, mine & self._here, (mine | theirs) & self._either):
            key = key << self._width | side
        return self[key]


def _met(ways: tuple[tuple[int, ...], ...], key: int) -> bool:
    """Say whether what a unit shows has one of the bits of each mask of a way."""
    for way in ways:
        for mask in way:
            if not key & mask:
                break
        else:
            return True
    return False


def sieve(rules: tuple[Rule, ...], job: Job, state: State, before: bool = False) -> Sieve:
    """Return what says which rules want a unit of a job in a state.

    Of files that are not reported on only the facts are wanted. `before` says whether comments may
    keep what texts were before.
    """
    own = (BEFORE if before else 0) | (CHOIR if job.languages >= FEWEST else 0)
    return _sieve(rules, job.role, job.reported, state, own)


@lru_cache(maxsize=16)
def _sieve(rules: tuple[Rule, ...], role: str, reported: bool, state: State, own: int) -> Sieve:
    wanting = [rule for rule in rules if role in rule.roles and state in rule.states]
    return Sieve(wanting, reported, own)
