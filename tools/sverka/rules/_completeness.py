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
from sverka.text.numbers import figures, spelled
from sverka.text.prose import HOLE, prose

from ._lexicon import Lexicon
from ._sentences import (
    LONE,
    Model,
    Sentence,
    learn,
    length,
    lone,
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
_SHORTFALL, _ALONE = 0.62, 0.45
"""What is left at most of a text that lost a part, with the pivot's commas gone and without."""
_BEYOND_CHANCE = 3.3
"""Standard deviations."""
_HALF, _UNLIKELY, _A_COMMA = 0.56, 2.6, 0.2
"""The same, where two commas are gone as well, and what every further one counts for."""
_ITEM, _ITEM_HALF, _ITEM_CHANCE = 38, 0.555, 2.4
"""The same of one sentence that has an "and" or a comma less, and the letters from which on."""
_MERGING = frozenset(("ja", "ko", "th"))
"""Languages whose translators join sentences oftener."""
_ANDS = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": "and|then|or", "de": "und|dann|sowie|oder", "ru": "и|а|затем|потом|или",
        "uk": "і|й|та|а|потім|або|чи", "fr": "et|puis|ainsi que|ou", "es": "y|e|luego|u|o",
        "it": "ed?|poi|od?", "pt": "e|depois|ou", "nl": "en|dan|of", "pl": "i|oraz|a|lub|albo",
        "sv": "och|sedan|eller", "da": "og|eller", "nb": "og|eller", "tr": "ve|veya",
    }.items()
}  # fmt: skip
"""Words that join the parts of a sentence."""
_BRIEF, _SURPLUS = 20, 1.75
"""Letters from which a longer text tells something, and how much longer it must be."""
_SHORTENED = re.compile(r"[A-ZА-Я]{2}")
"""An acronym, which a translation may write out."""
_CLAUSE = re.compile(
    r",[”’\"»]? (?:and|but|so that|although|though|because|since|while|which|who|whose|where"
    r"|when|unless|if|as|until|whereas|even|и|а|но|хотя|потому|так как|чтобы|котор\w+|когда|где"
    r"|если|пока|причём"
    r"|und|aber|sondern|obwohl|weil|da|während|wobei|d(?:er|ie|as)|dass|damit|wenn|bis)\b",
    re.IGNORECASE,
)
_A_CLAUSE = 2.4
"""Standard deviations, where a clause of the pivot has a comma and the translation has none."""
_LISTED = 0.85
"""What is left at most of a text whose list lost a part."""
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
_STOPS, _BOTH_STOPS = re.compile(r"[,;:(–—]"), re.compile(r"[,;] ,")
_LIST = re.compile(
    r"[^,.;:()\n]{6,}, (?:[^,.;:()\n]{6,}, ?)*[^,.;:()\n]{6,},? (?:and|or|и|или|і|або|und|oder) \w"
)
"""An enumeration of three parts and more, each of more than a short word."""
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
    here, there = _small(catalogue, pivot, locale, recall)
    return Lexicon(there, here, locale) if reverse else Lexicon(here, there, pivot)


@lru_cache(maxsize=1)
def _small(
    catalogue: Catalogue, pivot: str, locale: str, recall: Recall
) -> tuple[list[str], list[str]]:
    found = read(catalogue, pivot, locale, recall)
    sides = ([pair.pivot.value for pair in found], [pair.target.value for pair in found])
    return list(map(str.casefold, sides[0])), list(map(str.casefold, sides[1]))


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


class Suspect(NamedTuple):
    """A text that seems to lack the counterpart of a sentence, were it not for its words."""

    pair: Pair
    here: Text
    """The text that may have a sentence too many."""
    there: Text
    margins: Sequence[float]
    """How much better each sentence is explained as a lone one."""
    least: float
    """The margin from which there is something to say …"""
    certain: float
    """… and from which that is certain."""
    model: Model


def drops(pair: Pair, model: Model) -> Suspect | None:
    """Return a pair whose translation may lack a sentence.

    Translators merge sentences seldom, so that a count that is too low needs little more evidence.
    """
    if len(pair.pivot.ask(spoken)) > len(pair.target.ask(spoken)):
        least = LONE * (-0.15 if locales.language(pair.target.locale) in _MERGING else -0.4)
        return _suspect(pair, pair.pivot, pair.target, model, least, LONE, None)
    return _suspect(pair, pair.pivot, pair.target, model, LONE / 4, LONE, LONE / 4)


def shortfall(pair: Pair, model: Model) -> float | None:
    """Return how much shorter than to be expected a translation is, if that is beyond chance.

    0.5: half of it seems to be missing. Code, addresses and placeholders do not count.
    """
    mine = pair.pivot.ask(_weight)
    if mine < _ITEM:
        return None
    theirs = pair.target.ask(_weight) / model.ratio
    if theirs > _SHORTFALL * mine:
        return None
    if pair.target.value.count("`") != pair.pivot.value.count("`"):
        return None
    if theirs < _ITEM_HALF * mine and _lacks_item(pair):
        off = (mine - theirs) / math.sqrt(model.variance * (theirs + 10))
        if off > _ITEM_CHANCE:
            return 1 - theirs / mine
    if mine < _LONG:
        return None
    deviation = (theirs - mine) / math.sqrt(model.variance * (mine + 10))
    least = _BEYOND_CHANCE
    gone = _commas(pair.pivot) - _commas(pair.target)
    if gone < 1 and theirs > _ALONE * mine:
        return None
    if gone and not _commas(pair.target) and _CLAUSE.search(pair.pivot.value):
        least = _A_CLAUSE
    if gone >= 2 and theirs < _HALF * mine:
        least = _UNLIKELY - _A_COMMA * min(gone - 2, 2)
    return 1 - theirs / mine if deviation < -least else None


def _lacks_item(pair: Pair) -> bool:
    """Say whether one sentence has fewer commas and "and" than the one that it translates."""
    if len(pair.pivot.ask(spoken)) != 1 or len(pair.target.ask(spoken)) != 1:
        return False
    mine, theirs = (
        sum(map(text.value.count, ",،，、;；")) + len(_AND.findall(text.value))
        for text in (pair.pivot, pair.target)
    )
    return theirs < mine


def surplus(pair: Pair, model: Model) -> float | None:
    """Return how many times longer than to be expected a translation is, if that is beyond chance
    and it has an "and" or a number that the pivot has not."""
    mine = pair.pivot.ask(_weight)
    if (
        mine < _BRIEF
        or pair.pivot.value.rstrip()[-1:] not in (".", "!", "?")
        or _SHORTENED.search(pair.pivot.value)
        or len(pair.pivot.ask(spoken)) != 1
        or len(pair.target.ask(spoken)) != 1
    ):
        return None
    theirs = pair.target.ask(_weight) / model.ratio
    if theirs < _SURPLUS * mine:
        return None
    if (theirs - mine) / math.sqrt(model.variance * (mine + 10)) < _BEYOND_CHANCE:
        return None
    more = _ands(pair.target) > _ands(pair.pivot)
    return theirs / mine if more or _strange(pair) else None


def _ands(text: Text) -> int:
    """Count the words for "and": an analyser."""
    words = _ANDS.get(locales.language(text.locale))
    return len(words.findall(text.value)) if words else 0


def _strange(pair: Pair) -> bool:
    """Say whether a translation has a number, two and more, that the pivot has not."""
    there = {v for ask in (figures, spelled) for n in pair.pivot.ask(ask) for v in n.values}
    here = (n for ask in (figures, spelled) for n in pair.target.ask(ask))
    return any(there.isdisjoint(n.values) and 1 not in n.values for n in here)


def unlisted(pair: Pair, model: Model) -> bool:
    """Say whether a translation has fewer of the parts that a comma and "and" join than the pivot,
    a single sentence, and is shorter as well."""
    if not {locales.language(t.locale) for t in (pair.pivot, pair.target)} <= _ANDS.keys():
        return False
    if "\n" in pair.pivot.value or not _LIST.search(pair.pivot.value):
        return False
    mine = pair.pivot.ask(_weight)
    if mine < _LONG or len(pair.pivot.ask(spoken)) != 1 or len(pair.target.ask(spoken)) != 1:
        return False
    is_short = pair.target.ask(_weight) / model.ratio < _LISTED * mine
    return is_short and _parts(pair.target) < _parts(pair.pivot)


def _parts(text: Text) -> int:
    """Count what commas and "and", or both together, part: an analyser."""
    words = _ANDS[locales.language(text.locale)]
    rest = words.sub(",", text.value)
    return len(_STOPS.findall(rest)) - len(_BOTH_STOPS.findall(rest))


def _commas(text: Text) -> int:
    return sum(map(text.value.count, ",،，、;；("))


def _weight(text: Text) -> float:
    return weigh(text.ask(prose).replace(HOLE, ""))


def adds(pair: Pair, model: Model) -> Suspect | None:
    """Return a pair whose translation may have a sentence too many.

    Translators split sentences often: only the length of the whole can tell, and its words.
    """
    reverse = Model(1 / model.ratio, model.variance)
    least = LONE * 0.75
    return _suspect(pair, pair.target, pair.pivot, reverse, least, LONE * 2, least)


def _suspect(
    pair: Pair,
    here: Text,
    there: Text,
    model: Model,
    least: float,
    certain: float,
    suspicious: float | None,
) -> Suspect | None:
    """Return a pair of which a sentence's margin is more than `suspicious`, if that is given."""
    many, few = len(here.ask(spoken)), len(there.ask(spoken))
    if many < 2 or not few or max(many, few) > _LONGEST:
        return None
    left, right = sentences(here), sentences(there)
    if suspicious is not None and straight(left, right, model) <= LONE + suspicious:
        return None
    margins = lone(left, right, model)
    if suspicious is not None and max(margins) <= suspicious:
        return None
    return Suspect(pair, here, there, margins, least, certain, model)


def judged(suspect: Suspect, lexicon: Lexicon) -> tuple[Sentence, Certainty] | None:
    """Return a sentence without counterpart, and how sure that is, in the light of its words."""
    here, there, left = suspect.here, suspect.there, sentences(suspect.here)

    def words(lone: Sentence) -> float:
        return _TRUST * lexicon.evidence(here.value, (lone.start, lone.end), there.value)

    margins = [
        margin - words(sentence) for margin, sentence in zip(suspect.margins, left, strict=True)
    ]
    margin = max(margins)
    sentence = left[margins.index(margin)]
    if margin <= suspect.least:
        return None
    many, few = len(left), len(sentences(there))
    certainty: Certainty = "certain" if margin > suspect.certain and many > few else "likely"
    short = sentence.words < _WORDS and (words(sentence) > -_TOLD or margin < LONE / 3)
    if short and sentence.words == _WORDS - 1 and here.value[sentence.end - 1] in ".。":
        short = margin < 0 or many <= 2
    if many == 2 and few == 1 and _joined(left, here, there, suspect.model):
        return sentence, "possible"
    return sentence, "possible" if short else certainty


def _joined(left: Sequence[Sentence], here: Text, there: Text, model: Model) -> bool:
    """Say whether two short sentences were made one with "and": it is longer than either."""
    if max(sentence.words for sentence in left) > _SHORT:
        return False
    more = len(_AND.findall(there.value)) > len(_AND.findall(here.value))
    longest = max(sentence.length for sentence in left)
    return more and weigh(there.value) / model.ratio > _BOTH * longest
