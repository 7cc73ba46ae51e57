"""Clauses that a translation leaves out, told by its length and its joints."""

import math
import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.joints import joint_of, joints

from ._sentences import Model
from ._translations import Measured

LONG = 50
"""Letters from which the length of a text tells something."""
ITEM, _ITEM_HALF, _ITEM_CHANCE = 38, 0.555, 2.4
"""The same of one sentence that has an "and" or a comma less: the letters from which on, what is
left of it at most, and standard deviations."""
SHORTER = 0.86
"""What is left at most of a text that lost a concession, or any other part but one of a list."""
LISTED = 0.85
"""What is left at most of a text whose list lost a part, or that lost its last clause."""
BEYOND_CHANCE, A_CLAUSE = 3.3, 2.4
"""Standard deviations, and where a clause of the pivot has a comma and the translation has none."""
_SHORTFALL, _ALONE = 0.62, 0.45
"""What is left at most of a text that lost a part, with the pivot's commas gone and without."""
_HALF, _UNLIKELY, _A_COMMA = 0.56, 2.6, 0.2
"""The same, where two commas are gone as well, and what every further one counts for."""

AND = re.compile(rf"(?<!\w){joints('and')}(?!\w)|，然后|并|و(?=\w)", re.IGNORECASE)
JOINT = re.compile(rf"{AND.pattern}|(?<!\w){joints('nor')}(?!\w)", re.IGNORECASE)
"""What joins two things that are said, or denied, of one."""
_CLAUSE = re.compile(rf",[”’\"»]? {joints('clause')}\b", re.IGNORECASE)
_LAST = re.compile(
    rf", {joints('last')} ((?:[^\s.!?]+ ){{2,}}[^\s.!?]+)[.!?]\s*\Z",
    re.IGNORECASE,
)
"""A last clause of three words and more that is joined to the one before."""
_JOINS = re.compile(
    rf"(?<!\w){joints('clauses')}(?!\w)|[;:(–—]|\w(?:ing|ив|ав|яв|ючи|вши)(?!\w)", re.IGNORECASE
)
"""What may join a clause in a translation, or stand for one."""
STOPS = re.compile(r"[,;:(–—]")


def are_known(measured: Measured) -> bool:
    """Say whether the joints of both languages of a pair are known."""
    texts = (measured.pair.pivot, measured.pair.target)
    return all(joint_of(locales.language(text.locale), "parts") for text in texts)


def shortfall(measured: Measured, model: Model) -> float | None:
    """Return how much shorter than to be expected a translation is, if that is beyond chance.

    0.5: half of it seems to be missing. Code, addresses and placeholders do not count.
    """
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if mine < ITEM or theirs > _SHORTFALL * mine:
        return None
    if pair.target.value.count("`") != pair.pivot.value.count("`"):
        return None
    if theirs < _ITEM_HALF * mine and _lacks_item(measured):
        off = (mine - theirs) / math.sqrt(model.variance * (theirs + 10))
        if off > _ITEM_CHANCE:
            return 1 - theirs / mine
    if mine < LONG:
        return None
    deviation = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    least = BEYOND_CHANCE
    gone = commas(pair.pivot) - commas(pair.target)
    if gone < 1 and theirs > _ALONE * mine:
        return None
    if gone and not commas(pair.target) and _CLAUSE.search(pair.pivot.value):
        least = A_CLAUSE
    if gone >= 2 and theirs < _HALF * mine:
        least = _UNLIKELY - _A_COMMA * min(gone - 2, 2)
    return 1 - theirs / mine if deviation < -least else None


def _lacks_item(measured: Measured) -> bool:
    """Say whether one sentence has fewer commas and "and" than the one that it translates."""
    if not measured.pivot.sentences == measured.target.sentences == 1:
        return False
    mine, theirs = (
        sum(map(text.value.count, ",،，、;；")) + len(AND.findall(text.value))
        for text in (measured.pair.pivot, measured.pair.target)
    )
    return theirs < mine


def unconceded(measured: Measured, model: Model) -> bool:
    """Say whether an "although" of the pivot has nothing to answer to it in a shorter text."""
    pair, here, there = measured
    if there.weight >= SHORTER * here.weight * model.ratio or here.weight < ITEM:
        return False
    concession = joint_of(locales.language(pair.pivot.locale), "although")
    answers = joint_of(locales.language(pair.target.locale), "although", "conceded")
    if not concession or not answers:
        return False
    return bool(concession.search(pair.pivot.value)) and not answers.search(pair.target.value)


def unjoined(measured: Measured, model: Model) -> bool:
    """Say whether the last clause of the pivot, which a comma and "and" or "but" join, is missing:
    nothing joins clauses in a shorter translation that has a comma less."""
    pair, here, there = measured
    if here.weight < LONG or not here.sentences == there.sentences == 1:
        return False
    if there.weight >= LISTED * here.weight * model.ratio or "\n" in pair.pivot.value:
        return False
    if not are_known(measured):
        return False
    last = _LAST.search(pair.pivot.value)
    if not last or _JOINS.search(pair.target.value) or STOPS.search(last[1]):
        return False
    return commas(pair.target) < commas(pair.pivot)


def commas(text: Text) -> int:
    """Count what parts the clauses of a text."""
    return sum(map(text.value.count, ",،，、;；("))
