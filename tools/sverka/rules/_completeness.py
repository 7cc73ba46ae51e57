"""What one text of a catalogue says and its translation does not, or the other way round."""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from sverka.catalogue import Catalogue, Entry
from sverka.review import CatalogueFile
from sverka.review.finding import Certainty, Field
from sverka.text.analysis import Text
from sverka.text.prose import HOLE, prose

from ._sentences import LONE, Model, Sentence, learn, lost, prior, sentences, weigh

_LONGEST = 16
"""So many sentences are compared; longer texts are seldom one paragraph."""

_LONG = 50
"""Letters from which the length of a text tells something."""
_SHORTFALL = 0.62
_BEYOND_CHANCE = 3.3
"""Standard deviations."""
_WORDS = 4
"""A sentence of fewer words ("So they do!") is as well left out on purpose."""


class Pair(NamedTuple):
    """A pivot text and its translation."""

    entry: Entry
    plural: int | None
    pivot: Text
    target: Text

    @property
    def field(self) -> Field:
        """The field of the pivot text."""
        return "msgid" if self.pivot.value == self.entry.msgid else "msgid_plural"


def pairs(file: CatalogueFile) -> list[Pair]:
    """Return what is translated."""
    return _pairs(file.catalogue, file.background.pivot, file.where.locale)


@lru_cache(maxsize=1)
def _pairs(catalogue: Catalogue, pivot: str, locale: str) -> list[Pair]:
    return list(_translated(catalogue, pivot, locale))


def _translated(catalogue: Catalogue, locale: str, target_locale: str) -> Iterator[Pair]:
    for entry in catalogue.entries:
        if entry.obsolete or entry.fuzzy or not entry.translated:
            continue
        if not entry.msgid_plural:
            texts: list[tuple[int | None, str, str]] = [(None, entry.msgid, entry.msgstr)]
        else:
            texts = [
                (index, entry.msgid_plural, text)
                for index, text in sorted(entry.msgstr_plural.items())
            ]
        for index, pivot, target in texts:
            if pivot and target and pivot != target:
                yield Pair(entry, index, Text(pivot, locale), Text(target, target_locale))


def model_of(found: list[Pair], pivot: str, locale: str) -> Model:
    """Learn how long translations of this file are."""
    lengths = [
        (
            sum(s.length for s in sentences(pair.pivot)),
            sum(s.length for s in sentences(pair.target)),
        )
        for pair in found
    ]
    return learn([pair for pair in lengths if pair[0] >= 40 and pair[1] > 0], prior(pivot, locale))


def dropped(pair: Pair, model: Model) -> tuple[Sentence, Certainty] | None:
    """Return a sentence of the pivot without counterpart, and how sure that is.

    Translators merge sentences seldom, so that a count that is too low needs little more evidence.
    """
    left, right = sentences(pair.pivot), sentences(pair.target)
    least = -LONE * 0.4 if len(left) > len(right) else LONE / 4
    return _gap(left, right, model, least, LONE)


def shortfall(pair: Pair, model: Model) -> float | None:
    """Return how much shorter than to be expected a translation is, if that is beyond chance.

    0.5: half of it seems to be missing. Code, addresses and placeholders do not count.
    """
    mine, theirs = (weigh(t.ask(prose).replace(HOLE, "")) for t in (pair.pivot, pair.target))
    theirs /= model.ratio
    if pair.target.value.count("`") != pair.pivot.value.count("`"):
        return None
    if mine < _LONG or theirs > _SHORTFALL * mine:
        return None
    deviation = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    return 1 - theirs / mine if deviation < -_BEYOND_CHANCE else None


def added(pair: Pair, model: Model) -> tuple[Sentence, Certainty] | None:
    """Return a sentence of the translation without counterpart, and how sure that is.

    Translators split sentences often: only the length of the whole can tell.
    """
    left, right = sentences(pair.pivot), sentences(pair.target)
    reverse = Model(1 / model.ratio, model.variance)
    return _gap(right, left, reverse, LONE * 0.75, LONE * 2)


def _gap(
    left: tuple[Sentence, ...],
    right: tuple[Sentence, ...],
    model: Model,
    least: float,
    certain: float,
) -> tuple[Sentence, Certainty] | None:
    if len(left) < 2 or not right or max(len(left), len(right)) > _LONGEST:
        return None
    sentence, margin = lost(left, right, model)
    if sentence is None or margin <= least:
        return None
    certainty: Certainty = "certain" if margin > certain and len(left) > len(right) else "likely"
    return sentence, "possible" if sentence.words < _WORDS else certainty
