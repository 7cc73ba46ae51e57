"""What the texts of an article say about the rendering of a term: evidence for `strays`."""

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from .anaphora import general_nouns, pronouns, pronouns_in
from .noun_phrases import Term
from .renderings import UNSPACED
from .term_words import (
    ADJECTIVE,
    GERMANIC,
    ROMANCE,
    SLAVIC,
    Words,
    alike,
    letters,
    near,
    words_in,
)

_NEARLY = 0.8
"""The share of a translation's usual length below which something was left out of it …"""
_SUBJECTLESS = frozenset({"es", "it", "pt", "ca"})
"""Languages that leave a subject out without a pronoun."""
_ROOM = 5
"""… letters of the shortest rendering counted too."""
_ADVERBIAL = """
every each most many much more all both other same own first second third only because when while
until very again already often never always
"""
_LOUD = frozenset(_ADVERBIAL.split())
"""English small words that are rendered by words of some length."""
_NEAR = 3
"""Words between two words of one rendering."""
_ADJECTIVE_LENGTH = 5
"""Letters of an adjective, without its ending, that may be a part of a term."""
_HALF = 4
"""Letters of the shortest half of a compound."""
_SOUNDS = 6
_FEWEST = 4
"""Sounds that two words of one origin begin with, and the fewest, if one is short."""


class Article(NamedTuple):
    """An article in one language, and what it is measured by."""

    pairs: Sequence[tuple[str, str]]
    here: Sequence[Words]
    there: Sequence[frozenset[str]]
    total: Mapping[str, int]
    """How many translations have a key."""
    standing: Mapping[str, Set[int]]
    """Key of a term's word → the pivots that have it."""
    short: frozenset[int]
    """The segments that are looked at."""
    ratio: Callable[[], float]
    """Letters of a translation for one of the pivot."""
    pivot: str
    language: str


def words_of(number: int, article: Article) -> Words:
    """Return the words of a translation."""
    return words_in(article.pairs[number][1], article.language)


def sounds(said: str, word: str, least: int = _SOUNDS) -> bool:
    """Say whether two words begin with the same sounds, whatever their script."""
    size = min(len(said), len(word), least)
    return size >= _FEWEST and _sound(said)[:size] == _sound(word)[:size]


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    from .names.skeleton import coarse

    return coarse(word)


def has_sound(said: str, number: int, article: Article) -> bool:
    """Say whether a translation has a word that sounds like one of the pivot."""
    return any(sounds(said, key, _FEWEST) for key in article.there[number])


def is_kept(term: Term, odd: int, article: Article) -> bool:
    """Say whether a translation has the pivot's words themselves."""
    said = {word.small for word in article.here[odd].each() if word.key in term}
    return said.issubset(words_of(odd, article).small)


def is_whole(term: Term, odd: int, usual: set[int], article: Article) -> bool:
    """Say whether all that the segments have in common is rendered in all of them."""
    language = article.language
    if language in UNSPACED:
        return False
    said = [
        key
        for key in frozenset(article.here[odd].keys) - {""}
        if all(any(k and near(key, k) for k in article.here[n].keys) for n in usual)
    ]
    shared = [
        key
        for key in article.there[odd]
        if all(any(alike(key, other, language) for other in article.there[n]) for n in usual)
    ]
    return len(shared) >= len(said)


def lacks_stand_in(term: Term, odd: int, article: Article) -> bool:
    """Say whether the odd segment says nothing that may stand for the term."""
    pivot, language = article.pivot, article.language
    here, (original, text) = article.here[odd], article.pairs[odd]
    if language in UNSPACED:
        if pronouns_in(text, language) > pronouns(here.small, pivot):
            return False
        return len(text) >= 0.7 * article.ratio() * len(original)
    there = words_of(odd, article)
    if pronouns(there.small, language) > pronouns(here.small, pivot):
        return False
    rest = [s for s, key in zip(here.small, here.keys, strict=True) if key not in term]
    licensed = general_nouns(rest, pivot) if len(term) > 1 else 0
    if general_nouns(there.small, language, bare=True) > licensed:
        return False
    share = 1 if language in _SUBJECTLESS else _NEARLY
    return letters(there) >= share * article.ratio() * letters(here, term) + _ROOM


def parts_of(term: Term, odd: int, usual: set[int], article: Article) -> list[str]:
    """Return what all segments have for nothing but a term: a part of its rendering."""
    akin = set[int]().union(*(article.standing[key] for key in term))
    language, (first, *others) = article.language, sorted(usual)
    return [
        key
        for key in article.there[first]
        if article.total[key] == sum([key in article.there[number] for number in akin])
        and all(
            any(alike(key, other, language) for other in article.there[number])
            for number in (odd, *others)
        )
    ]


def lacks_head(
    term: Term,
    keys: Sequence[str],
    parts: Collection[str],
    odd: int,
    usual: set[int],
    article: Article,
) -> bool:
    """Say whether the odd segment lacks the head of a rendering of which it has a part.

    A head may stand alone, and so may an adjective or the first half of a compound not.
    """
    language = article.language
    if language in UNSPACED:
        texts = [article.pairs[number][1] for number in usual]
        return all(any(-1 < t.find(key) < t.find(keys[0]) for key in parts) for t in texts)
    if language in GERMANIC and any(
        other.startswith(part) and len(other) - len(part) >= _HALF
        for part in parts
        for other in article.there[odd]
    ):
        return True
    rows = [words_of(number, article) for number in usual]
    if language in SLAVIC and len(usual) > 1 and _has_other_adjective(term, parts, odd, article):
        return True
    return any(
        all(_is_head(key, part, words, language) for words in rows)
        for part in parts
        for key in keys
    )


def _has_other_adjective(term: Term, parts: Collection[str], odd: int, article: Article) -> bool:
    """Say whether an adjective that stands nowhere else is before the head, in place of another."""
    here, there = article.here[odd], words_of(odd, article)
    at = here.keys.index(term[0]) if term[0] in here.keys else 0
    if at and here.keys[at - 1]:
        return False
    return any(
        alike(part, after, article.language)
        and len(before) >= _ADJECTIVE_LENGTH
        and ADJECTIVE.search(small)
        and article.total[before] == 1
        for part in parts
        for small, before, after in zip(there.small, there.keys, there.keys[1:], strict=False)
    )


def _is_head(key: str, part: str, words: Words, language: str) -> bool:
    """Say whether a word of a text is the head, and a part near it is not."""
    gaps = [
        (place - other, place, other)
        for place, one in enumerate(words.keys)
        if one == key
        for other, beside in enumerate(words.keys)
        if beside == part
    ]
    if not gaps:
        return False
    gap, place, other = min(gaps, key=lambda item: abs(item[0]))
    if abs(gap) > (_NEAR if language in ROMANCE else 1):
        return False
    if language in SLAVIC:
        if ADJECTIVE.search(words.small[place]):
            return False
        return gap > 0 if ADJECTIVE.search(words.small[other]) else gap < 0
    return gap < 0 if language in ROMANCE else gap > 0


def unexplained(
    term: Term, keys: Sequence[str], odd: int, usual: set[int], article: Article
) -> tuple[str, ...]:
    """Return the keys that no other word which the usual segments share calls for."""
    language = article.language
    own = frozenset(article.here[odd].keys) - {""}
    first, *others = sorted(usual, key=lambda number: len(article.here[number].keys))
    shared = {
        word.key: word
        for word in article.here[first].each()
        if word.key not in term
        and not any(near(word.key, key) for key in own)
        and all(
            any(key and near(word.key, key) for key in article.here[number].keys)
            for number in others
        )
    }
    if len(usual) == 2 and sum(not w.surface[0].isupper() for w in shared.values()) > 2:
        return ()
    rendered = [
        key
        for key in article.there[first]
        if key not in keys
        and key not in article.there[odd]
        and all(any(alike(key, k, language) for k in article.there[n]) for n in others)
    ]
    loud = _LOUD.intersection(*(article.here[number].small for number in usual))
    callers = [
        [number for number, words in enumerate(article.here) if word in words.small]
        for word in loud.difference(article.here[odd].small)
    ]
    if len(shared) > len(rendered):
        callers += [
            [number for number, words in enumerate(article.here) if key in words.keys]
            for key in shared
        ]
    if len(keys) > len(callers):
        return tuple(keys)
    return tuple(key for key in keys if not any(_calls(where, key, article) for where in callers))


def _calls(places: Sequence[int], key: str, article: Article) -> bool:
    """Say whether a translation's key stands mostly where a word of the pivot does."""
    return 10 * sum([key in article.there[number] for number in places]) >= 7 * len(places)
