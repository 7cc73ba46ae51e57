"""`check --fix` and `check --diff`."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

import click

from ._shared import FAILED, FOUND, complain, fail

if TYPE_CHECKING:
    from sverka.project import Project
    from sverka.review.finding import Report
    from sverka.review.repairing import Repairs

_ROUNDS = 5
"""A repair may uncover another one that overlapped it; more rounds than these are a quarrel."""


def preview(report: "Report", project: "Project", unsafe: bool) -> NoReturn:
    """Show what would change and end: exit code 1 if anything would."""
    from sverka.report.safe import visible
    from sverka.review.repairing import diff

    repairs = _prepare(report, project, unsafe)
    text = diff(repairs)
    if sys.stdout.isatty():
        text = "\n".join(visible(line) for line in text.split("\n"))
    click.echo(text, nl=False)
    raise SystemExit(FAILED if report.problems else FOUND if repairs.changes else 0)


def mend(
    report: "Report", project: "Project", unsafe: bool, run: "Callable[[], Report]"
) -> "Report":
    """Make the repairs and review again; return the review of what remains."""
    from sverka.catalogue import CatalogueError
    from sverka.review.repairing import write

    made = 0
    for _ in range(_ROUNDS):
        repairs = _prepare(report, project, unsafe)
        if not repairs.changes:
            break
        try:
            write(repairs)
        except CatalogueError as error:
            fail(str(error))
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}; nothing was repaired")
        made += repairs.made
        for note in repairs.notes:
            complain(note)
        report = run()
    complain(f"{made} repaired")
    return report


def _prepare(report: "Report", project: "Project", unsafe: bool) -> "Repairs":
    from sverka.catalogue import CatalogueError
    from sverka.review.repairing import prepare

    try:
        repairs = prepare(report.findings, project, unsafe)
    except CatalogueError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}; nothing was repaired")
    for message in repairs.refused:
        complain(f"not repaired: {message}")
    return repairs
