"""Enumerations of which a translation leaves out a part."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.joints import joint_of, joints

from ._clauses import LISTED, LONG, STOPS, are_known
from ._sentences import Model
from ._translations import Measured

_BRIEF, _ONE_SHORT_LIST, _ONE_LIST = 20, 90, 110
"""Letters from which and up to which a sentence is taken for one with a list of three things, and
up to which its commas are those of one enumeration."""
_ASIDE = re.compile(rf"^{joints('opening')}\b|, {joints('subordinate')}\b")
"""An introduction or a clause, whose comma another language does without."""
_INTRODUCED = re.compile(rf"{joints('introduced')}, ", re.IGNORECASE)
_CODE = re.compile(r"[`<>{}%]|//|, \w+ing\b")
"""Code, and what is no thing of a list: ", returning"."""
_TOGETHER = re.compile(rf"\b{joints('together')}\b", re.IGNORECASE)
"""What joins two things of a list besides "and"."""
_THREE = re.compile(
    r"(?:[^\W\d_][\w'’-]* ){0,4}[^\W\d_][\w'’-]*, (?:[^\W\d_][\w'’-]* ){0,3}[^\W\d_][\w'’-]*,?"
    r" (?:and|und|и|і|та) ",
    re.IGNORECASE,
)
"""Three things of a few words each."""
_LIST = re.compile(
    rf"[^,.;:()\n]{{6,}}, (?:[^,.;:()\n]{{6,}}, ?)*[^,.;:()\n]{{6,}},? {joints('listed')} \w"
)
"""An enumeration of three parts and more, each of more than a short word."""
_BOTH_STOPS = re.compile(r"[,;] ,")


def unlisted(measured: Measured, model: Model) -> bool:
    """Say whether a translation has fewer of the parts that a comma and "and" join than the pivot,
    a single sentence, and is shorter as well."""
    return (_shortened_list(measured) or _lost_part(measured, model)) and not _keeps_list(measured)


def _lost_part(measured: Measured, model: Model) -> bool:
    """Say whether a long sentence's enumeration has fewer parts in its shorter translation."""
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if (
        theirs >= LISTED * mine
        or not LONG <= mine <= _ONE_LIST
        or not here.sentences == there.sentences == 1
    ):
        return False
    if not are_known(measured):
        return False
    if _ASIDE.search(pair.pivot.value) or _INTRODUCED.match(pair.pivot.value):
        return False
    if "\n" in pair.pivot.value or not _LIST.search(pair.pivot.value):
        return False
    return _parts(pair.target) < _parts(pair.pivot)


def _keeps_list(measured: Measured) -> bool:
    """Say whether a translation keeps two things and the "and" between them as in the pivot, in a
    title or a name."""
    joint = joint_of(locales.language(measured.pair.pivot.locale), "parts")
    words, target = measured.pair.pivot.value.split(), measured.pair.target.value
    return joint is not None and any(
        joint.fullmatch(word) and " ".join((before, word, after)) in target
        for before, word, after in zip(words, words[1:], words[2:], strict=False)
    )


def _shortened_list(measured: Measured) -> bool:
    """Say whether three things of a short sentence are two in its translation, however long."""
    pair, here, there = measured
    if not _BRIEF <= here.weight <= _ONE_SHORT_LIST or not here.sentences == there.sentences == 1:
        return False
    words = joint_of(locales.language(pair.target.locale), "parts")
    value = pair.pivot.value
    if not words or ", " not in value or STOPS.search(pair.target.value):
        return False
    if _CODE.search(value) or _TOGETHER.search(pair.target.value):
        return False
    if _ASIDE.search(value) or _INTRODUCED.match(value) or len(STOPS.findall(value)) > 2:
        return False
    return bool(_THREE.search(value)) and len(words.findall(pair.target.value)) <= 1


def _parts(text: Text) -> int:
    """Count what commas and "and", or both together, part."""
    words = joint_of(locales.language(text.locale), "parts")
    rest = words.sub(",", text.value) if words else text.value
    return len(STOPS.findall(rest)) - len(_BOTH_STOPS.findall(rest))
