"""`sverka explain`."""

import click

from ._shared import fail


@click.command()
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Show the page of a RULE: what it finds, why, what it cannot see. Without RULE, list all."""
    from rich.console import Console

    from sverka.review.rule import page, rules

    console = Console(markup=False, emoji=False)
    if rule is None:
        for name, found in rules().items():
            click.echo(f"{name:<36} {found.family:<14} {found.severity}, {found.certainty}")
        return
    try:
        text = page(rule)
    except KeyError:
        import difflib

        near = difflib.get_close_matches(rule, rules(), 1)
        hint = f"did you mean {near[0]!r}?" if near else "`sverka explain` lists all rules"
        fail(f"no rule is named {rule!r}; {hint}")
    if console.is_terminal:
        from rich.markdown import Markdown

        console.print(Markdown(text))
    else:
        click.echo(text, nl=False)
