"""Placeholders: what a program puts its values in place of, in the syntaxes that gettext flags.

A flag such as `c-format` decides the syntax; without one, only what can hardly be anything else is
taken for a placeholder ("100% of" holds none).
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from .analysis import Text
from .prose import code

Span = tuple[int, int]

_NAMED = ("key", "name", "number", "linked")
_CLASSES = dict.fromkeys("diouxXDUObB", "integer") | dict.fromkeys("eEfFgGaA", "float")
_NO_C_CLASSES = frozenset({"lisp", "java-printf"})


class Placeholder(NamedTuple):
    """One placeholder; its key is the name or number of an argument, None for the next one."""

    span: Span
    text: str
    key: str | None
    type: str
    """The class of value that fits in it; empty where any does."""


class Syntax(NamedTuple):
    """How one family of programs writes placeholders."""

    name: str
    pattern: re.Pattern[str]
    auto: re.Pattern[str] | None
    lead: str
    """Characters that must not stand alone in a text of this syntax."""
    fold: bool
    """Whether the case of a name says only how its value is to be written."""


@cache
def syntaxes() -> dict[str, Syntax]:
    """Return all syntaxes by name."""
    return {
        name: Syntax(
            name,
            re.compile(row["pattern"], re.VERBOSE),
            re.compile(row["auto"], re.VERBOSE) if "auto" in row else None,
            row["lead"],
            row.get("fold", False),
        )
        for name, row in _table().items()
    }


@cache
def flags() -> dict[str, str]:
    """Return the name of the syntax that each flag, without its `-format`, announces."""
    return {flag: name for name, row in _table().items() for flag in row["flags"]}


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("sverka.text") / "data/placeholders.toml"
    return tomllib.loads(file.read_text("utf-8"))


def announced(entry_flags: Iterable[str]) -> tuple[Syntax, ...]:
    """Return the syntaxes that an entry's flags announce (`c-format`; `icu` is no table's)."""
    return _announced(tuple(entry_flags))


@lru_cache(maxsize=256)
def _announced(entry_flags: tuple[str, ...]) -> tuple[Syntax, ...]:
    names = dict.fromkeys(
        flags()[stem] for flag in entry_flags if (stem := flag.removesuffix("-format")) in flags()
    )
    return tuple(syntaxes()[name] for name in names)


def refused(entry_flags: Iterable[str]) -> frozenset[str]:
    """Return the names of the syntaxes that an entry's flags exclude (`no-c-format`)."""
    stems = (flag[3:].removesuffix("-format") for flag in entry_flags if flag.startswith("no-"))
    return frozenset(flags()[stem] for stem in stems if stem in flags())


def find(text: str, syntax: Syntax) -> tuple[Placeholder, ...]:
    """Return the placeholders of one syntax, as its programs read them."""
    return tuple(
        _placeholder(found, syntax)
        for found in syntax.pattern.finditer(text)
        if not found.groupdict().get("skip")
    )


def alike(one: str, other: str, syntax: Syntax) -> bool:
    """Say whether two texts have the same placeholders, in the same order, and as many signs that
    begin one."""
    for sign in syntax.lead:
        if one.count(sign) != other.count(sign):
            return False
    finditer = syntax.pattern.finditer
    return [found[0] for found in finditer(one)] == [found[0] for found in finditer(other)]


def strays(text: str, syntax: Syntax) -> tuple[Span, ...]:
    """Return where the syntax's leading character stands without making a placeholder."""
    if not syntax.lead:
        return ()
    outside = syntax.pattern.sub("", text)
    if not any(sign in outside for sign in syntax.lead):
        return ()
    rest = list(text)
    for found in syntax.pattern.finditer(text):
        rest[found.start() : found.end()] = " " * (found.end() - found.start())
    return tuple((i, i + 1) for i, letter in enumerate(rest) if letter in syntax.lead)


def guess(text: Text) -> dict[str, tuple[Placeholder, ...]]:
    """Return the placeholders that can hardly be anything else, by syntax. Code is left out."""
    value = text.value
    if not any(sign in value for sign in "%{@"):
        return {}
    blanked = blank(value, text.ask(code))
    found: dict[str, tuple[Placeholder, ...]] = {}
    for syntax in syntaxes().values():
        if syntax.auto and (
            hits := tuple(_placeholder(hit, syntax) for hit in syntax.auto.finditer(blanked))
        ):
            found[syntax.name] = hits
    return found


def blank(value: str, spans: Iterable[Span], filler: str = " ") -> str:
    """Return `value` with the spans overwritten, at the same length."""
    for start, end in spans:
        value = value[:start] + filler * (end - start) + value[end:]
    return value


def _placeholder(found: re.Match[str], syntax: Syntax) -> Placeholder:
    groups = found.groupdict()
    key = next((groups[name] for name in _NAMED if groups.get(name) is not None), None)
    kind = groups.get("type") or groups.get("kind") or groups.get("macro") or ""
    if syntax.name not in _NO_C_CLASSES:
        kind = _CLASSES.get(kind, "integer" if kind.startswith("PRI") else kind)
    kind = (groups.get("size") or "").replace("Z", "z") + kind  # glibc's older %Zu
    stars = sum((groups.get(name) or "").startswith("*") for name in ("star", "precision"))
    if key is not None and syntax.fold:
        key = key.casefold()
    return Placeholder(found.span(), found[0], key or None, "*" * stars + kind)
