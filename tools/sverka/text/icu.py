"""ICU MessageFormat: the arguments of a message and the branches of its plurals and selections.

Follows the syntax of ICU's `MessageFormat`: nested braces, apostrophes that quote a brace.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Span = tuple[int, int]

BRANCHING = frozenset({"plural", "select", "selectordinal"})
CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})

_TELLTALE = re.compile(
    r"\{\s*\w+\s*,\s*(?:(?:plural|select|selectordinal)\s*,|(?:number|date|time|spellout|ordinal)\b)"
)
_HEAD = re.compile(r"\s*(?P<name>[\w.-]+)\s*(?:,\s*(?P<type>\w+)\s*)?(?=[,}])")
_KEYWORD = re.compile(r"\s*(?:offset:\d+\s+)?(?P<keyword>=\d+|[\w-]+)\s*\{")


class Argument(NamedTuple):
    """One argument: where its head stands, its name, its type and the keywords of its branches."""

    span: Span
    name: str
    type: str
    keywords: tuple[str, ...]


class Fault(NamedTuple):
    """What a program could not read."""

    span: Span
    message: str


class Message(NamedTuple):
    """A message taken apart."""

    arguments: tuple[Argument, ...]
    faults: tuple[Fault, ...]


def is_message(text: str, flags: Iterable[str] = ()) -> bool:
    """Say whether a text is a message: by its flags, or because it holds a typed argument."""
    if any(flag in ("icu-message-format", "icu-format", "icu") for flag in flags):
        return True
    return "{" in text and _TELLTALE.search(text) is not None


def parse(text: str) -> Message:
    """Take a message apart. Never raises: what cannot be read becomes a fault."""
    arguments: list[Argument] = []
    faults: list[Fault] = []
    for part in _read(text, 0, len(text)):
        (arguments if isinstance(part, Argument) else faults).append(part)  # type: ignore[arg-type]
    return Message(tuple(arguments), tuple(faults))


def _read(text: str, at: int, end: int) -> Iterator[Argument | Fault]:
    while at < end:
        letter = text[at]
        if letter == "'":
            at = _after_quote(text, at, end)
        elif letter == "{":
            close = _closing(text, at, end)
            if close is None:
                yield Fault((at, at + 1), "this brace is never closed")
                return
            yield from _argument(text, at, close)
            at = close + 1
        elif letter == "}":
            yield Fault((at, at + 1), "this brace closes nothing")
            at += 1
        else:
            at += 1


def _argument(text: str, start: int, close: int) -> Iterator[Argument | Fault]:
    head = _HEAD.match(text, start + 1, close + 1)
    if not head:
        yield Fault((start, close + 1), "an argument needs a name")
        return
    name, kind = head["name"], head["type"] or ""
    keywords: list[str] = []
    span = (start, head.end())
    if kind in BRANCHING:
        at = head.end() + 1
        while found := _KEYWORD.match(text, at, close):
            opening = found.end() - 1
            end = _closing(text, opening, close)
            if end is None:
                yield Fault((opening, opening + 1), "this brace is never closed")
                break
            keywords.append(found["keyword"])
            yield from _read(text, opening + 1, end)
            at = end + 1
        if "other" not in keywords:
            yield Fault(span, f"the {kind} of {name!r} has no branch `other`, which is required")
        if kind != "select":
            for word in keywords:
                if word not in CATEGORIES and not word.startswith("="):
                    yield Fault(span, f"{word!r} is no plural category")
    yield Argument(span, name, kind, tuple(keywords))


def _closing(text: str, opening: int, end: int) -> int | None:
    depth, at = 0, opening
    while at < end:
        letter = text[at]
        if letter == "'":
            at = _after_quote(text, at, end)
            continue
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return at
        at += 1
    return None


def _after_quote(text: str, at: int, end: int) -> int:
    """Return where reading goes on after an apostrophe, which quotes only before a brace."""
    following = text[at + 1 : at + 2]
    if following == "'":
        return at + 2
    if following not in ("{", "}", "#", "|"):
        return at + 1
    close = text.find("'", at + 1, end)
    return end if close < 0 else close + 1
