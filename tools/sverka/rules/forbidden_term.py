"""A word that the glossary forbids, or forbids as the rendering of a term."""

from collections.abc import Iterator

from sverka.project.glossary import Term
from sverka.review import Background, Finding, Form, Rule, Unit, pivot_of
from sverka.review.finding import Span
from sverka.review.needs import GLOSSARY
from sverka.review.needs import unit as unit_with
from sverka.text.terms import find

from ._glossary import forms, patterns, prepared

rule = Rule(
    __name__,
    family="terms",
    severity="warning",
    roles=("pivot", "source", "target"),
    needs=unit_with(GLOSSARY),
)


@rule.check
def look(unit: Unit) -> Iterator[Finding]:
    """Report each forbidden form, in any inflection."""
    background = unit.background
    for form in unit.forms:
        forbidden, rows, _ = prepared(background, form.where.locale, True)
        if not rows:
            continue
        required = prepared(background, form.where.locale).terms
        covered = [(match.start, match.end) for match in form.text.ask(required.matches)]
        found = {(m.start, m.end): rows[m.id] for m in form.text.ask(forbidden.matches)}
        found |= _renderings(form, background)
        for span, term in sorted(found.items(), key=lambda item: item[0]):
            inside = any(a <= span[0] and span[1] <= b for a, b in covered)
            if not inside and _concerns(term, form, background):
                yield _finding(form, span, term, background)


def _renderings(form: Form, background: Background) -> dict[Span, Term]:
    """Return the forbidden renderings of the pivot's terms, in compounds too."""
    if form.pivot is None:
        return {}
    terms, rows, _ = prepared(background, form.pivot.locale, True)
    here = (rows[match.id] for match in form.pivot.ask(terms.matches))
    spans = ((find(form.text, patterns(term, form.where.locale)), term) for term in here)
    return {span: term for span, term in spans if span}


def _concerns(term: Term, form: Form, background: Background) -> bool:
    """Say whether a row concerns a text: one that names a pivot term, only where that stands."""
    if form.pivot is None:
        return len(term.renderings) == 1
    if not term.forms(form.pivot.locale):
        return True
    terms, rows, _ = prepared(background, form.pivot.locale, True)
    return any(rows[match.id] is term for match in form.pivot.ask(terms.matches))


def _finding(form: Form, span: Span, term: Term, background: Background) -> Finding:
    locale = form.where.locale
    better = _better(term, locale, background)
    here = form.text.value[span[0] : span[1]]
    advice = f"use {' or '.join(f'“{word}”' for word in better)}" if better else "reword it"
    note = f" ({term.note})" if term.note else ""
    return rule.finding(
        form,
        f"“{here}”: the glossary forbids “{term.forms(locale)[0]}”{note}; {advice}",
        span=span,
        related=[pivot_of(form)] if form.pivot else [],
        replacement=better[0] if better and here in term.forms(locale) else None,
    )


def _better(term: Term, locale: str, background: Background) -> list[str]:
    """Return the admitted renderings of what a forbidden row renders."""
    pivot = background.pivot
    if locale == pivot or not term.forms(pivot):
        return []
    admitted = prepared(background, pivot).by_form
    same = (other for form in term.forms(pivot) for other in admitted.get(form, ()))
    return forms(same, locale)
