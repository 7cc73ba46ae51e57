"""Digests of files, remembered by what the system says of the files.

As git does it: a file of the same size, time of change and place on disk is the same. One that was
changed less than two seconds before it was read may change again within its time's grain, and is
read once more the next time. What this forgets costs time only.
"""

import contextlib
import os
import time
from pathlib import Path

import msgspec

from sverka.build.memory import digest_of

_NAME = ".sverka_cache/build.json"
_GRAIN = 2_000_000_000  # nanoseconds

Seen = tuple[int, int, int, int, str]
"""Size, times of change in nanoseconds (of contents, of anything), place on disk, digest."""


class Digests:
    """The digests of a project's files; `root` is its folder, None to remember nothing."""

    def __init__(self, root: Path | None) -> None:
        self._path = root / _NAME if root is not None else None
        self._known: dict[str, Seen] = {}
        self._found: dict[str, Seen] = {}
        if self._path is not None:
            with contextlib.suppress(OSError, msgspec.DecodeError):
                self._known = msgspec.json.decode(self._path.read_bytes(), type=dict[str, Seen])

    def of(self, path: Path) -> str:
        """Return the SHA-256 of a file. Raises OSError."""
        name = str(path)
        stat = os.stat(name)  # noqa: PTH116 (called thousands of times)
        seen = stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino
        known = self._known.get(name)
        if known is not None and known[:4] == seen:
            self._found[name] = known
            return known[4]
        now = time.time_ns()
        digest = digest_of(path)
        if max(stat.st_mtime_ns, stat.st_ctime_ns) + _GRAIN < now:
            self._found[name] = (*seen, digest)
        return digest

    def save(self) -> None:
        """Write what was found; where that is not possible, the next build reads the files."""
        if self._path is None or self._found == self._known:
            return
        temporary = self._path.with_name(f".{self._path.name}.{os.getpid()}.sverka")
        with contextlib.suppress(OSError, UnicodeEncodeError):
            self._path.parent.mkdir(exist_ok=True)
            temporary.write_bytes(msgspec.json.encode(self._found))
            temporary.replace(self._path)
