"""Markdown: CommonMark with tables, footnotes, definition lists, admonitions and front matter.

markdown-it-py says which lines form which block; where its text stands in the article is found
by these lines. A block whose text cannot be found there is left as it is.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from sverka.article.blocks import RawBlock, literal
from sverka.article.comments import code_comments
from sverka.article.dates import iso_date
from sverka.article.frontmatter import KEYS, front_matter
from sverka.article.inline import Markup, markup
from sverka.article.model import Piece

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_LINE_END = re.compile(r"\r\n|\r|\n")
_NOT_TEXT = re.compile(
    r"[ \t]*(?::{3,}.*|\{\{[<%#].*[>%]?\}\}[ \t]*|\{%.*%\}[ \t]*|\{:[^}]*\}[ \t]*|\$\$.*|"
    r"(?:import|export)[ \t][^.]*?[;'\"{].*)"
)
_TASK = re.compile(r"\[[ xX]\][ \t]+")
_ATTRIBUTES = re.compile(r"[ \t]*\{[ \t]*[#.:][^{}\n]*\}\Z")
_HEADING_ATTRIBUTES = re.compile(
    r"^([ \t>]{0,20}#{1,6}[ \t][^\n]{0,500}?)[ \t]*\{[ \t]*[#.:][^{}\n]*\}[ \t]*$", re.MULTILINE
)
_HARD_BREAK = re.compile(r"(?: {2,}|(?<!\\)(?:\\\\)*\\)\Z")
_OPENING_PIPE = re.compile(r"[ \t>*+\-\d.)]*\|")

_Line = tuple[int, int]


def blocks(
    text: str, locale: str, keys: Sequence[str] = KEYS, *, comments: bool = False
) -> Iterator[RawBlock]:
    """Yield the blocks of a Markdown text; `locale` is needed to recognise a date line.

    `keys` are those of the front matter whose values are text; `comments` says whether the
    comments in code blocks are.
    """
    lines = _lines(text)
    values, first = front_matter(text, lines, keys)
    yield from values
    tokens = parser().parse(_masked(text, lines, first), {})
    yield from _walk(text, lines, tokens, locale, comments)


def body(text: str) -> str:
    """Return the text without front matter and without lines that only site generators read."""
    lines = _lines(text)
    masked = _masked(text, lines, front_matter(text, lines)[1])
    return _HEADING_ATTRIBUTES.sub(r"\1", masked)


def _masked(text: str, lines: Sequence[_Line], first: int) -> str:
    return "\n".join(
        "" if number < first or _NOT_TEXT.fullmatch(text, start, end) else text[start:end]
        for number, (start, end) in enumerate(lines)
    )


@lru_cache(maxsize=2)
def parser(*, whole: bool = False) -> "MarkdownIt":
    """Return the parser of the blocks; with `whole`, one that renders HTML as well."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.admon import admon_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    found = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for plugin in (footnote_plugin, deflist_plugin, admon_plugin):
        found.use(plugin)
    if not whole:
        found.core.ruler.enableOnly(["normalize", "block"])
    return found


def _lines(text: str) -> list[_Line]:
    """Return where every line starts and ends, without its end-of-line characters."""
    starts = [1 if text.startswith("\ufeff") else 0]
    ends = []
    for match in _LINE_END.finditer(text):
        ends.append(match.start())
        starts.append(match.end())
    ends.append(len(text))
    return list(zip(starts, ends, strict=True))


def _walk(
    text: str, lines: Sequence[_Line], tokens: "Sequence[Token]", locale: str, comments: bool
) -> Iterator[RawBlock]:
    context: list[str] = []
    level = 0
    row = 0
    cells: list[str] = []
    for token in tokens:
        if token.nesting > 0:
            context.append(token.type)
            level = int(token.tag[1]) if token.type == "heading_open" else level
            if token.type == "tr_open":
                cells = []
        elif token.nesting < 0:
            context.pop()
            if token.type == "tr_close" and cells:
                yield from _row(text, lines[row], cells)
        elif comments and token.type == "fence" and token.map:
            yield from code_comments(text, lines, token.info, *token.map)
        elif token.type == "inline" and token.map:
            if context[-1] in ("td_open", "th_open"):
                row = token.map[0]
                cells.append(token.content)
                continue
            pieces = _pieces(text, lines, token.map[0], token.content, context[-1])
            if pieces:
                yield _block(text, context, level, pieces, locale)


def _block(
    text: str, context: Sequence[str], level: int, pieces: list[Piece], locale: str
) -> RawBlock:
    if context[-1] == "heading_open":
        return RawBlock("heading", tuple(pieces), level)
    date = ""
    if len(context) == 1 and len(pieces) == 1:
        date = iso_date(text[pieces[0].start : pieces[0].end], locale)
    kind = "date" if date else _kind(context)
    if kind == "paragraph" and _is_image(text, pieces):
        kind = "caption"
    depth = sum(name == "list_item_open" for name in context)
    return RawBlock(kind, tuple(pieces), depth, date)


def _kind(context: Sequence[str]) -> str:
    for name in reversed(context):
        if name in ("list_item_open", "dt_open", "dd_open"):
            return "list item"
        if name == "blockquote_open":
            return "quotation"
        if name in ("footnote_reference_open", "footnote_open"):
            return "footnote"
    return "heading" if context[-1] == "admonition_title_open" else "paragraph"


def _is_image(text: str, pieces: list[Piece]) -> bool:
    raw = text[pieces[0].start : pieces[-1].end]
    return raw.startswith("![") and raw.endswith(")") and raw.count("![") == 1


def _pieces(
    text: str, lines: Sequence[_Line], first: int, content: str, parent: str
) -> list[Piece]:
    """Return the pieces of a block; [] if its text is not found in its lines."""
    found: list[_Line] = []
    parts = content.split("\n")
    for number, part in enumerate(parts, start=first):
        if number >= len(lines) or (place := _find(text, lines[number], part, parent)) is None:
            return []
        found.append(place)
    start, end = found[0]
    if task := _TASK.match(text, start, end):
        found[0] = (task.end(), end)
    start, end = found[-1]
    if parent == "heading_open" and (attributes := _ATTRIBUTES.search(text[start:end])):
        found[-1] = (start, start + attributes.start())
    if found[0][0] >= found[-1][1]:
        return []
    return _inline(text, found, parts)


def _find(text: str, line: _Line, part: str, parent: str) -> _Line | None:
    start, end = line
    wanted = part.strip()
    raw = text[start:end]
    if parent == "heading_open" and "#" in raw:
        at = raw.find(wanted, raw.index("#"))
    elif raw.rstrip().endswith(wanted):
        at = len(raw.rstrip()) - len(wanted)
    else:
        at = raw.find(wanted)
    return (start + at, start + at + len(wanted)) if at >= 0 else None


def _inline(text: str, found: list[_Line], parts: Sequence[str]) -> list[Piece]:
    """Return the pieces of the lines of a block: text, line breaks, markup."""
    raw: list[Piece] = []
    for index, (start, end) in enumerate(found):
        last = index + 1 == len(found)
        if not last and (hard := _HARD_BREAK.search(parts[index])):
            end -= hard[0].endswith("\\")
        if start < end:
            raw.append(literal(text, start, end))
        if not last:
            sign = "\n" if hard else " "
            raw.append(Piece(end, found[index + 1][0], sign, sign))
    return with_markup(raw, markup("".join(piece.text for piece in raw)))


def with_markup(pieces: list[Piece], found: Sequence[Markup]) -> list[Piece]:
    """Return the pieces anew, cut where markup begins and ends in their message."""
    if not found:
        return pieces
    starts: list[int] = []
    at = 0
    for piece in pieces:
        starts.append(at)
        at += len(piece.text)
    message = "".join(piece.text for piece in pieces)

    def place(index: int, *, end: bool) -> int:
        number = bisect_right(starts, index - end) - 1
        piece, offset = pieces[number], index - starts[number]
        return piece.start + offset if piece.literal else (piece.end if offset else piece.start)

    def plain(low: int, high: int) -> Iterator[Piece]:
        for number in range(bisect_right(starts, low) - 1, len(pieces)):
            piece, start = pieces[number], starts[number]
            if start >= high:
                return
            if not piece.literal:
                yield piece
                continue
            begin, finish = max(low, start), min(high, start + len(piece.text))
            part = message[begin:finish]
            if part:
                yield Piece(piece.start + begin - start, piece.start + finish - start, part, part)

    result: list[Piece] = []
    at = 0
    for each in found:
        result += plain(at, each.start)
        span = place(each.start, end=False), place(each.end, end=True)
        result.append(Piece(*span, message[each.start : each.end], each.visible, each.nesting))
        at = each.end
    result += plain(at, len(message))
    return result


def _row(text: str, line: _Line, cells: Sequence[str]) -> Iterator[RawBlock]:
    """Yield the cells of a table's row; the message keeps the backslash before a pipe."""
    start, end = line
    opening = _OPENING_PIPE.match(text, start, end)
    at = opening.end() if opening else start
    for cell in cells:
        raw = cell.replace("|", "\\|")
        place = text.find(raw, at, end)
        if place < 0:
            return
        if raw:
            pieces = [literal(text, place, place + len(raw))]
            yield RawBlock("table cell", tuple(with_markup(pieces, markup(raw))))
        pipe = text.find("|", place + len(raw), end)
        if pipe < 0:
            return
        at = pipe + 1
