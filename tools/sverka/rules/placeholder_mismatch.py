"""Placeholders that the translation lost, invented or altered."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty, Span
from sverka.review.needs import FLAGS, either
from sverka.review.needs import unit as unit_with
from sverka.review.unit import Form
from sverka.text import icu, locales, placeholders
from sverka.text.placeholders import Placeholder, Syntax
from sverka.text.signs import of_chars

_SIGN = of_chars(frozenset("%{@").__contains__)
_RARE_SIGN = of_chars(frozenset("$:~").__contains__)
"""Begins placeholders only of programs that flags announce."""

rule = Rule(
    __name__,
    family="markup",
    severity="error",
    needs=either(_SIGN) | either(_RARE_SIGN) & unit_with(FLAGS),
)

_FOR_ONE_NUMBER = {"ar": (0, 1, 2), "he": (0, 1), "ga": (0, 1), "mt": (0, 1), "cy": (0, 1, 2)}
"""Plural forms that stand for one number only, where they are more than the first."""
_SEVERAL_ONES = frozenset(
    ["ru", "uk", "be", "sr", "hr", "bs", "sh", "lt", "lv", "mk", "is", "sl", "gd", "br"]
)
"""Languages whose first plural form also serves 21, so that it cannot do without the number."""
_SHAPE = re.compile(r"[%％$]?[{｛]+[^{}｛｝\s]*[}｝]+|[%％]\s?(?:\([^()]*\)\s?)?(?:\d\$)?[^\W_]")

_DATE = re.compile(
    r"(?=.*%[-EO_]?[BbYyHIMpm])(?:%[-EO_]?[aAbBcdDeFhHIjklmMnpPrRSTuUwxXyYZ]\W*){2,}\Z"
)
_LOOSE_NAME = re.compile(r"\{[^\W\d_]+(?:-[^\W\d_]+){2,}\}|\{HEX\w*\}")
"""A choice of a synopsis, {script-only-if-no-other-script}, or a value to be put in."""
_FORMAT = re.compile(r":[^{}:]*([bcdeEfFgGnosxX])\}\Z")
"""How Python's format writes a value: the letter at the end of the field."""

Holders = tuple[Placeholder, ...]


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare the placeholders of each form with those of its pivot."""
    if any(icu.is_message(pivot.value, unit.flags) for _, pivot in unit.pairs):
        yield from _compare_messages(unit)
        return
    syntaxes = placeholders.announced(unit.flags)
    for syntax in syntaxes:
        if all(placeholders.alike(p.value, form.text.value, syntax) for form, p in unit.pairs):
            continue
        found = {pivot.value: placeholders.find(pivot.value, syntax) for _, pivot in unit.pairs}
        for form, pivot in unit.pairs:
            given = placeholders.find(form.text.value, syntax)
            findings = [*_differences(form, found[pivot.value], given, found.values(), "certain")]
            yield from findings
            if syntax.name == "python-brace" and not findings:
                yield from _retyped(form, found[pivot.value], given)
            yield from _spaced(form, pivot.value, given)
            yield from _strays(form, pivot.value, syntax, [f.span for f in findings if f.span])
    if not syntaxes:
        yield from _compare_guesses(unit)


def _compare_guesses(unit: Unit) -> Iterator[Finding]:
    refused = placeholders.refused(unit.flags)
    for form, pivot in unit.pairs:
        wanted, given = pivot.ask(placeholders.guess), form.text.ask(placeholders.guess)
        if not wanted and not given:
            continue
        if _LOOSE_NAME.search(pivot.value):
            continue
        for name in (wanted.keys() | given.keys()) - refused:
            found = {p.value: p.ask(placeholders.guess).get(name, ()) for _, p in unit.pairs}
            yield from _differences(
                form, wanted.get(name, ()), given.get(name, ()), found.values(), "likely"
            )


def _differences(
    form: Form,
    wanted: Holders,
    given: Holders,
    plurals: Iterable[Holders],
    certainty: Certainty,
) -> Iterator[Finding]:
    """Compare what the pivot wants with what the form gives; it may give what a plural wants."""
    if form.pivot and _DATE.match(form.pivot.value):
        return  # a date format, for each locale to set
    if [*map(_sign, wanted)] == [*map(_sign, given)]:
        return
    wanted, given = _numbered_alike(wanted, given)
    there, here = form.pivot.value if form.pivot else "", form.text.value
    lost = [h for h in _less(wanted, given) if here.count(h.text) < there.count(h.text)]
    new = [h for h in _less(given, wanted) if there.count(h.text) < here.count(h.text)]
    if new and not lost and any(not _less(given, other) for other in plurals):
        return
    if len(lost) == 1 and not new and _may_drop(form, lost[0]):
        return
    if len(lost) == len(new) == 1:
        yield _altered(form, lost[0], new[0], certainty)
        return
    for holder in lost:
        yield _missing(form, holder, given, certainty)
    for holder in new:
        yield _invented(form, holder, certainty)
    if not lost and not new:
        yield from _disordered(form, wanted, given, certainty)


def _retyped(form: Form, wanted: Holders, given: Holders) -> Iterator[Finding]:
    """Compare what kinds of value named fields format: {n:d} is for numbers, {n:s} is not."""
    kinds = {h.key: kind for h in wanted if h.key and (kind := _FORMAT.search(h.text))}
    for holder in given:
        there, here = kinds.get(holder.key or ""), _FORMAT.search(holder.text)
        if there and here and (there[1] == "s") != (here[1] == "s"):
            lost = next(h for h in wanted if h.key == holder.key)
            yield _altered(form, lost, holder, "certain")


def _numbered_alike(wanted: Holders, given: Holders) -> tuple[Holders, Holders]:
    """Number the next-argument placeholders of one side if the other side numbers them."""
    counts = [sum(h.key is None for h in side) for side in (wanted, given)]
    if bool(counts[0]) == bool(counts[1]):
        return wanted, given
    keys = {h.key for h in (*wanted, *given) if h.key is not None}
    if not keys or not all(key.isdigit() for key in keys):
        return wanted, given
    first = 0 if "{" in (wanted or given)[0].text else 1

    def number(side: Holders) -> Holders:
        return tuple(
            h if h.key is not None else h._replace(key=str(n)) for n, h in enumerate(side, first)
        )

    return number(wanted), number(given)


def _sign(holder: Placeholder) -> tuple[str | None, str]:
    return holder.key, holder.type


def _less(left: Holders, right: Holders) -> Holders:
    """Return the holders of `left` that `right` lacks; a named one may be repeated."""
    named = {_sign(h) for h in right if h.key is not None}
    unnamed = Counter(_sign(h) for h in right if h.key is None)
    lacking: list[Placeholder] = []
    for holder in left:
        sign = _sign(holder)
        if holder.key is not None:
            if sign not in named:
                named.add(sign)
                lacking.append(holder)
        elif unnamed[sign]:
            unnamed[sign] -= 1
        else:
            lacking.append(holder)
    return tuple(lacking)


def _may_drop(form: Form, holder: Placeholder) -> bool:
    """Say whether a plural form may leave its number out: it stands for one number only."""
    plural = form.where.plural
    if plural is None or not (holder.type in ("", "s") or holder.type.endswith("integer")):
        return False
    language = locales.language(form.where.locale)
    if language in _FOR_ONE_NUMBER:
        return plural in _FOR_ONE_NUMBER[language]
    return plural == 0 and language not in _SEVERAL_ONES


def _altered(form: Form, lost: Placeholder, new: Placeholder, certainty: Certainty) -> Finding:
    message = f"the pivot's {lost.text} is {new.text} here; a placeholder keeps its name and type"
    return rule.finding(
        form,
        message,
        span=new.span,
        related=[pivot_of(form, span=lost.span)],
        replacement=lost.text,
        certainty=certainty,
    )


def _missing(form: Form, lost: Placeholder, given: Holders, certainty: Certainty) -> Finding:
    taken = [holder.span for holder in given]
    garbled = [
        found.span()
        for found in _SHAPE.finditer(form.text.value)
        if not any(start < found.end() and found.start() < end for start, end in taken)
    ]
    evidence = [pivot_of(form, span=lost.span)]
    if len(garbled) == 1:
        start, end = garbled[0]
        message = f"the pivot's {lost.text} is garbled here: {form.text.value[start:end]}"
        return rule.finding(
            form,
            message,
            span=garbled[0],
            related=evidence,
            replacement=lost.text,
            certainty=certainty,
        )
    message = f"{lost.text} of the pivot is missing; its value would not be shown"
    return rule.finding(form, message, related=evidence, form=lost.text, certainty=certainty)


def _invented(form: Form, new: Placeholder, certainty: Certainty) -> Finding:
    spaced = new.text.startswith("% ")
    return rule.finding(
        form,
        f"{new.text} is not in the pivot; a program would fail on it or show it"
        + ("; a percent sign is written %%" if spaced else ""),
        span=new.span,
        related=[pivot_of(form)],
        replacement="%" + new.text if spaced else None,
        certainty=certainty,
    )


def _disordered(
    form: Form, wanted: Holders, given: Holders, certainty: Certainty
) -> Iterator[Finding]:
    kinds = [[h.type for h in side if h.key is None] for side in (wanted, given)]
    if kinds[0] == kinds[1] or sorted(kinds[0]) != sorted(kinds[1]):
        return
    texts = [" ".join(h.text for h in side if h.key is None) for side in (wanted, given)]
    message = (
        f"the arguments come in another order, {texts[0]} in the pivot, {texts[1]} here; "
        f"number them, as in %1$s"
    )
    span = (given[0].span[0], given[-1].span[1])
    yield rule.finding(form, message, span=span, related=[pivot_of(form)], certainty=certainty)


def _spaced(form: Form, pivot: str, given: Holders) -> Iterator[Finding]:
    """Report a space that slipped into a placeholder: "% s" is read as one, but hardly meant."""
    for holder in given:
        if holder.text.startswith("% ") and holder.text not in pivot:
            whole = holder.text.replace(" ", "", 1)
            if whole in pivot:
                message = f"a space in {holder.text}; the pivot has {whole}"
                yield rule.finding(
                    form,
                    message,
                    span=holder.span,
                    related=[pivot_of(form)],
                    replacement=whole,
                    certainty="likely",
                )


def _strays(form: Form, pivot: str, syntax: Syntax, known: Sequence[Span]) -> Iterator[Finding]:
    strays = placeholders.strays(form.text.value, syntax)
    if not strays or placeholders.strays(pivot, syntax):
        return
    for span in strays:
        if any(start <= span[0] < end for start, end in known):
            continue
        sign = form.text.value[span[0] : span[1]]
        message = f"{sign} begins a placeholder and none follows; write {sign * 2} for the sign"
        yield rule.finding(form, message, span=span, related=[pivot_of(form)], replacement=sign * 2)


def _compare_messages(unit: Unit) -> Iterator[Finding]:
    for form, pivot in unit.pairs:
        wanted, given = icu.parse(pivot.value), icu.parse(form.text.value)
        if wanted.faults:
            continue
        for fault in given.faults:
            yield rule.finding(form, fault.message, span=fault.span, related=[pivot_of(form)])
        if given.faults:
            continue
        there = {a.name: a for a in wanted.arguments}
        here = {a.name: a for a in given.arguments}
        for name in there.keys() - here.keys():
            message = (
                f"the argument {{{name}}} of the pivot is missing; its value would not be shown"
            )
            yield rule.finding(form, message, related=[pivot_of(form)], form=name)
        for name in here.keys() - there.keys():
            message = f"the pivot has no argument {{{name}}}; its arguments: {', '.join(there)}"
            yield rule.finding(form, message, span=here[name].span, related=[pivot_of(form)])
        for name in here.keys() & there.keys():
            yield from _compare_argument(form, there[name], here[name])


def _compare_argument(form: Form, there: icu.Argument, here: icu.Argument) -> Iterator[Finding]:
    if there.type != here.type:
        message = (
            f"{here.name!r} is {there.type or 'plain'} in the pivot, {here.type or 'plain'} here"
        )
        yield rule.finding(form, message, span=here.span, related=[pivot_of(form)])
    elif here.type == "select" and set(here.keywords) != set(there.keywords):
        message = (
            f"the branches of {here.name!r} are {', '.join(there.keywords)} in the pivot, "
            f"{', '.join(here.keywords)} here; they are not translated"
        )
        yield rule.finding(form, message, span=here.span, related=[pivot_of(form)])
