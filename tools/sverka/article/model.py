"""What an article consists of."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

_CJK = r"\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_CJK}]|[^\s{_CJK}]*\w[^\s{_CJK}]*")


class ArticleError(ValueError):
    """An article that cannot be read: `file`, `line` (1-based) and what is wrong with it."""

    def __init__(self, file: str, line: int, message: str) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file, self.line, self.message = file, line, message


class Piece(NamedTuple):
    """A stretch of a block in the article: `start` to `end`, in code points.

    `text` is how a message writes it, `visible` what a reader sees of it (markup: nothing).
    `nesting` is 1 where markup opens, -1 where it closes, else 0.
    """

    start: int
    end: int
    text: str
    visible: str
    nesting: int = 0

    @property
    def literal(self) -> bool:
        """Whether message and article are the same here, character by character."""
        return len(self.text) == self.end - self.start and self.visible == self.text


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence (or heading, …) of a block: what a translator translates.

    `text` is the message; `start` and `end` say where it stands in the article, in code points.
    `position` counts from 1 within the block and `count` is how many the block has. `changes` are
    the pieces that message and article write differently (a line break, markup).
    """

    text: str
    start: int
    end: int
    block: int
    kind: str
    position: int
    count: int
    changes: tuple[Piece, ...] = ()

    def offset(self, index: int) -> int:
        """Return where the message's character `index` stands in the article."""
        message, article = 0, self.start
        for piece in self.changes:
            plain = piece.start - article
            if index < message + plain:
                break
            message, article = message + plain, piece.start
            if index < message + len(piece.text):
                return article
            message, article = message + len(piece.text), piece.end
        return min(article + index - message, self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, … of an article.

    `kind` is one of: date, heading, paragraph, list item, quotation, footer, table cell, caption,
    attribute, front matter, code comment. `level` is the rank of a heading or the depth of a list
    item. `ident` names the block by its first words, so that it survives changes elsewhere.
    `date` is the ISO form of a date line.
    """

    kind: str
    start: int
    end: int
    segments: tuple[Segment, ...]
    ident: str
    level: int = 0
    date: str = ""


@dataclass(frozen=True)
class Article:
    """An article, taken apart without loss: `text` holds every character of the file."""

    name: str
    locale: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    path: Path | None = None
    _places: dict[str, list[Segment]] = field(default_factory=dict, repr=False, compare=False)

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """All segments in the order of the text."""
        return tuple(segment for block in self.blocks for segment in block.segments)

    @cached_property
    def words(self) -> tuple[int, ...]:
        """How many words each segment has, in the order of `segments`."""
        return tuple(words(segment.text) for segment in self.segments)

    def find(self, text: str) -> tuple[Segment, ...]:
        """Return the segments with this message."""
        if not self._places:
            for segment in self.segments:
                self._places.setdefault(segment.text, []).append(segment)
        return tuple(self._places.get(text, ()))

    @cached_property
    def _lines(self) -> list[int]:
        starts, text, at = [0], self.text, 0
        while (at := _line_end(text, at)) < len(text):
            starts.append(at)
        return starts

    def position(self, segment: Segment, index: int = 0) -> tuple[int, int]:
        """Return (line, column), 1-based, of the message's character `index` in the file."""
        return self.place(segment.offset(index))

    def place(self, offset: int) -> tuple[int, int]:
        """Return (line, column), 1-based code points, of an offset in the text."""
        line = bisect_right(self._lines, offset)
        column = offset - self._lines[line - 1] + 1
        if line == 1 and self.text.startswith("\ufeff"):
            column = max(column - 1, 1)
        return line, column


def words(text: str) -> int:
    """Count words as translators are paid for them: by white space, each CJK character as one."""
    return len(_WORD.findall(text))


def _line_end(text: str, start: int) -> int:
    """Return where the line after the one at `start` begins; the length of `text` at its end."""
    feed = text.find("\n", start)
    feed = len(text) if feed < 0 else feed
    back = text.find("\r", start, feed)
    if back < 0 or back + 1 == feed:
        return min(feed + 1, len(text))
    return back + 1
