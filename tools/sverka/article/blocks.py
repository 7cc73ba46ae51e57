"""What the readers of the formats hand over: blocks that are not yet cut into segments."""

from typing import NamedTuple

from sverka.article.model import Piece


class RawBlock(NamedTuple):
    """A block as a format's reader finds it; see `Block` for `kind`, `level` and `date`."""

    kind: str
    pieces: tuple[Piece, ...]
    level: int = 0
    date: str = ""


def literal(text: str, start: int, end: int) -> Piece:
    """Return the stretch as a piece that a message writes as the article does."""
    raw = text[start:end]
    return Piece(start, end, raw, raw)


def soft_break(start: int, end: int) -> Piece:
    """Return a line break inside a block, which a message writes as one space."""
    return Piece(start, end, " ", " ")
