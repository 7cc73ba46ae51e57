"""`sverka extract`."""

from pathlib import Path

import click

from ._shared import config_option, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a template lags behind.")
@config_option
def command(articles: tuple[str, ...], check: bool, config: Path | None) -> None:
    """Write the templates (POT) of all articles, or of the ARTICLEs named."""
    from sverka.build.following import extract

    from ._following import report, wanted

    project = open_or_fail(config)
    orders, troubles = wanted(project, articles)
    report(extract(project, orders, check=check), troubles, check, "extract")
