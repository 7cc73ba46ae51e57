"""The words of a text that its translation has words for: known ones, and those of one origin."""

import re
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.lexicon import mentions
from sverka.text.lexicon.words import Concepts
from sverka.text.prose import prose
from sverka.text.vocabulary import Remembered

_WORD = re.compile(r"[^\W\d_]{3,}")
_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
        (*"abvgdessiiklmnoprstufhssss", "", "i", "", *"euaiiieg"),
        strict=True,
    )
)
_ALIKE = str.maketrans(
    {"c": "k", "q": "k", "w": "v", "y": "i", "j": "i", "z": "s", "x": "ks", "ß": "s"}
    | dict(zip("àâäáãåçéèêëîïíìñôöóòõùûüúœæ", "aaaaaakeeeeiiiinooooouuuuoa", strict=True))
    | _CYRILLIC
)
_PAIRS = (
    *(("ph", "f"), ("sch", "s"), ("sh", "s"), ("kh", "h"), ("ch", "h"), ("tz", "s"), ("ts", "s")),
    ("ck", "k"),
)
_RUNS, _SOFT, _IOTATED = re.compile(r"(.)\1+"), re.compile("[aeiouh]"), re.compile("^i(?=[aeou])")
_LETTERS, _FEWEST = 4, 3
"""Consonants, and a first vowel, that words of one origin share, and how many there must be."""
_NONE: Concepts = frozenset()


class Word(NamedTuple):
    """A word that says something."""

    start: int
    concepts: Concepts
    share: float
    """The share of its translations that have a word for it; 0 if nobody knows."""
    key: str
    """What a word of the same origin has in another language, "" if that says too little."""


def content(text: Text) -> tuple[Word, ...]:
    """Return the words of a text that say something, in order: an analyser."""
    idle, keyed = function_words(locales.language(text.locale)), _keys()
    known = {mention.start: mention for mention in text.ask(mentions)}
    found = []
    for hit in _WORD.finditer(text.ask(prose)):
        mention = known.get(hit.start())
        if mention:
            found.append(Word(mention.start, mention.concepts, mention.share, keyed[hit[0]]))
        elif hit[0].lower() not in idle:
            found.append(Word(hit.start(), _NONE, 0.0, keyed[hit[0]]))
    return tuple(found)


def origins(text: Text) -> frozenset[str]:
    """Return the keys of a text's words: an analyser."""
    return frozenset([word.key for word in text.ask(content)]) - {""}


@lru_cache(maxsize=1)
def _keys() -> Remembered[str]:
    return Remembered(_key)


def _key(word: str) -> str:
    """Return the consonants of a word in Latin letters, and a vowel that begins it.

    >>> _key("Gainutdinov"), _key("Гайнутдинову")
    ('gntd', 'gntd')
    """
    small = word.lower()
    for pair, letter in _PAIRS:
        small = small.replace(pair, letter)
    sounds = _IOTATED.sub("", _RUNS.sub(r"\1", small.translate(_ALIKE)))
    key = sounds[:1] + _SOFT.sub("", sounds[1:])
    return key[:_LETTERS] if len(key) >= _FEWEST else ""
