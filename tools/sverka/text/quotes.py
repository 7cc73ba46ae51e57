"""Quotations: pairs of marks in a text, and the pairs that a language's readers expect."""

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

from . import locales
from .analysis import Text
from .endings import kind_of
from .pairs import Mark, quotation_marks
from .prose import HOLE

_OPENERS = "「『〝„"
_CLOSERS = {"「": "」", "『": "』", "〝": "〞〟"}
_BEFORE = " \t\n\u00a0\u202f([{（【—–-/¿¡'‘*_" + HOLE
_ANGLES = "«»"
_STRAIGHT = '"＂'


_SEVERAL = 3
"""So many words has a quotation that is a sentence."""


class Quotation(NamedTuple):
    """One quotation: its two marks and how many others it stands in."""

    opening: Mark
    closing: Mark
    depth: int

    @property
    def style(self) -> str:
        """The two marks."""
        return self.opening.sign + self.closing.sign


class Usage(NamedTuple):
    """What a locale's readers expect."""

    primary: tuple[str, ...]
    nested: tuple[str, ...]
    inner: str
    """The space within a pair of angle marks; "" for none."""

    def admits(self, style: str, depth: int) -> bool:
        """Say whether a pair of marks is in use at this depth."""
        return style in self.primary or (depth > 0 and style in self.nested)


def quotations(text: Text) -> tuple[Quotation, ...]:
    """Return the quotations of a text in double marks, in the order of their ends."""
    opened: list[Mark] = []
    result: list[Quotation] = []
    marks = text.ask(quotation_marks)
    mixed = sum(mark.sign in _ANGLES for mark in marks) % 2 == 1
    for n, mark in enumerate(marks):
        if opened and (
            _closes(opened[-1], mark, text.value)
            or (mixed and _mixes(opened, mark, marks[n + 1 :], text.value))
        ):
            result.append(Quotation(opened.pop(), mark, len(opened)))
        else:
            opened.append(mark)
    return tuple(result)


class Close(NamedTuple):
    """With what a quotation of several words ends: its last mark in ASCII, "" for a word."""

    kind: str
    span: tuple[int, int]


def quoted_endings(text: Text) -> tuple[Close, ...]:
    """Return the ends of the quotations of a text, those in others apart: an analyser."""
    found = []
    for one in sorted(text.ask(quotations)):
        said = text.value[one.opening.at + 1 : one.closing.at].rstrip()
        if one.depth or len(said.split()) < _SEVERAL:
            continue
        end = one.opening.at + 1 + len(said)
        kind = kind_of(said[-1])
        is_mark = kind in "?!"
        found.append(Close(kind if is_mark else "", (end - 1 if is_mark else end, end)))
    return tuple(found)


def _closes(opening: Mark, mark: Mark, value: str) -> bool:
    if opening.sign in _CLOSERS:
        return mark.sign in _CLOSERS[opening.sign]
    if mark.sign in _OPENERS or mark.sign in "」』〞〟":
        return False
    if opening.sign in _ANGLES:
        return mark.sign in _ANGLES and (
            mark.sign != opening.sign or not _at_beginning(value, mark.at)
        )
    return mark.sign not in _ANGLES and (
        mark.at == opening.at + 1 or not _at_beginning(value, mark.at)
    )


def _mixes(opened: list[Mark], mark: Mark, later: tuple[Mark, ...], value: str) -> bool:
    """Say whether an angle mark and one of another shape are a pair, for want of a better one."""
    angled = opened[-1].sign in _ANGLES
    if angled == (mark.sign in _ANGLES) or _at_beginning(value, mark.at):
        return False
    others = later if angled else opened
    return all(other.sign not in _ANGLES for other in others)


def _at_beginning(value: str, at: int) -> bool:
    """Say whether a mark stands where a quotation begins: after a blank or an opening bracket."""
    before = value[at - 1] if at else " "
    after = value[at + 1] if at + 1 < len(value) else " "
    return before in _BEFORE and not after.isspace()


@lru_cache(maxsize=512)
def usage(locale: str) -> Usage:
    """Return the usage of a locale; of English where none is on record."""
    table = _table()
    row = next((table[name] for name in locales.fallbacks(locale) if name in table), table["any"])
    return Usage(tuple(row["primary"]), tuple(row["nested"]), row.get("inner", ""))


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("sverka.text") / "data/quotes.toml"
    return {locales.key(name): row for name, row in tomllib.loads(file.read_text("utf-8")).items()}


def mixed(style: str) -> bool:
    """Say whether one mark of a pair is an angle mark and the other none."""
    return sum(sign in _ANGLES for sign in style) == 1


def straight(style: str) -> bool:
    """Say whether a pair holds a typewriter mark."""
    return any(sign in _STRAIGHT for sign in style)
