"""Where outputs stand, and that they stand nowhere else."""

import contextlib
import os
import posixpath
from functools import lru_cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from sverka.build.model import Built, Settings, Trouble, os_trouble
from sverka.text import locales

PROVENANCE = "provenance.json"
"""Stands in the output folder, and tells what was made of what."""


class PlaceError(ValueError):
    """An output that would stand outside the output folder."""


def page_name(locale: str, article: str) -> str:
    """Return the path of a page below the output folder, with slashes."""
    return output_name(locale, article, ".html")


def output_name(locale: str, article: str, suffix: str) -> str:
    """Return the path of an output below the output folder.

    Raises PlaceError for names with which it could lead out of it.
    """
    return f"{_checked_locale(locale)}/{_checked(article)}{suffix}"


@lru_cache(maxsize=64)
def _checked(article: str) -> str:
    parts = PurePosixPath(article).parts
    bad = not parts or any(
        part in ("..", ".", "/") or "\\" in part or ":" in part for part in parts
    )
    if bad or "\0" in article:
        raise PlaceError(
            f"{article!r} is no name for an article: it would lead out of the build folder"
        )
    return "/".join(parts)


@lru_cache(maxsize=256)
def _checked_locale(locale: str) -> str:
    if not locales.is_locale(locale):
        raise PlaceError(f"{locale!r} is no locale such as de, pt_BR or zh-Hans")
    return locale


def link(origin: str, target: str, url: str) -> str:
    """Return the address of output `target` as output `origin` links to it."""
    if url:
        return f"{url.rstrip('/')}/{quote(target)}"
    return quote(posixpath.relpath(target, posixpath.dirname(origin) or "."))


def write(root: Path, name: str, data: bytes) -> bool:
    """Write an output whole or not at all; return whether it changed.

    Nothing is written through a symbolic link. Raises PlaceError for one, OSError if the output
    cannot be written.
    """
    path = root
    for part in PurePosixPath(name).parts:
        path = path / part
        if path.is_symlink():
            message = f"{path} is a symbolic link; remove it, nothing is written through one"
            raise PlaceError(message)
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    _replace(path, data)
    return True


def _replace(path: Path, data: bytes) -> None:
    """Replace a file: at every moment, also after a power failure, the old or the new one is there.

    Unlike `atomic_write` it does not wait for the folder, whose old state is as good.
    """
    temporary = path.with_name(f".{path.name[:200]}.{os.getpid()}.sverka")
    temporary.unlink(missing_ok=True)
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def put(settings: Settings, name: str, data: bytes) -> Built:
    """Write an output, or tell why that is not possible."""
    if settings.sources and os.path.realpath(settings.output / name) in settings.sources:
        message = "an article stands here; choose another folder with --output or `output`"
        return Built(troubles=(Trouble(str(settings.output / name), 0, message),))
    try:
        changed = write(settings.output, name, data)
    except PlaceError as error:
        return Built(troubles=(Trouble(str(settings.output / name), 0, str(error)),))
    except OSError as error:
        return Built(troubles=(os_trouble(str(settings.output / name), error),))
    return Built(written=(settings.output / name,)) if changed else Built(unchanged=1)
