"""HTML: the texts between block tags and the attributes that readers see or hear.

Tags inside a sentence stay in its message: as they are if they have no attributes, else numbered
(`<a1>…</a1>`). Scripts, styles, preformatted text and what says `translate="no"` is no text.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from sverka.article.blocks import RawBlock, soft_break
from sverka.article.cutting import NUMBERED
from sverka.article.dates import iso_date
from sverka.article.model import Piece
from sverka.article.tags import Attribute, Tag, attributes, tags

_INLINE = frozenset(
    [
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data"),
        *("del", "dfn", "em", "font", "i", "img", "input", "ins", "kbd", "label", "mark", "nobr"),
        *("q", "rb", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub"),
        *("sup", "time", "tt", "u", "var", "wbr"),
    ]
)
_VOID = frozenset(("br", "img", "input", "wbr"))
_OPAQUE = frozenset(("pre", "svg", "math", "template", "object", "canvas", "audio", "video"))
_CODE = frozenset(("code", "kbd", "samp", "tt", "var"))
_KINDS = {
    **dict.fromkeys(("li", "dt", "dd"), "list item"),
    **dict.fromkeys(("td", "th"), "table cell"),
    **dict.fromkeys(("figcaption", "caption", "legend"), "caption"),
    **dict.fromkeys((f"h{level}" for level in range(1, 7)), "heading"),
    "title": "heading",
    "blockquote": "quotation",
    "footer": "footer",
}
_TEXT_ATTRIBUTES = frozenset(
    ("alt", "title", "placeholder", "aria-label", "aria-description", "label", "summary", "abbr")
)
_META = re.compile(r"description|(?:og|twitter):(?:title|description|image:alt)")
_BREAK = re.compile(r"[ \t\f]*[\r\n][ \t\f\r\n]*")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def blocks(text: str, locale: str) -> Iterator[RawBlock]:
    """Yield the blocks of an HTML text in the order in which they begin."""
    found = list(_walk(text, locale))
    found.sort(key=lambda block: (block.pieces[0].start, -block.pieces[-1].end))
    yield from found


def _walk(text: str, locale: str) -> Iterator[RawBlock]:
    run: list[Piece] = []
    context: list[str] = []
    opaque: list[str] = []
    code = 0
    at = 1 if text.startswith("\ufeff") else 0
    opaque_start = 0
    for tag in tags(text):
        if opaque:
            if tag.name == opaque[0]:
                opaque.pop() if tag.closing else opaque.append(tag.name)
            at = tag.end
            if not opaque and tag.name in _INLINE:
                run.append(Piece(opaque_start, tag.end, f"<{tag.name}{NUMBERED}/>", "Xx"))
            continue
        run += _texts(text, at, tag.start, code > 0)
        at = tag.end
        values = [] if tag.closing or not tag.name else attributes(text, tag)
        empty = tag.name in _VOID or text[tag.end - 2] == "/"
        if not tag.closing and not empty and _stays(tag, values):
            opaque, opaque_start = [tag.name], tag.start
            if tag.name not in _INLINE:
                yield from _flush(text, run, context, locale)
                run = []
            continue
        yield from _attribute_blocks(text, tag, values)
        if tag.name in _INLINE or not tag.name:
            run.append(_tag_piece(text, tag, values, empty))
            code += (1 if not tag.closing else -1) * (tag.name in _CODE)
            code = max(code, 0)
            continue
        yield from _flush(text, run, context, locale)
        run, code = [], 0
        if not tag.closing and not empty:
            context.append(tag.name)
        elif tag.name in context:
            del context[len(context) - 1 - context[::-1].index(tag.name) :]
    if not opaque:
        run += _texts(text, at, len(text), code > 0)
    yield from _flush(text, run, context, locale)


def _stays(tag: Tag, values: Sequence[Attribute]) -> bool:
    if tag.name in _OPAQUE:
        return True
    return any(each.name == "translate" and each.value.lower() == "no" for each in values)


def _tag_piece(text: str, tag: Tag, values: Sequence[Attribute], empty: bool) -> Piece:
    raw = text[tag.start : tag.end]
    if not tag.name:
        return Piece(tag.start, tag.end, raw, "")
    visible = " " if tag.name == "br" else ""
    nesting = 0 if empty else -1 if tag.closing else 1
    if not values:
        return Piece(tag.start, tag.end, raw, visible, nesting)
    sign = f"<{tag.name}{NUMBERED}{'/' if empty else ''}>"
    return Piece(tag.start, tag.end, sign, visible, nesting)


def _texts(text: str, start: int, end: int, code: bool = False) -> Iterator[Piece]:
    """Yield a text without tags: line breaks are spaces, entities what they mean."""
    at = start
    for match in re.finditer(rf"{_BREAK.pattern}|{_ENTITY.pattern}", text[start:end]):
        low, high = start + match.start(), start + match.end()
        if match[0][0] == "&":
            meant = unescape(match[0])
            if meant in ("<", ">", "&") or len(meant) != 1:
                continue
            new = Piece(low, high, meant, meant)
        else:
            new = soft_break(low, high)
        yield from _plain(text, at, low, code)
        yield new
        at = high
    yield from _plain(text, at, end, code)


def _plain(text: str, start: int, end: int, code: bool) -> Iterator[Piece]:
    if start < end:
        raw = text[start:end]
        visible = "X" + "x" * (len(raw) - 1) if code else raw
        yield Piece(start, end, raw, visible)


def _flush(text: str, run: list[Piece], context: Sequence[str], locale: str) -> Iterator[RawBlock]:
    if not any(piece.visible == piece.text and not piece.text.isspace() for piece in run):
        return
    name = next((name for name in reversed(context) if name in _KINDS), "p")
    level = int(name[1]) if name[0] == "h" and name[1:].isdecimal() else 0
    pieces = tuple(_matched(text, run))
    seen = "".join(piece.visible for piece in pieces).strip()
    date = iso_date(seen, locale) if name == "p" else ""
    kind = "date" if date else _KINDS.get(name, "paragraph")
    yield RawBlock(kind, pieces, level, date)


def _matched(text: str, run: Sequence[Piece]) -> Iterator[Piece]:
    """Yield the pieces; a tag that nothing closes, or that closes nothing, does not nest.

    The closing tag of a numbered one is numbered like it.
    """
    stack: list[tuple[int, str, bool]] = []
    partner: dict[int, int] = {}
    for index, piece in enumerate(run):
        if piece.nesting > 0:
            stack.append((index, _name(text, piece), NUMBERED in piece.text))
        elif piece.nesting < 0:
            name = _name(text, piece)
            while stack and any(each[1] == name for each in stack):
                opener, found, _ = stack.pop()
                if found == name:
                    partner[opener], partner[index] = index, opener
                    break
    for index, piece in enumerate(run):
        if not piece.nesting:
            yield piece
        elif index not in partner:
            yield piece._replace(nesting=0)
        elif piece.nesting < 0 and NUMBERED in run[partner[index]].text:
            yield piece._replace(text=f"</{_name(text, piece)}{NUMBERED}>")
        else:
            yield piece


def _name(text: str, piece: Piece) -> str:
    found = re.match(r"</?([a-zA-Z]+)", text[piece.start : piece.end])
    return found[1].lower() if found else ""


def _attribute_blocks(text: str, tag: Tag, values: Sequence[Attribute]) -> Iterator[RawBlock]:
    named = {each.name: each for each in values}
    wanted = [each for each in values if each.name in _TEXT_ATTRIBUTES]
    if tag.name == "meta" and "content" in named:
        role = named.get("name") or named.get("property")
        if role and _META.fullmatch(role.value.lower()):
            wanted.append(named["content"])
    kind = named["type"].value.lower() if "type" in named else ""
    if tag.name == "input" and "value" in named and kind in ("submit", "button", "reset"):
        wanted.append(named["value"])
    for each in wanted:
        if each.quote and each.value.strip():
            yield RawBlock("attribute", tuple(_texts(text, each.start, each.end)))
