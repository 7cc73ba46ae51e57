"""Tags that the translation lost, invented, altered or crossed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.unit import Form
from sverka.text.addresses import Address, counterpart
from sverka.text.analysis import Text
from sverka.text.markup import Tag, code_spans, crossed, real, tags

rule = Rule(
    __name__,
    family="markup",
    severity="error",
    certainty="likely",
    roles=("target", "source"),
    needs=r"[<\[]",
)

_TRANSLATED = frozenset(
    (
        *("title", "alt", "label", "placeholder", "content", "summary", "lang", "xml:lang", "dir"),
        *("hreflang", "value", "width", "height", "style", "equiv-text"),
        "aria-label",
    )
)
"""Attributes whose values may differ from language to language, or are another rule's business."""


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare the tags of each form with those of its pivot."""
    for form, pivot in unit.pairs:
        wanted, given = pivot.ask(tags), form.text.ask(tags)
        if not wanted and not given:
            continue
        names = real(wanted) | real(given)
        wanted = tuple(tag for tag in wanted if tag.name in names)
        given = tuple(tag for tag in given if tag.name in names)
        lost, new = _less(wanted, given), _less(given, wanted)
        if lost and [tag.kind for tag in lost] == [tag.kind for tag in new]:
            yield from (_altered(form, pivot, *both) for both in zip(lost, new, strict=True))
            continue
        for tag in lost:
            yield _missing(form, pivot, tag)
        for tag in new:
            if any(_text(form.text, tag) in code.value for code in pivot.ask(code_spans)):
                continue  # quoted otherwise
            message = f"{_text(form.text, tag)} is not in the pivot; take it out"
            yield rule.finding(form, message, span=tag.span, related=[pivot_of(form)])
        if not lost and not new:
            yield from _attributes(form, wanted, given)
            if (tag_ := crossed(given)) and not crossed(wanted):
                message = f"{_text(form.text, tag_)} closes an element within which another is open"
                yield rule.finding(form, message, span=tag_.span, related=[pivot_of(form)])


def _less(left: Iterable[Tag], right: Iterable[Tag]) -> list[Tag]:
    rest = Counter(tag.sign for tag in right)
    lacking: list[Tag] = []
    for tag in left:
        if rest[tag.sign]:
            rest[tag.sign] -= 1
        else:
            lacking.append(tag)
    return lacking


def _text(text: Text, tag: Tag) -> str:
    return text.value[slice(*tag.span)]


def _altered(form: Form, pivot: Text, lost: Tag, new: Tag) -> Finding:
    there, here = _text(pivot, lost), _text(form.text, new)
    message = f"the pivot's {there} is {here} here; tags are not translated"
    return rule.finding(
        form,
        message,
        span=new.span,
        related=[pivot_of(form, span=lost.span)],
        replacement=there,
    )


def _missing(form: Form, pivot: Text, lost: Tag) -> Finding:
    there = _text(pivot, lost)
    slash = "/" if lost.kind == "close" else ""
    name = re.escape(lost.name.strip("[]"))
    garbled = [
        found
        for found in re.finditer(
            rf"[<＜]\s*{slash}\s*{name}\s*[>＞]?|(?<![/\w<])[<＜]?{slash}{name}\s?[>＞]",
            form.text.value,
        )
        if found[0] != there
    ]
    evidence = [pivot_of(form, span=lost.span)]
    if len(garbled) == 1:
        message = f"the pivot's {there} is garbled here: {garbled[0][0]}"
        return rule.finding(
            form, message, span=garbled[0].span(), related=evidence, replacement=there
        )
    message = f"{there} of the pivot is missing; put it round the same words"
    return rule.finding(form, message, related=evidence, form=there)


def _slip(value: str, others: Iterable[tuple[str, str, str]], locale: str) -> bool:
    """Say whether an address was altered, and not by a language's part such as /de/."""
    there = Address(0, 0, value)
    return any(
        there.near(Address(0, 0, other))
        and sorted(re.findall(r"\w+", value)) != sorted(re.findall(r"\w+", other))
        and not counterpart(value, other, locale)
        for _, key, other in others
        if key in ("href", "src")
    )


_NUMBERED = re.compile(r"%\d+\$")
"""Placeholders may change places."""


def _attributes(form: Form, wanted: tuple[Tag, ...], given: tuple[Tag, ...]) -> Iterator[Finding]:
    fixed = [
        Counter(
            (tag.name, key, _NUMBERED.sub("%", value))
            for tag in side
            for key, value in tag.attributes
            if key not in _TRANSLATED
        )
        for side in (wanted, given)
    ]
    for name, key, value in fixed[0] - fixed[1]:
        if key in ("href", "src") and not _slip(value, fixed[1] - fixed[0], form.text.locale):
            continue  # the page of another language
        here = [v for n, k, v in fixed[1] - fixed[0] if (n, k) == (name, key)]
        now = f"{key}={here[0]!r} here" if here else "missing here"
        tag = next(tag for tag in given if tag.name == name and tag.kind != "close")
        message = f"the pivot's attribute {key}={value!r} of <{name}> is {now}"
        yield rule.finding(
            form, message, span=tag.span, related=[pivot_of(form)], severity="warning"
        )
