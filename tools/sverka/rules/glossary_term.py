"""A term of the pivot that the translation renders otherwise than the glossary says."""

from collections import defaultdict
from collections.abc import Iterator

from sverka.project.glossary import Term
from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import GLOSSARY
from sverka.review.needs import unit as unit_with
from sverka.text.terms import find

from ._glossary import forms, patterns, prepared

rule = Rule(
    __name__,
    family="terms",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=unit_with(GLOSSARY),
)


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Report each term of the pivot of which the translation has no admitted form."""
    for form, pivot in unit.pairs:
        terms_of, rows, _ = prepared(unit.background, pivot.locale)
        matches = pivot.ask(terms_of.matches)
        if not matches:
            continue
        by_span: dict[tuple[int, int], list[Term]] = defaultdict(list)
        for match in matches:
            by_span[match.start, match.end].append(rows[match.id])
        seen = set()
        for span, terms in by_span.items():
            wanted = forms(terms, unit.locale)
            if not wanted or wanted[0] in seen:
                continue
            seen.add(wanted[0])
            if find(form.text, (p for term in terms for p in patterns(term, unit.locale))):
                continue
            there = pivot.value[span[0] : span[1]]
            yield rule.finding(
                form,
                f"“{there}” in the pivot; the glossary has {_either(wanted)}, which is not here in "
                f"any inflected form. Use it, or admit this rendering in {_row(terms[0])}",
                related=[pivot_of(form, span=span)],
                form=wanted[0],
            )


def _either(wanted: list[str]) -> str:
    return " or ".join(f"“{form}”" for form in wanted[:3])


def _row(term: Term) -> str:
    return f"line {term.line} of the glossary" if term.line else "the glossary"
