"""The command line. A command is a module of this package that holds a click `command`."""

import atexit
import gc
import importlib
import pkgutil
import sys

import click

from sverka import __version__

from ._shared import abandon_output, fail, told


class Commands(click.Group):
    """The commands, found by themselves: `cli/check.py` is `sverka check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(
            module.name for module in pkgutil.iter_modules(__path__) if module.name[0] != "_"
        )

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return the command of a name."""
        if name not in self.list_commands(ctx):
            return None
        command: click.Command = importlib.import_module(f"{__name__}.{name}").command
        return command


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="sverka %(version)s")
def cli() -> None:
    """Read translations against their original, in every language at once."""


def main() -> None:
    """Run the command line; output is UTF-8 on every platform."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    atexit.register(gc.freeze)  # the last search for cycles would find nothing that matters
    try:
        cli(prog_name="sverka")
    except OSError as error:
        abandon_output()
        fail(told(error))
