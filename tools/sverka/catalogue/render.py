"""The text of an entry, as it is written into a file."""

import re
from dataclasses import dataclass, replace

from sverka.catalogue.comments import format_reference
from sverka.catalogue.entry import Entry
from sverka.catalogue.escapes import escape
from sverka.catalogue.wrap import at_space, may_break, outside_directives, wrap

_AFTER_NEWLINE = re.compile(r"(?<=\n)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a file writes its strings; the default is msgcat's.

    `width`: columns of a page, as in `msgcat --width` (None: no line breaks but those after \\n).
    `wide`: characters of ambiguous width take two columns.
    `at_spaces`: lines break only after spaces, as polib's do.
    `split`: a line ends after each \\n.
    `directives`: no line ends inside a printf directive (for entries flagged c-format).
    `empty_first`: a string of several lines begins with an empty one.
    """

    width: int | None = 79
    wide: bool = False
    at_spaces: bool = False
    split: bool = True
    empty_first: bool = True
    directives: bool = False


MSGCAT = Style()
REFERENCE_WIDTH = 79  # columns of `#:` lines in files whose strings are not wrapped


def render_field(name: str, text: str, prefix: str, style: Style) -> str:
    """`msgid "…"` with its line end; `prefix` stands before each line ("#~ ", "#| ")."""
    lines = string_lines(name, text, prefix, style)
    first, *rest = f'{name} "{lines[0]}"', *(f'"{line}"' for line in lines[1:])
    return "".join(f"{prefix}{line}\n" for line in (first, *rest))


def string_lines(name: str, text: str, prefix: str, style: Style) -> list[str]:
    """The escaped lines of a field; the first may be empty when there are several."""
    parts = _AFTER_NEWLINE.split(text) if style.split else [text]
    parts = [escape(part) for part in parts if part]
    if not parts:
        return [""]
    room = style.width and style.width - 2 - len(prefix)
    if len(parts) == 1:
        first = room and room - len(name) - 1
        if not first or len(_wrap(parts[0], first, style)) == 1:
            return parts
    lines = [line for part in parts for line in (_wrap(part, room, style) if room else [part])]
    return ["", *lines] if style.empty_first else lines


def _wrap(text: str, room: int, style: Style) -> list[str]:
    where = at_space if style.at_spaces else outside_directives if style.directives else may_break
    return wrap(text, room, style.wide, where)


def style_for(entry: Entry, style: Style) -> Style:
    """The style of a file as it applies to one entry."""
    return replace(style, directives=True) if "c-format" in entry.flags else style


def render_entry(entry: Entry, style: Style = MSGCAT) -> str:
    """An entry as msgcat writes it, with "\\n" line ends and no blank line after it."""
    prefix = "#~ " if entry.obsolete else ""
    style = style_for(entry, style)
    return render_comments(entry, style) + "".join(
        render_field(name, text, prefix, style) for name, text in text_fields(entry)
    )


def text_fields(entry: Entry) -> list[tuple[str, str]]:
    """The keywords of an entry with their texts, in the order of a PO file."""
    fields = [] if entry.msgctxt is None else [("msgctxt", entry.msgctxt)]
    fields.append(("msgid", entry.msgid))
    if entry.msgid_plural:
        fields.append(("msgid_plural", entry.msgid_plural))
        forms = entry.msgstr_plural or {0: ""}
        fields += [(f"msgstr[{number}]", text) for number, text in forms.items()]
    else:
        fields.append(("msgstr", entry.msgstr))
    return fields


def render_comments(entry: Entry, style: Style = MSGCAT) -> str:
    """The comment lines of an entry, in msgcat's order of kinds."""
    kinds = ("translator", "extracted", "references", "flags", "previous")
    return "".join(render_comment_kind(kind, entry, style) for kind in kinds)


def render_comment_kind(kind: str, entry: Entry, style: Style) -> str:
    """The comment lines of one kind: translator, extracted, references, flags or previous."""
    if kind == "translator":
        return "".join(_comment("#", line) for line in _lines(entry.tcomment))
    if kind == "extracted":
        return "".join(_comment("#.", line) for line in _lines(entry.comment))
    if kind == "references":
        return "".join(f"{line}\n" for line in _references(entry, style))
    if kind == "flags":
        return f"#, {', '.join(entry.flags)}\n" if entry.flags else ""
    prefix = "#~| " if entry.obsolete else "#| "
    return "".join(
        render_field(name, previous, prefix, style)
        for name in ("msgctxt", "msgid", "msgid_plural")
        if (previous := getattr(entry, f"previous_{name}")) is not None
    )


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _comment(mark: str, line: str) -> str:
    return f"{mark} {line}\n" if line else f"{mark}\n"


def _references(entry: Entry, style: Style) -> list[str]:
    lines: list[str] = []
    line = "#:"
    for occurrence in entry.occurrences:
        word = format_reference(occurrence)
        if line != "#:" and len(line) + 1 + len(word) > (style.width or REFERENCE_WIDTH):
            lines.append(line)
            line = "#:"
        line += f" {word}"
    return [*lines, line] if line != "#:" else lines
