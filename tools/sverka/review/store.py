"""Blobs by name: in memory, or in a folder that outlives the run and never lies."""

import contextlib
import hashlib
import mmap
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, Protocol

FOLDER = ".sverka_cache"
LIMIT = 1 << 30
"""Bytes that a cache folder may hold after a run, apart from what that run used."""
_DIGEST = 16


class Store(Protocol):
    """What the engine keeps its intermediate results in."""

    def get(self, name: str) -> bytes | None:
        """Return a blob; None if it is absent or damaged."""

    def view(self, name: str) -> bytes | memoryview:
        """Return a blob that is known to be there and whole, without copying it."""

    def put(self, name: str, data: bytes) -> None:
        """Keep a blob."""


class MemoryStore(NamedTuple):
    """For one small run."""

    blobs: dict[str, bytes]

    def get(self, name: str) -> bytes | None:
        """Return a blob."""
        return self.blobs.get(name)

    def view(self, name: str) -> bytes | memoryview:
        """Return a blob that is there. Raises KeyError."""
        return self.blobs[name]

    def put(self, name: str, data: bytes) -> None:
        """Keep a blob."""
        self.blobs[name] = data


class FolderStore(NamedTuple):
    """A folder of files, each beginning with the digest of the rest.

    Files are written beside their place and renamed, so that several runs may share the folder
    and a crash leaves nothing that could be taken for a result.
    """

    folder: Path

    def get(self, name: str) -> bytes | None:
        """Return a blob; None if it is absent or damaged."""
        try:
            raw = self._path(name).read_bytes()
        except OSError:
            return None
        data = raw[_DIGEST:]
        return data if len(raw) >= _DIGEST and _digest(data) == raw[:_DIGEST] else None

    def view(self, name: str) -> bytes | memoryview:
        """Return a blob that is known to be there and whole. Raises OSError."""
        with self._path(name).open("rb") as file:
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))[_DIGEST:]

    def put(self, name: str, data: bytes) -> None:
        """Keep a blob; a full or read-only disk costs only the cache."""
        path = self._path(name)
        with contextlib.suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_digest(data))
                    file.write(data)
                Path(temporary).replace(path)
            except BaseException:
                Path(temporary).unlink(missing_ok=True)
                raise

    def prune(self, used: Iterable[str], limit: int = LIMIT) -> None:
        """Remove the oldest files beyond `limit` bytes, but none that this run used."""
        spared = {self._path(name) for name in used}
        found = sorted(_files(self.folder), reverse=True)
        total = 0
        for _, size, path in found:
            total += size
            if total > limit and path not in spared:
                with contextlib.suppress(OSError):
                    path.unlink()

    def touch(self, names: Iterable[str]) -> None:
        """Mark blobs as used now."""
        for name in names:
            with contextlib.suppress(OSError):
                os.utime(self._path(name))

    def _path(self, name: str) -> Path:
        return self.folder / name[:2] / name


def open_cache(root: Path) -> FolderStore | None:
    """Return the cache of a project, made if need be; None where nothing can be written."""
    folder = root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        for name, text in _FURNITURE.items():
            if not (folder / name).exists():
                (folder / name).write_text(text, encoding="utf-8")
    except OSError:
        return None
    return FolderStore(folder) if os.access(folder, os.W_OK) else None


_FURNITURE = {
    ".gitignore": "# Made by sverka; can be removed at any time.\n*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# See https://bford.info/cachedir/\n",
}


def _files(folder: Path) -> Iterable[tuple[float, int, Path]]:
    for path in folder.glob("??/*"):
        with contextlib.suppress(OSError):
            facts = path.stat()
            yield facts.st_mtime, facts.st_size, path


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=_DIGEST).digest()
