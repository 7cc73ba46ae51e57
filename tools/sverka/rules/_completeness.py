"""What one text of a catalogue says and its translation does not, or the other way round."""

import math
import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sverka.catalogue import Catalogue, Entry
from sverka.review import CatalogueFile
from sverka.review.finding import Certainty, Field
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import HOLE, prose

from ._lexicon import Lexicon
from ._sentences import (
    LONE,
    Model,
    Sentence,
    learn,
    length,
    lost,
    prior,
    sentences,
    spoken,
    straight,
    weigh,
)

_LONGEST = 16
"""So many sentences are compared; longer texts are seldom one paragraph."""

_LONG = 50
"""Letters from which the length of a text tells something."""
_SHORTFALL = 0.62
_BEYOND_CHANCE = 3.3
"""Standard deviations."""
_HALF, _UNLIKELY, _A_COMMA = 0.56, 2.6, 0.2
"""The same, where two commas are gone as well, and what every further one counts for."""
_MERGING = frozenset(("ja", "ko", "th"))
"""Languages whose translators join sentences oftener."""
Recall = Callable[[str, str], Text]
_WORDS = 4
"""A sentence of fewer words ("So they do!") is as well left out on purpose …"""
_TOLD = 0.6
"""… unless the absence of their renderings tells that much."""
_SHORT, _BOTH = 6, 1.15
"""Words of sentences that are easily joined, and how much longer than one of them both are."""
_AND = re.compile(
    r"(?<!\w)(?:and|then|und|dann|anschließend|и|а|затем|потом|після|та|й|і|потім|et|puis|y|e|luego"
    r"|i|ve|og|och|en|ثم)(?!\w)|，然后|并|و(?=\w)",
    re.IGNORECASE,
)
_TRUST = 0.6
"""What the evidence of words counts for: words of one sentence are not independent."""


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


def translations(file: CatalogueFile) -> list[Pair]:
    """Return what has a translation, be it the pivot's text once more."""
    return read(file.catalogue, file.background.pivot, file.where.locale, file.recall)


def pairs(file: CatalogueFile) -> list[Pair]:
    """Return what is translated."""
    return [pair for pair in translations(file) if pair.pivot.value != pair.target.value]


def lexicon(file: CatalogueFile, *, reverse: bool = False) -> Lexicon:
    """Return how the file renders words of the pivot, or the other way round."""
    return _lexicon(file.catalogue, file.background.pivot, file.where.locale, file.recall, reverse)


@lru_cache(maxsize=2)
def _lexicon(
    catalogue: Catalogue, pivot: str, locale: str, recall: Recall, reverse: bool
) -> Lexicon:
    found = read(catalogue, pivot, locale, recall)
    here = [pair.pivot.value.casefold() for pair in found]
    there = [pair.target.value.casefold() for pair in found]
    return Lexicon(there, here, locale) if reverse else Lexicon(here, there, pivot)


@lru_cache(maxsize=1)
def read(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> list[Pair]:
    """Return what has a translation in a catalogue whose pivot's locale is known."""
    return list(_translated(catalogue, pivot, locale, recall))


def _translated(
    catalogue: Catalogue, locale: str, target_locale: str, recall: Recall
) -> Iterator[Pair]:
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
            if pivot and target:
                yield Pair(entry, index, recall(pivot, locale), recall(target, target_locale))


def model_of(file: CatalogueFile) -> Model:
    """Learn how long translations of this file are."""
    return _model(file.catalogue, file.background.pivot, file.where.locale, file.recall)


@lru_cache(maxsize=1)
def _model(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> Model:
    lengths = [
        (pair.pivot.ask(length), pair.target.ask(length))
        for pair in read(catalogue, pivot, locale, recall)
        if pair.pivot.value != pair.target.value
    ]
    return learn([pair for pair in lengths if pair[0] >= 40 and pair[1] > 0], prior(pivot, locale))


def dropped(pair: Pair, model: Model, lexicon: Lexicon) -> tuple[Sentence, Certainty] | None:
    """Return a sentence of the pivot without counterpart, and how sure that is.

    Translators merge sentences seldom, so that a count that is too low needs little more evidence.
    """
    if len(pair.pivot.ask(spoken)) > len(pair.target.ask(spoken)):
        least = LONE * (-0.15 if locales.language(pair.target.locale) in _MERGING else -0.4)
        return _gap(pair.pivot, pair.target, model, lexicon, least, LONE)
    found = _gap(pair.pivot, pair.target, model, None, LONE / 4, LONE)
    return found and _gap(pair.pivot, pair.target, model, lexicon, LONE / 4, LONE)


def shortfall(pair: Pair, model: Model) -> float | None:
    """Return how much shorter than to be expected a translation is, if that is beyond chance.

    0.5: half of it seems to be missing. Code, addresses and placeholders do not count.
    """
    mine = pair.pivot.ask(_weight)
    if mine < _LONG:
        return None
    theirs = pair.target.ask(_weight) / model.ratio
    if theirs > _SHORTFALL * mine:
        return None
    if pair.target.value.count("`") != pair.pivot.value.count("`"):
        return None
    deviation = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    least = _BEYOND_CHANCE
    gone = _commas(pair.pivot) - _commas(pair.target) if theirs < _HALF * mine else 0
    if gone >= 2:
        least = _UNLIKELY - _A_COMMA * min(gone - 2, 2)
    return 1 - theirs / mine if deviation < -least else None


def _commas(text: Text) -> int:
    return sum(map(text.value.count, ",،，、;；("))


def _weight(text: Text) -> float:
    return weigh(text.ask(prose).replace(HOLE, ""))


def added(pair: Pair, model: Model, lexicon: Lexicon) -> tuple[Sentence, Certainty] | None:
    """Return a sentence of the translation without counterpart, and how sure that is.

    Translators split sentences often: only the length of the whole can tell, and its words.
    """
    reverse = Model(1 / model.ratio, model.variance)
    least, certain = LONE * 0.75, LONE * 2
    found = _gap(pair.target, pair.pivot, reverse, None, least, certain)
    return found and _gap(pair.target, pair.pivot, reverse, lexicon, least, certain)


def _gap(
    here: Text, there: Text, model: Model, lexicon: Lexicon | None, least: float, certain: float
) -> tuple[Sentence, Certainty] | None:
    many, few = len(here.ask(spoken)), len(there.ask(spoken))
    if many < 2 or not few or max(many, few) > _LONGEST:
        return None
    left, right = sentences(here), sentences(there)
    if not lexicon and straight(left, right, model) <= LONE + least:
        return None

    def words(lone: Sentence) -> float:
        if not lexicon:
            return 0.0
        return _TRUST * lexicon.evidence(here.value, (lone.start, lone.end), there.value)

    sentence, margin = lost(left, right, model, words)
    if margin <= least:
        return None
    certainty: Certainty = "certain" if margin > certain and len(left) > len(right) else "likely"
    short = sentence.words < _WORDS and (words(sentence) > -_TOLD or margin < LONE / 3)
    if short and sentence.words == _WORDS - 1 and here.value[sentence.end - 1] in ".。":
        short = margin < 0 or many <= 2
    if many == 2 and few == 1 and _joined(left, here, there, model):
        return sentence, "possible"
    return sentence, "possible" if short else certainty


def _joined(left: Sequence[Sentence], here: Text, there: Text, model: Model) -> bool:
    """Say whether two short sentences were made one with "and": it is longer than either."""
    if max(sentence.words for sentence in left) > _SHORT:
        return False
    more = len(_AND.findall(there.value)) > len(_AND.findall(here.value))
    longest = max(sentence.length for sentence in left)
    return more and weigh(there.value) / model.ratio > _BOTH * longest
