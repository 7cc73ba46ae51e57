"""What one file gave, as bytes that travel between processes and rest in the cache.

Facts are grouped by (rule, key) and sorted by the group's number, so that a range of groups is a
range of bytes, read without the rest. Places are written once each.
"""

import hashlib
import io
import pickle
import sys
from array import array
from bisect import bisect_left
from collections.abc import Container, Hashable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from .finding import Field, Finding, Problem, Role, Where
from .rule import Fact, Key, rules

Group = tuple[int, str, Key, list[Fact]]
"""(number, rule, key, facts)"""

Facts = Mapping[str, Sequence[tuple[Key, Fact]]]
"""The keys and facts of each rule."""

_Base = tuple[str, str, str, Role]
_Place = tuple[int, int, str | None, str, Field, int | None]


class Mark(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A dismissal found in an entry's comment."""

    where: Where
    rule: str
    hash: str
    reason: str
    line: int
    dormant: bool = False


class Examined(NamedTuple):
    """What one file gave."""

    findings: tuple[Finding, ...]
    facts: Facts
    problems: tuple[Problem, ...]
    entries: int
    marks: tuple[Mark, ...] = ()


class Head(msgspec.Struct, frozen=True, array_like=True):
    """All but the facts."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    entries: int
    marks: tuple[Mark, ...]
    bases: list[_Base]


_SIZES = 6
ENOUGH = 2
"""Facts with which every rule judges a group."""
_head = msgspec.msgpack.Decoder(Head)
_place = msgspec.msgpack.Decoder(_Place)


def pack(examined: Examined) -> bytes:
    """Return what a file gave as bytes."""
    places: dict[int, int] = {}
    wheres: list[Where] = []
    known = rules()
    packed: list[tuple[int, bytes, int]] = []
    for rule, facts in examined.facts.items():
        groups: dict[Key, list[tuple[Any, ...]]] = {}
        for key, fact in facts:
            where = fact.where
            if (number := places.get(id(where))) is None:
                number = places[id(where)] = len(wheres)
                wheres.append(where)
            noted = (number, fact.span, fact.text, fact.value)
            if key in groups:
                groups[key].append(noted)
            else:
                groups[key] = [noted]
        least = known[rule].least if rule in known else 1
        for key, group in groups.items():
            weight = len(group) if least > 1 else ENOUGH
            packed.append((group_number(rule, key), pickle.dumps((rule, key, group), 5), weight))
    packed.sort()
    bases: dict[_Base, int] = {}
    encode = msgspec.msgpack.encode
    encoded = [encode((_base(where, bases), *_own(where))) for where in wheres]
    head = Head(examined.findings, examined.problems, examined.entries, examined.marks, list(bases))
    parts = (
        encode(head),
        array("Q", (number for number, _, _ in packed)).tobytes(),
        array("Q", (weight for _, _, weight in packed)).tobytes(),
        _offsets([raw for _, raw, _ in packed]),
        _offsets(encoded),
        b"".join(encoded),
    )
    sizes = array("Q", map(len, parts)).tobytes()
    return b"".join((sizes, *parts, *(raw for _, raw, _ in packed)))


def _base(where: Where, bases: dict[_Base, int]) -> int:
    return bases.setdefault((where.file, where.locale, where.article, where.role), len(bases))


def _own(where: Where) -> tuple[int, str | None, str, Field, int | None]:
    return where.index, where.msgctxt, where.msgid, where.field, where.plural


def _offsets(parts: list[bytes]) -> bytes:
    ends = array("Q", [0])
    total = 0
    for part in parts:
        total += len(part)
        ends.append(total)
    return ends.tobytes()


class Record:
    """A packed result, unpacked as far as one asks. Raises ValueError for what is none."""

    def __init__(self, raw: bytes | memoryview) -> None:
        view = memoryview(raw)
        start = _SIZES * 8
        sizes = view[:start].cast("Q")
        cuts = [start]
        for size in sizes:
            cuts.append(cuts[-1] + size)
        head, ids, weights, offsets, where_offsets, wheres = (view[a:b] for a, b in pairwise(cuts))
        self._head_bytes = head
        self.ids = ids.cast("Q")
        self._weights = weights.cast("Q")
        self._offsets = offsets.cast("Q")
        self._where_offsets = where_offsets.cast("Q")
        self._wheres = wheres
        self._packed = view[cuts[-1] :]
        self._known: dict[int, Where] = {}

    @cached_property
    def head(self) -> Head:
        """All but the facts."""
        return _head.decode(self._head_bytes)

    def weights(self, low: int, high: int) -> Iterator[tuple[int, int]]:
        """Yield the number of each group in [low, high), and how many facts it counts for."""
        first, last = bisect_left(self.ids, low), bisect_left(self.ids, high)
        return zip(self.ids[first:last], self._weights[first:last], strict=True)

    def between(self, low: int, high: int, wanted: Container[int] | None = None) -> Iterator[Group]:
        """Yield the groups whose number is in [low, high) and, if these are given, in `wanted`."""
        ids = self.ids
        for index in range(bisect_left(ids, low), bisect_left(ids, high)):
            if wanted is None or ids[index] in wanted:
                yield self._group(index)

    def among(self, numbers: set[int]) -> Iterator[Group]:
        """Yield the groups whose number is among `numbers`."""
        ids = self.ids
        for number in sorted(numbers.intersection(ids)):
            yield self._group(bisect_left(ids, number))

    def _group(self, index: int) -> Group:
        raw = self._packed[self._offsets[index] : self._offsets[index + 1]]
        rule, key, facts = _Loader(io.BytesIO(raw)).load()
        where = self._where
        return (
            self.ids[index],
            rule,
            key,
            [Fact(where(number), span, text, value) for number, span, text, value in facts],
        )

    def _where(self, number: int) -> Where:
        if found := self._known.get(number):
            return found
        raw = self._wheres[self._where_offsets[number] : self._where_offsets[number + 1]]
        base, *own = _place.decode(raw)
        where = self._known[number] = Where(*self.head.bases[base], *own)
        return where


def group_number(rule: str, key: Hashable) -> int:
    """Return the number of a group: the same in every process. Raises TypeError for odd keys."""
    raw = f"{rule}\0{_canonical(key)}".encode("utf-8", "surrogatepass")
    return int.from_bytes(hashlib.blake2b(raw, digest_size=8).digest(), sys.byteorder)


def _canonical(key: Hashable) -> str:
    if isinstance(key, str | int | float | None):
        return repr(key)
    if isinstance(key, tuple):
        return f"({','.join(map(_canonical, key))})"
    if isinstance(key, frozenset):
        return f"{{{','.join(sorted(map(_canonical, key)))}}}"
    if isinstance(key, msgspec.Struct):
        return f"{type(key).__name__}{_canonical(msgspec.structs.astuple(key))}"
    raise TypeError(f"a key is made of strings, numbers, tuples and frozensets, not {type(key)}")


_ROOMS = ("sverka.text.", "sverka.review.", "sverka.rules.", "sverka.project.")
_PLAIN = {
    ("builtins", "frozenset"),
    ("builtins", "set"),
    ("datetime", "date"),
    ("datetime", "datetime"),
    ("datetime", "time"),
    ("decimal", "Decimal"),
    ("fractions", "Fraction"),
    ("msgspec._core", "rebuild"),
}


class _Loader(pickle.Unpickler):
    """Loads plain values and Sverka's own, so that a forged cache can run nothing."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _PLAIN:
            return super().find_class(module, name)
        if module.startswith(_ROOMS) and "." not in name:
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return found
        raise pickle.UnpicklingError(f"{module}.{name} has no place in the cache")
