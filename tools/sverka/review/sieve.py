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
    met,
)
from .rule import Check, Gather, Rule
from .unit import State, Unit


class Shown(NamedTuple):
    """The halves of rules that a unit is shown to."""

    checks: tuple[tuple[Rule, Check], ...]
    gathers: tuple[tuple[Rule, Gather], ...]


_MOST = 20_000
"""Sets of signs that are remembered."""


class Sieve(dict[tuple[int, ...], Shown]):
    """Says which rules want a unit.

    It is worked out once for each set of signs that units show, so that a rule which is not shown
    a unit costs nothing there.
    """

    def __init__(self, wanting: list[Rule], reported: bool, own: int) -> None:
        super().__init__()
        asked = [NOTHING, *(rule.needs.asked() for rule in wanting if rule.needs)]
        self._either, self._here, self._there, units = map(any_of, zip(*asked, strict=True))
        self._analysers = analysers(units)
        self._own = own
        self._checks = [(r.needs, (r, r.checker)) for r in wanting if r.checker and reported]
        self._gathers = [(r.needs, (r, r.gatherer)) for r in wanting if r.gatherer]

    def __missing__(self, key: tuple[int, ...]) -> Shown:
        if len(self) >= _MOST:
            self.clear()
        shown = self[key] = Shown(
            tuple([half for needs, half in self._checks if needs is None or met(needs, key)]),
            tuple([half for needs, half in self._gathers if needs is None or met(needs, key)]),
        )
        return shown

    def shown(self, unit: Unit) -> Shown:
        """Return the rules that want a unit."""
        forms = unit.forms
        mine = theirs = 0
        own = self._own
        for form in forms:
            mine |= form.text.ask(signs)
            if form.pivot is not None:
                theirs |= form.pivot.ask(signs)
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
            for form in forms:
                if (form.text if form.pivot is None else form.pivot).ask(analyser):
                    own |= bit
        both = (mine | theirs) & self._either
        return self[both, mine & self._here, theirs & self._there, own]


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
