"""What the commands that follow the articles share."""

import sys
from typing import TYPE_CHECKING

import click

from ._shared import FAILED, FOUND, complain, fail

if TYPE_CHECKING:
    from sverka.build.following import Followed
    from sverka.build.model import Order, Trouble
    from sverka.project import Project


def wanted(project: "Project", articles: tuple[str, ...]) -> "tuple[list[Order], list[Trouble]]":
    """Return the articles asked for, or end with a clear message."""
    from sverka.build.orders import orders
    from sverka.project import ConfigError

    try:
        return orders(project, articles)
    except ConfigError as error:
        fail(str(error))


def report(
    followed: "Followed",
    troubles: "list[Trouble]",
    check: bool,
    name: str,
    *,
    written: bool = True,
) -> None:
    """Say what was done, and end with the exit code that tells it."""
    from sverka.report.safe import visible

    done = "written " if written and not check else "lags    "
    for path in followed.lagging:
        click.echo(f"{done} {visible(path.as_posix())}")
    for message in followed.respelt:
        click.echo(f"spelling only, translations kept: {visible(message)}")
    if not check:
        click.echo(f"{len(followed.current)} up to date")
    elif followed.lagging:
        complain(f"run `sverka {name}` and commit what it writes")
    for trouble in (*troubles, *followed.troubles):
        complain(str(trouble))
    if troubles or followed.troubles:
        sys.exit(FAILED)
    if check and followed.lagging:
        sys.exit(FOUND)
