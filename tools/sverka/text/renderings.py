"""Two renderings of one term, mined from the sentence pairs of an article.

A term is a noun, or a pair of neighbouring words, that recurs. What goes with it best in the
translations (Dice's coefficient over segments) is its rendering. If a second word stands in most of
the other segments, only there, and no other word of the pivot explains it, it is a second one.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from heapq import heappush, heappushpop
from itertools import chain
from typing import NamedTuple

import regex

from . import locales
from .compounds import BUILDING
from .english import SMALL_WORDS, noun
from .vocabulary import Remembered

_TOKEN = regex.compile(r"[\p{L}\p{M}]+|[^\p{L}\p{M}\s'’\-‐‑]")
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
_VAGUE = frozenset(_GENERAL.split())
"""English words of so many senses that two renderings tell nothing."""
_UNSPACED = frozenset({"zh", "ja", "yue"})
_PARTICLES = frozenset("的了和与或在是不这个一些及其将可以为有被把对从到")
_KEY = 5
"""Letters of a word that are compared in inflected languages."""
_CHOICES = 3
"""Words that may be a term's first rendering: a collocation may go with it as well."""
_LEAST = 4
"""Segments in which a term must stand."""
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
    here = [_shared(text, pivot) for text, _ in pairs]
    there = [words(text, language) for _, text in pairs]
    places = [_places(words.all for words in side) for side in (here, there)]
    table = _Table(here, there, places[0], places[1], pivot, language)
    found = (_variant(term, where, table) for term, where in _terms(table))
    best: dict[frozenset[str], Variant] = {}
    for variant in found:
        if variant:
            key = frozenset((variant.first, variant.second))
            if key not in best or len(variant.odd) > len(best[key].odd):
                best[key] = variant
    return list(best.values())


class _Table(NamedTuple):
    """Which word stands in which segments, on both sides."""

    pivots: Sequence[Words]
    translations: Sequence[Words]
    here: Mapping[str, set[int]]
    there: Mapping[str, set[int]]
    pivot: str
    language: str


def _terms(table: _Table) -> Iterator[tuple[str, set[int]]]:
    """Yield the terms that recur and the segments in which they stand."""
    for term, nouns in _places(w.nouns for w in table.pivots).items():
        where = table.here.get(term, nouns)
        if len(where) >= _LEAST and 3 * len(nouns) >= len(where):
            yield term, where


def _places(segments: Iterable[Iterable[str]]) -> dict[str, set[int]]:
    places: dict[str, set[int]] = defaultdict(set)
    for number, found in enumerate(segments):
        for word in found:
            places[word].add(number)
    return places


def _variant(term: str, where: set[int], table: _Table) -> Variant | None:
    counts = _counts(where, table)
    size, there = len(where), table.there
    # Dice's coefficient; then the longer word.
    best: list[tuple[float, int, str]] = []
    for word, both in counts.most_common():
        if len(best) == _CHOICES and best[0][0] > 2 * both / (size + both):
            break
        ranked = 2 * both / (size + len(there[word])), len(word), word
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
    if 2 * both < len(table.there[first]):
        return None
    usual = {n for n in where if _has(table.translations[n], first, table.language)}
    rest = where - usual
    others = _counts(rest, table)
    if max(others.values(), default=0) > len(usual):
        return None
    often = [item for item in others.items() if item[1] >= 2 and 4 * item[1] >= len(rest)]
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
    inside = places & where
    return 5 * len(inside) >= 4 * len(places) and 5 * len(inside & usual) <= len(inside - usual)


def _has(words: Words, rendering: str, language: str) -> bool:
    return rendering in words.all or (
        language in BUILDING and any(rendering in word for word in words.all)
    )


def _akin(a: str, b: str) -> bool:
    """Say whether two keys may be forms of one word: клетк, клето."""
    return a[:3] == b[:3] or any(a[k : k + 3] in b for k in (0, 1)) or b[:3] in a


def _explained(second: str, odd: set[int], term: str, table: _Table) -> bool:
    """Say whether another word of the pivot calls for the second rendering."""
    common = Counter(word for n in odd for word in table.pivots[n].all)
    places = table.there[second]
    return any(
        number * 2 > len(odd) and 2 * len(table.here[word] & places) >= len(table.here[word])
        for word, number in common.items()
        if word not in term.split()
    )


def words(text: str, language: str) -> Words:
    """Return the words of a segment that can be terms or their renderings."""
    if language in _UNSPACED:
        found = frozenset(_characters(text))
        return Words(found, found)
    if language == "en":
        return _english(text)
    pieces = _keys(language)
    keys = frozenset(chain.from_iterable([pieces[piece] for piece in text.split()]))
    if language != "de":
        found = frozenset([key for key, _ in keys])
        return Words(found, found)
    return Words(
        frozenset([key for key, _ in keys]), frozenset([key for key, capital in keys if capital])
    )


_shared = lru_cache(maxsize=4096)(words)
"""The words of a pivot's segments, which come again in each locale."""


@lru_cache(maxsize=32)
def _keys(language: str) -> Remembered[tuple[tuple[str, bool], ...]]:
    """Return what gives the keys of words between white space, and whether they are capitalised."""
    latin = locales.script(language) == "Latn"

    def keys(piece: str) -> tuple[tuple[str, bool], ...]:
        tokens = [t for t in _TOKEN.findall(piece) if len(t) > 3 and (latin or not t.isascii())]
        return tuple((_key(token, language), token[0].isupper()) for token in tokens)

    return Remembered(keys)


def _english_keys(piece: str) -> tuple[tuple[str, str], ...]:
    """Return the words and signs between white space with their keys, "" for what is no term."""
    return tuple(
        (t, noun(t) if len(t) > 2 and t not in SMALL_WORDS and not t.endswith("ly") else "")
        for t in _TOKEN.findall(piece)
    )


_english_pieces = Remembered(_english_keys)


def _english(text: str) -> Words:
    pieces = [_english_pieces[piece] for piece in text.casefold().split()]
    tokens = [token for piece in pieces for token, _ in piece]
    keys = [key for piece in pieces for _, key in piece]
    found = frozenset(keys) - {""}
    nouns = set()
    neighbours = zip(["", *keys], ["", *tokens], keys, [*keys[1:], ""], strict=False)
    for before, token_before, key, after in neighbours:
        if not key or after:
            continue
        if before:
            nouns.add(f"{before} {key}")
        if (before or token_before in _BEFORE_NOUNS) and key not in _VAGUE:
            nouns.add(key)
    return Words(found, frozenset(nouns))


def _characters(text: str) -> Iterable[str]:
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
    if language in _UNSPACED:
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
