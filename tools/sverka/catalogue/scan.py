"""Fast reading: a regular entry at a time; `lexer.py` reads what is not regular."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sverka.catalogue.entry import Entry, entries_at, entry_at
from sverka.catalogue.lexer import Fault, Lexed, lex
from sverka.catalogue.regular import OLD, regular
from sverka.catalogue.source import Source


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
    with uncollected():
        return _scan(source)


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection: all that is made here stays, so that each would be in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _scan(source: Source) -> Scan:
    buffer = source.buffer
    live, obsolete = regular(source.line_end, b""), regular(source.line_end, OLD)
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
