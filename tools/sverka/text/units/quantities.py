"""Numbers with their units."""

from decimal import Decimal
from typing import NamedTuple

import regex

from sverka.text.analysis import Text
from sverka.text.numbers import Number, figures, spelled
from sverka.text.numbers.masks import mask

from .table import Unit, meaning, table, units

_GAP = regex.compile(r"[\s\u00a0\u202f\u2009‑-]?[个個]?")
_OF_ONE = regex.compile(r"(?<=\bhalf|\bquarter)\s(?:of\s)?an?\s")
"""What stands between a part and its unit: half a kilo."""
_PER = regex.compile(r"\s?/\s?|\s(?:per|pro|je|par|por|na|на|в|за|у)\s")
_MONEY = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH"}
_MONEY_UNITS = frozenset(_MONEY.values())
_MONEY_BEFORE = regex.compile(r"(US\$|(?<![a-z])[$€£₽₴])\s?$")


class Quantity(NamedTuple):
    """A number and its unit, as they stand in a text."""

    number: Number
    start: int
    end: int
    """Where the unit stands."""
    units: frozenset[str]
    """What the unit can mean; more than one if it is ambiguous («г»: gram, year)."""
    per: frozenset[str]
    """The unit after "/"; empty if there is none."""

    @property
    def values(self) -> set[Decimal]:
        """The quantities that the number can mean, in its unit."""
        return {value for value in self.number.values if isinstance(value, Decimal)}


def quantities(text: Text) -> tuple[Quantity, ...]:
    """Return the quantities of a text, in their order: an analyser."""
    numbers = text.ask(figures)
    if not numbers:
        return ()
    names = table(text.locale)
    value = text.ask(mask)
    found = []
    for number in numbers:
        if number.kind != "figure":
            continue
        gap = _GAP.match(value, number.end)
        hit = names.pattern.match(value, number.end) or (
            names.pattern.match(value, gap.end()) if gap else None
        )
        if hit and (meant := meaning(hit, names)) and not _year_of_money(number, meant):
            end, per = hit.end(), frozenset[str]()
            if (joint := _PER.match(value, end)) and (
                below := names.pattern.match(value, joint.end())
            ):
                per = meaning(below, names)
            found.append(Quantity(number, hit.start(), end, meant, per))
        elif money := _MONEY_BEFORE.search(value[max(0, number.start - 4) : number.start]):
            start = number.start - (len(money[0]))
            unit = frozenset({_MONEY[money[1]]})
            found.append(Quantity(number, start, start + len(money[1]), unit, frozenset()))
    return tuple(found)


def _year_of_money(number: Number, meant: frozenset[str]) -> bool:
    """Say whether a number is the year in "2013 dollars"."""
    year = len(number.raw) == 4 and all(
        isinstance(value, Decimal) and 1900 <= value < 2100 for value in number.values
    )
    return year and bool(meant & _MONEY_UNITS)


ROUNDING = 0.03
"""How far a converted quantity may be off: 10 miles are 16 km."""


_COARSE = 0.1
"""How far a quantity may be off that was converted and then rounded to one digit."""
_RANGE = regex.compile(r"\s?(?:[-–—‑~〜～至到]|to|bis|до|à|a|and|und|и)\s?")
_CELSIUS = {"celsius": (1.0, 0.0), "fahrenheit": (5 / 9, -32 * 5 / 9), "kelvin": (1.0, -273.15)}


def ranged(text: Text) -> tuple[Quantity, ...]:
    """Return the quantities of a text, and the first numbers of ranges with the unit of the second.

    An analyser.
    """
    found = text.ask(quantities)
    alone = {q.number for q in found}
    more = [
        q._replace(number=number)
        for q in found
        for number in text.ask(figures)
        if number not in alone and _RANGE.fullmatch(text.value, number.end, q.number.start)
    ]
    return (*found, *more)


def worded(text: Text) -> tuple[Quantity, ...]:
    """Return the quantities whose number a text spells out, six pounds: an analyser."""
    names, value = table(text.locale), text.ask(mask)
    found = []
    for number in text.ask(spelled):
        if number.kind != "word":
            continue
        gap = _OF_ONE.match(value, number.end) or _GAP.match(value, number.end)
        hit = names.pattern.match(value, gap.end()) if gap else None
        if hit:
            empty = frozenset[str]()
            found.append(Quantity(number, hit.start(), hit.end(), meaning(hit, names), empty))
    return tuple(found)


class Rate(NamedTuple):
    """A unit after "per" or "/" of which something is counted: 200 cells per microlitre."""

    start: int
    end: int
    units: frozenset[str]


def rates(text: Text) -> tuple[Rate, ...]:
    """Return the units of which something is counted, but for those of quantities: an analyser."""
    names, value = table(text.locale), text.ask(mask)
    taken = {q.end for q in text.ask(quantities)}
    return tuple(
        Rate(found.start(), found.end(), meaning(found, names))
        for joint in _PER.finditer(value)
        if joint.start() not in taken and (found := names.pattern.match(value, joint.end()))
    )


def converted(a: Quantity, b: Quantity) -> bool:
    """Say whether two quantities are one, in different units of a dimension."""
    known = units()
    below = _rates(a.per, b.per)
    return any(
        (x != y or below != {1.0})
        and known[x].dimension == known[y].dimension
        and (
            any(
                _near(float(value) * known[x].factor, float(other) * known[y].factor * rate)
                or (
                    known[x].customary != known[y].customary
                    and _rounded(value, known[x], other, known[y], rate)
                )
                for rate in below
            )
            or (x in _CELSIUS and y in _CELSIUS and _warm(x, value, y, other))
        )
        for x in a.units
        for y in b.units
        for value in a.values
        for other in b.values
    )


def _rates(a: frozenset[str], b: frozenset[str]) -> set[float]:
    """Return how many times more a unit after "/" is than another: litre, decilitre."""
    known = units()
    pairs = ((known[x], known[y]) for x in a for y in b if known[x].dimension == known[y].dimension)
    return {x.factor / y.factor for x, y in pairs if x.factor and y.factor} or {1.0}


def _warm(x: str, value: Decimal, y: str, other: Decimal) -> bool:
    """Say whether two temperatures are one, to a degree."""
    (f, c), (g, d) = _CELSIUS[x], _CELSIUS[y]
    return abs(float(value) * f + c - float(other) * g - d) <= 1


def _rounded(value: Decimal, x: Unit, other: Decimal, y: Unit, rate: float) -> bool:
    """Say whether one quantity is the other to its own digits: 60 miles, 100 km."""
    if not (x.factor and y.factor and value and other):
        return False
    there = float(value) * x.factor / (y.factor * rate)
    if abs(there - float(other)) > _COARSE * max(abs(there), abs(float(other))):
        return False
    return _to_digits_of(other, there) or _to_digits_of(value, 1 / there * float(value * other))


def _to_digits_of(number: Decimal, exact: float) -> bool:
    """Say whether a number is what an exact one is rounded to, to the number's last digit."""
    last = number.normalize().as_tuple().exponent
    return isinstance(last, int) and abs(exact - float(number)) <= 0.5 * 10.0**last


def _near(a: float, b: float) -> bool:
    return a != 0 and abs(a - b) <= ROUNDING * max(abs(a), abs(b))
