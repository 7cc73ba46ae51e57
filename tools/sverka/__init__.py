"""Sverka reads translations against their original, in every language at once.

What the commands do can be imported from here; each name is loaded on first use.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sverka.catalogue import Catalogue, load, update
    from sverka.review import Report
    from sverka.review.api import check
    from sverka.text.names import same_name, same_names
    from sverka.text.sentences import split

__version__ = "0.1.0"

_HOMES = {
    "Catalogue": "sverka.catalogue",
    "Report": "sverka.review",
    "check": "sverka.review.api",
    "load": "sverka.catalogue",
    "same_name": "sverka.text.names",
    "same_names": "sverka.text.names",
    "split": "sverka.text.sentences",
    "update": "sverka.catalogue",
}

__all__ = [
    "Catalogue",
    "Report",
    "__version__",
    "check",
    "load",
    "same_name",
    "same_names",
    "split",
    "update",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted(__all__)
