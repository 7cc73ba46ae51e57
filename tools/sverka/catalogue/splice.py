"""What an edit changes in the text of a file: the edited fields, nothing else."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sverka.catalogue.comments import unmarked
from sverka.catalogue.entry import Entry, exact
from sverka.catalogue.escapes import escape, unescape
from sverka.catalogue.lexer import Field, Lexed
from sverka.catalogue.render import (
    Style,
    render_comment_kind,
    render_field,
    string_lines,
    style_for,
    text_fields,
)
from sverka.catalogue.source import Source, Splice
from sverka.catalogue.wrap import width

if TYPE_CHECKING:
    from sverka.catalogue.document import Catalogue

_LINE = re.compile(r"[^\n]*\n")
_SHORT = 60  # columns that fit on one line in every style
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
    if any(_differs(entry, base, kind, fields) for kind, _, fields in KINDS):
        yield from _comments(
            catalogue.source, entry, base, lexed, style_for(entry, catalogue.style)
        )
    old, new = text_fields(base), text_fields(entry)
    prefix = "#~ " if entry.obsolete else ""
    names = [part.name for part in lexed.fields]
    if entry.obsolete != base.obsolete or [name for name, _ in new] != names:
        start, end = lexed.fields[0].start, lexed.fields[-1].end
        start = max(lexed.start, catalogue.source.buffer.rfind(b"\n", 0, start) + 1)
        style = style_for(entry, catalogue.style)
        text = "".join(render_field(name, text, prefix, style) for name, text in new)
        yield start, end, text[:-1]
        return
    for part, (name, before), (_, after) in zip(lexed.fields, old, new, strict=True):
        if before != after:
            text = _field(catalogue, entry, part, (name, before, after), prefix)
            yield part.start, part.end, text[len(prefix) : -1]


def _field(
    catalogue: "Catalogue", entry: Entry, part: Field, change: tuple[str, str, str], prefix: str
) -> str:
    """A changed field in the style of its file, or in its own where it has one of its own."""
    name, before, after = change
    source = catalogue.source
    old = [source.decode(start, end) for start, end in part.strings]
    if len(old) == 1 and "\n" not in after and len(old[0]) < _SHORT and width(after) < _SHORT:
        return f'{prefix}{name} "{escape(after)}"\n'
    style = style_for(entry, catalogue.style)
    if string_lines(name, before, prefix, style) == old:
        return render_field(name, after, prefix, style)
    texts = [unescape(line, source.file_charset) for line in old]
    head, tail = common_lines(texts, after)
    if head and head + tail == len(old) and not texts[head - 1].endswith("\n"):
        head -= 1  # what was inserted goes on in the line before
    kept = len("".join(texts[:head])), len("".join(texts[len(old) - tail :]))
    middle = after[kept[0] : len(after) - kept[1]]
    if style.width and any(len(line) > style.width for line in old):
        style = replace(style, width=None)
    style = replace(style, empty_first=style.empty_first and not head)
    made = string_lines("" if head else name, middle, prefix, style) if middle else []
    lines = [*old[:head], *made, *old[len(old) - tail :]] or [""]
    first, *rest = f'{name} "{lines[0]}"', *(f'"{line}"' for line in lines[1:])
    return "".join(f"{prefix}{line}\n" for line in (first, *rest))


def common_lines(old: list[str], new: str) -> tuple[int, int]:
    """How many of the old lines the new text begins with, and how many it ends with."""
    head, start = 0, 0
    while head < len(old) and new.startswith(old[head], start):
        start += len(old[head])
        head += 1
    tail, end = 0, len(new)
    while tail < len(old) - head and new.endswith(old[-1 - tail], start, end):
        end -= len(old[-1 - tail])
        tail += 1
    return head, tail


def _comments(
    source: Source, entry: Entry, base: Entry, lexed: Lexed, style: Style
) -> Iterator[Splice]:
    """Replace the comment lines of the kinds that changed; the other lines stay."""
    start = lexed.start
    end = source.buffer.rfind(b"\n", 0, lexed.fields[0].start) + 1
    text = source.decode(start, end)  # splitlines would cut a comment at U+2028 and its like
    lines = [(_kind(line), line) for line in _LINE.findall(text)]
    for place, (kind, _, fields) in enumerate(KINDS):
        if not _differs(entry, base, kind, fields):
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


def _differs(entry: Entry, base: Entry, kind: str, fields: tuple[str, ...]) -> bool:
    """Whether comment lines of a kind must be written anew: `#|` is `#~|` in an obsolete entry."""
    if any(getattr(entry, name) != getattr(base, name) for name in fields):
        return True
    return (
        kind == "previous"
        and entry.obsolete != base.obsolete
        and any(getattr(entry, name) is not None for name in fields)
    )


def _kind(line: str) -> str:
    line = unmarked(line.lstrip())
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
        for line in map(unmarked, map(str.lstrip, old))
        if line[1] == "="
        for flag in line[2:].split(",")
    }
    lines = []
    for mark, flags in (
        ("#,", [flag for flag in entry.flags if flag not in sticky]),
        ("#=", [flag for flag in entry.flags if flag in sticky]),
    ):
        if flags:
            lines.append(f"{mark} {', '.join(flags)}\n")
    return "".join(lines)
