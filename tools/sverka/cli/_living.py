"""Options of `check` for large projects and for old findings."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from ._shared import complain, fail

if TYPE_CHECKING:
    from sverka.project import Project
    from sverka.review import Report

_OPTIONS = {
    "baseline": click.option(
        "--baseline",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Leave out the findings in FILE; by default sverka-baseline.json, if there is one.",
    ),
    "write_baseline": click.option(
        "--write-baseline",
        is_flag=True,
        help="Make the baseline, or remove from it what no longer occurs.",
    ),
    "accept_new": click.option(
        "--accept-new", is_flag=True, help="With --write-baseline: add what is new."
    ),
    "add_ignore": click.option(
        "--add-ignore",
        metavar="REASON",
        help="Dismiss what is at the gate, with a comment in each entry.",
    ),
    "changed_since": click.option(
        "--changed-since", metavar="REV", help="Report only on what changed since REV."
    ),
    "jobs": click.option(
        "--jobs", type=click.IntRange(1), metavar="N", help="Processes; by default one a core."
    ),
    "executor": click.option(
        "--executor", metavar="dask://HOST:PORT", help="Examine the files on a cluster."
    ),
    "no_cache": click.option(
        "--no-cache", is_flag=True, help="Neither read nor write .sverka_cache/."
    ),
}


class Living(NamedTuple):
    """The options' values."""

    baseline: Path | None
    write_baseline: bool
    accept_new: bool
    add_ignore: str | None
    changed_since: str | None
    jobs: int | None
    executor: str | None
    no_cache: bool


def living_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options, and hand them over together as `living`."""

    @wraps(command)
    def collected(**values: Any) -> Any:
        living = Living(**{name: values.pop(name) for name in _OPTIONS})
        return command(**values, living=living)

    for option in reversed(_OPTIONS.values()):
        collected = option(collected)
    return collected


@contextmanager
def arguments(living: Living) -> Iterator[dict[str, Any]]:
    """Give the keyword arguments of `sverka.check` that the options stand for."""
    from sverka.review.cluster import connect

    if living.accept_new and not living.write_baseline:
        fail("--accept-new goes with --write-baseline")
    with connect(living.executor) as executor, _progress() as progress:
        yield {
            "baseline": living.baseline,
            "write_baseline": living.write_baseline,
            "accept_new": living.accept_new,
            "changed_since": living.changed_since,
            "jobs": living.jobs or os.cpu_count() or 1,
            "executor": executor,
            "cache": not living.no_cache,
            "progress": progress,
        }


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Show a bar on standard error, if that is a terminal and there is much to do."""
    if not sys.stderr.isatty():
        yield None
        return
    import time

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    begun = time.monotonic()
    columns = (BarColumn(), MofNCompleteColumn(), "files", TimeRemainingColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task("")

    def progress(done: int, total: int) -> None:
        if not bar.live.is_started and time.monotonic() - begun > 1:
            bar.start()
        bar.update(task, completed=done, total=total, refresh=bar.live.is_started)

    try:
        yield progress
    finally:
        bar.stop()


def dismiss(report: "Report", project: "Project", reason: str) -> None:
    """Dismiss what is at the gate."""
    from sverka.catalogue import CatalogueError
    from sverka.review.dismissing import add_ignores

    found = [finding for finding in report.findings if finding.gate]
    try:
        number = add_ignores(found, reason, project.root)
    except (ValueError, CatalogueError) as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}; not all findings were dismissed")
    complain(f"{number} dismissed")
