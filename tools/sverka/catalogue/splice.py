"""What an edit changes in the text of a file: the edited fields, nothing else."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sverka.catalogue.entry import COMMENT_FIELDS, Entry, exact
from sverka.catalogue.lexer import Lexed
from sverka.catalogue.render import Style, render_comment_kind, render_field, text_fields
from sverka.catalogue.source import Source, Splice

if TYPE_CHECKING:
    from sverka.catalogue.document import Catalogue

# In the order in which msgcat writes them: kind, second characters of its lines, fields.
KINDS = (
    ("translator", "", ("tcomment",)),
    ("extracted", ".", ("comment",)),
    ("references", ":", ("occurrences",)),
    ("flags", ",=", ("flags",)),
    ("previous", "|", ("previous_msgctxt", "previous_msgid", "previous_msgid_plural")),
)


def splices(catalogue: "Catalogue", edited: Iterable[Entry]) -> Iterator[Splice]:
    """The splices that bring the edited entries into the text of their file, sorted."""
    found = [piece for entry in edited for piece in entry_splices(catalogue, entry)]
    return iter(sorted(found))


def entry_splices(catalogue: "Catalogue", entry: Entry) -> Iterator[Splice]:
    """What differs between an entry and its text in the file; nothing for an unedited one."""
    if entry._base is None:
        return
    base, lexed = entry._base, exact(entry)
    assert base is not None and lexed is not None
    style = catalogue.style
    if any(getattr(entry, name) != getattr(base, name) for name in COMMENT_FIELDS):
        yield from _comments(catalogue.source, entry, base, lexed, style)
    old, new = text_fields(base), text_fields(entry)
    prefix = "#~ " if entry.obsolete else ""
    names = [part.name for part in lexed.fields]
    if entry.obsolete != base.obsolete or [name for name, _ in new] != names:
        start, end = lexed.fields[0].start, lexed.fields[-1].end
        start = catalogue.source.buffer.rfind(b"\n", 0, start) + 1
        text = "".join(render_field(name, text, prefix, style) for name, text in new)
        yield start, end, text[:-1]
        return
    for part, (name, before), (_, after) in zip(lexed.fields, old, new, strict=True):
        if before != after:
            text = render_field(name, after, prefix, style)
            yield part.start, part.end, text[len(prefix) : -1]


def _comments(
    source: Source, entry: Entry, base: Entry, lexed: Lexed, style: Style
) -> Iterator[Splice]:
    """Replace the comment lines of the kinds that changed; the other lines stay."""
    start = lexed.start
    end = source.buffer.rfind(b"\n", 0, lexed.fields[0].start) + 1
    lines = [(_kind(line), line) for line in source.decode(start, end).splitlines(keepends=True)]
    for place, (kind, _, fields) in enumerate(KINDS):
        if all(getattr(entry, name) == getattr(base, name) for name in fields):
            continue
        later = {other for other, _, _ in KINDS[place + 1 :]}
        at = next((n for n, (found, _) in enumerate(lines) if found == kind), None)
        if at is None:
            at = next((n for n, (found, _) in enumerate(lines) if found in later), len(lines))
        new = render_comment_kind(kind, entry, style)
        if kind == "flags":
            new = _flag_lines(entry, [line for found, line in lines if found == kind])
        kept = [(found, line) for found, line in lines[at:] if found != kind]
        lines = [*lines[:at], (kind, new), *kept]
    yield start, max(start, end), "".join(line for _, line in lines).replace("\r\n", "\n")


def _kind(line: str) -> str:
    line = line.lstrip()
    if not line:
        return "blank"
    if line.startswith("#~|"):
        return "previous"
    return next(
        (kind for kind, marks, _ in KINDS if line[1:2] in marks and line[1:2]), "translator"
    )


def _flag_lines(entry: Entry, old: list[str]) -> str:
    """Flags that stood in a `#=` line stay in it; all others go into one `#,` line."""
    sticky = {
        flag.strip()
        for line in old
        if line.lstrip()[1] == "="
        for flag in line.lstrip()[2:].split(",")
    }
    lines = []
    for mark, flags in (
        ("#,", [flag for flag in entry.flags if flag not in sticky]),
        ("#=", [flag for flag in entry.flags if flag in sticky]),
    ):
        if flags:
            lines.append(f"{mark} {', '.join(flags)}\n")
    return "".join(lines)
