"""The comment lines of an entry, by kind."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from sverka.catalogue.escapes import unescape

_STRING = re.compile(r'(msgctxt|msgid_plural|msgid)|"((?:[^"\\]|\\.)*)"')
# A file name with spaces stands between U+2068 and U+2069.
_REFERENCE = re.compile("(\u2068[^\u2069]*\u2069(?::\\d+)?|\\S+)")


class Comments(NamedTuple):
    """What the `#` lines of an entry say; the names are polib's."""

    tcomment: str = ""
    comment: str = ""
    occurrences: tuple[tuple[str, str], ...] = ()
    flags: tuple[str, ...] = ()
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    previous_msgid_plural: str | None = None


def parse_comments(lines: Iterable[str], charset: str = "utf-8") -> Comments:
    """Sort the comment lines of an entry (without their line ends) by kind."""
    translator: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    previous: list[str] = []
    for line in lines:
        line = line.strip(" \t\r\f\v") if line[:1] != "#" else line.rstrip("\r")
        line = unmarked(line)
        kind, rest = line[1:2], line[2:]
        if kind == ".":
            extracted.append(rest.removeprefix(" "))
        elif kind == ":":
            references.append(rest)
        elif kind in {",", "="} and kind:
            flags += [flag for part in rest.split(",") if (flag := part.strip())]
        elif kind == "|":
            previous.append(rest)
        elif line.startswith("#~|"):
            previous.append(line[3:])
        elif kind == "~":
            translator.append(rest.removeprefix(" "))
        else:
            translator.append(line[1:].removeprefix(" "))
    return Comments(
        "\n".join(translator),
        "\n".join(extracted),
        tuple(parse_reference(word) for text in references for word in _REFERENCE.findall(text)),
        tuple(flags),
        *_parse_previous("\n".join(previous), charset),
    )


def unmarked(line: str) -> str:
    """A comment line without the mark `#~` that some tools write before those of old entries."""
    inner = line[2:].lstrip(" \t") if line.startswith("#~") else ""
    return inner if inner.startswith("#") else line


def parse_flags(lines: Iterable[str]) -> tuple[str, ...]:
    """Only the flags, from `#,` and `#=` lines without those two characters."""
    return tuple(flag for line in lines for part in line.split(",") if (flag := part.strip()))


def parse_reference(word: str) -> tuple[str, str]:
    """`file.c:12` as ("file.c", "12"); without a line number the second part is empty."""
    if word.startswith("\u2068"):
        name, _, line = word[1:].partition("\u2069")
        return name, line.removeprefix(":")
    name, colon, line = word.rpartition(":")
    return (name, line) if colon and line.isdecimal() and name else (word, "")


def format_reference(occurrence: tuple[str, str]) -> str:
    """The inverse of `parse_reference`."""
    name, line = occurrence
    if any(letter.isspace() for letter in name):
        name = f"\u2068{name}\u2069"
    return f"{name}:{line}" if line else name


def _parse_previous(text: str, charset: str) -> tuple[str | None, str | None, str | None]:
    values: dict[str, str | None] = dict.fromkeys(("msgctxt", "msgid", "msgid_plural"))
    if not text:
        return None, None, None
    name = ""
    for keyword, string in _STRING.findall(text):
        if keyword:
            name = keyword
            values[name] = ""
        elif name:
            values[name] = (values[name] or "") + unescape(string, charset)
    return values["msgctxt"], values["msgid"], values["msgid_plural"]
