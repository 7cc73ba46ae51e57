"""Markdown inside a block: what is markup, what does a reader see of it.

Only the cuts between sentences depend on this; characters are never lost by it. The rules are
those of CommonMark where a sentence's end could be mistaken, and no finer.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<escape> \\[!-/:-@\[-`{-~] )
  | (?P<ticks> `+ )
  | (?P<auto> <[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]{0,2000}> | <[^\s<>@]{1,200}@[^\s<>]{1,200}> )
  | (?P<comment> <!-- )
  | (?P<tag> </?[a-zA-Z][^\s<>/]{0,100}(?:\s[^<>]{0,2000})?/?> )
  | (?P<note> \[\^[^\]\s]{1,100}\] )
  | (?P<image> !\[ )
  | (?P<open> \[ )
  | (?P<close> \](?:\((?:[^()\\]|\\.|\((?:[^()\\]|\\.){0,500}\)){0,2000}\)|\[[^\[\]]{0,500}\])? )
  | (?P<mark> \*+ | _+ | ~~ )
  | (?P<address> \bhttps?://[^\s<>]{0,2000}[^\s<>.,:;!?"'()\]*_~] )
  | (?P<field> \{\{[^{}]{0,500}\}\} | \{%[^{}%]{0,500}%\} | \{[\#.:][^{}\n]{0,200}\} )
    """,
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"</?([a-zA-Z][^\s<>/]*)")
_VOID = frozenset(("area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"))
_PAIRED = ("open", "close", "mark")


class Markup(NamedTuple):
    """A stretch of a message that is markup; see `Piece` for `visible` and `nesting`.

    `kind` is escape, code, auto (a link in angle brackets), comment, tag, note, image or open and
    close (of a link), mark (of emphasis), address or field.
    """

    start: int
    end: int
    visible: str
    nesting: int
    kind: str


def markup(message: str) -> list[Markup]:
    """Return the markup of a Markdown message in order, without overlaps."""
    return [each for each in with_brackets(message) if each.nesting or each.kind not in _PAIRED]


@lru_cache(maxsize=4096)
def with_brackets(message: str) -> tuple[Markup, ...]:
    """Return the markup of a message, and the brackets that open or close nothing."""
    found = list(_tokens(message))
    matched: dict[int, int] = {}
    stack: list[tuple[int, str]] = []
    for index, (kind, start, end) in enumerate(found):
        opens, closes = _roles(kind, message, start, end)
        if closes is not None:
            depth = next((at for at in range(len(stack) - 1, -1, -1) if stack[at][1] == closes), -1)
            if depth >= 0:
                matched[stack[depth][0]] = 1
                matched[index] = -1
                del stack[depth:]
                continue
        if opens is not None:
            stack.append((index, opens))
    result = []
    for index, (kind, start, end) in enumerate(found):
        nesting = matched.get(index, 0)
        if nesting or kind != "mark":
            result.append(Markup(start, end, _visible(kind, message[start:end]), nesting, kind))
    return tuple(result)


def _tokens(message: str) -> Iterator[tuple[str, int, int]]:
    runs: dict[int, list[int]] = {}
    for run in re.finditer("`+", message):
        runs.setdefault(len(run[0]), []).append(run.start())
    last_comment = message.rfind("-->")
    at = 0
    while match := _TOKEN.search(message, at):
        kind, start, at = match.lastgroup or "", *match.span()
        if kind == "ticks":
            places = runs.get(at - start, [])
            after = bisect_left(places, at)
            if after < len(places):
                at = places[after] + at - start
                yield "code", start, at
            continue
        if kind == "comment":
            if last_comment < at:
                continue
            at = message.index("-->", at) + 3
        yield kind, start, at


def _roles(kind: str, message: str, start: int, end: int) -> tuple[str | None, str | None]:
    """Return what the token may open and what it may close."""
    if kind in ("open", "image"):
        return "[", None
    if kind == "close":
        return None, "["
    if kind == "tag":
        name = _name(message[start:end])
        if message[start + 1] == "/":
            return None, f"<{name}"
        empty = message[end - 2] == "/" or name in _VOID
        return (None if empty else f"<{name}"), None
    if kind == "mark":
        before = message[start - 1] if start else " "
        after = message[end] if end < len(message) else " "
        mark = message[start:end]
        opens = not after.isspace() and (before.isspace() or not before.isalnum() or mark[0] == "*")
        closes = not before.isspace() and (after.isspace() or not after.isalnum() or mark[0] == "*")
        return (mark if opens else None), (mark if closes else None)
    return None, None


def _name(tag: str) -> str:
    found = _NAME.match(tag)
    return found[1].lower() if found else ""


def _visible(kind: str, raw: str) -> str:
    if kind == "escape":
        return raw[1]
    if kind in ("code", "auto", "address", "field"):
        return "X" + "x" * (len(raw) - 1)
    return ""
