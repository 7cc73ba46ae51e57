"""`sverka init`."""

from pathlib import Path

import click

from ._shared import fail

CONFIG = "sverka.toml"


@click.command()
@click.option("--pivot", default="en", show_default=True, metavar="LOCALE")
@click.option("--source", metavar="LOCALE", help="Locale the texts were first written in.")
@click.option("--target", "targets", multiple=True, metavar="LOCALE", help="Repeatable.")
def command(pivot: str, source: str | None, targets: tuple[str, ...]) -> None:
    """Begin a project here: sverka.toml, the folders, empty tables. Overwrites nothing."""
    from sverka.text.locales import is_locale

    for name in (pivot, source, *targets):
        if name and not is_locale(name):
            fail(f"{name!r} is no locale; write it as de, pt_BR or zh-Hans")
    files = {
        CONFIG: _config(pivot, source, targets),
        "i18n/glossary.csv": ",".join(_columns(pivot, source, targets)) + ",note,pos,case,status\n",
        "i18n/names.csv": "kind," + ",".join(_columns(pivot, source, targets)) + ",note\n",
    }
    for folder in ("seeds", "i18n", "locales"):
        Path(folder).mkdir(exist_ok=True)
    for name, text in files.items():
        path = Path(name)
        if path.exists():
            click.echo(f"kept     {name}")
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        click.echo(f"created  {name}")
    click.echo("Put your articles into seeds/, then run `sverka extract` and `sverka update`.")


def _columns(pivot: str, source: str | None, targets: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(name for name in (pivot, source, *targets) if name))


def _config(pivot: str, source: str | None, targets: tuple[str, ...]) -> str:
    lines = [f'pivot = "{pivot}"']
    if source:
        lines.append(f'source = "{source}"')
    lines.append('articles = ["seeds/*.txt"]')
    lines.append('catalogs = "locales/{locale}/LC_MESSAGES/{article}.po"')
    if targets:
        lines.append(f"targets = [{', '.join(f'{chr(34)}{name}{chr(34)}' for name in targets)}]")
    lines += ['glossary = ["i18n/glossary.csv"]', 'names = "i18n/names.csv"']
    return "\n".join(lines) + "\n"
