"""A PO file as an immutable value that remembers every byte of its file."""

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sverka.catalogue.entry import Entry, region_of, renumber
from sverka.catalogue.header import Header, locale_of, with_fields
from sverka.catalogue.lexer import MISNUMBERED
from sverka.catalogue.saving import atomic_write
from sverka.catalogue.scan import Scan, scan
from sverka.catalogue.source import Piece, Source, read_source

if TYPE_CHECKING:
    import polib

    from sverka.catalogue.render import Style

_MAYBE_HEADER = re.compile(rb'msgid[ \t]*""\s*(?:#[^\n]*\n)*msgstr')

_PREVIOUS = re.compile(rb"^#~?\|([^\n]*)", re.MULTILINE)
_PREVIOUS_SYNTAX = re.compile(
    rb'[ \t]*(?:(?:msgctxt|msgid_plural|msgid)\b[ \t]*)?(?:"[^"\\]*+(?:\\.[^"\\]*+)*+"[ \t\r]*)*'
)
_FORM_NUMBER = re.compile(rb"^(?:#~ )?msgstr\[(\d)\]", re.MULTILINE)


class CatalogueError(Exception):
    """A catalogue that cannot be read or written; the message names file and remedy."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What could not be read in a file, and what to do about it. 1-based line and column."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


@dataclass(frozen=True, eq=False)
class Catalogue:
    """One PO file. `entries` are its messages in file order, obsolete ones included.

    Changes give a new catalogue; what they do not touch keeps its bytes.
    """

    source: Source = field(repr=False)
    path: Path | None
    header_entry: Entry | None = field(repr=False)
    entries: tuple[Entry, ...] = field(repr=False)
    _scan: Scan = field(repr=False)
    _on_disk: list[bytes] = field(repr=False)
    _edited: frozenset[int] = field(default=frozenset(), repr=False)  # indices; -1 is the header

    @classmethod
    def from_bytes(cls, data: bytes, path: str | os.PathLike[str] | None = None) -> Self:
        """Read a catalogue from memory. Never fails: see `.problems`."""
        source = read_source(data)
        found = scan(source)
        header, entries = _without_header(source, found.entries)
        place = None if path is None else Path(path)
        return cls(source, place, header, entries, found, [])

    @classmethod
    def from_entries(
        cls,
        entries: Iterable[Entry],
        header: Mapping[str, str] | str = "",
        path: str | os.PathLike[str] | None = None,
    ) -> Self:
        """A new catalogue, written as msgcat would. `header` is its text or its fields."""
        from sverka.catalogue.render import render_entry

        if not isinstance(header, str):
            header = "".join(f"{name}: {value}\n" for name, value in header.items())
        top = [Entry(msgstr=header)] if header else []
        text = "\n".join(render_entry(entry) for entry in [*top, *entries])
        return cls.from_bytes(text.encode(read_source(text.encode()).file_charset), path)

    @classmethod
    def from_polib(cls, file: "polib.POFile") -> Self:
        """The catalogue that a polib.POFile holds."""
        from sverka.catalogue.exchange import from_polib

        entries, header = from_polib(file)
        return cls.from_entries(entries, header, file.fpath or None)

    def to_polib(self) -> "polib.POFile":
        """This catalogue as a polib.POFile."""
        from sverka.catalogue.exchange import to_polib

        return to_polib(self)

    def compile_mo(self, fuzzy: bool = False) -> bytes:
        """The bytes of the MO file; fuzzy entries are left out unless asked for."""
        from sverka.catalogue.exchange import compile_mo

        return compile_mo(self, fuzzy)

    @cached_property
    def header(self) -> Header:
        """The fields of the header."""
        return Header(self.header_entry.msgstr if self.header_entry else "")

    @cached_property
    def locale(self) -> str:
        """The locale as header or path write it; "" when neither says."""
        return locale_of(self.header, self.path)

    @cached_property
    def style(self) -> "Style":
        """How this file writes its strings, learned from them."""
        from sverka.catalogue.style import learn_style

        return learn_style(self)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What could not be read, in file order."""
        name = str(self.path) if self.path else "<memory>"
        source = self.source
        found = [(fault.offset, fault.message) for fault in self._scan.faults]
        found += _misnumbered(self.entries)
        found += _faulty_previous(source.buffer)
        if (offset := source.undecodable()) is not None:
            found.append((offset, _undecodable(source)))
        if source.unknown_charset:
            message = f"unknown charset {source.unknown_charset!r}; correct Content-Type"
            found.append((0, message))
        return tuple(
            Problem(name, *source.line_column(offset), message) for offset, message in sorted(found)
        )

    def replace(self, entry: Entry, **fields: Any) -> Self:
        """This catalogue with other fields in one entry (a member of `entries`, or the header).

        Raises TypeError for an unknown field, ValueError for an entry of another catalogue.
        """
        if entry is self.header_entry:
            return self._with({-1}, header_entry=entry.changed(**fields))
        place = entry.index
        if place >= len(self.entries) or self.entries[place] is not entry:
            raise ValueError("this entry is not in this catalogue; take it from its .entries")
        new = entry.changed(**fields)
        if new is entry:
            return self
        return self._with({place}, entries=(*self.entries[:place], new, *self.entries[place + 1 :]))

    def replace_many(self, changes: Iterable[tuple[Entry, Mapping[str, Any]]]) -> Self:
        """`replace` for many entries at once: pairs of an entry and its new fields."""
        entries = list(self.entries)
        edited = set(self._edited)
        for entry, fields in changes:
            if entry.index >= len(entries) or entries[entry.index] is not entry:
                raise ValueError("this entry is not in this catalogue, or stands here twice")
            entries[entry.index] = entry.changed(**fields)
            edited.add(entry.index)
        return self._with(edited, entries=tuple(entries))

    def with_header(self, **changes: str | None) -> Self:
        """This catalogue with header fields set (`Language="de"`, `Plural_Forms=…`) or removed."""
        names = {name.replace("_", "-"): value for name, value in changes.items()}
        old = self.header_entry
        if old is None:
            raise ValueError("this catalogue has no header entry")
        return self.replace(old, msgstr=with_fields(old.msgstr, names))

    def _with(self, edited: set[int], **changes: Any) -> Self:
        values = {
            "source": self.source,
            "path": self.path,
            "header_entry": self.header_entry,
            "entries": self.entries,
            "_scan": self._scan,
            "_on_disk": list(self._on_disk),
            "_edited": self._edited | edited,
        }
        return type(self)(**{**values, **changes})

    def position(
        self, entry: Entry, field: str, plural: int | None = None, offset: int = 0
    ) -> tuple[int, int]:
        """1-based line and column, in code points, of a place in a field of an entry.

        `field` is msgid, msgid_plural, msgstr, msgctxt or header; `offset` counts code points of
        the unescaped text. The place is that in the file as it was read.
        """
        return self.positions(entry, field, plural)(offset)

    def positions(
        self, entry: Entry, field: str, plural: int | None = None
    ) -> Callable[[int], tuple[int, int]]:
        """What `position` says of each offset: for many places in one field."""
        from sverka.catalogue.position import positions

        if field == "header":
            entry, field = self.header_entry or entry, "msgstr"
        return positions(self.source, entry, field, plural)

    def rebased(self, data: bytes) -> Self:
        """The catalogue that `data` holds, to be saved in the place of this one."""
        new = type(self).from_bytes(data, self.path)
        new._on_disk[:] = self._on_disk
        return new

    @property
    def domains(self) -> tuple[str, ...]:
        """The names in the `domain` directives of the file."""
        return tuple(name for _, name in self._scan.domains)

    @property
    def unreadable(self) -> bool:
        """Whether some region of the file could not be read as an entry."""
        return bool(self._scan.broken)

    def to_bytes(self) -> bytes:
        """The bytes of the file. Raises CatalogueError when its charset lacks a character."""
        from sverka.catalogue.splice import splices

        edited = [self.entries[place] for place in sorted(self._edited) if place >= 0]
        if -1 in self._edited and self.header_entry is not None:
            edited.append(self.header_entry)
        made = list(splices(self, edited))
        self._refuse_loss(text for _, _, text in made)
        try:
            return self.source.restore(made)
        except UnicodeEncodeError as error:
            raise self._unwritable(error) from error

    def encode(self, pieces: list[Piece]) -> bytes:
        """The bytes of ranges of this file and new texts. Raises CatalogueError."""
        self._refuse_loss(piece for piece in pieces if isinstance(piece, str))
        try:
            return self.source.assemble(pieces)
        except UnicodeEncodeError as error:
            raise self._unwritable(error) from error

    def _refuse_loss(self, texts: Iterable[str]) -> None:
        """What could not be decoded is kept as bytes; it must not be written as U+FFFD."""
        if any("\ufffd" in text for text in texts):
            self.refuse_undecodable()

    def refuse_undecodable(self) -> None:
        """Raises CatalogueError when the file has bytes that are not in its charset."""
        offset = self.source.undecodable()
        if offset is not None:
            problem = Problem(
                str(self.path or "<memory>"),
                *self.source.line_column(offset),
                _undecodable(self.source),
            )
            raise CatalogueError(f"{problem}; nothing was written")

    def _unwritable(self, error: UnicodeEncodeError) -> CatalogueError:
        bad = error.object[error.start : error.end]
        return CatalogueError(
            f"{self.path or '<memory>'}: {bad!r} cannot be written in "
            f"{self.source.file_charset}; convert the file to UTF-8 first"
        )

    def save(self, path: str | os.PathLike[str] | None = None) -> None:
        """Write the file atomically; an unchanged catalogue is not written to its own place.

        Raises CatalogueError when the file changed on disk since it was read, OSError when it
        cannot be written.
        """
        target = self.path if path is None else Path(path)
        if target is None:
            raise CatalogueError("this catalogue has no path; give one to save()")
        data = self.to_bytes()
        if self._on_disk and self.path is not None and _same(target, self.path):
            self._refuse_if_changed(target)
            if data == self._on_disk[0]:
                return
        atomic_write(target, data)
        if self.path is None or _same(target, self.path):
            self._on_disk[:] = [data]

    def _refuse_if_changed(self, target: Path) -> None:
        try:
            now = target.read_bytes()
        except FileNotFoundError:
            raise CatalogueError(
                f"{target}: the file was removed since it was read; save to another path"
            ) from None
        if now != self._on_disk[0]:
            raise CatalogueError(
                f"{target}: the file changed on disk since it was read; nothing was written. "
                "Load it again and repeat the change"
            )


def _undecodable(source: Source) -> str:
    return (
        f"bytes that are not {source.file_charset}; correct the charset in the header "
        "or the encoding of the file"
    )


def load(path: str | os.PathLike[str]) -> Catalogue:
    """Read a PO or POT file. Faults inside it are in `.problems`; raises OSError."""
    data = Path(path).read_bytes()
    catalogue = Catalogue.from_bytes(data, path)
    catalogue._on_disk.append(data)
    return catalogue


def _same(one: Path, other: Path) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)


def _without_header(source: Source, found: list[Entry]) -> tuple[Entry | None, tuple[Entry, ...]]:
    """The header is the first live entry without msgctxt whose msgid is empty."""
    places = range(1) if found and _is_header(found[0]) else range(len(found))
    if len(places) > 1 and not _MAYBE_HEADER.search(source.buffer):
        places = range(0)
    place = next((place for place in places if _is_header(found[place])), None)
    header = None if place is None else found.pop(place)
    if place != 0:
        renumber(found)
    return header, tuple(found)


def _misnumbered(entries: Iterable[Entry]) -> list[tuple[int, str]]:
    """Plural forms out of order, which fast reading does not look at."""
    found = []
    for entry in entries:
        lexed = region_of(entry) if entry.msgid_plural else None
        if isinstance(lexed, re.Match) and lexed["plural"]:
            forms = list(_FORM_NUMBER.finditer(lexed["plural"]))
            if [int(form[1]) for form in forms] != list(range(len(forms))):
                found.append((lexed.start("plural") + forms[0].start(), MISNUMBERED))
    return found


def _faulty_previous(buffer: bytes) -> list[tuple[int, str]]:
    """Lines of previous msgids (`#|`) that are not PO syntax: gettext refuses the file for them."""
    if b"#|" not in buffer and b"#~|" not in buffer:
        return []
    message = (
        'not PO syntax in a previous msgid (#|); write #| msgid "…" as in the entry, '
        "or remove the #| lines"
    )
    found = []
    for line in _PREVIOUS.finditer(buffer):
        read = _PREVIOUS_SYNTAX.match(line[1])
        assert read is not None
        if read.end() < len(line[1].rstrip()):
            found.append((line.start(1) + read.end(), message))
    return found


def _is_header(entry: Entry) -> bool:
    return entry.msgid == "" and entry.msgctxt is None and not entry.obsolete
