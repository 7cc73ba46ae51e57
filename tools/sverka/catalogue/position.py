"""From a place in an unescaped text to line and column of the file."""

from sverka.catalogue.entry import Entry, exact
from sverka.catalogue.escapes import ESCAPE, unescape_one
from sverka.catalogue.source import Source


def position(
    source: Source, entry: Entry, field: str, plural: int | None, offset: int
) -> tuple[int, int]:
    """1-based line and column, in code points; the entry's first line when it lacks the field."""
    lexed = exact(entry)
    if lexed is None:
        return entry.linenum or 1, 1
    names = {field} if plural is None else {f"{field}[{plural}]"}
    if field == "msgstr" and plural is None:
        names.add("msgstr[0]")
    found = next((part for part in lexed.fields if part.name in names), None)
    if found is None:
        return source.line_of(lexed.start), 1
    remaining = offset
    start, inside = found.strings[0][0], 0
    for start, end in found.strings:
        text = source.decode(start, end)
        inside, remaining = _advance(text, remaining, source.file_charset)
        if inside < len(text):
            break
    line, column = source.line_column(start)
    return line, column + inside


def _advance(text: str, offset: int, charset: str) -> tuple[int, int]:
    """How far `offset` unescaped code points reach in an escaped text, and what remains of them."""
    place = 0
    for found in ESCAPE.finditer(text):
        plain = found.start() - place
        if offset < plain:
            return place + offset, 0
        offset -= plain
        value = len(unescape_one(found, charset))
        if offset < value:
            return found.start(), 0
        offset -= value
        place = found.end()
    plain = len(text) - place
    return (place + offset, 0) if offset < plain else (len(text), offset - plain)
