"""Terms that one segment of an article renders otherwise than all others do.

A phrase that recurs is a term if the translations of all its segments but one share a word which
stands for nothing else. The one that lacks it has another rendering, if it says nothing that may
stand for the term: a part of the word, a pronoun, a general noun, or nothing at all.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

import regex

from .anaphora import general_nouns, is_known, pronouns, pronouns_in
from .noun_phrases import Term, is_term, phrases
from .renderings import UNSPACED
from .term_words import (
    ADJECTIVE,
    GERMANIC,
    ROMANCE,
    SLAVIC,
    Words,
    alike,
    keys_in,
    letters,
    near,
    words_in,
)

_LONGEST = 60
"""Words of a segment; of longer ones nobody knows what renders what."""
_NEARLY = 0.8
"""The share of a translation's usual length below which something was left out of it …"""
_SUBJECTLESS = frozenset({"es", "it", "pt", "ca"})
"""Languages that leave a subject out without a pronoun."""
_ROOM = 5
"""… letters of the shortest rendering counted too."""
_SAMPLE = 100
"""So many segments tell how long translations are."""
_ADVERBIAL = """
every each most many much more all both other same own first second third only because when while
until very again already often never always
"""
_LOUD = frozenset(_ADVERBIAL.split())
"""English small words that are rendered by words of some length."""
_NEAR = 3
"""Words between two words of one rendering."""
_SHORTEST = 4
"""Letters of a word by which a rendering is known."""
_VERB = regex.compile(r"(?:[аяуе]ет|[аяує]є|ют|ться?|тся)$")
"""Endings of Slavic verbs."""
_HALF = 4
"""Letters of the shortest half of a compound."""
_SOUNDS = 5
"""Sounds that two words of one origin begin with."""


class Stray(NamedTuple):
    """A term, and the one segment that has not its rendering."""

    term: Term
    rendering: tuple[str, ...]
    """Keys of the words that all others have."""
    odd: int
    usual: tuple[int, ...]


class _Article(NamedTuple):
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


def strays(
    pairs: Sequence[tuple[str, str]], here: Sequence[Words], pivot: str, language: str
) -> list[Stray]:
    """Return the terms of which one segment lacks the rendering.

    `pairs` are segments and their translations, `here` the words of the segments. Nothing is found
    for languages whose pronouns are not known.
    """
    if pivot in UNSPACED or pivot == language or not is_known(language):
        return []
    found = phrases(here)
    if not found:
        return []
    there = [keys_in(text, language) for _, text in pairs]
    wanted = frozenset(chain.from_iterable(found))
    standing: dict[str, set[int]] = {key: set() for key in wanted}
    for number, words in enumerate(here):
        for key in wanted.intersection(words.keys):
            standing[key].add(number)
    total = Counter(chain.from_iterable(there))
    ratio = cache(lambda: _ratio(pairs, here, language))
    short = frozenset(
        number
        for number, (pair, words) in enumerate(zip(pairs, here, strict=True))
        if len(words.keys) <= _LONGEST and pair[0] != pair[1]
    )
    article = _Article(pairs, here, there, total, standing, short, ratio, pivot, language)
    odd: dict[int, Stray] = {}
    for term, where in sorted(found.items(), key=lambda item: (-len(item[0]), min(item[1]), item)):
        for stray in _of_term(term, where, article):
            odd.setdefault(stray.odd, stray)
    return [odd[number] for number in sorted(odd)]


def _ratio(pairs: Sequence[tuple[str, str]], here: Sequence[Words], language: str) -> float:
    if language in UNSPACED:
        return sum([len(text) for _, text in pairs]) / max(1, sum([len(text) for text, _ in pairs]))
    both = range(0, len(pairs), max(1, len(pairs) // _SAMPLE))
    there = sum([letters(words_in(pairs[number][1], language)) for number in both])
    return there / max(1, sum([letters(here[number]) for number in both]))


def _of_term(term: Term, where: set[int], article: _Article) -> Iterator[Stray]:
    places = where & article.short
    if len(places) < 3:
        if len(places) == 2 == len(term):
            yield from _of_two(term, places, article)
        return
    for odd, keys in _lacking(term, places, article):
        usual = places - {odd}
        own = article.there[odd]
        gone = [k for k in keys if not any(alike(k, other, article.language) for other in own)]
        if not gone or not _may_name(gone[0], article.language):
            continue
        if not is_term(term, [article.here[number] for number in places], article.pivot):
            return
        if _is_kept(term, odd, article) or _is_whole(term, odd, usual, article):
            continue
        if not _is_other(term, odd, article):
            continue
        parts = {*keys, *_parts(term, odd, usual, article)}.difference(gone)
        if parts and (len(parts) >= len(term) or not _lacks_head(gone, parts, odd, usual, article)):
            continue
        if left := _unexplained(term, gone, odd, usual, article):
            yield Stray(term, left, odd, tuple(sorted(usual)))


def _lacking(
    term: Term, places: set[int], article: _Article
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the segments that lack what all others have, with that."""
    size = len(places)
    counts = Counter(chain.from_iterable([article.there[number] for number in places]))
    keys = [
        key
        for key, count in counts.items()
        if count == size - 1 and article.total[key] - count <= size
    ]
    if not keys:
        return
    kept = {small for number in places for small in article.here[number].small}
    akin = set[int]().union(*(article.standing[key] for key in term)) - places
    missing: dict[int, list[str]] = {}
    for key in sorted(keys, key=lambda key: (-len(key), key)):
        outside = article.total[key] - counts[key]
        if key not in kept and outside == sum([key in article.there[n] for n in akin]):
            (odd,) = [number for number in places if key not in article.there[number]]
            missing.setdefault(odd, []).append(key)
    for odd, found in missing.items():
        yield odd, tuple(found)


def _may_name(key: str, language: str) -> bool:
    """Say whether a word is long enough for a term, and no verb."""
    if language in UNSPACED:
        return True
    if language in SLAVIC:
        return not _VERB.search(key)
    return len(key) >= _SHORTEST


def _of_two(term: Term, places: set[int], article: _Article) -> Iterator[Stray]:
    """Of two segments, one has a word of the same origin as the term's: вектор, vector."""
    if article.language in UNSPACED:
        return
    for odd in sorted(places):
        (one,) = places - {odd}
        own = article.there[odd]
        for word in _nouns(term, article.here[one], article.pivot):
            others = article.standing[word] - {odd}
            rare = [
                key
                for key in article.there[one] - own
                if article.total[key] <= len(others) + 1
                and _sounds(word, key)
                and not any(alike(key, other, article.language) for other in own)
            ]
            if (
                rare
                and is_term(term, [article.here[number] for number in places], article.pivot)
                and not _has_sound(word, odd, article)
                and all(_has_sound(word, number, article) for number in others)
                and not _is_kept(term, one, article)
                and _is_other(term, odd, article)
            ):
                parts = _parts(term, odd, {one}, article)
                if not parts or _lacks_head(rare, parts, odd, {one}, article):
                    yield Stray(term, (max(rare, key=len),), odd, (one,))


def _nouns(term: Term, words: Words, pivot: str) -> Term:
    """Return what of a term of two words is no adjective, as far as endings tell."""
    if pivot not in SLAVIC:
        return term[1:] if pivot not in ROMANCE else term
    said = words.small[words.keys.index(term[0])]
    return term[1:] if ADJECTIVE.search(said) else term


def _words(number: int, article: _Article) -> Words:
    return words_in(article.pairs[number][1], article.language)


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    from .names.skeleton import coarse

    return coarse(word)


def _sounds(said: str, word: str, least: int = _SOUNDS) -> bool:
    return min(len(said), len(word)) >= least and _sound(said)[:least] == _sound(word)[:least]


def _has_sound(said: str, number: int, article: _Article) -> bool:
    return any(_sounds(said, key, _SOUNDS - 1) for key in article.there[number])


def _is_kept(term: Term, odd: int, article: _Article) -> bool:
    """Say whether a translation has the pivot's words themselves."""
    said = {word.small for word in article.here[odd].each() if word.key in term}
    return said.issubset(_words(odd, article).small)


def _is_whole(term: Term, odd: int, usual: set[int], article: _Article) -> bool:
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


def _is_other(term: Term, odd: int, article: _Article) -> bool:
    """Say whether the odd segment says nothing that may stand for the term."""
    pivot, language = article.pivot, article.language
    here, (original, text) = article.here[odd], article.pairs[odd]
    if language in UNSPACED:
        if pronouns_in(text, language) > pronouns(here.small, pivot):
            return False
        return len(text) >= 0.7 * article.ratio() * len(original)
    there = _words(odd, article)
    if pronouns(there.small, language) > pronouns(here.small, pivot):
        return False
    rest = [s for s, key in zip(here.small, here.keys, strict=True) if key not in term]
    if general_nouns(there.small, language, bare=True) > general_nouns(rest, pivot):
        return False
    share = 1 if language in _SUBJECTLESS else _NEARLY
    return letters(there) >= share * article.ratio() * letters(here, term) + _ROOM


def _parts(term: Term, odd: int, usual: set[int], article: _Article) -> list[str]:
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


def _lacks_head(
    keys: Sequence[str], parts: Collection[str], odd: int, usual: set[int], article: _Article
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
    rows = [_words(number, article) for number in usual]
    return any(
        all(_is_head(key, part, words, language) for words in rows)
        for part in parts
        for key in keys
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


def _unexplained(
    term: Term, keys: Sequence[str], odd: int, usual: set[int], article: _Article
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


def _calls(places: Sequence[int], key: str, article: _Article) -> bool:
    """Say whether a translation's key stands mostly where a word of the pivot does."""
    return 10 * sum([key in article.there[number] for number in places]) >= 7 * len(places)
