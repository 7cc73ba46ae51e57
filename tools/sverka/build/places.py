"""Where outputs stand, and that they stand nowhere else."""

import posixpath
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from sverka.catalogue.saving import atomic_write
from sverka.text import locales


class PlaceError(ValueError):
    """An output that would stand outside the output folder."""


def page_name(locale: str, article: str) -> str:
    """Return the path of a page below the output folder, with slashes."""
    return output_name(locale, article, ".html")


def output_name(locale: str, article: str, suffix: str) -> str:
    """Return the path of an output below the output folder.

    Raises PlaceError for names with which it could lead out of it.
    """
    parts = PurePosixPath(article).parts
    bad = not parts or any(
        part in ("..", ".", "/") or "\\" in part or ":" in part for part in parts
    )
    if bad or "\0" in article:
        raise PlaceError(
            f"{article!r} is no name for an article: it would lead out of the build folder"
        )
    if not locales.is_locale(locale):
        raise PlaceError(f"{locale!r} is no locale such as de, pt_BR or zh-Hans")
    return f"{locale}/{'/'.join(parts)}{suffix}"


def link(origin: str, target: str, url: str) -> str:
    """Return the address of output `target` as output `origin` links to it."""
    if url:
        return f"{url.rstrip('/')}/{quote(target)}"
    return quote(posixpath.relpath(target, posixpath.dirname(origin) or "."))


def write(root: Path, name: str, data: bytes) -> bool:
    """Write an output; return whether it changed. Nothing is written through a symbolic link.

    Raises PlaceError for a link, OSError if it cannot be written.
    """
    path = root
    for part in PurePosixPath(name).parts:
        path = path / part
        if path.is_symlink():
            raise PlaceError(
                f"{path} is a symbolic link; remove it, outputs are never written through one"
            )
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(path, data)
    return True
