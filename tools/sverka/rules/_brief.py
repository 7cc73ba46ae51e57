"""A brief sentence that one of two texts has more, where the rest says all that the other does."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import WORD, knows, mentions, pool
from sverka.text.numbers import all_numbers, all_values
from sverka.text.prose import machine

from ._sentences import Model, Sentence, sentences, weigh
from ._translations import Measured

_WORDS, _MORE, _MOST = 4, 8, 4
"""Words of a brief sentence, of one of which several words are known, and sentences of texts that
are compared, at most."""
_FEWEST, _ENOUGH = 2, 4
"""Words of the other text that must be known, and rendered by the rest of this one; of so many, one
may not be."""
_LENGTH = (0.8, 1.6)
"""The rest is so many times as long as is to be expected."""
_COUNTED = 0.55
"""The same, at least, where the brief one has a number that the other text has not."""
_UNTOLD = 0.85
"""The same, at least, where no word of the brief one is nearly always rendered."""
_QUOTED = re.compile('["“„«`]')
_MERGING = frozenset(("ja", "ko", "th", "zh"))


def dropped(one: Measured, model: Model) -> Sentence | None:
    """Return the brief sentence of the pivot that has no counterpart in the translation."""
    if one.pivot.sentences != one.target.sentences + 1:
        return None
    return _brief_one(one.pair.pivot, one.pair.target, 1 / model.ratio)


def added(one: Measured, model: Model) -> Sentence | None:
    """Return the brief sentence of the translation that has no counterpart in the pivot."""
    if one.target.sentences != one.pivot.sentences + 1:
        return None
    return _brief_one(one.pair.target, one.pair.pivot, model.ratio)


def _brief_one(here: Text, there: Text, ratio: float) -> Sentence | None:
    """Return the brief sentence of a text that has no counterpart in another one.

    `ratio`: letters of this text for each letter of the other one. It has one sentence more; all
    words of the other that the lexicon knows are rendered by its other sentences, and none by this
    one.
    """
    if {locales.language(here.locale), locales.language(there.locale)} & _MERGING:
        return None
    if not (knows(here.locale) and knows(there.locale)) or "\n" in here.value.strip():
        return None
    left, right = sentences(here), sentences(there)
    if not 1 <= len(right) == len(left) - 1 < _MOST or here.ask(machine) or there.ask(machine):
        return None
    said = [word for word in there.ask(mentions) if word.telling]
    if len(said) < _FEWEST:
        return None
    for sentence in left[1:] + left[:1]:
        if _is_spare(sentence, here, there, ratio):
            return sentence
    return None


def _is_spare(sentence: Sentence, here: Text, there: Text, ratio: float) -> bool:
    value = here.value[sentence.start : sentence.end]
    words = len(WORD.findall(value))
    if words > _MORE or value.rstrip()[-1:] not in ".!?":
        return False
    if value.lstrip("“”„«\"'’— ")[:1].islower():
        return False  # a stop that should not be there
    numbers = [n for n in all_numbers(here) if sentence.start <= n.start < sentence.end]
    values = all_values(there)
    if any(not values.isdisjoint(number.values) for number in numbers):
        return False
    rest = Text(here.value[: sentence.start] + here.value[sentence.end :], here.locale)
    length = weigh(rest.value) / (weigh(there.value) * ratio)
    if not (_COUNTED if numbers else _LENGTH[0]) <= length <= _LENGTH[1]:
        return False
    kept, concepts = rest.ask(pool), there.ask(pool)
    said = [not kept.isdisjoint(w.concepts) for w in there.ask(mentions) if w.telling]
    if said.count(False) > (len(said) >= _ENOUGH and length >= _UNTOLD):
        return False
    inner = [word for word in here.ask(mentions) if sentence.start <= word.start < sentence.end]
    if any(not concepts.isdisjoint(word.concepts) for word in inner):
        return False
    told = [word for word in inner if word.telling or (word.share and length >= _UNTOLD)]
    if words > _WORDS and _QUOTED.search(value):
        return False  # what something is called
    return len(told) > (words > _WORDS)
