"""Regular entries: those in the shape that every tool writes, read with one expression each."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

from sverka.catalogue.comments import parse_flags
from sverka.catalogue.escapes import unescape
from sverka.catalogue.lexer import Field, Lexed, lex
from sverka.catalogue.source import Source

Found = re.Match[bytes]
OLD = b"#~ "  # what the lines of an obsolete entry begin with
_LONG = 80  # letters of a msgid that is kept once for the catalogues of all locales
_NEXT_FLAGS = re.compile(rb"\n#[,=]")


@cache
def regular(newline: bytes, obsolete: bytes) -> re.Pattern[bytes]:
    """An entry in the shape that every tool writes; as its last resort, any one byte.

    `obsolete` is what its lines begin with: nothing for a live entry, or `OLD`. The groups of
    strings begin and end inside the quotes.
    """
    inside = rb'[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+'
    string = b'%s(?:"%s%s"%s)*+' % (inside, newline, re.escape(obsolete), inside)
    comment = rb"(?:\#(?![,=]|~[^|])[^\n]*+\n(?:%s)*+)*+" % newline
    return re.compile(
        rb"(?P<comments>%(comment)s"
        rb"(?:\#[,=](?P<flags>[^\n]*+(?:\n\#[,=][^\n]*+)*+)\n(?:%(nl)s)*+)?+%(comment)s)"
        rb'(?:%(o)smsgctxt "(?P<msgctxt>%(s)s)"%(nl)s)?+'
        rb'%(o)smsgid "(?P<msgid>%(s)s)"%(nl)s%(o)s(?:msgstr "(?P<msgstr>%(s)s)'
        rb'|(?P<plural>msgid_plural "%(s)s(?:"%(nl)s%(o)smsgstr\[\d\] "%(s)s)++))"'
        rb"(?:%(nl)s)++(?!\s*+(?:%(o)s)?[ \t]*+(?:\"|msgstr|msgid_plural))"
        rb"|[\s\S]" % {b"nl": newline, b"s": string, b"o": re.escape(obsolete), b"comment": comment}
    )


def regular_at(source: Source, start: int) -> Found:
    """The regular entry that is known to begin at `start`."""
    found = regular(source.line_end, b"").match(source.buffer, start)
    if found is None or found.lastindex is None:
        found = regular(source.line_end, OLD).match(source.buffer, start)
    assert found is not None
    return found


def is_obsolete(found: Found) -> bool:
    """Whether this is an obsolete entry."""
    msgid = found.start("msgid")
    return found.string[msgid - 10 : msgid - 7] == OLD


def exactly(found: Found) -> Lexed:
    """Where each part of a regular entry stands: what `lex` would find, in less time."""
    if found["plural"] is not None:
        return lex(found.string, found.start())
    obsolete = is_obsolete(found)
    last = found.end("msgstr") + 1
    end = found.string.find(b"\n", last) + 1
    joint = b'"%s%s"' % (found.string[last:end], OLD if obsolete else b"")
    out = Lexed("entry", found.start(), end, obsolete)
    start = found.start()
    for line in found["comments"].split(b"\n"):
        if line.rstrip(b"\r"):
            out.comments.append((start, start + len(line) + 1))
        start += len(line) + 1
    for name in ("msgctxt", "msgid", "msgstr"):
        start, end = found.span(name)
        if start >= 0:
            part = Field(name, start - len(name) - 2, end + 1)
            for line in found[name].split(joint):
                part.strings.append((start, start + len(line)))
                start += len(line) + len(joint)
            out.fields.append(part)
    return out


class Columns(NamedTuple):
    """The fields of a run of entries: of each field the values, entry by entry."""

    msgctxt: Sequence[str | None]
    msgid: Sequence[str]
    msgid_plural: Sequence[str]
    msgstr: Sequence[str]
    flags: Sequence[tuple[str, ...]]
    forms: dict[int, dict[int, str]]  # msgstr_plural of the plural ones, by place


def decode(source: Source, run: Sequence[Found]) -> Columns:
    """Decode the texts and flags of regular entries, all live or all obsolete.

    Many at once, because most of the time goes into the steps, not into the letters.
    """
    end = b'"%s%s' % (source.line_end, OLD if is_obsolete(run[0]) else b"")
    flags, contexts, msgids, msgstrs, plurals = zip(
        *[found.group(2, 3, 4, 5, 6) for found in run], strict=True
    )
    msgid_plural, forms = [""] * len(run), {}
    if None in msgstrs:
        for place in [place for place, raw in enumerate(plurals) if raw is not None]:
            msgid_plural[place], forms[place] = _plural(source, plurals[place], end)
        msgstrs = tuple(raw or b"" for raw in msgstrs)
    return Columns(
        [None if raw is None else _texts(source, [raw], end)[0] for raw in contexts],
        [intern(text) if len(text) > _LONG else text for text in _texts(source, msgids, end)],
        msgid_plural,
        _texts(source, msgstrs, end),
        [() if raw is None else _flags(raw, source.charset) for raw in flags],
        forms,
    )


def _plural(source: Source, raw: bytes, end: bytes) -> tuple[str, dict[int, str]]:
    """msgid_plural and the forms of the translation."""
    fields = raw.replace(end + b'"', b"").split(end)
    names, values = zip(*[field.split(b' "', 1) for field in fields], strict=True)
    msgid_plural, *texts = _texts(source, values, end)
    places = [name[7] - 48 for name in names[1:]]  # msgstr[N]
    forms = dict(zip(places, texts, strict=True))  # of two with one number the last counts
    return msgid_plural, dict(sorted(forms.items()))


def _texts(source: Source, raws: Sequence[bytes], end: bytes) -> list[str]:
    """Decode and unescape strings. `end` stands between two lines of a string and a quote."""
    joint = end + b'"'
    try:
        together = b"\n\n".join(raws).decode(source.charset)
    except UnicodeDecodeError:  # perhaps only a letter that a line end cuts in two
        together = "\\"
        texts = [raw.replace(joint, b"").decode(source.charset, "replace") for raw in raws]
    else:
        texts = together.replace(joint.decode(), "").split("\n\n")
    if "\\" in together:
        charset = source.file_charset
        texts = [unescape(text, charset) if "\\" in text else text for text in texts]
    return texts


@lru_cache(1024)
def _flags(lines: bytes, charset: str) -> tuple[str, ...]:
    return parse_flags(line.decode(charset, "replace") for line in _NEXT_FLAGS.split(lines))
