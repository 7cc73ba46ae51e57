"""Addresses of the pivot that the translation does not have, or has changed."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import either
from sverka.review.unit import Form
from sverka.text.addresses import ADDRESS, Address, counterpart, urls
from sverka.text.analysis import Text

_RAW = re.compile(r"https?://[^\s()<>\[\]\"']+[^\s()<>\[\]\"'.,;:!?]")
_LONG = 20
"""Letters of an address of which a few may be slips."""
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
        yield from _hidden(form, pivot, right)
        for mine in left:
            if not right:
                yield rule.finding(
                    form,
                    f"{mine.text} of the pivot is missing here",
                    related=[pivot_of(form, span=mine.span)],
                    certainty="likely",
                    form=mine.text,
                )


def _hidden(form: Form, pivot: Text, right: list[Address]) -> Iterator[Finding]:
    """Compare addresses of a translation that lost their markup with those in the pivot's."""
    there = [Address(*found.span(), found[0]) for found in _RAW.finditer(pivot.value)]
    for theirs in right:
        if theirs.text in pivot.value:
            continue
        near = (mine for mine in there if theirs.near(mine) and len(mine.text) > _LONG)
        mine = next(near, None)
        if mine and not counterpart(mine.text, theirs.text, form.text.locale):
            yield _changed(form, mine, theirs, 1)


def _changed(form: Form, mine: Address, theirs: Address, pairs: int) -> Finding:
    certainty: Certainty = "certain" if pairs == 1 else "likely"
    is_cut = mine.text.startswith(theirs.text)
    if mine.host != theirs.host and not is_cut and not mine.near(theirs):
        certainty = "possible"  # a page of another site in the reader's language
    return rule.finding(
        form,
        f"{mine.text} in the pivot, {theirs.text} here",
        span=theirs.span,
        related=[pivot_of(form, span=mine.span)],
        replacement=mine.text,
        certainty=certainty,
    )
