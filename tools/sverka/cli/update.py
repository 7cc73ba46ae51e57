"""`sverka update`."""

from pathlib import Path
from typing import Any

import click

from ._shared import config_option, fail, open_or_fail


@click.command()
@click.argument("articles", nargs=-1, metavar="[ARTICLE]...")
@click.option(
    "--locale", "only", multiple=True, metavar="LOCALE", help="Only this one. Repeatable."
)
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a catalogue lags behind.")
@click.option(
    "--dry-run", is_flag=True, help="Write nothing; say what would become of the entries."
)
@click.option(
    "--report", "detailed", is_flag=True, help="Say what moved where, and what became of it."
)
@click.option("--no-fuzzy", is_flag=True, help="Look for no predecessors of changed sentences.")
@click.option(
    "--min-similarity",
    type=click.FloatRange(0, 1),
    metavar="0…1",
    help="Least similarity of a predecessor.",
)
@click.option(
    "--compendium",
    "compendia",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PO",
    help="Catalogue to take translations of new sentences from. Repeatable.",
)
@config_option
def command(
    articles: tuple[str, ...],
    only: tuple[str, ...],
    check: bool,
    dry_run: bool,
    detailed: bool,
    no_fuzzy: bool,
    min_similarity: float | None,
    compendia: tuple[Path, ...],
    config: Path | None,
) -> None:
    """Merge the articles, or the ARTICLEs named, into their catalogues.

    Translations of unchanged sentences stay as they are, those of changed ones become fuzzy,
    those of vanished ones obsolete.
    """
    from sverka.build.updating import Updated, update
    from sverka.catalogue import load
    from sverka.report.safe import visible
    from sverka.text.locales import same

    from ._following import report, wanted

    project = open_or_fail(config)
    for name in only:
        if not any(same(name, locale) for locale in project.locales):
            has = ", ".join(project.locales) or "none"
            fail(f"--locale {name}: no such locale in this project (it has {has}); see targets")
    orders, troubles = wanted(project, articles)
    options: dict[str, Any] = {}
    if no_fuzzy:
        options["no_fuzzy"] = True
    if min_similarity is not None:
        options["min_similarity"] = min_similarity
    if compendia:
        try:
            options["compendium"] = [load(path) for path in compendia]
        except OSError as error:
            fail(f"{error.filename}: {error.strerror}")
    told: list[Updated] = []
    followed = update(
        project,
        orders,
        only,
        check=check or dry_run,
        tell=told.append if dry_run or detailed else None,
        **options,
    )
    if detailed:
        from sverka.build.reporting import lines

        for line in lines(told):
            click.echo(visible(line))
    elif dry_run:
        for each in told:
            counts = each.merge.counts.items()
            shown = ", ".join(f"{number} {kind}" for kind, number in counts if number)
            click.echo(f"{visible(each.path.as_posix())}: {shown or 'nothing to do'}")
    report(followed, troubles, check and not dry_run, "update", written=not dry_run)
