"""Writing a file so that at every moment the old or the new one stands there, whole."""

import contextlib
import os
import stat
from pathlib import Path


def atomic_write(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the contents of `path`: temporary file in the same folder, fsync, rename.

    A symbolic link keeps its target's place; mode and owner are kept. On any error the old file
    is untouched and no temporary file stays. Raises OSError, which names `path`.
    """
    target = Path(os.path.realpath(path))
    try:
        old = target.stat()
    except FileNotFoundError:
        old = None
    _sweep(target.parent)
    temporary = target.with_name(f".{target.name[:200]}.{os.getpid()}.sverka")
    try:
        _write_new(temporary, data, old)
        temporary.replace(target)
    except BaseException as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError) and error.errno:  # named is what the user knows
            raise OSError(error.errno, os.strerror(error.errno), os.fspath(path)) from error
        raise
    _sync_folder(target.parent)


def _write_new(path: Path, data: bytes, old: os.stat_result | None) -> None:
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    mode = stat.S_IMODE(old.st_mode) if old else 0o666
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        if old is not None and hasattr(os, "fchown"):
            with contextlib.suppress(OSError):
                os.fchown(handle, old.st_uid, old.st_gid)
            with contextlib.suppress(OSError):
                os.fchmod(handle, mode)
        file.write(data)
        file.flush()
        os.fsync(handle)


def _sync_folder(folder: Path) -> None:
    """So that the rename itself survives a power cut, where the system can do that."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _sweep(folder: Path) -> None:
    """Remove what processes that were killed in the middle of `atomic_write` left behind."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208 (a Path each costs ten times more)
            if not (name.startswith(".") and name.endswith(".sverka")):
                continue
            _, dot, process = name[1 : -len(".sverka")].rpartition(".")
            if dot and process.isdecimal() and not _is_alive(int(process)):
                with contextlib.suppress(OSError):
                    (folder / name).unlink()


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
