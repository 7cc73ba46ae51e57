"""Markdown links, images and references that the translation lost, invented or altered."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.markup import Link, links

rule = Rule(
    __name__,
    family="markup",
    severity="error",
    certainty="likely",
    roles=("target", "source"),
    yields_to=("url-mismatch", "email-mismatch"),
    needs=r"\]",
)

_REGIONS = {"ja": ("ja-jp",), "zh": ("zh-cn", "zh-tw"), "uk": ("uk-ua",), "ko": ("ko-kr",)}
_BROKEN = re.compile(
    r"\](?P<gap>\s+)\((?=[^()\s]+[./#][^()\s]*\))|［[^［］]*］\(|\]（[^（）\s]*[）)]|\]\[\(|\]\)\("
    r"|\\\[[^\[\]]*\\\]"
)


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare where the links of each form lead with where its pivot's lead."""
    for form, pivot in unit.pairs:
        wanted, given = pivot.ask(links), form.text.ask(links)
        if sorted(map(_sign, wanted)) == sorted(map(_sign, given)):
            continue
        lost = _less(wanted, given, unit.locale)
        new = _less(given, wanted, unit.locale)
        if len(lost) == len(new) == 1 and lost[0].kind == new[0].kind:
            yield _altered(form, lost[0], new[0])
            continue
        yield from (_missing(form, link) for link in lost)
        for link in new:
            message = f"the pivot has no link to {link.address}"
            yield rule.finding(
                form,
                message,
                span=link.span,
                related=[pivot_of(form)],
                severity="warning",
                certainty="likely" if lost else "possible",
            )


def _sign(link: Link) -> tuple[str, str]:
    return link.kind, link.address


def _less(left: Iterable[Link], right: Iterable[Link], locale: str) -> list[Link]:
    """Return the links of `left` that `right` lacks, whatever language they lead to."""
    rest = Counter(_neutral(link, locale) for link in right)
    lacking: list[Link] = []
    for link in left:
        sign = _neutral(link, locale)
        if rest[sign]:
            rest[sign] -= 1
        else:
            lacking.append(link)
    return lacking


def _neutral(link: Link, locale: str) -> tuple[str, str]:
    """Return what of a link must be the same in every language."""
    address = link.address.strip("<>").rstrip("/")
    if link.kind == "reference":
        return link.kind, address.casefold()
    wiki, label = _patterns(locale)
    if found := wiki.match(address):
        return link.kind, found[2]
    address = label.sub("*", address)
    address = address.replace("/*/", "/").replace("//*.", "//").replace("//www.", "//")
    return link.kind, re.sub(r"^https?:|#.*$", "", address)


@lru_cache(maxsize=64)
def _patterns(locale: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a Wikipedia's address and of the language in an address."""
    language = locales.language(locale)
    names = {"en", "en-us", "en-gb", locale, locales.bcp47(locale), language}
    names |= {f"{language}-{language}", *_REGIONS.get(language, ())}
    code = "|".join(sorted((re.escape(name) for name in names), key=len, reverse=True))
    return (
        re.compile(rf"https?://({code})\.(?:m\.)?(wiki\w+\.org)/", re.IGNORECASE),
        re.compile(rf"(?<=[/.=])(?:{code})(?=[/.&]|$)|^(?:{code})(?=/)", re.IGNORECASE),
    )


def _altered(form: Form, lost: Link, new: Link) -> Finding:
    return rule.finding(
        form,
        f"the pivot's {lost.kind} leads to {lost.address}, this one to {new.address}",
        span=new.place,
        related=[pivot_of(form, span=lost.place)],
        replacement=lost.address,
    )


def _missing(form: Form, lost: Link) -> Finding:
    evidence = [pivot_of(form, span=lost.span)]
    broken = _BROKEN.search(form.text.value)
    if broken:
        gap = broken.span("gap") if broken["gap"] else None
        return rule.finding(
            form,
            f"the pivot's {lost.kind} to {lost.address} is broken here: {broken[0]}",
            span=gap or broken.span(),
            related=evidence,
            replacement="" if gap else None,
        )
    message = f"the pivot's {lost.kind} to {lost.address} is missing; put it on the same words"
    certainty: Certainty = "possible" if lost.kind == "reference" else "likely"
    return rule.finding(form, message, related=evidence, form=lost.address, certainty=certainty)
