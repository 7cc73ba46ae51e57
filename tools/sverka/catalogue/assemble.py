"""Writing a planned update: old bytes where nothing changed, new text elsewhere."""

from collections.abc import Iterator
from itertools import pairwise

from sverka.catalogue.document import Catalogue
from sverka.catalogue.entry import Entry, span_of, start_of
from sverka.catalogue.header import with_fields
from sverka.catalogue.merge import Merge
from sverka.catalogue.render import render_entry
from sverka.catalogue.scan import uncollected
from sverka.catalogue.source import Piece
from sverka.catalogue.splice import entry_splices

_FROM_TEMPLATE = ("POT-Creation-Date", "Report-Msgid-Bugs-To")


def assemble(catalogue: Catalogue, template: Catalogue, merge: Merge) -> Catalogue:
    """The catalogue after `merge`; the same object when not even a comment changes."""
    with uncollected():
        return _assemble(catalogue, template, merge)


def _assemble(catalogue: Catalogue, template: Catalogue, merge: Merge) -> Catalogue:
    wanted = _ordered(catalogue, merge)
    before = list(catalogue.entries)
    if len(wanted) == len(before) and all(a is b for a, b in zip(wanted, before, strict=True)):
        return catalogue
    header = _header(catalogue, template)
    pieces = list(_pieces(catalogue, [*([header] if header else []), *wanted]))
    data = catalogue.encode(pieces)
    return catalogue.rebased(data)


def _ordered(catalogue: Catalogue, merge: Merge) -> list[Entry]:
    """Live entries in the order of the template; obsolete ones where they were, or at the end."""
    revived = {id(change.old) for change in merge.changes if change.kind == "revived"}
    live: list[Entry] = []
    gone: list[Entry] = []
    for change in merge.changes:
        if change.new is not None:
            (gone if change.kind == "obsoleted" else live).append(change.new)
    followers: dict[int, list[Entry]] = {}
    tail: list[Entry] = []
    last: int | None = None
    waiting: list[Entry] = []
    for entry in catalogue.entries:
        if not entry.obsolete:
            if waiting:
                followers.setdefault(-1 if last is None else last, []).extend(waiting)
                waiting = []
            last = entry.index
        elif id(entry) not in revived:
            waiting.append(entry)
    tail = waiting
    out = followers.pop(-1, [])
    for entry in live:
        out.append(entry)
        base = entry._base or entry
        if base._source is catalogue.source:
            out += followers.pop(base.index, [])
    return [*out, *(entry for group in followers.values() for entry in group), *tail, *gone]


def _header(catalogue: Catalogue, template: Catalogue) -> Entry | None:
    """The header with what only the template knows."""
    header = catalogue.header_entry
    if header is None:
        return None
    changes = {
        name: template.header[name]
        for name in _FROM_TEMPLATE
        if name in catalogue.header and template.header.get(name)
    }
    return header.changed(msgstr=with_fields(header.msgstr, dict(changes)))


def _pieces(catalogue: Catalogue, entries: list[Entry]) -> Iterator[Piece]:
    source = catalogue.source
    top = [catalogue.header_entry] if catalogue.header_entry else []
    old = sorted((*top, *catalogue.entries), key=start_of)
    if not old:
        yield (0, len(source.buffer))
        yield from _joined([render_entry(entry, catalogue.style) for entry in entries])
        return
    place_of = {id(entry._base or entry): place for place, entry in enumerate(old)}
    gap = _usual_gap(old)
    yield (0, start_of(old[0]))
    for number, (is_old, run) in enumerate(_runs(entries, place_of)):
        if number:
            yield gap
        if is_old:
            yield from _run_pieces(catalogue, run)
        else:
            yield render_entry(run[0], catalogue.style)
    yield (span_of(old[-1])[1], len(source.buffer))


def _runs(entries: list[Entry], place_of: dict[int, int]) -> Iterator[tuple[bool, list[Entry]]]:
    """Entries that stand together in the file, as they did before; each new one by itself."""
    run: list[Entry] = []
    last: int | None = None
    for entry in entries:
        place = place_of.get(id(entry._base or entry))
        if run and (place is None or last is None or place != last + 1):
            yield last is not None, run
            run = []
        run.append(entry)
        last = place
    if run:
        yield last is not None, run


def _run_pieces(catalogue: Catalogue, run: list[Entry]) -> Iterator[Piece]:
    start, end = start_of(run[0]), span_of(run[-1])[1]
    for entry in run:
        if entry._base is not None:
            for splice_start, splice_end, text in sorted(entry_splices(catalogue, entry)):
                yield (start, splice_start)
                yield text
                start = splice_end
    yield (start, end)
    if catalogue.source.buffer[end - 1 : end] != b"\n":
        yield "\n"


def _usual_gap(old: list[Entry]) -> str:
    """A blank line between entries, unless the file does without."""
    gaps = (start_of(after) - span_of(before)[1] for before, after in pairwise(old))
    return "\n" if len(old) < 2 or any(gaps) else ""


def _joined(texts: list[str]) -> Iterator[Piece]:
    for number, text in enumerate(texts):
        yield f"\n{text}" if number else text
