"""`sverka build`."""

import os
import sys
from pathlib import Path

import click

from ._shared import FAILED, complain, config_option, fail, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--locale", "only", multiple=True, metavar="LOCALE", help="Only this one. Repeatable."
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(["html", "md", "txt", "same", "epub"]),
    help="html: pages (the default); md, txt: Markdown, plain text; same: the article in its own "
    "format; epub: a book per locale. Repeatable.",
)
@click.option("--output", type=click.Path(path_type=Path), help="Folder to build in.")
@click.option("--threshold", type=click.IntRange(0, 100), help="Percentage of words to reach.")
@click.option("--url", default="", help="Where the folder will be published.")
@click.option(
    "--theme",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with templates that replace the built-in ones of the same name.",
)
@config_option
def command(
    articles: tuple[str, ...],
    only: tuple[str, ...],
    formats: tuple[str, ...],
    output: Path | None,
    threshold: int | None,
    url: str,
    theme: Path | None,
    config: Path | None,
) -> None:
    """Build the articles, or the ARTICLEs named, in every locale."""
    import gc

    from sverka.build import build, settings_of
    from sverka.report.safe import visible
    from sverka.text.locales import same

    from ._following import wanted

    gc.set_threshold(50_000)  # a build makes much that stays, and little that is circular
    project = open_or_fail(config)
    here = (project.pivot, *project.locales)
    for name in only:
        if not any(same(name, locale) for locale in here):
            has = ", ".join(here)
            fail(f"--locale {name}: no such locale in this project (it has {has}); see targets")
    orders, troubles = wanted(project, articles)
    settings = settings_of(
        project,
        output=output,
        formats=formats,
        locales=only,
        threshold=threshold,
        url=url,
        theme=theme,
    )
    if problem := _obstacle(settings.output) or (
        "" if output else _detour(settings.output, project.root)
    ):
        for trouble in troubles:
            complain(str(trouble))
        fail(f"{problem}; choose another folder with --output or `output`")
    built = build(orders, settings)
    for article, locale, share in built.withheld:
        click.echo(
            f"withheld {visible(article)} in {locale}: {share} % of the words are translated"
        )
    click.echo(
        f"{len(built.written)} written, {built.unchanged} up to date in "
        f"{visible(settings.output.as_posix())}"
    )
    for warning in built.warnings:
        complain(f"warning: {warning}")
    for trouble in (*troubles, *built.troubles):
        complain(str(trouble))
    if troubles or built.troubles:
        sys.exit(FAILED)


def _detour(output: Path, root: Path) -> str:
    """Say which symbolic link leads away from where the configuration wants its folder."""
    for path in (output, *output.parents):
        if path == root:
            break
        if path.is_symlink():
            return f"{path}: is a symbolic link, and the pages would stand where it leads"
    return ""


def _obstacle(output: Path) -> str:
    """Say why nothing can be written into a folder; "" if it can."""
    place = next((path for path in (output, *output.parents) if path.exists()), Path())
    if not place.is_dir():
        return f"{place}: a file stands where the build folder should be"
    if not os.access(place, os.W_OK):
        return f"{place}: no permission to write there"
    return ""
