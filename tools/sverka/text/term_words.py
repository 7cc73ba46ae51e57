"""The words of a text as terms are compared: a key for all forms of a word, none for idle words."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from sys import intern
from typing import NamedTuple

import regex

from . import locales
from .analysis import Text
from .english import SMALL_WORDS, noun
from .languages import function_words
from .renderings import UNSPACED, characters
from .vocabulary import Remembered
from .wording import wording

_TOKEN = regex.compile(r"[\p{L}\p{M}]+|[^\p{L}\p{M}\s'’\-‐‑]")
GERMANIC = frozenset({"de", "nl", "sv", "da", "nb", "no", "nn"})
ROMANCE = frozenset({"fr", "es", "it", "pt", "ca", "gl", "ro"})
SLAVIC = frozenset({"ru", "uk", "be", "pl", "bg", "cs"})
_ENDINGS = (
    (GERMANIC, regex.compile(r"(?:ern|e[nrs]?|n|s|um)$"), 40),
    (ROMANCE, regex.compile(r"(?<=...)(?:[aeo]?s|[aeox])$"), 9),
    (
        SLAVIC,
        regex.compile(
            r"(?<=...)[иьі]?(?:[аеиоуыэюяьйіїєёaąeęioóuy]+|ов|ев|ів|їв|[аяоеыиє]м|[аяыиі]х|[оеыи]й"
            r"|[оеьі]го|[оеь]му|[аяыи]ми|ów|[aeyi]m|[aiy]ch|ego|emu|[aiy]mi)$"
        ),
        12,
    ),
)
ADJECTIVE = regex.compile(
    r"(?:ая|яя|ое|ее|ые|[гкхжшщч]ие|[ыиоі]й|[ое]го|[оеь]му|[ыиі][мх]|[ыиі]ми|ую|юю|[ое]ї"
    r"|(?:[ое]в|[^аеиіоуяю]н|[сц]ьк|лив)[аеіу]|[ae]|ego|emu|[iy](?:ch|mi?)?|ą)$"
)
"""Endings of Slavic adjectives, and of few nouns."""
_UMLAUTS = str.maketrans("äöü", "aou")
"""Schränke, Schrank."""
_APART = 6
"""Letters between two words of one phrase."""
_ADVERBS = """
around above below over near through during via against between among within without upon toward
towards across along behind beyond despite except inside outside onto since throughout unlike until
again already together soon often never always away back forward now
cannot instead
"""
_RUSSIAN = """
так также уже еще лишь если когда где чем более менее очень может могут должен должны другой другая
другие другого других каждый каждого каждая согласно вследствие около среди после перед между через
против вокруг такой такая такое такие таких таким такими такого прежде снова теперь тогда сейчас
всего
"""
_IDLE = {
    "en": SMALL_WORDS | frozenset(_ADVERBS.split()),
    "ru": frozenset(_RUSSIAN.split()),
}
_LOOK_ALIKE = str.maketrans("aceopxyikmhtb", "асеорхуікмнтв")
"""Latin letters that are read as Cyrillic ones in a Cyrillic word."""


class Word(NamedTuple):
    """A word of a text, or a mark between words."""

    small: str
    """In small letters, ё as е."""
    key: str
    """The same for all its forms; empty for marks and for words that are no part of a term."""
    surface: str


class Words(NamedTuple):
    """The words and marks of a text, in three rows of equal length."""

    small: tuple[str, ...]
    keys: tuple[str, ...]
    surfaces: tuple[str, ...]

    def each(self) -> Iterator[Word]:
        """Yield the words with a key."""
        return (Word(*word) for word in zip(*self, strict=True) if word[1])

    def at(self, place: int) -> Word:
        """Return the word at a place, an empty one outside the text."""
        if 0 <= place < len(self.keys):
            return Word(self.small[place], self.keys[place], self.surfaces[place])
        return _NONE


_NONE = Word("", "", "")
Row = tuple[str, ...]


class _Pieces(NamedTuple):
    """What stands between two spaces → its words."""

    words: Remembered[tuple[Row, Row, Row]]
    keys: Remembered[Row]


@lru_cache(maxsize=32)
def _pieces(language: str) -> _Pieces:
    idle = function_words(language) | _IDLE.get(language, frozenset())
    script = locales.script(language)
    latin, cyrillic = script == "Latn", script == "Cyrl"
    ending, longest = next(
        ((pattern, size) for group, pattern, size in _ENDINGS if language in group), (None, 0)
    )

    def key(small: str) -> str:
        if len(small) < 3 or small in idle or not small[0].isalpha():
            return ""
        if language == "en":
            return noun(small)
        if not latin and small.isascii():
            return ""
        if language in GERMANIC:
            small = small.translate(_UMLAUTS)
        if ending:
            return ending.sub("", small)[:longest]
        return small[:7] if len(small) > 9 else small[:5]

    def folded(small: str) -> str:
        bare = small.replace("ё", "е")
        if cyrillic and not bare.isascii() and bare.isalpha():
            return bare.translate(_LOOK_ALIKE)
        return bare

    def words(piece: str) -> tuple[Row, Row, Row]:
        surfaces = tuple(_TOKEN.findall(piece))
        small = tuple([folded(token.casefold()) for token in surfaces])
        if small == surfaces:
            small = surfaces  # one row for both
        return small, tuple([intern(key(token)) for token in small]), surfaces

    def keys(piece: str) -> Row:
        return tuple([key for key in words(piece)[1] if key])

    return _Pieces(Remembered(words), Remembered(keys))


def words_in(text: str, language: str) -> Words:
    """Return the words and marks of a text."""
    known = _pieces(language).words
    rows = [known[piece] for piece in text.split()]
    join = chain.from_iterable
    return Words(*(tuple(join([row[side] for row in rows])) for side in range(3)))


def term_words(text: Text) -> Words:
    """The same of a text's wording: an analyser, for pivots, which come again."""
    return words_in(text.ask(wording), locales.language(text.locale))


def keys_in(text: str, language: str) -> frozenset[str]:
    """Return the keys of a text's words; where none are parted, its runs of two to four signs."""
    if language in UNSPACED:
        return frozenset(characters(text))
    known = _pieces(language).keys
    return frozenset(chain.from_iterable(map(known.__getitem__, text.split())))


def alike(rendering: str, key: str, language: str) -> bool:
    """Say whether a key may be of the same word as a rendering's, a part of it or a compound."""
    if language in UNSPACED:
        return any(rendering[at : at + 2] in key for at in range(len(rendering) - 1))
    same = _begun(rendering, key)
    shorter = min(len(rendering), len(key))
    if language in GERMANIC:
        if same >= 4 and shorter - same <= 3:
            return True
    elif same >= max(3, min(4 if language == "en" else 5, len(rendering) - 1)):
        return True
    return shorter >= 4 and (rendering in key or key in rendering)


def near(key: str, other: str) -> bool:
    """Say whether two keys of one language may be of akin words: heal, healing."""
    return key == other or _begun(key, other) >= max(4, min(len(key), len(other)) - 3)


def _begun(a: str, b: str) -> int:
    """Return how many letters two strings begin with alike."""
    for place, (x, y) in enumerate(zip(a, b, strict=False)):
        if x != y:
            return place
    return min(len(a), len(b))


def letters(words: Words, but: Sequence[str] = ()) -> int:
    """Count the letters of the words with a key, some keys left out."""
    both = zip(words.small, words.keys, strict=True)
    return sum([len(small) for small, key in both if key and key not in but])


def places_of(text: str, keys: Sequence[str], language: str) -> tuple[int, int] | None:
    """Return the span of the words of a text that have some keys, if these stand together.

    If they do not, that of the first key; None if the text has none of them.
    """
    if language in UNSPACED:
        spans = [(at, at + len(key)) for key in keys if (at := text.find(key)) >= 0]
    else:
        known = _pieces(language).words
        spans = [found.span() for found in _TOKEN.finditer(text) if known[found[0]][1][0] in keys]
    if not spans:
        return None
    start, end = spans[0]
    for other in sorted(spans):
        if other[0] <= end + _APART and start <= other[1] + _APART:
            start, end = min(start, other[0]), max(end, other[1])
    return start, end
