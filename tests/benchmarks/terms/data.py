"""The data, and a review of segments without a project."""

import csv
import gzip
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from sverka.review import Finding
from sverka.review.api import check

ROOT = Path(__file__).parents[3]


class Segment(NamedTuple):
    """A segment of a document, in English and Russian."""

    id: str
    en: str
    ru: str


def folder() -> Path:
    """Return the data folder: an argument, SVERKA_DATA, or `../shared/data`."""
    given = next((arg for arg in sys.argv[1:] if not arg.startswith("-")), None)
    return Path(given or os.environ.get("SVERKA_DATA") or ROOT.parent / "shared/data")


def segments(path: Path) -> list[Segment]:
    """Read the segments of TICO-19."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Segment(*row[:3]) for row in rows]


def review(pairs: Iterable[Segment], rules: Sequence[str]) -> tuple[Finding, ...]:
    """Review segments as one catalogue; a segment's id is its msgctxt."""
    import polib

    catalogue = polib.POFile(wrapwidth=0)
    catalogue.metadata = {"Language": "ru", "Content-Type": "text/plain; charset=UTF-8"}
    for segment in pairs:
        catalogue.append(polib.POEntry(msgctxt=segment.id, msgid=segment.en, msgstr=segment.ru))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "ru.po")
        catalogue.save(str(path))
        return check([path], select=rules).findings
