"""Words that mean the opposite of the pivot's: left for right, increased for decreased."""

from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import both, either
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import FIELD, east
from sverka.text.opposites import OPPOSITE, knows

from ._contrasts import CONTRAST
from ._degrees import LESS
from ._opposed import opposed

rule = Rule(
    __name__,
    family="data",
    severity="error",
    certainty="likely",
    needs=both(OPPOSITE) | both(FIELD) | both(east.EAST) | either(LESS) | both(CONTRAST),
)

_LONGEST = 400
"""In longer texts, in code points, words of one field stand in too many places."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the poles of each pair, if each text has one of an axis."""
    if not (knows(unit.locale) and knows(unit.background.pivot)):
        return
    for form, pivot in unit.pairs:
        found = opposed(pivot, form.text, unit.source)
        for there, here, is_repeated in found:
            mine, theirs = pivot.value[slice(*there)], form.text.value[slice(*here)]
            message = (
                f"“{mine}” in the pivot, its opposite “{theirs}” once too often here"
                if is_repeated
                else f"“{mine}” in the pivot, “{theirs}” here"
            )
            where = [pivot_of(form, span=there)]
            yield rule.finding(form, message, span=here, related=where)
        if not found and len(pivot.value) <= _LONGEST:
            yield from _by_east(form, pivot)


def _by_east(form: Form, pivot: Text) -> Iterator[Finding]:
    """Compare words of a field in Chinese, Japanese and Arabic: the liver and the kidneys."""
    if locales.language(pivot.locale) != "en" or not east.knows(form.text.locale):
        return
    if odd := east.mixed(pivot, form.text):
        word, here, meant = odd
        said = pivot.value[word.start : word.end]
        start = form.text.value.find(here)
        yield rule.finding(
            form,
            f"“{said}” in the pivot, “{here}” ({meant}) here",
            span=(start, start + len(here)) if start >= 0 else None,
            related=[pivot_of(form, span=(word.start, word.end))],
            form=said,
        )
