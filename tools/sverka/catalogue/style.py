"""How a file writes its strings."""

from typing import TYPE_CHECKING

from sverka.catalogue.render import MSGCAT, Style

if TYPE_CHECKING:
    from sverka.catalogue.document import Catalogue


def learn_style(catalogue: "Catalogue") -> Style:
    """The style in which most of the long strings of a file are written."""
    return MSGCAT
