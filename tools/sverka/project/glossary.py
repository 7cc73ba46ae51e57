"""The glossary: required and forbidden renderings of terms."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from .tables import read_table, renderings_for

Status = Literal["preferred", "admitted", "forbidden"]

_STATUSES: dict[str, Status] = {
    **dict.fromkeys(("preferred", "approved", "recommended", "standard"), "preferred"),
    **dict.fromkeys(("admitted", "accepted", "allowed", "proposed"), "admitted"),
    **dict.fromkeys(("forbidden", "deprecated", "rejected", "superseded"), "forbidden"),
}
"""What other tools call the three."""
_COLUMNS = {
    "note": None,
    "pos": None,
    "case": frozenset({"yes", "no"}),
    "status": frozenset(_STATUSES),
}


@dataclass(frozen=True, slots=True)
class Term:
    """A row of the glossary: the renderings of one concept, in dictionary form."""

    renderings: dict[str, tuple[str, ...]]
    note: str = ""
    pos: str = ""
    case: bool = False
    """Whether upper and lower case differ: IT is not "it"."""
    status: Status = "preferred"
    file: str = ""
    line: int = 0

    def forms(self, locale: str) -> tuple[str, ...]:
        """Return the admitted forms in a locale, the preferred one first; () if undecided."""
        return renderings_for(self.renderings, locale)


@dataclass(frozen=True, slots=True)
class Glossary:
    """All terms of a project."""

    terms: tuple[Term, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.terms)


def read_glossary(paths: Iterable[Path]) -> Glossary:
    """Read glossaries, TBX or CSV. Raises ConfigError, which names file and line, and OSError."""
    return Glossary(tuple(term for path in paths for term in _read(path)))


def _read(path: Path) -> Iterable[Term]:
    if path.suffix.casefold() in (".tbx", ".xml"):
        from .tbx import read_tbx

        return read_tbx(path)
    return _read_csv(path)


def _read_csv(path: Path) -> list[Term]:
    return [
        Term(
            renderings=row.renderings,
            note=row.cells.get("note", ""),
            pos=row.cells.get("pos", ""),
            case=row.cells.get("case") == "yes",
            status=_STATUSES[row.cells.get("status") or "preferred"],
            file=str(path),
            line=row.line,
        )
        for row in read_table(path, _COLUMNS)
    ]
