"""What the commands share: opening the project, complaining, the exit codes."""

import contextlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

if TYPE_CHECKING:
    from sverka.project import Project

FOUND, FAILED = 1, 2
"""Exit codes: findings at the gate; usage, configuration or unreadable input."""

F = TypeVar("F", bound=Callable[..., Any])

config_option = click.option(
    "--config",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Configuration file; by default the nearest sverka.toml or pyproject.toml upwards.",
)


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    from sverka.report.safe import visible

    click.echo(f"sverka: {visible(message)}", err=True)


def fail(message: str) -> NoReturn:
    """Say what went wrong and end with exit code 2."""
    complain(message)
    raise SystemExit(FAILED)


def told(error: OSError) -> str:
    """Return what the system said, and of which file."""
    return f"{error.filename or 'standard output'}: {error.strerror or error}"


def abandon_output() -> None:
    """Write to standard output no more: nobody reads it, or there is no room."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def open_or_fail(config: Path | None) -> "Project":
    """Open the project that governs the working folder, or end with a clear message."""
    from sverka.project import ConfigError, open_project

    try:
        return open_project(Path(), config)
    except ConfigError as error:
        fail(str(error))
    except OSError as error:
        fail(told(error))
