"""Normalising a whole catalogue, on request only."""

from collections.abc import Iterable

from sverka.catalogue.document import Catalogue, CatalogueError
from sverka.catalogue.entry import Entry
from sverka.catalogue.render import MSGCAT, Style, render_entry


def normalise(catalogue: Catalogue, width: int | None = MSGCAT.width) -> Catalogue:
    """The catalogue as `msgcat` would write it: order of comments, wrapping, obsolete ones last.

    `width` is the page width in columns; None breaks lines only after \\n. Unlike msgcat it keeps
    flags that gettext does not know. Raises CatalogueError when a part of the file is unreadable,
    because it would be lost.
    """
    if catalogue.unreadable:
        raise CatalogueError(f"{catalogue.problems[0]}; correct the file before formatting it")
    if catalogue.domains:
        raise CatalogueError(f"{catalogue.path}: files with domain directives are not formatted")
    style = Style(width=width, wide=catalogue.style.wide)
    top = [catalogue.header_entry] if catalogue.header_entry else []
    ordered = [*top, *sorted(catalogue.entries, key=lambda entry: entry.obsolete)]
    text = "\n".join(render_entry(_with_usual_flags(entry), style) for entry in ordered)
    data = text.encode(catalogue.source.file_charset)
    return catalogue if data == catalogue.to_bytes() else catalogue.rebased(data)


def without_line_refs(catalogue: Catalogue) -> Catalogue:
    """The catalogue whose references name only files; nothing else changes."""
    changes = []
    for entry in catalogue.entries:
        files = tuple(dict.fromkeys((name, "") for name, _ in entry.occurrences))
        if files != entry.occurrences:
            changes.append((entry, {"occurrences": files}))
    return catalogue.replace_many(changes)


def _with_usual_flags(entry: Entry) -> Entry:
    return entry.changed(flags=usual_order(entry.flags))


def usual_order(flags: Iterable[str]) -> tuple[str, ...]:
    """msgcat's order of flags: fuzzy, formats, range, wrapping, then the rest."""

    def rank(flag: str) -> int:
        if flag == "fuzzy":
            return 0
        if flag.endswith("-format"):
            return 1
        return 2 if flag.startswith("range:") else 3 if flag.endswith("wrap") else 4

    return tuple(sorted(dict.fromkeys(flags), key=rank))
