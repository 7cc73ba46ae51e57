"""Normalising a whole catalogue, on request only."""

import re
from collections.abc import Iterable, Iterator

from sverka.catalogue.document import Catalogue, CatalogueError
from sverka.catalogue.entry import Entry, comment_lines, span_of
from sverka.catalogue.render import MSGCAT, Style, render_entry

_HERE = re.compile(r"^(?:\./)+")
# The order in which gettext writes the formats of a message.
_FORMATS = (
    "c objc python python-brace java java-printf csharp javascript scheme lisp elisp librep ruby "
    "sh awk lua object-pascal smalltalk qt qt-plural kde kde-kuit boost tcl perl perl-brace php "
    "gcc-internal gfc-internal ycp"
)


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
    catalogue.refuse_undecodable()
    style = Style(width=width, wide=catalogue.style.wide)
    top = [catalogue.header_entry] if catalogue.header_entry else []
    ordered = [*top, *sorted(catalogue.entries, key=lambda entry: entry.obsolete)]
    texts = [_lone_mark(entry) + render_entry(_usual(entry), style) for entry in ordered]
    text = "\n".join([*texts, *_last_words(catalogue, ordered)])
    source = catalogue.source
    data = text.encode(source.file_charset)
    if source.file_charset.startswith("utf-16"):
        data = source.bom + data
    return catalogue if data == catalogue.to_bytes() else catalogue.rebased(data)


def without_line_refs(catalogue: Catalogue) -> Catalogue:
    """The catalogue whose references name only files; nothing else changes."""
    changes = []
    for entry in catalogue.entries:
        files = tuple(dict.fromkeys((name, "") for name, _ in entry.occurrences))
        if files != entry.occurrences:
            changes.append((entry, {"occurrences": files}))
    return catalogue.replace_many(changes)


def _usual(entry: Entry) -> Entry:
    """Flags and references as msgcat writes them."""
    flags = usual_order(entry.flags)
    places = dict.fromkeys(entry.occurrences)
    return entry.changed(
        flags=flags if entry.forms[0] else tuple(flag for flag in flags if flag != "fuzzy"),
        occurrences=tuple((_HERE.sub("", name) or name, line) for name, line in places),
    )


def _last_words(catalogue: Catalogue, entries: list[Entry]) -> Iterator[str]:
    """The comments after the last entry, which msgcat drops."""
    end = max((span_of(entry)[1] for entry in entries), default=0)
    source = catalogue.source
    lines = source.decode(end, len(source.buffer)).replace("\r\n", "\n").strip("\n").split("\n")
    if any(line.strip() for line in lines):
        yield "".join(f"{line}\n" for line in lines)


def _lone_mark(entry: Entry) -> str:
    """A translator comment without a word, which the entry itself does not tell from none."""
    is_lone = not entry.tcomment and any(line.strip() == "#" for line in comment_lines(entry))
    return "#\n" if is_lone else ""


def usual_order(flags: Iterable[str]) -> tuple[str, ...]:
    """msgcat's order of flags: fuzzy, formats, range, wrapping, then the rest."""

    formats = _FORMATS.split()

    def rank(flag: str) -> tuple[int, int]:
        if flag == "fuzzy":
            return 0, 0
        if flag.endswith("-format"):
            name = flag.removesuffix("-format").removeprefix("no-").removeprefix("possible-")
            return 1, formats.index(name) if name in formats else len(formats)
        return (2 if flag.startswith("range:") else 3 if flag.endswith("wrap") else 4), 0

    return tuple(sorted(dict.fromkeys(flags), key=rank))
