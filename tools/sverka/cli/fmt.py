"""`sverka fmt`."""

import sys
from pathlib import Path

import click

from ._shared import complain, config_option, fail, open_or_fail


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a file would change.")
@click.option("--wrap", type=click.IntRange(min=20), metavar="N", help="Page width; default 79.")
@click.option("--no-wrap", is_flag=True, help="Break lines only after \\n.")
@click.option("--no-line-refs", is_flag=True, help="Only take line numbers out of `#:` references.")
@config_option
def command(
    paths: tuple[Path, ...],
    check: bool,
    wrap: int | None,
    no_wrap: bool,
    no_line_refs: bool,
    config: Path | None,
) -> None:
    """Format catalogues as msgcat does: the PATHS, or those of the project.

    No other command reformats what nobody changed.
    """
    from sverka.catalogue import CatalogueError, load, normalise, without_line_refs

    if wrap and no_wrap:
        fail("--wrap and --no-wrap exclude each other")
    if no_line_refs and (wrap or no_wrap):
        fail("--no-line-refs changes no other line; run fmt once more with --wrap or --no-wrap")
    files = _files(paths) if paths else [p for p, _, _ in open_or_fail(config).catalogues()]
    if not files:
        fail("no PO file; give paths, or run it in a project")
    failed = changed = 0
    for file in files:
        try:
            old = load(file)
            if no_line_refs:
                new = without_line_refs(old)
            else:
                new = normalise(old, None if no_wrap else wrap or 79)
            if new.to_bytes() == old.to_bytes():
                continue
            changed += 1
            click.echo(f"{'would change' if check else 'formatted'}  {file.as_posix()}")
            if not check:
                new.save()
        except CatalogueError as error:
            complain(str(error))
            failed += 1
        except OSError as error:
            complain(f"{file}: {error.strerror}")
            failed += 1
    in_order = len(files) - failed - (changed if check else 0)
    click.echo(f"{in_order} of {len(files)} are in order")
    sys.exit(2 if failed else int(check and changed > 0))


def _files(paths: tuple[Path, ...]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        found += (
            sorted(file for file in path.rglob("*.po") if not file.is_dir())
            if path.is_dir()
            else [path]
        )
    return found
