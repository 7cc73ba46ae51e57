"""The version of all that decides what is found: code, tables, and the libraries they lean on."""

import hashlib
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

_LIBRARIES = ("anyascii", "babel", "rapidfuzz", "regex", "snowballstemmer")


@cache
def toolkit() -> bytes:
    """Return a digest of the package's own files, of Python's version and of the libraries'."""
    digest = hashlib.blake2b(repr((sys.version, sys.byteorder)).encode(), digest_size=16)
    for name in _LIBRARIES:
        try:
            digest.update(f"{name} {metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError:
            digest.update(f"{name}\n".encode())
    root = Path(__file__).parent.parent
    for path in sorted(root.rglob("*")):
        if path.suffix not in (".pyc", ".md") and path.is_file():
            digest.update(f"{path.relative_to(root)}\0".encode())
            digest.update(hashlib.blake2b(path.read_bytes(), digest_size=16).digest())
    return digest.digest()
