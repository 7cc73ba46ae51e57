"""One message of a catalogue: an immutable value whose fields are decoded on demand."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Self

from sverka.catalogue.comments import Comments, parse_comments
from sverka.catalogue.escapes import unescape
from sverka.catalogue.lexer import Lexed
from sverka.catalogue.regular import decode, exactly, is_obsolete, regular_at
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
_COMMENTS = re.compile(rb"(?:#[^\n]*+\n(?:\r?\n)*+)*+")
_AHEAD = 256  # entries that are decoded together where a file is read in order
_Match = re.Match


class _Draft:
    """An entry in the making: its slots can still be set, and quickly."""

    __slots__ = (
        *TEXT_FIELDS,
        *("flags", "obsolete", "index", "linenum"),
        *("_base", "_comments", "_lexed", "_next", "_source"),
    )

    msgctxt: str | None
    msgid: str
    msgid_plural: str
    msgstr: str
    msgstr_plural: dict[int, str]
    flags: tuple[str, ...]
    obsolete: bool
    linenum: int
    index: int
    _comments: Comments
    _source: Source | None
    _lexed: "re.Match[bytes] | Lexed | int | None"  # an int: a decoded regular entry starts there
    _base: "Entry | None"  # the entry of a file of which this is an edit
    _next: "Entry | None"  # the one that follows in the file


class Entry(_Draft):
    """One message, with polib's attribute names. Compared and hashed by content.

    `msgctxt` is None when there is none; `msgid_plural` and `msgstr` are "" when there is none;
    `msgstr_plural` maps the index of a plural form to its text. `flags` come from `#,` and `#=`
    lines. `comment` is the programmer's (`#.`), `tcomment` the translator's (`# `).
    `occurrences` are (file, line) pairs. `linenum` is the 1-based first line of the entry in its
    file, `index` its place among `Catalogue.entries`; both are 0 for an entry made by hand.
    """

    __slots__ = ()

    def __init__(self, **fields: Any) -> None:
        """Raises TypeError for a field that an entry does not have."""
        if unknown := fields.keys() - set(FIELDS) - {"index", "linenum"}:
            raise TypeError(f"an entry has no field {', '.join(sorted(unknown))}")
        values = {**_DEFAULTS, "index": 0, "linenum": 0, **fields}
        values["msgstr_plural"] = dict(sorted(dict(fields.get("msgstr_plural") or {}).items()))
        for name in ("flags", "occurrences"):
            values[name] = tuple(values[name])
        _SET["flags"](self, values["flags"])
        _SET["_comments"](self, Comments(*(values.pop(name) for name in COMMENT_FIELDS)))
        for name, value in values.items():
            _SET[name](self, value)
        for name in ("_source", "_lexed", "_base", "_next"):
            _SET[name](self, None)

    @property
    def comment(self) -> str:
        """What the programmers say (`#.`)."""
        return self._comments.comment

    @property
    def tcomment(self) -> str:
        """What the translators say (`# `)."""
        return self._comments.tcomment

    @property
    def occurrences(self) -> tuple[tuple[str, str], ...]:
        """Where the message stands: (file, line) pairs."""
        return self._comments.occurrences

    @property
    def previous_msgctxt(self) -> str | None:
        """The msgctxt for which the translation was made (`#| msgctxt`)."""
        return self._comments.previous_msgctxt

    @property
    def previous_msgid(self) -> str | None:
        """The msgid for which the translation was made (`#| msgid`)."""
        return self._comments.previous_msgid

    @property
    def previous_msgid_plural(self) -> str | None:
        """The msgid_plural for which the translation was made (`#| msgid_plural`)."""
        return self._comments.previous_msgid_plural

    @property
    def fuzzy(self) -> bool:
        """Whether the translation awaits a human's confirmation."""
        return "fuzzy" in self.flags

    @property
    def forms(self) -> tuple[str, ...]:
        """The translation, or its plural forms in order."""
        if self.msgstr and not self.msgid_plural:
            return (self.msgstr,)
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
        place = {"index": self.index} | ({"linenum": self.linenum} if _has(self, "linenum") else {})
        new = type(self)(**{**values, **place, **fields})
        if not place.keys() | fields.keys() >= {"linenum"}:
            _drop_linenum(new)  # which is costly to find, and seldom asked for
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
    name: getattr(Entry, name).__set__ for name in _Draft.__slots__
}
_set_class = vars(object)["__class__"].__set__
_set_index, _set_obsolete = _SET["index"], _SET["obsolete"]
_set_flags, _set_forms = _SET["flags"], _SET["msgstr_plural"]
_drop_linenum = vars(_Draft)["linenum"].__delete__
_new: Callable[[type[Entry]], Entry] = object.__new__


def entry_at(source: Source, lexed: "re.Match[bytes] | Lexed", index: int) -> Entry:
    """An entry that decodes its fields from `source` when they are asked for."""
    entry = _new(Entry)
    _SET["_source"](entry, source)
    _SET["_lexed"](entry, lexed)
    _set_index(entry, index)
    return entry


def entries_at(
    source: Source, found: Iterable[re.Match[bytes]], into: list[Entry]
) -> "re.Match[bytes] | None":
    """Append an entry for each match, up to one that matched nothing, which is returned."""
    append = into.append
    draft: Any = _Draft()
    for index, lexed in enumerate(found, len(into) - 1):
        if lexed.lastindex is None:
            draft.__class__ = Entry
            return lexed
        previous = draft
        draft = _Draft()
        draft._source = source
        draft._lexed = lexed
        draft.index = index
        previous._next = draft
        previous.__class__ = Entry
        append(draft)
    draft.__class__ = Entry
    return None


def renumber(entries: list[Entry]) -> None:
    """Give fresh entries the index of their place."""
    for index, entry in enumerate(entries):
        _set_index(entry, index)


def region_of(entry: Entry) -> "re.Match[bytes] | Lexed | None":
    """Where the entry stands in its source; None for one that has no place there."""
    lexed = entry._lexed
    if isinstance(lexed, int):
        assert entry._source is not None
        return regular_at(entry._source, lexed)
    return lexed


def exact(entry: Entry) -> Lexed | None:
    """Where each part of the entry stands in its source; None for one made by hand."""
    lexed = region_of(entry._base or entry)
    return exactly(lexed) if isinstance(lexed, _Match) else lexed


def span_of(entry: Entry) -> tuple[int, int]:
    """Where the entry, from its first comment to its last string, stands in its source."""
    lexed = region_of(entry._base or entry)
    if lexed is None:
        return 0, 0
    if isinstance(lexed, Lexed):
        return lexed.start, lexed.end
    assert entry._source is not None
    return lexed.start(), lexed.string.find(b"\n", max(lexed.end(5), lexed.end(6))) + 1


def start_of(entry: Entry) -> int:
    """Where the entry begins in its source."""
    lexed = (entry._base or entry)._lexed
    return lexed if isinstance(lexed, int) else span_of(entry)[0]


def _load_texts(entry: Entry) -> None:
    """Decode the texts and flags of an entry, and of more that follow the longer reading goes on
    in order."""
    source, lexed = entry._source, entry._lexed
    assert source is not None
    expected, before = source.ahead
    wanted = min(2 * before, _AHEAD) if entry.index == expected else 1
    if isinstance(lexed, Lexed):
        _load_lexed(entry, source, lexed)
        source.ahead[:] = entry.index + 1, wanted
        return
    run: list[Entry] = []
    found: list[re.Match[bytes]] = []
    following: Entry | None = entry
    while following is not None and len(run) < wanted:
        lexed = following._lexed
        if not isinstance(lexed, _Match):
            break  # decoded before
        run.append(following)
        found.append(lexed)
        following = following._next
    source.ahead[:] = entry.index + len(run), wanted
    columns = decode(source, found)
    obsolete = is_obsolete(found[0])
    draft: Any
    for draft, lexed, msgctxt, msgid, msgid_plural, msgstr, flags in zip(
        run, found, *columns[:5], strict=True
    ):
        _set_class(draft, _Draft)  # whose slots are set three times faster
        draft.msgctxt = msgctxt
        draft.msgid = msgid
        draft.msgid_plural = msgid_plural
        draft.msgstr = msgstr
        draft.flags = flags
        draft.obsolete = obsolete
        draft._lexed = lexed.start()
        draft.__class__ = Entry
    for place, forms in columns.forms.items():
        _SET["msgstr_plural"](run[place], forms)


def _load_forms(entry: Entry) -> None:
    if not _has(entry, "msgid"):
        _load_texts(entry)
    if not _has(entry, "msgstr_plural"):
        _set_forms(entry, {})


def _has(entry: Entry, name: str) -> bool:
    """Whether a field was decoded."""
    try:
        object.__getattribute__(entry, name)
    except AttributeError:
        return False
    return True


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
    _set_flags(entry, entry._comments.flags)


def comment_lines(entry: Entry) -> list[str]:
    """The comment lines of an entry as they stand in its file."""
    source, lexed = entry._source, region_of(entry)
    if source is None or lexed is None:
        return []
    if isinstance(lexed, Lexed):
        return [source.decode(start, end).rstrip("\r\n") for start, end in lexed.comments]
    lines = lexed["comments"].decode(source.charset, "replace").split("\n")
    return [line for line in lines if line.rstrip("\r")]


def _load_comments(entry: Entry) -> None:
    source = entry._source
    assert source is not None
    _SET["_comments"](entry, parse_comments(comment_lines(entry), source.file_charset))


def same_comments(one: Entry, other: Entry) -> bool:
    """Whether two unedited entries have the same comment lines, byte for byte (False: unknown)."""
    left, right = _comments_of(one), _comments_of(other)
    return left is not None and left == right


def _comments_of(entry: Entry) -> tuple[bytes, str] | None:
    """The comment lines of a live, regular entry and their charset."""
    source, lexed = entry._source, entry._lexed
    if source is None or isinstance(lexed, Lexed) or lexed is None or entry.obsolete:
        return None
    start = lexed if isinstance(lexed, int) else lexed.start()
    found = _COMMENTS.match(source.buffer, start)
    return (found[0], source.charset) if found else None


def _load_linenum(entry: Entry) -> None:
    assert entry._source is not None
    _SET["linenum"](entry, entry._source.line_of(start_of(entry)))


def _load_obsolete(entry: Entry) -> None:
    lexed = region_of(entry)
    assert lexed is not None
    if isinstance(lexed, Lexed):
        _set_obsolete(entry, lexed.obsolete)
    else:
        _set_obsolete(entry, is_obsolete(lexed))


_LOADERS: dict[str, Callable[[Entry], None]] = {
    **dict.fromkeys(("msgctxt", "msgid", "msgid_plural", "msgstr", "flags"), _load_texts),
    "msgstr_plural": _load_forms,
    "linenum": _load_linenum,
    "obsolete": _load_obsolete,
    "_comments": _load_comments,
    "_base": lambda entry: _SET["_base"](entry, None),
    "_next": lambda entry: _SET["_next"](entry, None),
}
