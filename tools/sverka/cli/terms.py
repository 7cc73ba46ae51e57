"""`sverka terms`."""

import sys
from pathlib import Path

import click

from ._shared import FAILED, complain, config_option, fail, open_or_fail


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--find", "wanted", metavar="TERM", help="Show every segment that has TERM.")
@click.option("--least", type=click.IntRange(1), default=2, help="Segments a term must stand in.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "csv", "tbx", "json"]),
    default="text",
    help="csv is a glossary's; text by default.",
)
@config_option
def command(
    paths: tuple[Path, ...], wanted: str | None, least: int, format_: str, config: Path | None
) -> None:
    """List the acronyms and frequent terms of articles, with their renderings per locale.

    PATHS are articles or catalogues, by default all of the project's. With --find, show where a
    term stands, in any inflection, and how it was translated.
    """
    from sverka.project import ConfigError
    from sverka.review import Background
    from sverka.survey.candidates import candidates
    from sverka.survey.occurrences import occurrences
    from sverka.survey.segments import segments

    from . import _terms_output as output

    if wanted is not None and format_ in ("csv", "tbx"):
        fail(f"--find has no format {format_}; choose text or json")
    project = open_or_fail(config)
    try:
        found, problems = segments(project, paths, Background.of(project, pivot=project.pivot))
    except ConfigError as error:
        fail(str(error))
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")
    if wanted is not None:
        hits = occurrences(found, wanted)
        text = (output.hits_as_json if format_ == "json" else output.hits_as_text)(hits)
    else:
        listed = candidates(found, least)
        pivot = project.pivot
        text = {
            "text": output.as_text,
            "csv": lambda terms: output.as_csv(terms, pivot),
            "tbx": lambda terms: output.as_tbx(terms, pivot),
            "json": output.as_json,
        }[format_](listed)
    click.echo(text.rstrip("\n"))
    for problem in problems:
        complain(f"{problem.file}:{problem.line}: {problem.message}")
    if problems:
        sys.exit(FAILED)
