"""The report as a picture of a terminal, for documents."""

import io

from rich.console import Console

from sverka.review import Report

from .full import show

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
    show(report, console)
    return console.export_svg(title="sverka check", unique_id="sverka")
