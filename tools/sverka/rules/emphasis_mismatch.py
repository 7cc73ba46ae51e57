"""Markdown emphasis that the translation lost or left open."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import there
from sverka.text.analysis import Text
from sverka.text.prose import Span, prose
from sverka.text.signs import of_shapes

rule = Rule(
    __name__,
    family="markup",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs=there(of_shapes(re.compile(r"\*\*").search, "*")),
)

_STRONG = re.compile(r"(?<![\w*\\])\*\*(?=[^\s*])(?:[^*]|(?<!\*)\*(?!\*))*?(?<=[^\s*\\])\*\*(?!\*)")
_LIGHT = re.compile(
    r"(?<![\w*\\])\*(?=[^\s*])[^*]*?(?<=[^\s*\\])\*(?![\w*])|(?<!\w)_[^\s_][^_]*_(?!\w)"
)
_GLUED = re.compile(r"(?<![*\\])\*\*(?=[^\s*])[^*]*?(?<=[^\s*\\])\*\*(?!\*)")
"""Where no spaces part the words, emphasis may begin inside a run of letters."""


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare how many passages are strong in each form and in its pivot."""
    for form, pivot in unit.pairs:
        if "**" not in pivot.value:
            continue
        wanted = pivot.ask(strong)
        given = len(_GLUED.findall(form.text.ask(prose)))
        if len(wanted) <= given:
            continue
        shown = given + len(_LIGHT.findall(form.text.ask(prose)))
        enough = shown >= len(wanted) + len(_LIGHT.findall(pivot.ask(prose)))
        passage = pivot.value[slice(*wanted[0])]
        open_ = form.text.value.count("**") % 2 and not pivot.value.count("**") % 2
        what = "is not closed" if open_ else "is not emphasised"
        yield rule.finding(
            form,
            f"{passage} of the pivot {what} here; put ** round the same words",
            related=[pivot_of(form, span=wanted[0])],
            form=passage,
            certainty="possible" if enough else "likely",
        )


def strong(text: Text) -> tuple[Span, ...]:
    """Return the passages in strong emphasis, code left out: an analyser."""
    return tuple(found.span() for found in _STRONG.finditer(text.ask(prose)))
