"""Text that was read in the wrong charset: Ã© for é, Ð¿ for п."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit
from sverka.text.characters import mojibake

rule = Rule(
    __name__,
    family="characters",
    severity="error",
    roles=("pivot", "source", "target"),
    needs=r"[ÃÂâÐÑРС]",
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report garbled text with what was meant, unless the pivot shows the same."""
    for form in unit.forms:
        for (start, end), meant in form.text.ask(mojibake):
            garbled = form.text.value[start:end]
            if form.pivot is not None and garbled in form.pivot.value:
                continue
            yield rule.finding(
                form,
                f"{garbled} is {meant} read in the wrong charset",
                span=(start, end),
                replacement=meant,
                safe=True,
            )
