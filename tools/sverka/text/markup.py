"""Markup: tags, Markdown links and code, reStructuredText roles, BBCode."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .analysis import Text
from .prose import Span

_TAG = re.compile(
    r"<(?P<close>/)?(?P<name>[A-Za-z][\w:.-]*)"
    r"(?P<attributes>(?:\s+[\w:.@-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>`=]+))?)*)\s*(?P<empty>/)?>"
)
_ATTRIBUTE = re.compile(r"([\w:.@-]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'<>`=]+))?")
_BBCODE = re.compile(
    r"\[(?P<close>/)?(?P<name>b|i|u|s|url|img|quote|code|color|size|list|center)"
    r"(?P<value>=[^\]\n]*)?\](?!\()",
    re.IGNORECASE,
)
_TICKS = re.compile(
    r"^(?P<fence>```+|~~~+)[^\n]*\n.*?(?:^(?P=fence)[`~]*[ ]*$|\Z)"
    r"|(?<![`\\])(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = r"(?:<[^<>\n]*>|(?:[^()\s\\]|\\.|\((?:[^()\s]|\([^()\s]*\))*\))*)"
_LINK = re.compile(
    r"(?P<image>!)?\[(?P<text>(?:[^\[\]]|\[(?:[^\[\]]|\[[^\[\]]*\])*\])*)\]"
    r"(?:\(\s*(?P<address>"
    + _ADDRESS
    + r")(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)|\[(?P<reference>[^\[\]\n]+)\])"
)
_ROLE = re.compile(
    r"(?P<role>:[A-Za-z][\w+.:-]*:)`(?P<target>[^`]+)`"
    r"|(?<![`\w])``(?P<literal>[^`]+)``"
    r"|(?<![`\w])`(?P<label>[^`<>]*)(?:<(?P<address>[^<>`]+)>)?`(?P<anonymous>__?)"
    r"|(?<![|\w])\|(?P<substitution>[A-Za-z][\w .-]*)\|(?!\|)"
    r"|(?<=\s)\[(?P<note>[#*]?\w*)\]_"
)

_WORDY = frozenset(
    (
        "term",
        "guilabel",
        "menuselection",
        "abbr",
        "sub",
        "sup",
        "emphasis",
        "strong",
        "dfn",
        "title",
    )
)
_IDENTIFIER = re.compile(r"[!~@*]?[\w.:/()*+-]+", re.ASCII)

_ALWAYS = frozenset(("br", "hr", "img", "input", "wbr"))
_EMPTY = _ALWAYS | {"area", "base", "col", "embed", "link", "meta", "source", "track"}


class Tag(NamedTuple):
    """One tag; `kind` is `open`, `close` or `empty`."""

    span: Span
    name: str
    kind: str
    attributes: tuple[tuple[str, str], ...] = ()

    @property
    def sign(self) -> tuple[str, str]:
        """What of a tag must be the same in every language."""
        return self.name, self.kind


class Link(NamedTuple):
    """A Markdown link or image, or a reference to one."""

    span: Span
    address: str
    place: Span
    """Where the address stands."""
    kind: str
    """`link`, `image` or `reference`."""


class Inline(NamedTuple):
    """A piece of markup that names something: a code span, a role, a literal, a substitution."""

    span: Span
    kind: str
    value: str


def tags(text: Text) -> tuple[Tag, ...]:
    """Return what is written like a tag, code left out; `real` says which names are elements'."""
    value = text.value
    if "<" not in value and "[" not in value:
        return ()
    value = without(value, (piece.span for piece in text.ask(code_spans)))
    result = [_tag(found) for found in _TAG.finditer(value)]
    result += (
        Tag(code.span(), f"[{code['name'].lower()}]", "close" if code["close"] else "open")
        for code in _BBCODE.finditer(value)
    )
    return tuple(sorted(result))


def real(found: Iterable[Tag]) -> frozenset[str]:
    """Return the names of elements: those that are closed, close themselves or have attributes.

    Elsewhere `<name>` is a name for a value, as in "git show <object>".
    """
    found = tuple(found)
    closed = {tag.name for tag in found if tag.kind == "close"}
    opened = {tag.name for tag in found if tag.kind == "open"}
    return frozenset(
        tag.name
        for tag in found
        if tag.name in closed & opened
        or tag.name in _ALWAYS
        or (tag.kind == "empty" and tag.name not in _EMPTY)
        or any(value for _, value in tag.attributes)
    )


def _tag(found: re.Match[str]) -> Tag:
    name = found["name"].lower()
    kind = "close" if found["close"] else "empty" if found["empty"] or name in _EMPTY else "open"
    attributes = tuple(
        (key.lower(), value.strip("\"'")) for key, value in _ATTRIBUTE.findall(found["attributes"])
    )
    return Tag(found.span(), name, kind, attributes)


def crossed(found: Iterable[Tag]) -> Tag | None:
    """Return the first closing tag that closes another element than the last opened, if any."""
    opened: list[str] = []
    for tag in found:
        if tag.kind == "open":
            opened.append(tag.name)
        elif tag.kind == "close":
            if opened and opened[-1] != tag.name and tag.name in opened:
                return tag
            if opened and opened[-1] == tag.name:
                opened.pop()
    return None


def code_spans(text: Text) -> tuple[Inline, ...]:
    """Return the Markdown code spans and fenced blocks."""
    if "`" not in text.value and "~~~" not in text.value:
        return ()
    return tuple(
        Inline(found.span(), "code" if found["ticks"] else "fence", (found["code"] or "").strip())
        for found in _TICKS.finditer(text.value)
    )


def links(text: Text) -> tuple[Link, ...]:
    """Return the Markdown links, images and references, code left out."""
    if "](" not in text.value and "][" not in text.value:
        return ()
    value = without(text.value, (piece.span for piece in text.ask(code_spans)), "\ufffc")
    result: list[Link] = []
    for found in _LINK.finditer(value):
        group = "address" if found["address"] is not None else "reference"
        start, end = found.span(group)
        address = text.value[start:end]
        kind = "image" if found["image"] else "link" if group == "address" else "reference"
        if kind == "reference" and not any(map(str.isalnum, found["text"])):
            continue  # a synopsis: [-][WIDTH]
        result.append(Link(found.span(), address, (start, end), kind))
    return tuple(result)


def roles(text: Text) -> tuple[Inline, ...]:
    """Return what reStructuredText names: roles, literals, links, substitutions, notes."""
    value = text.value
    if "`" not in value and "|" not in value and "]_" not in value:
        return ()
    result: list[Inline] = []
    for found in _ROLE.finditer(value):
        kind = next(k for k in ("role", "literal", "anonymous", "substitution", "note") if found[k])
        target = found["target"] or ""
        if kind == "role":
            result.append(Inline(found.span(), "role", found["role"] + _aim(found["role"], target)))
        elif kind == "anonymous":
            result.append(Inline(found.span(), "link", found["address"] or found["anonymous"]))
        else:
            result.append(Inline(found.span(), kind, found[kind]))
    return tuple(result)


def _aim(role: str, target: str) -> str:
    """Return what a role points to; "" if its words are all it has."""
    explicit = re.search(r"<([^<>]+)>\s*\Z", target)
    if explicit:
        return explicit[1]
    return "" if role.strip(":") in _WORDY or not _IDENTIFIER.fullmatch(target) else target


def without(value: str, spans: Iterable[Span], filler: str = " ") -> str:
    """Return `value` with the spans overwritten, at the same length."""
    for start, end in spans:
        value = value[:start] + filler * (end - start) + value[end:]
    return value
