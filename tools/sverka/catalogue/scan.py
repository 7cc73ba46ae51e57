"""Fast reading: one regular expression an entry; `lexer.py` reads what it does not match."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from sverka.catalogue.entry import Entry, entries_at, entry_at
from sverka.catalogue.lexer import Fault, Lexed, lex
from sverka.catalogue.source import Source


@cache
def _regular(newline: bytes, obsolete: bytes) -> re.Pattern[bytes]:
    """An entry in the shape that every tool writes; as its last resort, any one byte.

    `obsolete` is what its lines begin with: nothing for a live entry, or "#~ ".
    """
    quoted = rb'"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+"%s' % newline
    string = b"%s(?:%s%s)*+" % (quoted, re.escape(obsolete), quoted)
    return re.compile(
        rb"(?P<comments>(?:\#(?!~[^|])[^\n]*+\n(?:%(nl)s)*+)*+)"
        rb"(?:%(o)smsgctxt (?P<msgctxt>%(s)s))?+"
        rb"%(o)smsgid (?:(?P<%(name)s>%(s)s%(o)smsgstr %(s)s)"
        rb"|(?P<%(plural)s>%(s)s%(o)smsgid_plural %(s)s(?:%(o)smsgstr\[\d\] %(s)s)++))"
        rb"(?:%(nl)s)*+(?!\s*+(?:%(o)s)?[ \t]*+(?:\"|msgstr|msgid_plural))"
        rb"|[\s\S]"
        % {
            b"nl": newline,
            b"s": string,
            b"o": re.escape(obsolete),
            b"name": b"old" if obsolete else b"body",
            b"plural": b"old_plural" if obsolete else b"plural",
        }
    )


@dataclass(slots=True)
class Scan:
    """The regions of a source: entries in file order, other regions, and what is wrong."""

    entries: list[Entry]
    domains: list[tuple[int, str]]
    faults: list[Fault]
    broken: list[Lexed]


def scan(source: Source) -> Scan:
    """Read a whole source; the indices of the entries assume that the first is the header.

    Never fails: what cannot be read is in `.faults` and `.broken`.
    """
    buffer = source.buffer
    newline = b"\r\n" if source.newline == "\r\n" else b"\n"
    live, obsolete = _regular(newline, b""), _regular(newline, b"#~ ")
    out = Scan([], [], [], [])
    position, size = 0, len(buffer)
    while position < size:
        before = position
        for pattern in (live, obsolete):
            rest = entries_at(source, pattern.finditer(buffer, position), out.entries)
            position = size if rest is None else rest.start()
        if position == before:
            position = _read_slowly(source, position, out)
    return out


def _read_slowly(source: Source, position: int, out: Scan) -> int:
    """Read on from an irregular place while it stays irregular."""
    region = lex(source.buffer, position)
    out.faults += region.faults
    if region.kind == "entry":
        out.entries.append(entry_at(source, region, len(out.entries) - 1))
    elif region.kind == "broken":
        out.broken.append(region)
    elif region.kind == "domain":
        start, end = region.fields[0].strings[0]
        out.domains.append((region.end, source.decode(start, end)))
    return max(region.end, position + 1) if region.kind != "end" else len(source.buffer)


def regions(source: Source) -> Iterator[Lexed]:
    """The exact reading of a whole source, region by region (for tests and for repair)."""
    position = 0
    while True:
        region = lex(source.buffer, position)
        yield region
        if region.kind == "end":
            return
        position = max(region.end, position + 1)
