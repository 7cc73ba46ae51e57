"""`sverka extract`."""

from pathlib import Path

import click

from ._shared import config_option, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a template lags behind.")
@click.option(
    "--confirm-source",
    is_flag=True,
    help="The articles hold though their source has changed: take the marks away.",
)
@config_option
def command(
    articles: tuple[str, ...], check: bool, confirm_source: bool, config: Path | None
) -> None:
    """Write the templates (POT) of all articles, or of the ARTICLEs named."""
    from sverka.build.following import extract

    from ._following import report, wanted

    project = open_or_fail(config)
    orders, troubles = wanted(project, articles)
    followed = extract(project, orders, check=check, confirm_source=confirm_source)
    report(followed, troubles, check, "extract")
