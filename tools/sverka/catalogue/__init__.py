"""PO files that keep every byte that nobody changed."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from sverka.catalogue.document import Catalogue, CatalogueError, Problem, load
from sverka.catalogue.entry import Entry

if TYPE_CHECKING:
    from sverka.catalogue.create import from_template
    from sverka.catalogue.fmt import normalise, without_line_refs
    from sverka.catalogue.merge import plan, update

__all__ = [
    "Catalogue",
    "CatalogueError",
    "Entry",
    "Problem",
    "from_template",
    "load",
    "normalise",
    "plan",
    "update",
    "without_line_refs",
]
# What only some callers need is imported when it is asked for.
_LATER = {
    "from_template": "create",
    "normalise": "fmt",
    "plan": "merge",
    "update": "merge",
    "without_line_refs": "fmt",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
