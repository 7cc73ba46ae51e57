"""Which rules can have something to say of a unit, by the characters of its texts."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

from sverka.text.analysis import Text

from .job import Job
from .rule import Check, Gather, Rule
from .unit import State, Unit


class Shown(NamedTuple):
    """The halves of rules that a unit is shown to."""

    checks: tuple[tuple[Rule, Check], ...]
    gathers: tuple[tuple[Rule, Gather], ...]


class _Bits(dict[str, int]):
    """The needs that a character meets, a bit each; worked out once a character."""

    def __init__(self, needs: Iterable[str]) -> None:
        self._patterns = [(1 << place, re.compile(need)) for place, need in enumerate(needs)]

    def __missing__(self, char: str) -> int:
        bits = 0
        for bit, pattern in self._patterns:
            if pattern.fullmatch(char):
                bits |= bit
        self[char] = bits
        return bits


@lru_cache(maxsize=4)
def _needs(rules: tuple[Rule, ...]) -> tuple[Mapping[str, int], Callable[[Text], int]]:
    """Return the bit of each need, and the analyser that says which needs a text meets."""
    needs = sorted({rule.needs for rule in rules if rule.needs})
    bits = _Bits(needs)

    def met(text: Text) -> int:
        result = 0
        for char in text.chars:
            result |= bits[char]
        return result

    return {need: 1 << place for place, need in enumerate(needs)}, met


def sieve(rules: tuple[Rule, ...], job: Job, state: State) -> Callable[[Unit], Shown]:
    """Return what says which rules want a unit of a job in a state.

    It is worked out once for each set of needs that units meet, so that a rule which is not shown
    a unit costs nothing there. Of files that are not reported on only the facts are wanted.
    """
    bit_of, met = _needs(rules)
    wanting = [rule for rule in rules if job.role in rule.roles and state in rule.states]
    known: dict[int, Shown] = {}

    def passing(bits: int) -> Shown:
        chosen = [rule for rule in wanting if not rule.needs or bits & bit_of[rule.needs]]
        checks = [(rule, rule.checker) for rule in chosen if rule.checker and job.reported]
        gathers = [(rule, rule.gatherer) for rule in chosen if rule.gatherer]
        return Shown(tuple(checks), tuple(gathers))

    def shown(unit: Unit) -> Shown:
        bits = 0
        for form in unit.forms:
            bits |= form.text.ask(met)
            if form.pivot is not None:
                bits |= form.pivot.ask(met)
        found = known.get(bits)
        if found is None:
            found = known[bits] = passing(bits)
        return found

    return shown
