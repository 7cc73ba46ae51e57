"""reStructuredText roles, literals, links and substitutions that differ from the pivot's."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import there
from sverka.review.unit import Form
from sverka.text.acronym_pairs import cause
from sverka.text.analysis import Text
from sverka.text.markup import Inline, roles
from sverka.text.signs import of_shapes

_SIGN = of_shapes(re.compile(r":[a-z][\w+.-]*:`|`__?(?!\w)|``|\|[A-Za-z]|\]_(?!\w)").search, "`|]")
"""What reStructuredText has where it names anything."""

rule = Rule(
    __name__,
    family="markup",
    severity="error",
    certainty="likely",
    roles=("target", "source"),
    needs=there(_SIGN),
)

_EXACT = frozenset(("role", "substitution", "note"))
_TELLTALE = re.compile(r":[a-z][\w+.-]*:`|`__?(?!\w)|``|\|[A-Za-z][\w -]*\||\]_(?!\w)")
_SPACED = re.compile(r":\w[\w+.:-]*:\s+`|``\s[^`]*``|`\s+_(?!\w)|：[a-z]\w*[:：]`|:[a-z]\w*：`")


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare what reStructuredText names in each form with what it names in the pivot."""
    for form, pivot in unit.pairs:
        if not _TELLTALE.search(pivot.value):
            continue
        wanted, given = pivot.ask(roles), form.text.ask(roles)
        if wanted and _is_context(wanted[0], pivot):
            context, wanted = wanted[0], wanted[1:]
            if given and _is_context(given[0], form.text):
                yield from _context(form, context, given[0])
                given = given[1:]
        if not any(piece.kind in _EXACT or piece.kind == "link" for piece in wanted):
            continue
        lost, new = _less(wanted, given), _less(given, wanted)
        if len(lost) == len(new) == 1 and lost[0].kind == new[0].kind:
            yield rule.finding(
                form,
                f"the pivot's {lost[0].kind} {lost[0].value} is {new[0].value} here",
                span=new[0].span,
                related=[pivot_of(form, span=lost[0].span)],
                certainty="likely" if lost[0].kind in _EXACT else "possible",
            )
            continue
        spaced = _SPACED.search(form.text.value)
        for piece in lost:
            there = pivot.value[slice(*piece.span)]
            hint = f"; {spaced[0]} here is broken" if spaced else ""
            yield rule.finding(
                form,
                f"the pivot's {piece.kind} {there} is missing{hint}",
                span=spaced.span() if spaced else None,
                related=[pivot_of(form, span=piece.span)],
                form=there,
                certainty="likely" if piece.kind in _EXACT or spaced else "possible",
            )


def _context(form: Form, there: Inline, here: Inline) -> Iterator[Finding]:
    """Report a slip of a letter; a context may be translated, but not misspelt."""
    if len(here.value) == len(there.value) and cause(here.value, there.value):
        message = f"{there.value} of the pivot's beginning is {here.value} here"
        yield rule.finding(form, message, span=here.span, related=[pivot_of(form, span=there.span)])


def _is_context(piece: Inline, text: Text) -> bool:
    """Say whether a piece is glued to the front: `|pinentry|Cancel`, `|FILE|read from FILE`."""
    start, end = piece.span
    return start == 0 and piece.kind == "substitution" and text.value[end : end + 1].isalnum()


def _less(left: Iterable[Inline], right: Iterable[Inline]) -> list[Inline]:
    """Return what `left` names and `right` does not; words of literals and links may differ."""
    rest = Counter(_sign(piece) for piece in right)
    lacking: list[Inline] = []
    for piece in left:
        if rest[_sign(piece)]:
            rest[_sign(piece)] -= 1
        else:
            lacking.append(piece)
    return lacking


def _sign(piece: Inline) -> tuple[str, str]:
    return piece.kind, piece.value if piece.kind in _EXACT or "/" in piece.value else ""
