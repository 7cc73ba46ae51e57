"""Two renderings of one term, mined from the sentence pairs of an article.

A term is a noun, or a pair of neighbouring words, that recurs. What goes with it best in the
translations (Dice's coefficient over segments) is its rendering. If a second word stands in most of
the other segments, only there, and no other word of the pivot explains it, it is a second one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import heappush, heappushpop
from itertools import chain
from sys import intern
from typing import NamedTuple

import regex

from . import locales
from .analysis import Text
from .compounds import BUILDING
from .english import SMALL_WORDS, noun
from .prose import HOLE, prose
from .vocabulary import Remembered
from .wording import in_piece, wording

_TOKEN = regex.compile(r"[\p{L}\p{M}]+|[^\p{L}\p{M}\s'’\-‐‑]")
_HOLES = regex.compile(f"{HOLE}+")
_RUN = regex.compile(r"\p{Han}{2,}|[\p{Katakana}ー]{3,}")
_ARTICLE = regex.compile(r"[وفبكل]{0,2}ال(?=\w{3})")
_BEFORE_NOUNS = frozenset(
    {
        "the",
        "a",
        "an",
        "of",
        "this",
        "that",
        "these",
        "those",
        "its",
        "their",
        "our",
        "your",
        "each",
    }
)
_GENERAL = """
amount area aspect basis beginning bit bunch call case change chance choice content detail
difference effect end example fact first form group hand home hour idea issue item kind last level
life line list lot matter mean means minute moment month name need night note number option order
part people person piece place point possibility problem purpose question range rate reason rest
result role rule run section sense set side situation sort start state step success team thing three
time today top total type use user value version view way week word work world year
something anything nothing everything someone anyone everyone always never often instead however
therefore thus together please yes sure able likely
"""
VAGUE = frozenset(_GENERAL.split())
"""English words of so many senses that two renderings tell nothing."""
UNSPACED = frozenset({"zh", "ja", "yue"})
"""Languages that part no words."""
_PARTICLES = frozenset("的了和与或在是不这个一些及其将可以为有被把对从到")
_KEY = 5
"""Letters of a word that are compared in inflected languages."""
_CHOICES = 3
"""Words that may be a term's first rendering: a collocation may go with it as well."""
_LEAST = 4
"""Segments in which a term must stand."""
_TWICE = 2
"""Segments in which a second rendering must stand."""
_LUCK = {"en": 2.0}
"""Pivot → how many words chance may put into the segments of a second rendering."""


class Words(NamedTuple):
    """The words of one segment, as keys; what they are keys of does not matter here."""

    all: frozenset[str]
    nouns: frozenset[str]
    """Words and pairs of words that may be terms."""


class Variant(NamedTuple):
    """A term with two renderings; the rarer is the second."""

    term: str
    first: str
    second: str
    usual: tuple[int, ...]
    """The segments that have the first."""
    odd: tuple[int, ...]
    """The segments that have the second."""


def variants(pairs: Sequence[tuple[str, str]], pivot: str, language: str) -> list[Variant]:
    """Return the terms that the translations of an article render in two ways.

    `pairs` are segments and their translations; `pivot` and `language` the languages of both.
    """
    here, there = zip(*pairs, strict=True) if pairs else ((), ())
    return variants_of(
        [words(text, pivot) for text in here],
        [words(text, language) for text in there],
        pivot,
        language,
    )


def variants_of(
    here: Sequence[Words], there: Sequence[Words], pivot: str, language: str
) -> list[Variant]:
    """The same of the words of the segments and of their translations, as `words` gives them."""
    spread = [Counter(chain.from_iterable([w.all for w in side])) for side in (here, there)]
    table = _Table(here, there, spread[0], spread[1], pivot, language)
    best: dict[frozenset[str], Variant] = {}
    for term, where in sorted(_terms(table).items(), key=_rank):
        if variant := _variant(term, where, table):
            key = frozenset((variant.first, variant.second))
            if key not in best or len(variant.odd) > len(best[key].odd):
                best[key] = variant
    return list(best.values())


def _rank(term: tuple[str, set[int]]) -> tuple[int, int, str]:
    """Put terms in the order of the text, of those of one segment the longest first."""
    return min(term[1]), -len(term[0]), term[0]


class _Table(NamedTuple):
    """Which word stands in how many segments, on both sides."""

    pivots: Sequence[Words]
    translations: Sequence[Words]
    here: Mapping[str, int]
    there: Mapping[str, int]
    pivot: str
    language: str


def _terms(table: _Table) -> dict[str, set[int]]:
    """Return the terms that recur, each with the segments in which it stands."""
    nouns = Counter(chain.from_iterable([w.nouns for w in table.pivots]))
    recurring = frozenset(
        [
            term
            for term, number in nouns.items()
            if _LEAST <= table.here.get(term, number) <= 3 * number
        ]
    )
    places: dict[str, set[int]] = {term: set() for term in recurring}
    for number, found in enumerate(table.pivots):
        for term in recurring.intersection(found.all | found.nouns):
            places[term].add(number)
    return places


def _variant(term: str, where: set[int], table: _Table) -> Variant | None:
    counts = _counts(where, table)
    size, there = len(where), table.there
    # Dice's coefficient; then the longer word.
    best: list[tuple[float, int, str]] = []
    for word, both in counts.most_common():
        if len(best) == _CHOICES and best[0][0] > 2 * both / (size + both):
            break
        ranked = 2 * both / (size + there[word]), len(word), word
        (heappushpop if len(best) == _CHOICES else heappush)(best, ranked)
    likely = [word for _, _, word in sorted(best, reverse=True)]
    found = (
        _beside(first, counts[first], term, where, table)
        for place, first in enumerate(likely)
        if counts[first] >= max(3, len(where) / (2 if place else 3))
    )
    return next(filter(None, found), None)


def _beside(first: str, both: int, term: str, where: set[int], table: _Table) -> Variant | None:
    """Return the second rendering of a term beside a first one, None if there is none."""
    if 2 * both < table.there[first]:
        return None
    usual = {n for n in where if _has(table.translations[n], first, table.language)}
    rest = where - usual
    if len(rest) < _TWICE:
        return None
    others = _counts(rest, table)
    most = max(others.values(), default=0)
    if most > len(usual) or most < _TWICE:
        return None
    often = [item for item in others.items() if item[1] >= _TWICE and 4 * item[1] >= len(rest)]
    for second, _ in sorted(often, key=lambda item: (-item[1], -len(item[0]), item[0])):
        odd = {n for n in rest if second in table.translations[n].all}
        luck = len(others) * (len(where) / len(table.pivots)) ** len(odd)
        if (
            luck < _LUCK.get(table.pivot, 0.3)
            and not _akin(first, second)
            and _stands_apart(second, where, usual, table)
            and not _explained(second, odd, term, table)
        ):
            return Variant(term, first, second, tuple(sorted(usual)), tuple(sorted(odd)))
    return None


def _counts(segments: Iterable[int], table: _Table) -> Counter[str]:
    return Counter(chain.from_iterable([table.translations[number].nouns for number in segments]))


def _stands_apart(second: str, where: set[int], usual: set[int], table: _Table) -> bool:
    """Say whether a word stands for nothing but the term, and not beside the first rendering."""
    places = table.there[second]
    inside = {n for n in where if second in table.translations[n].all}
    return 5 * len(inside) >= 4 * places and 5 * len(inside & usual) <= len(inside - usual)


def _has(words: Words, rendering: str, language: str) -> bool:
    return rendering in words.all or (
        language in BUILDING and any(rendering in word for word in words.all)
    )


def _akin(a: str, b: str) -> bool:
    """Say whether two keys may be forms of one word: клетк, клето."""
    return a[:3] == b[:3] or any(a[k : k + 3] in b for k in (0, 1)) or b[:3] in a


def _explained(second: str, odd: set[int], term: str, table: _Table) -> bool:
    """Say whether another word of the pivot calls for the second rendering."""
    common = Counter(chain.from_iterable([table.pivots[n].all for n in odd]))
    own, most = term.split(), 2 * table.there[second]
    often = [
        word
        for word, number in common.items()
        if number * 2 > len(odd) and table.here[word] <= most and word not in own
    ]
    if not often:
        return False
    places = [n for n, found in enumerate(table.translations) if second in found.all]
    return any(
        2 * sum([word in table.pivots[n].all for n in places]) >= table.here[word] for word in often
    )


def words(text: str, language: str) -> Words:
    """Return the words of a segment that can be terms or their renderings."""
    return _characters(text) if language in UNSPACED else _of_pieces(text.split(), language)


def words_of(text: Text) -> Words:
    """Return the words of a text's wording: an analyser."""
    language = locales.language(text.locale)
    if language in UNSPACED:
        return _characters(text.ask(wording))
    value = text.ask(prose)
    if HOLE in value:
        value = _HOLES.sub(f" {HOLE} ", value)
    return _of_pieces(value.split(), language)


def _characters(text: str) -> Words:
    found = frozenset(characters(text))
    return Words(found, found)


def _of_pieces(pieces: Iterable[str], language: str) -> Words:
    """Return the words of what stands between white space."""
    if language == "en":
        return _english(pieces)
    keys, nouns = _keys(language)
    found = frozenset(chain.from_iterable(map(keys.__getitem__, pieces)))
    if language != "de":
        return Words(found, found)
    return Words(found, frozenset(chain.from_iterable(map(nouns.__getitem__, pieces))))


Keys = Remembered[tuple[str, ...]]


@lru_cache(maxsize=32)
def _keys(language: str) -> tuple[Keys, Keys]:
    """Return what gives the keys of words between white space, and of capitalised ones."""
    latin = locales.script(language) == "Latn"

    def tokens(piece: str) -> list[str]:
        found = _TOKEN.findall(in_piece(piece))
        return [t for t in found if len(t) > 3 and (latin or not t.isascii())]

    def keys(piece: str) -> tuple[str, ...]:
        return tuple([intern(_key(token, language)) for token in tokens(piece)])

    def capital_keys(piece: str) -> tuple[str, ...]:
        return tuple(
            [intern(_key(token, language)) for token in tokens(piece) if token[0].isupper()]
        )

    return Remembered(keys), Remembered(capital_keys)


Token = tuple[str, bool]
"""The key of a word or sign, "" for what is no term, and whether it stands before nouns."""
_NO_TOKEN: Token = ("", False)


def _english_tokens(piece: str) -> tuple[Token, ...]:
    """Return the words and signs between white space."""
    return tuple(
        (
            noun(t) if len(t) > 2 and t not in SMALL_WORDS and not t.endswith("ly") else "",
            t in _BEFORE_NOUNS,
        )
        for t in _TOKEN.findall(in_piece(piece).casefold())
    )


_english_pieces = Remembered(_english_tokens)


def _english(pieces: Iterable[str]) -> Words:
    tokens = [*chain.from_iterable(map(_english_pieces.__getitem__, pieces)), _NO_TOKEN]
    found, nouns = set[str](), set[str]()
    before, opens = _NO_TOKEN
    key, opening = tokens[0]
    for after, opening_after in tokens[1:]:
        if key:
            found.add(key)
            if not after:
                if before:
                    nouns.add(f"{before} {key}")
                if (before or opens) and key not in VAGUE:
                    nouns.add(key)
        before, opens, key, opening = key, opening, after, opening_after
    return Words(frozenset(found), frozenset(nouns))


def characters(text: str) -> Iterable[str]:
    """Yield the runs of two to four ideographs of a text, and its words in katakana."""
    for run in _RUN.findall(text):
        if run[0] >= "㐀":
            idle = [char in _PARTICLES for char in run]
            for size in (2, 3, 4):
                for k in range(len(run) - size + 1):
                    if not idle[k] and not idle[k + size - 1]:
                        yield run[k : k + size]
        else:
            yield run


def place(text: str, key: str, language: str) -> tuple[int, int] | None:
    """Return the span in a text of the first word or words that have a key."""
    if language in UNSPACED:
        start = text.find(key)
        return (start, start + len(key)) if start >= 0 else None
    wanted = key.split()
    found = list(_TOKEN.finditer(text))
    for number in range(len(found) - len(wanted) + 1):
        run = found[number : number + len(wanted)]
        if all(_key(token[0], language) == part for token, part in zip(run, wanted, strict=True)):
            return run[0].start(), run[-1].end()
    return None


def _key(token: str, language: str) -> str:
    if language == "en":
        return noun(token.casefold())
    bare = _ARTICLE.sub("", token) if language == "ar" else token
    return bare.casefold()[:_KEY]
