"""`sverka check`."""

import sys
from functools import partial
from pathlib import Path

import click

from ._living import Living, arguments, dismiss, living_options
from ._shared import abandon_output, config_option, fail, open_or_fail, told


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "formats",
    multiple=True,
    metavar="FORMAT[=FILE]",
    help="full, concise, json, sarif, github, …; with =FILE into a file. Repeatable.",
)
@click.option("--select", multiple=True, metavar="RULE", help="Run only this rule or family.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Leave out this rule or family.")
@click.option("--gate", metavar="SEVERITY,CERTAINTY", help="What fails; by default warning,likely.")
@click.option("--pivot", metavar="LOCALE", help="Locale of the msgids.")
@click.option("--source", metavar="LOCALE", help="Locale the texts were first written in.")
@click.option("--locale", metavar="LOCALE", help="Locale of catalogues that do not tell theirs.")
@click.option("--glossary", multiple=True, type=click.Path(path_type=Path), metavar="FILE")
@click.option("--names", type=click.Path(path_type=Path), metavar="FILE", help="Names register.")
@click.option("--fix", is_flag=True, help="Make the repairs that are safe.")
@click.option("--unsafe-fixes", is_flag=True, help="Make those that are merely likely too.")
@click.option("--diff", is_flag=True, help="Only show what would change; exit 1 if anything would.")
@living_options
@config_option
def command(
    paths: tuple[Path, ...],
    formats: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    gate: str | None,
    pivot: str | None,
    source: str | None,
    locale: str | None,
    glossary: tuple[Path, ...],
    names: Path | None,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
    config: Path | None,
    living: Living,
) -> None:
    """Review catalogues and articles: the PATHS, or the whole project.

    Exit code 0: nothing to report at the gate; 1: findings at the gate; 2: usage, configuration
    or unreadable input. With --fix it is that of what remains.
    """
    from sverka.report.output import parse_formats, write
    from sverka.review.api import check

    try:
        outputs = parse_formats(formats or ("text",))
        with arguments(living) as others:
            run = partial(
                check,
                paths,
                config,
                select=_split(select),
                ignore=_split(ignore),
                gate=gate,
                pivot=pivot,
                source=source,
                locale=locale,
                glossary=glossary,
                names=names,
                **others,
            )
            report = run()
            if living.add_ignore is not None:
                dismiss(report, open_or_fail(config), living.add_ignore)
                report = run()
            if fix or unsafe_fixes or diff:
                from ._fixing import mend, preview

                project = open_or_fail(config)
                if diff:
                    preview(report, project, unsafe_fixes)
                report = mend(report, project, unsafe_fixes, run)
    except ValueError as error:
        fail(str(error))
    except OSError as error:
        fail(told(error))
    try:
        write(report, outputs)
        sys.stdout.flush()
    except BrokenPipeError:
        abandon_output()
    except OSError as error:
        abandon_output()
        fail(f"{told(error)}; the report could not be written")
    sys.exit(report.exit_code)


def _split(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for value in values for part in value.split(",") if (name := part.strip()))
