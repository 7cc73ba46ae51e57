"""`sverka update`."""

from pathlib import Path

import click

from ._shared import config_option, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--locale", "only", multiple=True, metavar="LOCALE", help="Only this one. Repeatable."
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a catalogue lags behind.")
@config_option
def command(
    articles: tuple[str, ...], only: tuple[str, ...], check: bool, config: Path | None
) -> None:
    """Merge the articles, or the ARTICLEs named, into their catalogues.

    Translations of unchanged sentences stay as they are, those of changed ones become fuzzy,
    those of vanished ones obsolete.
    """
    from sverka.build.updating import update

    from ._following import report, wanted

    project = open_or_fail(config)
    orders, troubles = wanted(project, articles)
    report(update(project, orders, only, check=check), troubles, check, "update")
