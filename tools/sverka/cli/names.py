"""`sverka names`."""

import shutil
import sys
from pathlib import Path

import click

from ._shared import FAILED, complain, config_option, fail, open_or_fail


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "csv", "json", "html"]),
    default="table",
    help="How the concordance is written.",
)
@click.option("--update-register", is_flag=True, help="Append new people to the names register.")
@click.option(
    "--romanization",
    metavar="SCHEME",
    help="Tell which Latin forms follow this scheme, such as bgn_pcgn or gost_7034.",
)
@click.option("--names", type=click.Path(dir_okay=False, path_type=Path), help="Names register.")
@config_option
def command(
    paths: tuple[Path, ...],
    format_: str,
    update_register: bool,
    romanization: str | None,
    names: Path | None,
    config: Path | None,
) -> None:
    """Show who and what is named, and how every locale writes it; odd forms are marked."""
    from functools import partial

    from sverka.project import ConfigError, Register, read_register
    from sverka.report.safe import isolated
    from sverka.survey import concordance
    from sverka.survey.names import survey
    from sverka.survey.proposals import propose
    from sverka.survey.romanization import romanized, schemes

    project = open_or_fail(config)
    if romanization and romanization not in schemes():
        fail(f"no romanization is named {romanization!r}; there are {', '.join(schemes())}")
    path = names or (project.root / project.config.names if project.config.names else None)
    try:
        register = read_register(path) if path and path.exists() else Register()
        found = survey(project, paths, register)
    except ConfigError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    source = project.config.source or "ru"
    romanize = partial(romanized, source=source, scheme=romanization) if romanization else None
    if format_ == "table":
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(concordance.as_table(found, romanize, width, isolated))
    else:
        write = getattr(concordance, f"as_{format_}")
        click.echo(write(found, romanize), nl=format_ == "json")
    if update_register:
        target = path or project.root / "i18n" / "names.csv"
        try:
            added = propose(found, target, project.pivot)
        except (OSError, ValueError) as error:
            fail(str(error))
        click.echo(f"{added} proposed in {target.as_posix()}", err=True)
    for problem in found.problems:
        complain(f"{problem.file}:{problem.line}:{problem.column}: {problem.message}")
    if found.problems:
        sys.exit(FAILED)
