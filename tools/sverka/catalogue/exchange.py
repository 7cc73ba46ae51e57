"""To and from polib, and to MO."""

from typing import TYPE_CHECKING

from sverka.catalogue.entry import FIELDS, Entry

if TYPE_CHECKING:
    import polib

    from sverka.catalogue.document import Catalogue


def to_polib(catalogue: "Catalogue") -> "polib.POFile":
    """A polib.POFile with the same header and entries."""
    import polib

    file = polib.POFile(encoding=catalogue.source.file_charset)
    file.fpath = str(catalogue.path) if catalogue.path else ""
    file.metadata = dict(catalogue.header)
    if catalogue.header_entry is not None:
        file.header = catalogue.header_entry.tcomment
        file.metadata_is_fuzzy = catalogue.header_entry.fuzzy
    for entry in catalogue.entries:
        values = {name: getattr(entry, name) for name in FIELDS}
        values["obsolete"] = int(entry.obsolete)
        values["flags"] = list(entry.flags)
        values["occurrences"] = list(entry.occurrences)
        values["msgstr_plural"] = dict(entry.msgstr_plural)
        values["linenum"] = entry.linenum
        list.append(file, polib.POEntry(**values))
    return file


def from_polib(file: "polib.POFile") -> tuple[list[Entry], str]:
    """The entries of a polib.POFile and its header text."""
    entries = []
    for found in file:
        values = {name: getattr(found, name) for name in FIELDS}
        values["obsolete"] = bool(found.obsolete)
        values["occurrences"] = tuple((str(name), str(line)) for name, line in found.occurrences)
        entries.append(Entry(**values))
    header = "".join(f"{name}: {value}\n" for name, value in file.metadata.items())
    return entries, header


def compile_mo(catalogue: "Catalogue", fuzzy: bool) -> bytes:
    """The MO file, as polib writes it."""
    import polib

    file = polib.MOFile(encoding=catalogue.source.file_charset)
    file.metadata = dict(catalogue.header)
    seen: set[tuple[str | None, str]] = set()
    for entry in catalogue.entries:
        if entry.obsolete or entry.key in seen or (entry.fuzzy and not fuzzy):
            continue
        if not any(entry.forms):
            continue
        seen.add(entry.key)
        values = {name: getattr(entry, name) for name in ("msgctxt", "msgid", "msgid_plural")}
        plural = dict(entry.msgstr_plural)
        list.append(file, polib.MOEntry(**values, msgstr=entry.msgstr, msgstr_plural=plural))
    return bytes(file.to_binary())
