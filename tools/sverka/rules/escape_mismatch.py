"""Line breaks, tabs and backslashes that differ from the pivot's."""

import re
from collections import Counter
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.unit import Form

rule = Rule(
    __name__,
    family="markup",
    severity="error",
    certainty="certain",
    roles=("target", "source"),
    needs=r"[\n\r\t\\&]",
)

_ESCAPE = re.compile(r"\\(?:[nrtfvab0\"'\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|[0-7]{3})")
_GARBLED = re.compile(r"[/|＼][nrt](?![A-Za-z])|\\\s[nrt](?!\w)|\\[NRT](?![\w])|\\[нтп]")
_ANY_ENTITY = re.compile(r"&#?\w+;")
_ENTITY = re.compile(r"&(?:amp|quot|apos|lt|gt|nbsp|#\d{2,5}|#x[0-9A-Fa-f]{2,5});")
_BREAKS = {"\n": "line break", "\r": "carriage return"}


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare the line breaks at both ends, the tabs and the escapes written out."""
    for form, pivot in unit.pairs:
        if not form.text.value or not pivot.value:
            continue
        yield from _ends(form, pivot.value)
        yield from _tabs(form, pivot.value)
        yield from _escapes(form, pivot.value)
        yield from _paragraphs(form, pivot.value)
        yield from _entities(form, pivot.value)


def _ends(form: Form, pivot: str) -> Iterator[Finding]:
    here = form.text.value
    for sign, name in _BREAKS.items():
        for place, has in (("begins", str.startswith), ("ends", str.endswith)):
            if has(pivot, sign) == has(here, sign):
                continue
            at = 0 if place == "begins" else len(here)
            wanted = has(pivot, sign)
            span = (at, at) if wanted else (at, at + 1) if not at else (at - 1, at)
            negation = "does" if wanted else "does not"
            yield rule.finding(
                form,
                f"the pivot {place} with a {name}, this does not"
                if wanted
                else f"this {place} with a {name}, the pivot {negation}",
                span=span,
                related=[pivot_of(form)],
                replacement=sign if wanted else "",
                safe=True,
                form=f"{place} {name}",
            )


def _entities(form: Form, pivot: str) -> Iterator[Finding]:
    """Report HTML entities where the pivot has neither entities nor tags."""
    if "&" not in form.text.value or _ANY_ENTITY.search(pivot) or "<" in pivot:
        return
    for found in _ENTITY.finditer(form.text.value):
        yield rule.finding(
            form,
            f"{found[0]} is the entity of HTML for a character; the pivot has none",
            span=found.span(),
            related=[pivot_of(form)],
            certainty="likely",
        )


def _tabs(form: Form, pivot: str) -> Iterator[Finding]:
    there, here = pivot.count("\t"), form.text.value.count("\t")
    if (there == 0) == (here == 0):
        return
    at = form.text.value.find("\t")
    message = (
        "the pivot has no tab; write a space"
        if here
        else f"the pivot has {there} tab{'s' if there > 1 else ''}, this has none"
    )
    yield rule.finding(
        form,
        message,
        span=(at, at + 1) if here else None,
        related=[pivot_of(form)],
        form="tab",
        severity="warning",
        certainty="possible",
    )


def _escapes(form: Form, pivot: str) -> Iterator[Finding]:
    """Compare escapes that stand in the text as such: a backslash and a letter."""
    if "\\" not in pivot:
        return
    there = Counter(_ESCAPE.findall(pivot))
    here = Counter(_ESCAPE.findall(form.text.value))
    for sign, number in there.items():
        if here[sign] or sign in ("\\\\", "\\'", '\\"'):
            continue
        garbled = _GARBLED.search(form.text.value)
        yield rule.finding(
            form,
            f"{sign} of the pivot is " + (f"garbled here: {garbled[0]}" if garbled else "missing"),
            span=garbled.span() if garbled else None,
            related=[pivot_of(form)],
            replacement=sign if garbled and number == 1 else None,
            form=sign,
            certainty="likely",
            severity="warning",
        )


def _paragraphs(form: Form, pivot: str) -> Iterator[Finding]:
    there, here = (
        len(re.findall(r"\n[ \t]*\n", text.strip())) for text in (pivot, form.text.value)
    )
    if there == here:
        yield from _lines(form, pivot)
        return
    yield rule.finding(
        form,
        f"{there + 1} paragraphs in the pivot, {here + 1} here",
        related=[pivot_of(form)],
        form="paragraphs",
        severity="warning",
        certainty="possible",
    )


def _lines(form: Form, pivot: str) -> Iterator[Finding]:
    there, here = (text.strip().count("\n") + 1 for text in (pivot, form.text.value))
    if there != here and max(there, here) > 2:
        yield rule.finding(
            form,
            f"{there} lines in the pivot, {here} here",
            related=[pivot_of(form)],
            form="lines",
            severity="note",
            certainty="possible",
        )
