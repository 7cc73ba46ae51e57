"""Control characters, noncharacters and private use."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit
from sverka.text.characters import CONTROL, controls

rule = Rule(
    __name__,
    family="characters",
    severity="error",
    roles=("pivot", "source", "target"),
    needs=CONTROL,
)

_ESCAPES = frozenset("\a\b\v\f\x1b")
"""What a programmer writes into a message on purpose."""


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report them, unless the pivot has the same."""
    for form in unit.forms:
        known = {odd.names for odd in form.pivot.ask(controls)} if form.pivot else set()
        for odd in form.text.ask(controls):
            if unit.role == "pivot" and _ESCAPES.issuperset(form.text.value[slice(*odd.span)]):
                continue
            if odd.names not in known:
                yield rule.finding(
                    form,
                    f"{odd.names}: no reader sees it, and programs may fail on it; take it out",
                    span=odd.span,
                    replacement="",
                    safe=True,
                )
