"""Words written twice in a row."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text.doubled import doubled, echoes, repeats

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report the doubled words for which neither the language nor the pivot has a use."""
    for form in unit.forms:
        for double in form.text.ask(doubled):
            start = double.span[0]
            pivot = form.pivot
            if pivot is not None and form.text.value[slice(*double.span)] in pivot.value:
                continue  # Try `help help'.
            named = double.named and (pivot is None or pivot.ask(echoes))
            if double.stressed and (
                pivot is None or not pivot.value or pivot.ask(echoes) or pivot.ask(repeats)
            ):
                continue
            doubtful = named or (pivot is not None and pivot.ask(repeats))
            yield rule.finding(
                form,
                f"{double.word} is written twice; take one out",
                span=double.span,
                related=[pivot_of(form)] if form.pivot else (),
                replacement=form.text.value[start : start + len(double.word)],
                certainty="likely" if double.sure and not doubtful else "possible",
            )
