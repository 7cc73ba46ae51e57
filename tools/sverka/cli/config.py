"""`sverka config`."""

from pathlib import Path

import click

from ._shared import config_option, open_or_fail


@click.command()
@config_option
def command(config: Path | None) -> None:
    """Show the settings in force, as TOML, and where they come from."""
    import msgspec

    from sverka.review.job import display

    project = open_or_fail(config)
    origin = display(project.path) if project.path else "no configuration file; these are defaults"
    click.echo(f"# {origin}")
    for name, value in msgspec.to_builtins(project.config).items():
        line = f"{name} = {_toml(value)}"
        click.echo(line if value is not None else f"# {name} is not set")


def _toml(value: object) -> str:
    if isinstance(value, dict):
        pairs = ", ".join(f"{_toml(key)} = {_toml(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    if isinstance(value, str):
        import json

        return json.dumps(value, ensure_ascii=False)
    return str(value).lower()
