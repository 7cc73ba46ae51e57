"""The report as a picture of a terminal, for documents."""

import io
import re

from rich.console import Console

from sverka.review import Report

from .full import show

_FONTS = re.compile(r"@font-face \{[^}]*\}\s*")
"""Fonts that would be fetched from elsewhere."""
_WIDTH = 118
"""Columns of the terminal in the picture."""


def render(report: Report) -> str:
    """Return the report as SVG."""
    console = Console(
        file=io.StringIO(),
        record=True,
        width=_WIDTH,
        force_terminal=True,
        markup=False,
        emoji=False,
    )
    show(report, console, wrap=True)
    picture = console.export_svg(title="sverka check", unique_id="sverka")
    return _FONTS.sub("", picture)
