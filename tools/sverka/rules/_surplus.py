"""Parts of a sentence that its translation adds, told by its length."""

import math
import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.joints import joint_of, joints
from sverka.text.numbers import all_numbers, all_values

from ._clauses import A_CLAUSE, BEYOND_CHANCE, ITEM, commas
from ._sentences import Model, weigh
from ._translations import Measured, Pair

_BRIEF, _SURPLUS = 20, 1.75
"""Letters from which a longer text tells something, and how much longer it must be."""
_TAILED, _HEAD, _TAIL = 1.18, (0.7, 1.15), 3
"""How much longer a sentence with an "and" at its end must be, what it is up to there, and the
words from there on."""
_WITH_AND = 1.5
"""How much longer it must be where the translation has the only "and"."""
_JOINT = re.compile(rf"[,;:()–—/\d]|\b{joints('counted')}\b", re.IGNORECASE)
"""What joins without "and", or counts."""
_SHORTENED = re.compile(r"[A-ZА-Я]{2}")
"""An acronym, which a translation may write out."""
_CODE = re.compile(r"[`<>{}%]|//|, \w+ing\b")


def surplus(measured: Measured, model: Model) -> float | None:
    """Return how many times longer than to be expected a translation is, if that is beyond chance
    and it has an "and" or a number that the pivot has not."""
    pair, here, there = measured
    mine, theirs = here.weight, there.weight / model.ratio
    if theirs <= _TAILED * mine:
        return None
    if _tailed(measured, theirs, mine, model):
        return theirs / mine
    if theirs < _WITH_AND * mine or mine < _BRIEF or not here.sentences == there.sentences == 1:
        return None
    value = pair.pivot.value
    if value.rstrip()[-1:] not in (".", "!", "?") or _SHORTENED.search(value):
        return None
    chance = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    if theirs < _SURPLUS * mine or chance < BEYOND_CHANCE:
        is_joined = chance > A_CLAUSE and mine > ITEM and _ands(pair.target) == 1
        is_plain = is_joined and not _ands(pair.pivot) and not commas(pair.pivot)
        return theirs / mine if is_plain else None
    more = _ands(pair.target) > _ands(pair.pivot)
    return theirs / mine if more or _strange(pair) else None


def _tailed(measured: Measured, theirs: float, mine: float, model: Model) -> bool:
    """Say whether a plain sentence got an "and …" at its end that the pivot has nothing of."""
    pair, here, there = measured
    if not _TAILED * mine < theirs or mine < _BRIEF or not here.sentences == there.sentences == 1:
        return False
    value, words = pair.pivot.value, _joints(pair.target)
    if not words or value.rstrip()[-1:] not in (".", "!", "?") or _JOINT.search(value):
        return False
    if _ands(pair.pivot) or _SHORTENED.search(value) or _CODE.search(value):
        return False
    found = [*words.finditer(pair.target.value)]
    if not found:
        return False
    tail = pair.target.value[found[-1].end() :]
    if _JOINT.search(pair.target.value, max(0, found[-1].start() - 2)):
        return False
    head = weigh(pair.target.value[: found[-1].start()]) / model.ratio
    is_head = _HEAD[0] * mine < head < _HEAD[1] * mine
    return is_head and len(tail.split()) >= _TAIL and not _SHORTENED.search(tail)


def _ands(text: Text) -> int:
    """Count the words for "and"."""
    words = _joints(text)
    return len(words.findall(text.value)) if words else 0


def _joints(text: Text) -> re.Pattern[str] | None:
    return joint_of(locales.language(text.locale), "parts")


def _strange(pair: Pair) -> bool:
    """Say whether a translation has a number, two and more, that the pivot has not."""
    there = all_values(pair.pivot)
    return any(there.isdisjoint(n.values) and 1 not in n.values for n in all_numbers(pair.target))
