"""What one text of a catalogue says and its translation does not, or the other way round."""

from collections.abc import Iterator
from typing import NamedTuple

from sverka.catalogue import Entry
from sverka.catalogue.plurals import plural_forms
from sverka.review import CatalogueFile
from sverka.review.finding import Certainty
from sverka.text.analysis import Text

from ._sentences import LONE, Model, Sentence, learn, lost, prior, sentences

_LONGEST = 16
"""So many sentences are compared; longer texts are seldom one paragraph."""


class Pair(NamedTuple):
    """A pivot text and its translation."""

    entry: Entry
    plural: int | None
    pivot: Text
    target: Text


def pairs(file: CatalogueFile) -> Iterator[Pair]:
    """Yield what is translated."""
    catalogue, background = file.catalogue, file.background
    rule = plural_forms(catalogue)
    singular = None if rule is None or rule.nplurals == 1 else rule(1)
    for entry in catalogue.entries:
        if entry.obsolete or entry.fuzzy or not entry.translated:
            continue
        if not entry.msgid_plural:
            texts = [(None, entry.msgid, entry.msgstr)]
        else:
            texts = [
                (index, entry.msgid if index == singular else entry.msgid_plural, text)
                for index, text in sorted(entry.msgstr_plural.items())
            ]
        for index, pivot, target in texts:
            if pivot and target and pivot != target:
                yield Pair(
                    entry, index, Text(pivot, background.pivot), Text(target, file.where.locale)
                )


def model_of(found: list[Pair], pivot: str, locale: str) -> Model:
    """Learn how long translations of this file are."""
    lengths = [
        (sum(s.length for s in sentences(pair.pivot)), sum(s.length for s in sentences(pair.target)))
        for pair in found
    ]
    return learn([pair for pair in lengths if pair[0] >= 40 and pair[1] > 0], prior(pivot, locale))


def gap(
    left: tuple[Sentence, ...], right: tuple[Sentence, ...], model: Model, words: int = 3
) -> tuple[Sentence, Certainty] | None:
    """Return a sentence of `left` that has no counterpart in `right`, and how sure that is."""
    if not left or not right or len(left) > _LONGEST or len(right) > _LONGEST:
        return None
    if len(left) == 1:
        return None
    sentence, margin = lost(left, right, model)
    if sentence is None:
        return None
    fewer = len(left) > len(right)
    if margin <= (-LONE / 2 if fewer else LONE / 4):
        return None
    certainty: Certainty = "certain" if margin > LONE and fewer else "likely"
    return sentence, "possible" if sentence.words < words else certainty


def inverse(model: Model) -> Model:
    """Return the model of the other direction."""
    return Model(1 / model.ratio, model.variance)
