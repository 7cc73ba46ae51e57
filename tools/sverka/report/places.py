"""Where the ends of a span stand in the file: what the formats of the forges ask for."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sverka.catalogue import Catalogue, CatalogueError, load
from sverka.review import Finding, Where


class Region(NamedTuple):
    """From the first code point to before the last, 1-based lines and columns."""

    line: int
    column: int
    end_line: int
    end_column: int


class Change(NamedTuple):
    """A repair as an edit of the file: what stands in `region` becomes `text`."""

    region: Region
    text: str


def region_of(finding: Finding) -> Region | None:
    """Return the region of a finding's span; None without a span, or if the file is gone."""
    if finding.span is None:
        return None
    start = finding.line, finding.column
    end = _position(finding.where, finding.span[1])
    return Region(*start, *end) if end and end >= start else None


def changes_of(finding: Finding) -> list[Change]:
    """Return the edits of a finding's repair; [] if it has none that concerns one file alone.

    A repair of the pivot changes the article and every msgid: that is `sverka check --fix`.
    """
    if not finding.fix or finding.field != "msgstr":
        return []
    changes = []
    for edit in finding.fix.edits:
        start = _position(finding.where, edit.span[0])
        end = _position(finding.where, edit.span[1])
        if start is None or end is None or end < start:
            return []
        changes.append(Change(Region(*start, *end), escaped(edit.text)))
    return changes


def escaped(text: str) -> str:
    """Return a text as it stands between the quotes of a PO file."""
    return text.translate(_ESCAPES)


def in_bytes(file: str, line: int, column: int) -> int:
    """Return the column counted in bytes of UTF-8, 1-based."""
    lines = _lines(file)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    return len(text[: column - 1].encode("utf-8", "surrogatepass")) + 1


_ESCAPES = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"})


def _position(where: Where, offset: int) -> tuple[int, int] | None:
    if not where.file.endswith((".po", ".pot")) or where.index < 0:
        return None
    catalogue = _catalogue(where.file)
    if catalogue is None or where.index >= len(catalogue.entries):
        return None
    entry = catalogue.entries[where.index]
    return catalogue.position(entry, where.field, where.plural, offset)


@lru_cache(maxsize=1)
def _catalogue(file: str) -> Catalogue | None:
    try:
        return load(file)
    except (OSError, ValueError, CatalogueError):
        return None


@lru_cache(maxsize=1)
def _lines(file: str) -> list[str]:
    try:
        return Path(file).read_text("utf-8", "replace").split("\n")
    except OSError:
        return []
