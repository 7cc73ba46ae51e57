"""Words written twice in a row."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.doubled import doubled, echoes, repeats

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
)


_POINTING = re.compile(
    r"\b(?:that(?! (?:the|an?|all|every|each|no|his|her|their|our|my)\b)|this|these|those|its?|they"
    r"|them|he|him|she|one|such|so|which(?! is why))\b",
    re.IGNORECASE,
)
"""What a word that points to something renders."""


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report the doubled words for which neither the language nor the pivot has a use."""
    for form in unit.forms:
        for double in form.text.ask(doubled):
            start = double.span[0]
            pivot = form.pivot
            if pivot is not None and form.text.value[slice(*double.span)] in pivot.value:
                continue  # Try `help help'.
            if double.pointed and (pivot is None or not _points_at_nothing(pivot)):
                continue
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


def _points_at_nothing(pivot: Text) -> bool:
    """Say whether nothing in an English text is rendered by a word that points to something."""
    is_english = locales.language(pivot.locale) == "en" and bool(pivot.value)
    return is_english and _POINTING.search(pivot.value) is None
