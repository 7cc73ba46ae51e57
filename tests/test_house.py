"""The house: which room may import which."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "tools" / "sverka"
FLOORS = [
    {"text"},
    {"catalogue"},
    {"article"},
    {"project"},
    {"align"},
    {"review"},
    {"rules"},
    {"survey", "memory", "build", "report"},
    {"cli", "web", "lsp"},
]
MODULES = sorted(PACKAGE.rglob("*.py"))


def floor(room: str) -> int:
    return next(number for number, rooms in enumerate(FLOORS) if room in rooms)


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_from_rooms_above_it(path: Path) -> None:
    parts = path.relative_to(PACKAGE).parts
    if len(parts) == 1:
        return
    here = parts[0]
    for name in imported(path):
        _, _, rest = name.partition("sverka.")
        there = rest.partition(".")[0]
        if name.startswith("sverka.") and (PACKAGE / there).is_dir() and there != here:
            assert floor(there) < floor(here), f"{here} imports {name}"


def test_every_room_has_a_floor() -> None:
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {"__pycache__"}
    assert rooms <= {room for rooms in FLOORS for room in rooms}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_is_one_idea(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 400
