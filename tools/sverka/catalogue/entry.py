"""One message of a catalogue: an immutable value whose fields are decoded on demand."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from sverka.catalogue.comments import Comments, parse_comments, parse_flags
from sverka.catalogue.escapes import unescape
from sverka.catalogue.lexer import Lexed, lex
from sverka.catalogue.source import Source

TEXT_FIELDS = ("msgctxt", "msgid", "msgid_plural", "msgstr", "msgstr_plural")
COMMENT_FIELDS = Comments._fields
FIELDS = (*TEXT_FIELDS, *COMMENT_FIELDS, "obsolete")
_DEFAULTS: dict[str, Any] = {
    "msgctxt": None,
    "msgid": "",
    "msgid_plural": "",
    "msgstr": "",
    **Comments._field_defaults,
    "obsolete": False,
}
_FLAG_LINE = re.compile(rb"^#[,=]([^\n]*)", re.MULTILINE)


class Entry:
    """One message, with polib's attribute names. Compared and hashed by content.

    `msgctxt` is None when there is none; `msgid_plural` and `msgstr` are "" when there is none;
    `msgstr_plural` maps the index of a plural form to its text. `flags` come from `#,` and `#=`
    lines. `comment` is the programmer's (`#.`), `tcomment` the translator's (`# `).
    `occurrences` are (file, line) pairs. `linenum` is the 1-based first line of the entry in its
    file, `index` its place among `Catalogue.entries`; both are 0 for an entry made by hand.
    """

    __slots__ = (*FIELDS, "_base", "_lexed", "_source", "index", "linenum")

    msgctxt: str | None
    msgid: str
    msgid_plural: str
    msgstr: str
    msgstr_plural: dict[int, str]
    flags: tuple[str, ...]
    comment: str
    tcomment: str
    occurrences: tuple[tuple[str, str], ...]
    previous_msgctxt: str | None
    previous_msgid: str | None
    previous_msgid_plural: str | None
    obsolete: bool
    linenum: int
    index: int
    _source: Source | None
    _lexed: "re.Match[bytes] | Lexed | None"
    _base: "Entry | None"

    def __init__(self, **fields: Any) -> None:
        """Raises TypeError for a field that an entry does not have."""
        if unknown := fields.keys() - set(FIELDS) - {"index", "linenum"}:
            raise TypeError(f"an entry has no field {', '.join(sorted(unknown))}")
        values = {**_DEFAULTS, "index": 0, "linenum": 0, **fields}
        values["msgstr_plural"] = dict(sorted(dict(fields.get("msgstr_plural") or {}).items()))
        for name in ("flags", "occurrences"):
            values[name] = tuple(values[name])
        for name, value in values.items():
            _SET[name](self, value)
        _SET["_source"](self, None)
        _SET["_lexed"](self, None)
        _SET["_base"](self, None)

    @property
    def fuzzy(self) -> bool:
        """Whether the translation awaits a human's confirmation."""
        return "fuzzy" in self.flags

    @property
    def forms(self) -> tuple[str, ...]:
        """The translation, or its plural forms in order."""
        return tuple(self.msgstr_plural.values()) if self.msgstr_plural else (self.msgstr,)

    @property
    def translated(self) -> bool:
        """Whether every form has text and nothing awaits confirmation (polib's meaning)."""
        return not self.obsolete and all(self.forms) and not self.fuzzy

    @property
    def key(self) -> tuple[str | None, str]:
        """What identifies a message: msgctxt and msgid."""
        return self.msgctxt, self.msgid

    def changed(self, **fields: Any) -> Self:
        """This entry with other fields; it remembers which text of the file it came from."""
        if all(getattr(self, name, self) == value for name, value in fields.items()):
            return self
        values = {name: getattr(self, name) for name in FIELDS}
        place = {"index": self.index, "linenum": self.linenum}
        new = type(self)(**{**values, **place, **fields})
        _SET["_source"](new, self._source)
        _SET["_base"](new, self._base or (self if self._lexed is not None else None))
        return new

    def __getattr__(self, name: str) -> Any:
        """Called for a field that has not been decoded yet."""
        try:
            load = _LOADERS[name]
        except KeyError:
            raise AttributeError(name) from None
        load(self)
        return object.__getattribute__(self, name)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"an entry is immutable; use Catalogue.replace(entry, {name}=…)")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an entry is immutable")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Entry):
            return NotImplemented
        return self is other or all(getattr(self, n) == getattr(other, n) for n in FIELDS)

    def __hash__(self) -> int:
        return hash((self.msgctxt, self.msgid, self.forms))

    def __repr__(self) -> str:
        shown = (
            f"{name}={value!r}"
            for name in FIELDS
            if (value := getattr(self, name)) not in (None, "", (), {}, False)
        )
        return f"Entry({', '.join(shown)})"

    def __reduce__(self) -> tuple[Callable[..., "Entry"], tuple[dict[str, Any]]]:
        names = (*FIELDS, "index", "linenum")
        return _restore, ({name: getattr(self, name) for name in names},)


def _restore(fields: Mapping[str, Any]) -> Entry:
    return Entry(**fields)


_SET: dict[str, Callable[[Entry, Any], None]] = {
    name: getattr(Entry, name).__set__ for name in Entry.__slots__
}
_set_source, _set_lexed, _set_base = _SET["_source"], _SET["_lexed"], _SET["_base"]
_set_index, _set_obsolete = _SET["index"], _SET["obsolete"]
_set_msgctxt, _set_msgid = _SET["msgctxt"], _SET["msgid"]
_set_plural, _set_msgstr = _SET["msgid_plural"], _SET["msgstr"]
_set_flags, _set_forms = _SET["flags"], _SET["msgstr_plural"]
_new: Callable[[type[Entry]], Entry] = object.__new__


def entry_at(source: Source, lexed: "re.Match[bytes] | Lexed", index: int) -> Entry:
    """An entry that decodes its fields from `source` when they are asked for."""
    entry = _new(Entry)
    _set_source(entry, source)
    _set_lexed(entry, lexed)
    _set_index(entry, index)
    return entry


def entries_at(
    source: Source, found: Iterable[re.Match[bytes]], into: list[Entry]
) -> "re.Match[bytes] | None":
    """Append an entry for each match, up to one that matched nothing, which is returned."""
    append = into.append
    for index, lexed in enumerate(found, len(into) - 1):
        if lexed.lastindex is None:
            return lexed
        entry = _new(Entry)
        _set_source(entry, source)
        _set_lexed(entry, lexed)
        _set_index(entry, index)
        append(entry)
    return None


def renumber(entries: list[Entry]) -> None:
    """Give fresh entries the index of their place."""
    for index, entry in enumerate(entries):
        _set_index(entry, index)


def exact(entry: Entry) -> Lexed | None:
    """Where each part of the entry stands in its source; None for one made by hand."""
    base = entry._base or entry
    lexed = base._lexed
    if lexed is None or isinstance(lexed, Lexed):
        return lexed
    return lex(lexed.string, lexed.start())


def span_of(entry: Entry) -> tuple[int, int]:
    """Where the entry, from its first comment to its last string, stands in its source."""
    lexed = (entry._base or entry)._lexed
    if lexed is None:
        return 0, 0
    if isinstance(lexed, Lexed):
        return lexed.start, lexed.end
    return lexed.start(), max(lexed.end(3), lexed.end(4))


def _load_texts(entry: Entry) -> None:
    """Decode all texts and the flags of an entry."""
    source, lexed = entry._source, entry._lexed
    assert source is not None and lexed is not None
    if isinstance(lexed, Lexed):
        _load_lexed(entry, source, lexed)
        return
    comments, msgctxt, body, _ = lexed.groups()
    if body is None:  # a plural message
        _load_lexed(entry, source, lex(lexed.string, lexed.start()))
        return
    joint, middle, tail = source.seams[lexed.lastgroup]
    left, _, right = body.replace(joint, b"").partition(middle)
    msgid = left[1:].decode(source.charset, "replace")
    msgstr = right[:tail].decode(source.charset, "replace")
    _set_msgid(entry, unescape(msgid, source.file_charset) if "\\" in msgid else msgid)
    _set_msgstr(entry, unescape(msgstr, source.file_charset) if "\\" in msgstr else msgstr)
    _set_plural(entry, "")
    if msgctxt is None:
        _set_msgctxt(entry, None)
    else:
        text = msgctxt.replace(joint, b"")[1:tail].decode(source.charset, "replace")
        _set_msgctxt(entry, unescape(text, source.file_charset))
    if b"#," in comments or b"#=" in comments:
        lines = [line.decode(source.charset, "replace") for line in _FLAG_LINE.findall(comments)]
        _set_flags(entry, parse_flags(lines))
    else:
        _set_flags(entry, ())


def _load_forms(entry: Entry) -> None:
    lexed = entry._lexed
    if isinstance(lexed, re.Match) and lexed[4] is None:
        _set_forms(entry, {})
    else:
        _load_texts(entry)


def _load_lexed(entry: Entry, source: Source, lexed: Lexed) -> None:
    values: dict[str, Any] = {"msgctxt": None, "msgid": "", "msgid_plural": "", "msgstr": ""}
    forms: dict[int, str] = {}
    for found in lexed.fields:
        raw = b"".join(source.buffer[start:end] for start, end in found.strings)
        text = unescape(
            raw.decode(source.charset, "replace").replace("\\\r\n", "\\\n"), source.file_charset
        )
        if found.name.startswith("msgstr["):
            forms[int(found.name[7:-1])] = text
        else:
            values[found.name] = text
    for name, value in values.items():
        _SET[name](entry, value)
    _set_forms(entry, dict(sorted(forms.items())))
    _set_flags(entry, parse_comments(comment_lines(entry)).flags)


def comment_lines(entry: Entry) -> list[str]:
    """The comment lines of an entry as they stand in its file."""
    source, lexed = entry._source, entry._lexed
    if source is None or lexed is None:
        return []
    if isinstance(lexed, Lexed):
        return [source.decode(start, end).rstrip("\r\n") for start, end in lexed.comments]
    lines = lexed["comments"].decode(source.charset, "replace").split("\n")
    return [line for line in lines if line.rstrip("\r")]


def _load_comments(entry: Entry) -> None:
    source = entry._source
    assert source is not None
    comments = parse_comments(comment_lines(entry), source.file_charset)
    for name, value in zip(COMMENT_FIELDS, comments, strict=True):
        _SET[name](entry, value)


def same_comments(one: Entry, other: Entry) -> bool:
    """Whether two unedited entries have the same comment lines, byte for byte (False: unknown)."""
    left, right = one._lexed, other._lexed
    return (
        isinstance(left, re.Match)
        and isinstance(right, re.Match)
        and left[1] == right[1]
        and one._source is not None
        and other._source is not None
        and one._source.charset == other._source.charset
    )


def _load_linenum(entry: Entry) -> None:
    assert entry._source is not None
    _SET["linenum"](entry, entry._source.line_of(span_of(entry)[0]))


def _load_obsolete(entry: Entry) -> None:
    lexed = entry._lexed
    assert lexed is not None
    if isinstance(lexed, Lexed):
        _set_obsolete(entry, lexed.obsolete)
    else:
        _set_obsolete(entry, lexed.lastgroup in {"old", "old_plural"})


def _load_base(entry: Entry) -> None:
    _set_base(entry, None)


_LOADERS: dict[str, Callable[[Entry], None]] = {
    **dict.fromkeys(COMMENT_FIELDS, _load_comments),
    **dict.fromkeys(("msgctxt", "msgid", "msgid_plural", "msgstr", "flags"), _load_texts),
    "msgstr_plural": _load_forms,
    "linenum": _load_linenum,
    "obsolete": _load_obsolete,
    "_base": _load_base,
}
