"""What one text of a catalogue says and its translation does not, or the other way round."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sverka.catalogue import Catalogue
from sverka.review import CatalogueFile
from sverka.review.finding import Certainty
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import machine, prose

from ._clauses import AND, JOINT
from ._concepts import is_rendered
from ._lexicon import Lexicon
from ._sentences import LONE, Model, Sentence, lone, sentences, straight, weigh, words
from ._translations import Measured, Pair, Recall, read

_LONGEST = 16
"""So many sentences are compared; longer texts are seldom one paragraph."""

_ONE_MORE = 1.05
"""The margin from which the second of two sentences has no part in the one of the pivot."""
_AS_MANY = 1.25
"""The same, in multiples of what a lone one costs, where another sentence must then be missing."""
_TWO_OF_ONE = -1.0
"""The same of a sentence without a clause that could have become one of its own."""
_PLAIN = re.compile(
    r"(?!.*\b(?:who|which|that|because|when|while|where|but|so|with|which|что|когда|где|ко?торы\w+|но"
    r"|dass|weil|wenn|der|die|das|wo|aber)\b)[^,;:—–()\n{}]{12,}[.!?]",
    re.IGNORECASE,
)
_JOINED_UP = frozenset(("ja", "zh", "ko", "th"))
_MERGING = frozenset(("ja", "ko", "th"))
"""Languages whose translators join sentences oftener."""
_WORDS = 4
"""A sentence of fewer words ("So they do!") is as well left out on purpose …"""
_TOLD = 0.6
"""… unless the absence of their renderings tells that much."""
_SPOKEN = re.compile(r"[^\W\d_]+")
_SHORT, _BOTH = 6, 1.15
"""Words of sentences that are easily joined, and how much longer than one of them both are."""
_TRUST = 0.6
"""What the evidence of words counts for: words of one sentence are not independent."""


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


_ROWS = re.compile(r"^[ \t]+-{1,2}\w|^[ \t]*•|(?<=[.:;]) •", re.MULTILINE)


def has_rows(text: Text) -> bool:
    """Say whether a text lists options or points, whose rows end with or without a stop."""
    return ("-" in text.value or "•" in text.value) and len(_ROWS.findall(text.value)) > 1


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


_FIGURES = re.compile(r"\d+")


def is_told(here: Text, span: tuple[int, int], there: Text) -> bool:
    """Say whether the other text has all placeholders and figures of this one, no more and no less,
    and some of them stand in a span: what it says was joined, or made a sentence of its own."""
    mine, theirs = here.ask(_anchors), there.ask(_anchors)
    if not any(span[0] <= start < span[1] for start, _ in mine) or len(mine) != len(theirs):
        return False
    return Counter(text for _, text in mine) == Counter(text for _, text in theirs)


def _anchors(text: Text) -> tuple[tuple[int, str], ...]:
    """Return the placeholders and figures of a text: an analyser."""
    pieces = [(start, text.value[start:end]) for start, end in text.ask(machine)]
    figures = [(hit.start(), hit[0]) for hit in _FIGURES.finditer(text.ask(prose))]
    return (*pieces, *figures)


def drops(measured: Measured, model: Model) -> Suspect | None:
    """Return a pair whose translation may lack a sentence.

    Translators merge sentences seldom, so that a count that is too low needs little more evidence.
    """
    pair, here, there = measured
    many, few = here.sentences, there.sentences
    if many < 2 or not few or max(many, few) > _LONGEST:
        return None
    if many > few:
        least = LONE * (-0.15 if locales.language(pair.target.locale) in _MERGING else -0.4)
        return _suspect(pair, pair.pivot, pair.target, model, least, LONE, None)
    return _suspect(pair, pair.pivot, pair.target, model, LONE / 4, LONE, LONE / 4)


def adds(measured: Measured, model: Model) -> Suspect | None:
    """Return a pair whose translation may have a sentence too many.

    Translators split sentences often: only the length of the whole can tell, and its words.
    """
    pair, there, here = measured
    many, few = here.sentences, there.sentences
    if many < 2 or not few or max(many, few) > _LONGEST:
        return None
    reverse = Model(1 / model.ratio, model.variance)
    least = LONE * (_AS_MANY if few == many else 0.75)
    if (few, many) == (1, 2) and locales.language(pair.target.locale) not in _JOINED_UP:
        is_plain = _PLAIN.fullmatch(pair.pivot.value) and not AND.search(pair.pivot.value)
        least = _TWO_OF_ONE if is_plain else _ONE_MORE
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

    def told(lone: Sentence) -> float:
        return _TRUST * lexicon.evidence(here.value, (lone.start, lone.end), there.value)

    margins = [
        margin - told(sentence) for margin, sentence in zip(suspect.margins, left, strict=True)
    ]
    margin = max(margins)
    sentence = left[margins.index(margin)]
    if margin <= suspect.least:
        return None
    many, few = len(left), len(sentences(there))
    if many == 2 and few == 1 and _merged(left, here, there):
        return None
    if many > 2 and few == 1 and is_rendered(here, (sentence.start, sentence.end), there):
        return None
    certainty: Certainty = "certain" if margin > suspect.certain and many > few else "likely"
    count = words(here, sentence)
    short = count < _WORDS and (told(sentence) > -_TOLD or margin < LONE / 3)
    if short and count == _WORDS - 1 and here.value[sentence.end - 1] in ".。":
        short = margin < 0 or many <= 2
    if many == 2 and few == 1 and _joined(left, here, there, suspect.model):
        return sentence, "possible"
    return sentence, "possible" if short else certainty


def _joined(left: Sequence[Sentence], here: Text, there: Text, model: Model) -> bool:
    """Say whether two short sentences were made one with "and": it is longer than either."""
    if max(words(here, sentence) for sentence in left) > _SHORT:
        return False
    more = len(AND.findall(there.value)) > len(AND.findall(here.value))
    longest = max(sentence.length for sentence in left)
    return more and weigh(there.value) / model.ratio > _BOTH * longest


def _merged(left: Sequence[Sentence], here: Text, there: Text) -> bool:
    """Say whether two short sentences that say the same of two things were made one: "There was no
    fever. There was no rash."; half of the words of one stand in the other."""
    if max(words(here, sentence) for sentence in left) > _SHORT:
        return False
    if len(JOINT.findall(there.value)) <= len(JOINT.findall(here.value)):
        return False
    first, second = (
        _SPOKEN.findall(here.value[sentence.start : sentence.end].lower()) for sentence in left
    )
    return 2 * len(set(first) & set(second)) >= min(len(first), len(second)) > 0
