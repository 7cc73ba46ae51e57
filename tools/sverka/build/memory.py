"""What an earlier build made of which inputs: `provenance.json` in the output folder.

It tells readers and auditors where every page comes from, and the next build what it can leave
as it is. Everything in it is made of contents, so the same input gives the same bytes.
"""

import contextlib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict

import msgspec

from sverka import __version__
from sverka.build.model import Settings
from sverka.build.places import PROVENANCE

STATES = {"t": "translated", "s": "stale", "f": "fuzzy", "m": "missing", "b": "broken"}
_ROOMS = ("article", "build", "catalogue", "text")
_CODE = (".py", ".toml", ".html", ".css")


class _Row(TypedDict):
    catalogue: str
    sha256: str
    percent: int
    units: str
    warnings: list[tuple[str, int, str]]


class _Article(TypedDict):
    article: str
    sha256: str
    unit: str
    title: str
    units: list[str]
    locales: dict[str, _Row]
    links: dict[str, tuple[str, str, tuple[str, ...]]]
    stale: NotRequired[list[str]]
    template: NotRequired[str]


class _Output(TypedDict):
    inputs: str
    size: int
    sha256: str


class _Provenance(TypedDict):
    version: Literal[2]
    articles: dict[str, _Article]
    outputs: dict[str, _Output]


@dataclass(slots=True)
class Memory:
    """`articles` by name, `outputs` by name: what is written into `provenance.json`."""

    articles: dict[str, dict[str, Any]] = field(default_factory=dict)
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)


def recall(settings: Settings) -> Memory:
    """Return what the last build in this folder left; an empty memory if it is of no use."""
    try:
        data = (settings.output / PROVENANCE).read_bytes()
        found = msgspec.json.decode(data, type=_Provenance)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return Memory()
    return Memory(found["articles"], found["outputs"])  # type: ignore[arg-type]


def as_bytes(memory: Memory) -> bytes:
    """Return `provenance.json`."""
    value = {
        "version": 2,
        "generator": f"sverka {__version__}",
        "states": STATES,
        "articles": memory.articles,
        "outputs": memory.outputs,
    }
    encoded = msgspec.json.encode(value, order="sorted")
    return msgspec.json.format(encoded, indent=1) + b"\n"


def is_fresh(memory: Memory, settings: Settings, name: str, key: str) -> bool:
    """Say whether an output stands there, made of these very inputs."""
    known = memory.outputs.get(name)
    if not isinstance(known, dict) or known.get("inputs") != key:
        return False
    try:
        size = os.lstat(f"{settings.output}/{name}").st_size
    except OSError:
        return False
    return size == known.get("size")


def digest(data: bytes) -> str:
    """Return the SHA-256 of `data` in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with path.open("rb", buffering=0) as file:
        return digest(file.read())


def combined(*parts: object) -> str:
    """Return one digest of several values, which must have a stable `repr`."""
    return digest(repr(parts).encode())


def settings_digest(settings: Settings) -> str:
    """Return a digest of all that shapes every page: settings, theme, the program itself."""
    theme = []
    if settings.theme:
        theme = [
            (path.name, digest(path.read_bytes()))
            for path in sorted(settings.theme.iterdir())
            if path.is_file()
        ]
    shaping = (settings.pivot, settings.source, sorted(settings.fallback.items()), settings.url)
    return combined(shaping, theme, _program())


@lru_cache(maxsize=1)
def _program() -> str:
    found: dict[str, str] = {}
    for room in _ROOMS:
        _collect(resources.files("sverka").joinpath(room), room, found)
    return combined(sorted(found.items()))


def _collect(folder: Traversable, name: str, found: dict[str, str]) -> None:
    for entry in folder.iterdir():
        inner = f"{name}/{entry.name}"
        if entry.is_dir() and not entry.name.startswith("__"):
            _collect(entry, inner, found)
        elif entry.name.endswith(_CODE):
            found[inner] = digest(entry.read_bytes())


def output_key(
    shaping: str, article: str, used: Mapping[str, str], published: tuple[str, ...]
) -> str:
    """Return the digest of an output's inputs: settings, article, catalogues, other languages."""
    return combined(shaping, article, sorted(used.items()), published)


def remove(root: Path, name: str, known: Mapping[str, Any]) -> None:
    """Take away an output of an earlier build that is not wanted any more, if nobody changed it."""
    path = root / name
    folders = [root, *(root / part for part in Path(name).parents)]
    if ".." in path.parts[len(root.parts) :] or any(each.is_symlink() for each in (path, *folders)):
        return
    if path.is_file() and digest(path.read_bytes()) == known.get("sha256"):
        path.unlink()
        with contextlib.suppress(OSError):  # until one still holds something
            for folder in path.parents[: len(Path(name).parents) - 1]:
                folder.rmdir()
