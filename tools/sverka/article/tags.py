"""HTML's tags, with the places where they and their attributes stand in the text."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_TAG = re.compile(r"""</?[a-zA-Z][^\s/>]{0,100}(?:[^>"']|"[^"]*"|'[^']*'){0,20000}>""")
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_RAW_TEXT = frozenset(
    ("script", "style", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext")
)


class Attribute(NamedTuple):
    """An attribute; `start` to `end` is its value without the quotation marks `quote`."""

    name: str
    value: str
    start: int
    end: int
    quote: str


class Tag(NamedTuple):
    """A tag or, with the name "", what is none: a comment, declaration, raw text."""

    name: str
    start: int
    end: int
    closing: bool = False


def tags(text: str) -> Iterator[Tag]:
    """Yield the tags of a text in order; what is between them is text for readers."""
    at, length = 0, len(text)
    while (start := text.find("<", at)) >= 0:
        if text.startswith("<!--", start):
            end = text.find("-->", start + 4)
            at = end + 3 if end >= 0 else length
            yield Tag("", start, at)
        elif text[start + 1 : start + 2] in ("!", "?"):
            end = text.find(">", start)
            at = end + 1 if end >= 0 else length
            yield Tag("", start, at)
        elif match := _TAG.match(text, start):
            at = match.end()
            closing = text[start + 1] == "/"
            found = _NAME.match(text, start)
            name = found[1].lower() if found else ""
            yield Tag(name, start, at, closing)
            if name in _RAW_TEXT and not closing and text[at - 2] != "/":
                end = _end_of_raw_text(text, at, name)
                yield Tag("", at, end)
                at = end
        else:
            at = start + 1


def _end_of_raw_text(text: str, start: int, name: str) -> int:
    found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(text, start)
    return found.start() if found else len(text)


def attributes(text: str, tag: Tag) -> list[Attribute]:
    """Return the attributes of a tag; of two with one name the first counts."""
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text, tag.start + 1 + len(tag.name), tag.end - 1):
        group = match.lastindex or 1
        start, end = match.span(group) if group > 1 else (match.end(), match.end())
        quote = {2: '"', 3: "'"}.get(group, "")
        name = match[1].lower()
        found.setdefault(name, Attribute(name, unescape(text[start:end]), start, end, quote))
    return list(found.values())
