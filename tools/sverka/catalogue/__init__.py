"""PO files that keep every byte that nobody changed."""

from sverka.catalogue.document import Catalogue, CatalogueError, Problem, load
from sverka.catalogue.entry import Entry

__all__ = ["Catalogue", "CatalogueError", "Entry", "Problem", "load"]
