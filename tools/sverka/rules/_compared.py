"""Comparatives that one text denies and another does not: «не чаще», more often than."""

import re

from sverka.text.analysis import Text
from sverka.text.negation import denial, may_deny
from sverka.text.negation.comparatives import comparatives, denies_one
from sverka.text.prose import clause_around, prose

Span = tuple[int, int]

_MARK = re.compile(r"[;:.!?—–()，。；：！？]")
_LONG = 300


def comparison_turned(here: Text, there: Text) -> Span | None:
    """Return the span of a comparative that is denied here, if another text has it undenied.

    Each text must have it once.
    """
    if max(len(here.value), len(there.value)) > _LONG or not here.ask(may_deny):
        return None
    if not denies_one(here):
        return None
    mine = [one for one in here.ask(comparatives) if one.is_denied]
    if len(mine) != 1:
        return None
    every = [one for one in here.ask(comparatives) if one.senses & mine[0].senses]
    theirs = [one for one in there.ask(comparatives) if one.senses & mine[0].senses]
    if len(every) != 1 or len(theirs) != 1 or theirs[0].is_denied:
        return None
    start, end = clause_around(there.ask(prose), theirs[0].span, _MARK)
    if any(a < end and start < b for a, b in there.ask(denial).weak(theirs[0].span)):
        return None
    return mine[0].span
