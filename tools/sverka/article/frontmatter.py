"""Front matter: the title and description at the head of a Markdown file (YAML or TOML).

Only one-line values of known keys are text; all else stays as it is.
"""

import json
import re
from collections.abc import Sequence

from sverka.article.blocks import RawBlock, literal
from sverka.article.model import Piece

KEYS = ("title", "linkTitle", "linktitle", "subtitle", "description", "summary", "sidebar_label")
"""Keys whose values are texts for readers in the usual site generators."""

_VALUE = (
    r")[ \t]*[:=][ \t]*"
    r"(?P<value>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'|[^\s\"'|>&*!%@`\[{#][^\n]*?)[ \t]*"
    r"(?:[ \t]\#.*)?"
)
_PLAIN_UNSAFE = re.compile(r":(?:\s|$)|\s#|^[\s\-?:,\[\]{}#&*!|>'\"%@`]|\s$|^$")
_LOOKS_TYPED = re.compile(r"(?i)(?:true|false|yes|no|on|off|null|~|[-+.\d][\d_.,:eE+-]*)")


def front_matter(
    text: str, lines: Sequence[tuple[int, int]], keys: Sequence[str] = KEYS
) -> tuple[list[RawBlock], int]:
    """Return the values of `keys`, and the number of the first line after the front matter."""
    if not lines:
        return [], 0
    fence = text[slice(*lines[0])].rstrip()
    if fence not in ("---", "+++"):
        return [], 0
    last = next(
        (
            number
            for number, (start, end) in enumerate(lines[1:], start=1)
            if text[start:end].rstrip() in (fence, "...")
        ),
        0,
    )
    if not last:
        return [], 0
    found = []
    wanted = re.compile(rf"(?:{'|'.join(map(re.escape, keys)) or '(?!)'}{_VALUE}")
    for start, end in lines[1:last]:
        if match := wanted.fullmatch(text, start, end):
            piece = _piece(text, *match.span("value"))
            if piece is not None:
                found.append(RawBlock("front matter", (piece,)))
    return found, last + 1


def _piece(text: str, start: int, end: int) -> Piece | None:
    raw = text[start:end]
    if raw[0] == '"':
        try:
            value = json.loads(raw)
        except ValueError:
            return None
        if not isinstance(value, str):
            return None
    elif raw[0] == "'":
        value = raw[1:-1].replace("''", "'")
    else:
        return None if _LOOKS_TYPED.fullmatch(raw) else literal(text, start, end)
    if "\n" in value or not value.strip() or value != value.strip():
        return None
    return Piece(start, end, value, value)


def key(text: str, start: int) -> str:
    """Return the key of the value that begins at `start`."""
    line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    found = re.match(r"[\ufeff]?([^\s:=]+)[ \t]*[:=]", text[line:start])
    return found[1] if found else ""


def encode(raw: str, value: str) -> str:
    """Return the translation of a value as `raw` is written: with its quotation marks."""
    if raw[0] == "'" and "\n" not in value:
        return "'" + value.replace("'", "''") + "'"
    unsafe = _PLAIN_UNSAFE.search(value) or _LOOKS_TYPED.fullmatch(value)
    if raw[0] == '"' or unsafe:
        return json.dumps(value, ensure_ascii=False)
    return value
