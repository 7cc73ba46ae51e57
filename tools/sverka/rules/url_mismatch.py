"""Addresses of the pivot that the translation does not have, or has changed."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import either
from sverka.review.unit import Form
from sverka.text.addresses import ADDRESS, Address, counterpart, urls

rule = Rule(__name__, family="data", severity="error", needs=either(ADDRESS))


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the addresses of each form with those of its pivot text."""
    for form, pivot in unit.pairs:
        left, right = list(pivot.ask(urls)), list(form.text.ask(urls))
        if not left and not right:
            continue
        if unit.source:
            known = {address.text for address in unit.source.ask(urls)}
            right = [address for address in right if address.text not in known]
        for address in tuple(left):
            same = next((o for o in right if counterpart(address.text, o.text, unit.locale)), None)
            if same:
                right.remove(same)
            if same or any(
                counterpart(address.text, o.text, unit.locale) for o in form.text.ask(urls)
            ):
                left.remove(address)
        pairs = list(zip(left, right, strict=True)) if len(left) == len(right) else []
        for mine, theirs in pairs:
            yield _changed(form, mine, theirs, len(pairs))
        if pairs:
            continue
        for mine in left:
            if not right:
                yield rule.finding(
                    form,
                    f"{mine.text} of the pivot is missing here",
                    related=[pivot_of(form, span=mine.span)],
                    certainty="likely",
                    form=mine.text,
                )


def _changed(form: Form, mine: Address, theirs: Address, pairs: int) -> Finding:
    certainty: Certainty = "certain" if pairs == 1 else "likely"
    if mine.host != theirs.host and not mine.near(theirs):
        certainty = "possible"  # a page of another site in the reader's language
    return rule.finding(
        form,
        f"{mine.text} in the pivot, {theirs.text} here",
        span=theirs.span,
        related=[pivot_of(form, span=mine.span)],
        replacement=mine.text,
        certainty=certainty,
    )
