"""reStructuredText: paragraphs, titles, list items, definitions, admonitions, captions, notes.

Lines and their indentation say which is which. What this does not know for sure stays as it is:
tables, literal blocks, comments, field lists, other directives.
"""

import re
from collections.abc import Generator, Iterator, Sequence

from sverka.article.blocks import RawBlock, literal, soft_break
from sverka.article.markdown import with_markup
from sverka.article.model import Piece
from sverka.article.rst_inline import markup, name, references

_LINE = re.compile(r"[^\r\n\x1c-\x1e\x85\u2028\u2029]*")
_BULLET = re.compile(r"[-*+•‣⁃][ ]+(?=\S)")
_COUNT = r"(?:\d+|[a-zA-Z]|#|[ivxlcdm]+|[IVXLCDM]+)"
_NUMBER = re.compile(rf"(?:\(?{_COUNT}\)|{_COUNT}\.)[ ]+(?=\S)")
_EXPLICIT = re.compile(r"\.\.(?:[ \f\v]+|$)")
_DIRECTIVE = re.compile(r"\.\.[ \f\v]+(?:\|[^|]+\|[ ]+)?([\w:.+-]+?)[ ]?::(?:[ ]+|$)")
_NOTE = re.compile(r"\.\.[ ]+\[(?:\d+|#[\w.:+-]*|\*)\](?:[ ]+|$)")
_OPTION = re.compile(r":[\w-]+:(?:[ ]|$)")
_FIELD = re.compile(r":(?![: ])(?:[^:\\\n]|\\.|:(?![\s`]|$))+(?<! ):(?:[ ]|$)")
_ARGUMENT = r"(?:[a-zA-Z][\w-]*|<[^<>]+>)"
_FLAG = rf"(?:[-+][a-zA-Z0-9](?:[ ]?{_ARGUMENT})?|(?:--|/)[a-zA-Z0-9][\w-]*(?:[ =]{_ARGUMENT})?)"
_OPTION_LIST = re.compile(rf"{_FLAG}(?:,[ ]{_FLAG})*(?:[ ]{{2,}}|$)", re.ASCII)
_RULE = re.compile(r"([!-/:-@\[-`{-~])\1*\Z")
_TABLE = re.compile(r"\+[-=+]{2,}\+\Z|={2,}(?:[ ]+={2,})*\Z")
_ADMONITIONS = frozenset(
    [
        *("attention", "caution", "danger", "error", "hint", "important", "note", "seealso"),
        *("tip", "todo", "warning"),
    ]
)
"""Directives whose text may begin in their first line."""
_CONTAINERS = _ADMONITIONS | frozenset(
    [
        *("admonition", "compound", "container", "deprecated", "epigraph", "figure", "highlights"),
        *("pull-quote", "sidebar", "topic", "versionadded", "versionchanged"),
    ]
)

Line = tuple[int, int]
"""Where a line's text starts and ends in the article; its indentation is its column."""


Found = Generator[RawBlock, None, int]
"""The blocks of an element; what it returns is the line after the element."""


class _Reader:
    """The lines of an article: `starts` and `ends` without white space, `columns`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines: list[Line] = []
        self.columns: list[int] = []
        self.references = references(text)
        at = 1 if text.startswith("\ufeff") else 0
        while at <= len(text):
            match = _LINE.match(text, at)
            end = match.end() if match else at
            raw = text[at:end]
            stripped = raw.lstrip(" \t\f\v").rstrip()
            start = at + len(raw) - len(raw.lstrip(" \t\f\v")) if stripped else at
            self.columns.append(len(raw[: start - at].expandtabs(8)) if stripped else -1)
            self.lines.append((start, start + len(stripped)))
            if end >= len(text):
                break
            at = end + (2 if text.startswith("\r\n", end) else 1)

    def line(self, number: int) -> str:
        return self.text[slice(*self.lines[number])]

    def body(
        self, first: int, last: int, column: int, kind: str = "paragraph"
    ) -> Iterator[RawBlock]:
        """Yield the blocks of the lines from `first` up to `last`, which begin at `column`."""
        at = first
        while at < last:
            if self.columns[at] < 0:
                at += 1
            elif self.columns[at] > column:
                end = self.indented(at, last, column)
                yield from self.body(at, end, self.shallowest(at, end), "quotation")
                at = end
            else:
                at = yield from self.element(at, last, column, kind)

    def indented(self, first: int, last: int, column: int) -> int:
        """Return where the lines end that stand deeper than `column`."""
        at = end = first
        while at < last and (self.columns[at] < 0 or self.columns[at] > column):
            at += 1
            end = at if self.columns[at - 1] >= 0 else end
        return end

    def element(self, at: int, last: int, column: int, kind: str) -> Found:
        """Yield the blocks of the element that begins in a line; return the line after it."""
        line = self.line(at)
        if _EXPLICIT.match(line):
            return (yield from self.explicit(at, last))
        if (title := self.title(at, last, column)) is not None:
            if not self.named(self.line(title)):
                yield from self.text_block([title], "heading")
            return title + 2
        if (left := self.left(at, last, column)) > at:
            return left
        if match := _BULLET.match(line) or self.enumerator(at, last, column):
            end = self.indented(at + 1, last, column)
            text = column + match.end()
            if self.shallowest(at + 1, end) in (0, text):
                yield from self.inside(at, end, match.end(), "list item")
            return end
        if _FIELD.match(line) or _OPTION_LIST.match(line):
            return self.indented(at + 1, last, column)
        return (yield from self.paragraph(at, last, column, kind))

    def left(self, at: int, last: int, column: int) -> int:
        """Return the line after an element that stays as it is; `at` if none begins there."""
        line = self.line(at)
        if line == "::":
            return self.after_literal(at + 1, last, column)
        if line.startswith(("+-", "+=")) and _TABLE.match(line):
            return self.run_end(at, last)
        if _TABLE.match(line) and " " in line:
            return self.table_end(at, last)
        if line.startswith((">>> ", "__ ")) or line == "__":
            return self.run_end(at, last)
        if line.startswith("| ") or line == "|":
            end = self.run_end(at, last)
            return max(end, self.indented(end, last, column))
        return at + 1 if _RULE.match(line) and len(line) >= 4 else at

    def title(self, at: int, last: int, column: int) -> int | None:
        """Return the line of a title that begins here, with an overline or without."""
        if column or at + 1 >= last or self.columns[at + 1] < 0:
            return None
        line, after = self.line(at), self.line(at + 1)
        if _RULE.match(line):
            third = self.line(at + 2) if at + 2 < last else ""
            framed = line == third and not _RULE.match(after) and len(line) >= len(after)
            return at + 1 if framed else None
        under = self.columns[at + 1] == 0 and _RULE.match(after) and after != "::"
        return at if under and len(after) >= min(4, len(line)) else None

    def named(self, title: str) -> bool:
        """Whether the article refers to a title by its words, which must then stay."""
        return name(title) in self.references

    def paragraph(self, at: int, last: int, column: int, kind: str) -> Found:
        end = self.run_end(at, last)
        deeper = next((n for n in range(at + 1, end) if self.columns[n] != column), end)
        if deeper == at + 1 and deeper < end and self.columns[deeper] > column:
            stop = self.indented(deeper, last, column)
            if not self.line(at).endswith("::"):
                yield from self.text_block([at], "list item")
                yield from self.body(deeper, stop, self.shallowest(deeper, stop))
            return stop
        if deeper < end:
            return self.indented(end, last, column) if self.columns[deeper] > column else deeper
        yield from self.text_block(range(at, end), kind)
        if self.line(end - 1).endswith("::"):
            return self.after_literal(end, last, column)
        return end

    def run_end(self, at: int, last: int) -> int:
        """Return the next blank line."""
        return next((n for n in range(at + 1, last) if self.columns[n] < 0), last)

    def shallowest(self, first: int, last: int) -> int:
        return min((c for c in self.columns[first:last] if c >= 0), default=0)

    def table_end(self, at: int, last: int) -> int:
        """Return the line after a simple table: its last border stands before a blank line."""
        for number in range(at + 1, last):
            ends = number + 1 >= last or self.columns[number + 1] < 0
            if ends and _TABLE.match(self.line(number)):
                return number + 1
        return self.run_end(at, last)

    def after_literal(self, at: int, last: int, column: int) -> int:
        """Return the line after a literal block, indented or quoted."""
        while at < last and self.columns[at] < 0:
            at += 1
        if at < last and self.columns[at] > column:
            return self.indented(at, last, column)
        if at < last and re.match(r"[!-/:-@\[-`{-~]", sign := self.line(at)[:1]):
            while at < last and self.columns[at] == column and self.line(at).startswith(sign):
                at += 1
        return at

    def enumerator(self, at: int, last: int, column: int) -> re.Match[str] | None:
        match = _NUMBER.match(self.line(at))
        if not match or at + 1 >= last or self.columns[at + 1] < 0:
            return match
        after = self.columns[at + 1]
        another = after == column and _NUMBER.match(self.line(at + 1))
        return match if another or after > column else None

    def inside(self, at: int, end: int, width: int, kind: str) -> Iterator[RawBlock]:
        """Yield the blocks of an element whose first line begins after a mark of `width`."""
        (start, stop), column = self.lines[at], self.columns[at]
        rest = self.shallowest(paragraph := self.run_end(at, end), end)
        if kind != "list item" and rest > self.shallowest(at + 1, paragraph) > 0:
            return  # the lines that say how deep the body is would go with the paragraph
        inner = self.shallowest(at + 1, end) or column + width
        self.lines[at], self.columns[at] = (start + width, stop), inner
        yield from self.body(at, end, inner, kind)
        self.lines[at], self.columns[at] = (start, stop), column

    def explicit(self, at: int, last: int) -> Found:
        """Yield the blocks of a footnote, or of a directive that holds text."""
        line = self.line(at)
        end = self.indented(at + 1, last, self.columns[at])
        if match := _NOTE.match(line):
            if match.end() < len(line):
                yield from self.inside(at, end, match.end(), "footnote")
            return end
        found = _DIRECTIVE.match(line)
        if not found or found[1] not in _CONTAINERS or "|" in line[: found.end()]:
            return end
        first = at + 1
        options = first < end and _OPTION.match(self.line(first))
        if found[1] in _ADMONITIONS and found.end() < len(line):
            if not options:
                yield from self.inside(at, end, found.end(), "paragraph")
            return end
        while first < end and self.columns[first] >= 0:
            if found[1] in _ADMONITIONS and not _OPTION.match(self.line(first)):
                break
            first += 1
        kind = "caption" if found[1] == "figure" else "paragraph"
        yield from self.body(first, end, self.shallowest(first, end), kind)
        return end

    def text_block(self, numbers: Sequence[int], kind: str) -> Iterator[RawBlock]:
        pieces: list[Piece] = []
        for index, number in enumerate(numbers):
            start, end = self.lines[number]
            if index:
                pieces.append(soft_break(self.lines[numbers[index - 1]][1], start))
            if number == numbers[-1] and kind != "heading" and self.text.endswith("::", start, end):
                end -= 2 if end - 2 == start or self.text[end - 3].isspace() else 1
            if start < end:
                pieces.append(literal(self.text, start, end))
        if pieces:
            message = "".join(piece.text for piece in pieces)
            yield RawBlock(kind, tuple(with_markup(pieces, markup(message))))


def blocks(text: str, _locale: str) -> Iterator[RawBlock]:
    """Yield the blocks of a reStructuredText article."""
    reader = _Reader(text)
    yield from reader.body(0, len(reader.lines), 0)
