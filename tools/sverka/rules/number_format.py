"""Numbers written with another language's decimal mark."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.text import locales
from sverka.text.prose import prose

from . import _habit

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    yields_to=("number-mismatch",),
    needs="[0-9]",
)

_NUMBER = re.compile(
    r"(?<![\w.,/:§#-])(?P<whole>[0-9]{1,3})(?P<mark>[.,])(?P<rest>[0-9]{1,3})"
    r"(?![0-9A-Za-z:/]|-(?!fold\b|fach|кратн)|[.,][0-9])"
)
_NAMED = re.compile(
    r"(?:\b[A-Z][\w+#-]*\.?"
    r"|\b(?:v(?:ersions?)?\.?|release|section|chapter|fig(?:ure|\.)|table|rule|at))\s*(?:[<>]=?|[≤≥])?\s*\Z"
)
"""Words after which a number is a name: Rust 1.56, section 2.3."""

_MEASURE = re.compile(
    r"\s?(?:%|(?:percent|per cent|million|billion|times|degrees|hours?|minutes?|seconds?|days|weeks"
    r"|months|years|metres|meters|kilomet\w+|litres?|liters?|[mµk]?g|ml|[cmk]?m|раза?|млн|млрд"
    r"|процент\w*|миллион\w*|миллиард\w*|часа?|минут\w*|мг|мл|к?г|[скм]?м|литра?)\b|-fold\b|°)"
)
"""What tells that the number is no name, whatever word stands before it: Only 2.4%."""
_RELEASE = re.compile(r"\s+(?:release|version|edition)")


@rule.gather
def note_decimals(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the decimal fractions that the pivot has too: with its mark or with the locale's own."""
    own, foreign = _mark(unit.locale), _mark(unit.background.pivot)
    if own == foreign:
        return
    for form, pivot in unit.pairs:
        if form.text.value == pivot.value:
            continue
        fractions = {
            (found["whole"], found["rest"])
            for found in _NUMBER.finditer(pivot.ask(prose))
            if found["mark"] == foreign
            and found["rest"] != "0"
            and not _is_name(pivot.value, found.start(), found.end())
        }
        if not fractions:
            continue
        for found in _NUMBER.finditer(form.text.ask(prose)):
            if (found["whole"], found["rest"]) in fractions:
                use = _habit.Use(own, found["mark"], ((own, own),))
                yield unit.where.file, fact(form, found.span(), use)


def _is_name(value: str, start: int, end: int) -> bool:
    """Say whether a number is the name of a release or section."""
    if _RELEASE.match(value, end):
        return True
    return bool(_NAMED.search(value[:start])) and not _MEASURE.match(value, end)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the pivot's mark, unless it is the catalogue's habit."""
    own = facts[0].value.kind
    foreign = [note for note in facts if note.value.variant != own]
    rare = len(foreign) <= max(3, len(facts) - len(foreign))
    for note in foreign:
        mark = note.value.variant
        yield rule.finding(
            note,
            f"{note.text} with the pivot's decimal mark; {note.where.locale} writes {own}",
            replacement=note.text.replace(mark, own),
            safe=True,
            certainty="likely" if rare else "possible",
        )


@lru_cache(maxsize=256)
def _mark(locale: str) -> str:
    """Return the decimal mark of a locale, by CLDR; a full stop where it is not on record."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_decimal_symbol

    try:
        symbol = get_decimal_symbol(Locale.parse(locales.bcp47(locale), sep="-"))
    except (UnknownLocaleError, ValueError):
        return "."
    return symbol if symbol in ".," else "."
