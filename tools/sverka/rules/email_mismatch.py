"""E-mail addresses of the pivot that the translation does not have, or has changed."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.text import locales
from sverka.text.addresses import emails

_EXAMPLE = re.compile(r"@example\.(?:com|org|net)$|\.example$", re.IGNORECASE)
"""Domains that RFC 2606 keeps for examples: translators put their own words there."""
_ANYBODY = re.compile(
    r"@(?:.*\.)?(?:example|host(?:name)?|domain|mail|server|foo|bar|company|site|your\w*|my\w*)\.\w+$",
    re.IGNORECASE,
)
"""Domains that stand for any: what has a name of its own is somebody's, if only in a story."""
_WORD = 6
"""Letters from which a name before the @ is no word such as "user" and „usuario“."""
_COGNATE = re.compile(r"th|ph|ct", re.IGNORECASE)
"""What loses a letter in the word of another language: author and „autor“, project and „projet“."""
rule = Rule(__name__, family="data", severity="error", needs="@")


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the addresses of each form with those of its pivot text."""
    for form, pivot in unit.pairs:
        here = {address.text.lower() for address in form.text.ask(emails)}
        there = {address.text.lower() for address in pivot.ask(emails)}
        left = [address for address in pivot.ask(emails) if address.text.lower() not in here]
        right = [address for address in form.text.ask(emails) if address.text.lower() not in there]
        if unit.source:
            known = {address.text.lower() for address in unit.source.ask(emails)}
            right = [address for address in right if address.text.lower() not in known]
        if len(left) == len(right):
            for mine, theirs in zip(left, right, strict=True):
                yield rule.finding(
                    form,
                    f"{mine.text} in the pivot, {theirs.text} here",
                    span=theirs.span,
                    related=[pivot_of(form, span=mine.span)],
                    replacement=mine.text,
                    certainty=_certainty(mine.text, theirs.text, unit.locale),
                )
        elif not right:
            for mine in left:
                yield rule.finding(
                    form,
                    f"{mine.text} of the pivot is missing here",
                    related=[pivot_of(form, span=mine.span)],
                    certainty="likely",
                    form=mine.text,
                )


def _certainty(address: str, other: str, locale: str) -> Certainty:
    is_example = _EXAMPLE.search(address) and _ANYBODY.search(address)
    return "possible" if is_example and not _is_slip(address, other, locale) else "certain"


def _is_slip(address: str, other: str, locale: str) -> bool:
    """Say whether a letter of an address is lost, added or wrong, or two of its host: no other word
    was put in."""
    from rapidfuzz.distance import OSA

    mine, theirs = (one.partition("@") for one in (address, other))
    if mine[0] == theirs[0] and OSA.distance(mine[2], theirs[2], score_cutoff=2) <= 2:
        return True  # the host
    most = 1 if locales.script(locale) == "Latn" else 2  # no word of another script is translated
    if len(mine[0]) > _WORD:
        return OSA.distance(address, other, score_cutoff=most) <= most
    if mine[2] != theirs[2] or OSA.distance(mine[0], theirs[0], score_cutoff=1) != 1:
        return False
    lost = len(theirs[0]) < len(mine[0]) and not _COGNATE.search(mine[0])
    return len(mine[0]) >= _WORD - 1 and (lost or sorted(mine[0]) == sorted(theirs[0]))
