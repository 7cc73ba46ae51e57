"""Metric units: names and symbols put together of a prefix, a base and a power."""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from itertools import product
from typing import Any, NamedTuple

_UNSPACED = ("zh", "ja")


class Metric(NamedTuple):
    """A metric unit: its prefix ("" for none), its base, its power ("" for the first)."""

    name: str
    dimension: str
    factor: float
    """How many of the dimension's first unit it is."""
    prefix: str
    base: str
    power: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    path = resources.files("sverka.text.units") / "metric.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=1)
def metric_units() -> tuple[Metric, ...]:
    """Return all metric units."""
    return tuple(_units())


def _units() -> Iterator[Metric]:
    data = _data()
    for base, facts in data["bases"].items():
        for prefix in ("", *facts["with"].split()):
            factor = facts["factor"] * _times(prefix)
            yield Metric(prefix + base, facts["dimension"], factor, prefix, base, "")
    for power, facts in data["powers"].items():
        for prefix in ("", *facts["with"].split()):
            factor = facts["factor"] * _times(prefix) ** facts["power"]
            name = f"{power}-{prefix}meter"
            yield Metric(name, facts["dimension"], factor, prefix, "meter", power)


def _times(prefix: str) -> float:
    return float(_data()["prefixes"][prefix]["factor"]) if prefix else 1.0


def symbols_of(unit: Metric, language: str) -> Iterator[str]:
    """Yield the symbols of a unit; single letters are left to the table of units."""
    data = _data()
    beside = data["words"].get(language, {}).get(f"{unit.power}_symbol", "").split()
    for script in ("latin", "cyrillic"):
        before = data["prefixes"][unit.prefix][script].split() if unit.prefix else [""]
        for prefix, base in product(before, data["bases"][unit.base][script].split()):
            symbol = prefix + base
            if unit.power:
                yield from (symbol + sign for sign in data["powers"][unit.power]["signs"].split())
                yield from (form.format(symbol).replace("_", " ") for form in beside)
            elif len(symbol) > 1:
                yield symbol


@lru_cache(maxsize=1)
def metric_symbols() -> frozenset[str]:
    """Return the symbols of all metric units of a power of one: mg, МэВ."""
    return frozenset(
        symbol for unit in metric_units() if not unit.power for symbol in symbols_of(unit, "")
    )


def words_of(unit: Metric, language: str) -> Iterator[str]:
    """Yield the words for a unit, without their endings where the language has any."""
    words = _data()["words"].get(language, {})
    forms = words.get(unit.power, "").split() if unit.power else ["{}"]
    for prefix, base in product(_prefixes(unit, words), words.get(unit.base, "").split()):
        if not prefix and not unit.power and len(base) < (4 if has_endings(language) else 2):
            continue
        word = prefix + base
        for old, new in words.get("respelled", {}).items():
            word = word.replace(old, new)
        yield from (form.format(word).replace("_", " ") for form in forms)


def _prefixes(unit: Metric, words: dict[str, Any]) -> list[str]:
    if not unit.prefix or "prefixes" not in words:
        return [""]
    number = list(_data()["prefixes"]).index(unit.prefix)
    return str(words["prefixes"]).split()[number].split("|")


def has_endings(language: str) -> bool:
    """Say whether words of a language may end otherwise than they are listed."""
    return language not in _UNSPACED
