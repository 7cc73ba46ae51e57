"""Catalogues with faults: one a translation, up to so many of each kind."""

import gzip
import random
from pathlib import Path
from typing import NamedTuple

import polib

from .faults import KINDS


class Planted(NamedTuple):
    """A catalogue with faults."""

    catalogue: polib.POFile
    kinds: dict[str, str]
    """msgid → kind of its fault"""


def read(path: Path) -> polib.POFile:
    """Read a catalogue, packed or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return polib.pofile(data.decode("utf-8"))


def plant(catalogue: polib.POFile, locale: str, each: int, seed: int = 7) -> Planted:
    """Plant up to `each` faults of every kind; the catalogue is changed."""
    rng = random.Random(seed)
    entries = [
        entry
        for entry in catalogue
        if entry.msgstr and not entry.obsolete and not entry.fuzzy and entry.msgstr != entry.msgid
    ]
    rng.shuffle(entries)
    kinds: dict[str, str] = {}
    for name, fault in KINDS.items():
        count = 0
        for entry in entries:
            if count == each:
                break
            if entry.msgid in kinds:
                continue
            spoilt = fault(rng, entry.msgid, entry.msgstr, locale)
            if spoilt is not None and spoilt != entry.msgstr:
                entry.msgstr = spoilt
                kinds[entry.msgid] = name
                count += 1
    return Planted(catalogue, kinds)
