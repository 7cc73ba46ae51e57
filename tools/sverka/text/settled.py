"""The word by which most segments of an article render a term."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

from .counterparts import all_said, rest_of, second_half
from .everyday import is_free
from .lexicon import Concepts, said
from .noun_phrases import Term
from .nouns import is_noun
from .stray_evidence import Article, sounds, words_of
from .term_words import GERMANIC, alike

LEAST = 2
"""Segments that have a settled rendering at least …"""
_ELSEWHERE = 4
"""… so many for one that stands elsewhere."""
_SHORTEST = 3
"""Letters of a rendering."""
_TAIL = 4
"""Letters of the second half of a compound."""

Rendering = tuple[str, frozenset[int]]
"""The key of a word, and the segments that have it."""


class Settled(NamedTuple):
    """A rendering that most segments have, and some lack."""

    rendering: str
    usual: frozenset[int]
    lacking: frozenset[int]


def renderings(term: Term, places: set[int], article: Article) -> list[Rendering]:
    """Return what may be the settled rendering of a term, the surest first."""
    size, language = len(places), article.language
    meant = meant_by(term, places, article)
    if len(term) == 1 and is_free(term[0], meant, article.pivot):
        return []
    related = set[int]().union(*(article.standing.get(key, ()) for key in term)) - places
    counts = Counter(chain.from_iterable([article.there[number] for number in places]))
    ranked: list[tuple[bool, bool, int, int, str, frozenset[int]]] = []
    for key, count in counts.items():
        if count < LEAST or 2 * count < size or len(key) < _SHORTEST:
            continue
        outside = article.total[key] - count - sum([key in article.there[n] for n in related])
        if outside * _ELSEWHERE > count and (count < size or outside > 1):
            continue  # the one elsewhere may stand for another term
        where = frozenset(n for n in places if key in article.there[n])
        word = noun_of(key, where, article)
        if not word or all(_is_called(word, term, number, article) for number in where):
            continue
        means = said(word, language)
        is_meant, is_heard = bool(means & meant), any(sounds(part, key) for part in term)
        if not is_meant and not is_heard:
            if 2 * count == size and len(_without(key, places, article)) > 1:
                continue
            if meant and len(term) == 1 and (count < size - 1 or means):
                continue
        ranked.append((is_meant, is_heard, count - outside, len(key), key, where))
    return [(key, where) for *_, key, where in sorted(ranked, reverse=True)]


def _is_called(word: str, term: Term, number: int, article: Article) -> bool:
    """Say whether a pivot has a word itself, or one that means the same, beside a term."""
    here = article.here[number]
    rest = rest_of(here, term)
    if any(word == other.small for other in rest):
        return True
    half = second_half(word, article.language)
    return bool(said(half, article.language) & all_said(rest, article.pivot))


def lacking_of(ranked: Sequence[Rendering], places: set[int], article: Article) -> Settled | None:
    """Return the first rendering that some segments lack."""
    for key, where in ranked:
        if lacking := _without(key, places - where, article):
            return Settled(key, where, lacking)
    return None


def _without(key: str, places: Collection[int], article: Article) -> frozenset[int]:
    """Return the segments without any form of a rendering."""
    there, language = article.there, article.language
    return frozenset(n for n in places if not any(_is_form(key, k, language) for k in there[n]))


def _is_form(key: str, other: str, language: str) -> bool:
    """Say whether a key may be of a rendering; the first half of a compound is not."""
    if language in GERMANIC and key.startswith(other) and len(key) - len(other) >= _TAIL:
        return False
    return (key[:3] == other[:3] or language in GERMANIC) and alike(key, other, language)


def noun_of(key: str, places: Collection[int], article: Article) -> str:
    """Return a word of a key that is a noun where it stands, "" if it is one nowhere."""
    for number in sorted(places):
        words = words_of(number, article)
        for at, other in enumerate(words.keys):
            if other == key and (
                is_noun(words, at, article.language) or (at == 0 and article.language == "de")
            ):
                return words.small[at]
    return ""


def meant_by(term: Term, places: Collection[int], article: Article) -> Concepts:
    """Return what the last word of a term can mean; a participle is looked at as unknown."""
    small = {word.small for n in places for word in article.here[n].each() if word.key == term[-1]}
    if article.pivot == "en":
        small = {word for word in small if not word.endswith("ing")}
    return frozenset(chain.from_iterable([said(word, article.pivot) for word in small]))
