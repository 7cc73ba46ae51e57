"""From a place in an unescaped text to line and column of the file."""

from bisect import bisect_right
from collections.abc import Callable

from sverka.catalogue.entry import Entry, exact
from sverka.catalogue.escapes import ESCAPE, unescape_one
from sverka.catalogue.source import Source

Positions = Callable[[int], tuple[int, int]]
"""offset → 1-based line and column, in code points."""


def positions(source: Source, entry: Entry, field: str, plural: int | None) -> Positions:
    """What says where each code point of a field stands; the entry's first line if it lacks it."""
    lexed = exact(entry)
    if lexed is None:
        return lambda _: (entry.linenum or 1, 1)
    names = {field} if plural is None else {f"{field}[{plural}]"}
    if field == "msgstr" and plural is None:
        names.add("msgstr[0]")
    found = next((part for part in lexed.fields if part.name in names), None)
    if found is None:
        first = source.line_of(lexed.start)
        return lambda _: (first, 1)
    reached = 0
    starts: list[int] = []  # offsets in the unescaped text: of plain runs, of escapes
    pieces: list[tuple[int, int, bool]] = []  # byte of the string's start, code points after it
    for start, end in found.strings:
        text, place = source.decode(start, end), 0
        for escape in ESCAPE.finditer(text):
            starts += reached, reached + escape.start() - place
            pieces += (start, place, True), (start, escape.start(), False)
            reached = starts[-1] + len(unescape_one(escape, source.file_charset))
            place = escape.end()
        starts.append(reached)
        pieces.append((start, place, True))
        reached += len(text) - place

    def at(offset: int) -> tuple[int, int]:
        piece = bisect_right(starts, offset) - 1
        start, place, plain = pieces[piece]
        line, column = source.line_column(start)
        inside = min(offset, reached) - starts[piece] if plain else 0
        return line, column + place + inside

    return at
