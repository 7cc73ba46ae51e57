"""The version of all that decides what is found: code, tables, and the libraries they lean on."""

import hashlib
import os
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import msgspec

from .store import Store

_LIBRARIES = (
    "anyascii",
    "babel",
    "natasha",
    "navec",
    "pymorphy3",
    "rapidfuzz",
    "regex",
    "simplemma",
    "slovnet",
    "snowballstemmer",
)
_ROOT = Path(__file__).parent.parent


def toolkit(store: Store) -> bytes:
    """Return a digest of the package's own files, of Python's version and of the libraries'.

    The files are read only if size or time of one has changed since `store` last saw them.
    """
    files = sorted(_files(str(_ROOT)))
    told = repr((sys.version, sys.byteorder, [*map(_version, _LIBRARIES)])).encode()
    seen = hashlib.blake2b(told + repr(files).encode("utf-8", "surrogatepass"), digest_size=20)
    if known := store.get(seen.hexdigest()):
        return known
    digest = hashlib.blake2b(told, digest_size=16)
    for name, _, _ in files:
        digest.update(f"{os.path.relpath(name, _ROOT)}\0".encode("utf-8", "surrogatepass"))
        digest.update(hashlib.blake2b(Path(name).read_bytes(), digest_size=16).digest())
    store.put(seen.hexdigest(), digest.digest())
    return digest.digest()


def recalled_families(store: Store | None) -> dict[str, str]:
    """Return the family of every rule, without importing a rule if `store` knows the answer."""
    from .rule import families

    if store is None:
        return families()
    place = hashlib.blake2b(b"families" + toolkit(store), digest_size=20).hexdigest()
    if raw := store.get(place):
        return msgspec.json.decode(raw, type=dict[str, str])
    found = families()
    store.put(place, msgspec.json.encode(found))
    return found


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as found:
        for entry in found:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            elif not entry.name.endswith((".pyc", ".md")):
                facts = entry.stat()
                yield entry.path, facts.st_size, facts.st_mtime_ns


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return ""
