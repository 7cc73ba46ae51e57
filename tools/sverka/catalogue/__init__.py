"""PO files that keep every byte that nobody changed."""

from typing import TYPE_CHECKING, Any

from sverka.catalogue.document import Catalogue, CatalogueError, Problem, load
from sverka.catalogue.entry import Entry

if TYPE_CHECKING:
    from sverka.catalogue.merge import plan, update

__all__ = ["Catalogue", "CatalogueError", "Entry", "Problem", "load", "plan", "update"]


def __getattr__(name: str) -> Any:
    if name in {"plan", "update"}:  # these need rapidfuzz, which readers need not import
        from sverka.catalogue import merge

        return getattr(merge, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
