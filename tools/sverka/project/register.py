"""The names register: people, organisations, places, products and acronyms in each locale."""

from dataclasses import dataclass, field
from pathlib import Path

from .config import ConfigError
from .tables import read_table, renderings_for

KINDS = frozenset({"person", "organisation", "place", "product", "acronym"})


@dataclass(frozen=True, slots=True)
class Name:
    """A row of the register: one bearer of a name."""

    kind: str
    renderings: dict[str, tuple[str, ...]]
    note: str = ""
    line: int = 0

    def forms(self, locale: str) -> tuple[str, ...]:
        """Return the admitted forms in a locale, the preferred one first; () if undecided."""
        return renderings_for(self.renderings, locale)


@dataclass(frozen=True, slots=True)
class Register:
    """All names of a project."""

    names: tuple[Name, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.names)


def read_register(path: Path) -> Register:
    """Read a names register. Raises ConfigError, which names file and line, and OSError."""
    rows = list(read_table(path, {"kind": KINDS, "note": None}))
    for row in rows:
        if not row.cells.get("kind"):
            message = f"no kind; it can be {', '.join(sorted(KINDS))}"
            raise ConfigError(path, row.line, message)
    return Register(
        tuple(
            Name(row.cells["kind"], row.renderings, row.cells.get("note", ""), row.line)
            for row in rows
        )
    )
