"""`sverka stats`."""

import sys
from pathlib import Path

import click

from ._shared import FAILED, complain, config_option, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@config_option
def command(articles: tuple[str, ...], format_: str, config: Path | None) -> None:
    """Count segments and words translated, fuzzy and missing, per locale."""
    from sverka.build.counting import as_json, as_text, count

    from ._following import wanted

    project = open_or_fail(config)
    orders, troubles = wanted(project, articles)
    counts, failed = count(project, orders)
    click.echo((as_json if format_ == "json" else as_text)(counts))
    for trouble in (*troubles, *failed):
        complain(str(trouble))
    if troubles or failed:
        sys.exit(FAILED)
