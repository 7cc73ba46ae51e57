"""Blocks into segments: sentences are found in what a reader sees, and cut in the article."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from sverka.article.model import Piece

NUMBERED = "\ue000"
"""Stands in a piece's text where its number in the message comes: `<a\ue000>`."""

_TAKEN_OFF = ("](", "</", "*", "_", "~")

Splitter = Callable[[str, str], list[tuple[int, int]]]
Cut = tuple[int, int, str, tuple[Piece, ...]]


def whole(text: str, _locale: str) -> list[tuple[int, int]]:
    """Take a block as one segment; the splitter for `unit = "block"`."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return [(start, end)] if start < end else []


def cut(pieces: Sequence[Piece], split: Splitter, locale: str) -> Iterator[Cut]:
    """Yield start, end, message and changes of every segment of a block.

    Markup that a sentence boundary would tear apart keeps its sentences together. Stretches in
    which there is no letter and no digit, markup apart, are no segments.
    """
    if not pieces:
        return
    visible = "".join(piece.visible for piece in pieces)
    spans = split(visible, locale)
    if len(pieces) == 1 and pieces[0].literal:
        base = pieces[0].start
        for start, end in spans:
            if _speaks(visible[start:end]):
                yield base + start, base + end, visible[start:end], ()
        return
    for first, last in _joined(pieces, spans):
        if (found := _message(pieces, first, last)) is not None:
            yield found


def _speaks(text: str) -> bool:
    return any(map(str.isalnum, text))


def _joined(
    pieces: Sequence[Piece], spans: list[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the first and last place of every segment; a place is (piece, offset in it)."""
    if not spans:
        return
    first: tuple[int, int] = (0, 0)
    for (_, end), (start, _) in pairwise(spans):
        border = _border(pieces, end, start)
        if border:
            yield first, border
            first = border
    yield first, (len(pieces), 0)


def _border(pieces: Sequence[Piece], end: int, start: int) -> tuple[int, int] | None:
    """Return where to cut between two sentences, or None if markup is open there."""
    depth, at = 0, 0
    best: tuple[int, int] | None = None
    for index, piece in enumerate(pieces):
        upto = at + len(piece.visible)
        if at > start:
            break
        if at <= end < upto and depth == 0 and piece.literal:
            best = (index, end - at)
        depth += piece.nesting
        if end <= upto <= start and depth == 0:
            closes = piece.nesting < 0 or (piece.nesting == 0 and at == upto == end)
            if closes or best is None:
                best = (index + 1, 0)
        at = upto
    return best


def _message(pieces: Sequence[Piece], first: tuple[int, int], last: tuple[int, int]) -> Cut | None:
    parts: list[Piece] = []
    for index in range(first[0], min(last[0] + 1, len(pieces))):
        piece = pieces[index]
        low = first[1] if index == first[0] else 0
        high = last[1] if index == last[0] else None
        if low or high is not None:
            text = piece.text[low:high]
            piece = Piece(piece.start + low, piece.start + low + len(text), text, text)
        if piece.text:
            parts.append(piece)
    parts = _bare(_trimmed(parts))
    if not any(part.visible == part.text and _speaks(part.text) for part in parts):
        return None
    if any(_is_numbered(part) for part in parts):
        parts = _numbered(parts)
    changes = tuple(part for part in parts if not part.literal)
    return parts[0].start, parts[-1].end, "".join(part.text for part in parts), changes


def _bare(parts: list[Piece]) -> list[Piece]:
    """Take off markup that holds the whole message; it stays in the article."""
    while len(parts) > 2 and _holds_all(parts):
        parts = _trimmed(parts[1:-1])
    return parts


def _holds_all(parts: list[Piece]) -> bool:
    if parts[0].nesting != 1 or parts[-1].nesting != -1:
        return False
    if not parts[-1].text.startswith(_TAKEN_OFF):
        return False
    depth = 0
    for part in parts[:-1]:
        depth += part.nesting
        if depth <= 0:
            return False
    return True


def _is_numbered(part: Piece) -> bool:
    return part.visible != part.text and NUMBERED in part.text


def _numbered(parts: list[Piece]) -> list[Piece]:
    """Number the placeholders of each name; a closing one has the number of its opening one."""
    counts: dict[str, int] = {}
    opened: list[int] = []
    result: list[Piece] = []
    for part in parts:
        if not _is_numbered(part):
            result.append(part)
            continue
        name = part.text.strip("</>").replace(NUMBERED, "")
        if part.nesting < 0 and opened:
            number = opened.pop()
        else:
            number = counts[name] = counts.get(name, 0) + 1
            if part.nesting > 0:
                opened.append(number)
        result.append(part._replace(text=part.text.replace(NUMBERED, str(number))))
    return result


def _trimmed(parts: list[Piece]) -> list[Piece]:
    """Take off both ends white space, and markup that holds nothing: notes, images, breaks."""
    while parts and _is_blank(parts[0]):
        parts = parts[1:]
    while parts and _is_blank(parts[-1]):
        parts = parts[:-1]
    if parts and parts[0].literal:
        head = parts[0]
        text = head.text.lstrip()
        parts[0] = Piece(head.end - len(text), head.end, text, text)
    if parts and parts[-1].literal:
        tail = parts[-1]
        text = tail.text.rstrip()
        parts[-1] = Piece(tail.start, tail.start + len(text), text, text)
    return parts


def _is_blank(piece: Piece) -> bool:
    return not piece.visible.strip() and piece.nesting == 0
