"""Terms that one segment of an article renders otherwise than all others do.

A phrase that recurs is a term if the translations of all its segments but one share a word which
stands for nothing else. The one that lacks it has another rendering, if it says nothing that may
stand for the term: a part of the word, a pronoun, a general noun, or nothing at all.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from functools import cache
from itertools import chain
from typing import NamedTuple

import regex

from .analysis import Text
from .anaphora import is_general, is_known
from .lexicon import are_things, knows, mentions
from .noun_phrases import Term, is_technical, is_term, phrases
from .renderings import UNSPACED
from .rivals import guess, is_broader, is_left_out, rivals
from .stray_evidence import (
    Article,
    has_sound,
    is_kept,
    is_whole,
    lacks_head,
    lacks_stand_in,
    parts_of,
    sounds,
    unexplained,
)
from .term_words import ADJECTIVE, ROMANCE, SLAVIC, Words, alike, keys_in, letters, words_in

_FEW = 300
"""In a catalogue of no more segments one word for a term is expected, whatever the evidence."""
_LONGEST = 60
"""Words of a segment; of longer ones nobody knows what renders what."""
_SAMPLE = 100
"""So many segments tell how long translations are."""
_CONSTANT = 4
"""Segments in which the head of a term is rendered by one word."""
_SEVERAL = 3
"""So many segments with another word let one with a word of the same origin be wrong, if what it
stands for is no thing."""
_SHORTEST = 4
"""Letters of a word by which a rendering is known."""
_VERB = regex.compile(r"(?:[аяуе]ет|[аяує]є|ют|ться?|тся)$")
"""Endings of Slavic verbs."""


class Stray(NamedTuple):
    """A term, and the one segment that has not its rendering."""

    term: Term
    rendering: tuple[str, ...]
    """Keys of the words that all others have."""
    odd: int
    usual: tuple[int, ...]
    instead: str = ""
    """The word that stands there, as it is written, "" if nobody knows."""
    of: Term = ()
    """The term whose rendering that word is elsewhere."""


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
    article = Article(pairs, here, there, total, standing, short, ratio, pivot, language)
    odd: dict[int, Stray] = {}
    for term, where in sorted(found.items(), key=lambda item: (-len(item[0]), min(item[1]), item)):
        for stray in _of_term(term, where, article):
            if is_left_out(term, stray.odd, stray.usual, article):
                continue
            word = guess(term, stray.odd, stray.usual, article)
            if not is_broader(term, word, stray.odd, article):
                odd.setdefault(stray.odd, stray._replace(instead=word))
    if len(pairs) <= _FEW:
        for rival in rivals(article, found):
            keys = (rival.rendering,)
            stray = Stray(rival.term, keys, rival.odd, rival.usual, rival.word, rival.of)
            odd.setdefault(rival.odd, stray)
    return [odd[number] for number in sorted(odd)]


def _ratio(pairs: Sequence[tuple[str, str]], here: Sequence[Words], language: str) -> float:
    if language in UNSPACED:
        return sum([len(text) for _, text in pairs]) / max(1, sum([len(text) for text, _ in pairs]))
    both = range(0, len(pairs), max(1, len(pairs) // _SAMPLE))
    there = sum([letters(words_in(pairs[number][1], language)) for number in both])
    return there / max(1, sum([letters(here[number]) for number in both]))


def _of_term(term: Term, where: set[int], article: Article) -> Iterator[Stray]:
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
        if len(term) == 1 and not _is_known(term[0], gone, odd, usual, article):
            continue
        if not is_term(term, [article.here[number] for number in places], article.pivot):
            return
        if is_kept(term, odd, article) or is_whole(term, odd, usual, article):
            continue
        if not lacks_stand_in(term, odd, article):
            continue
        parts = {*keys, *parts_of(term, odd, usual, article)}.difference(gone)
        if parts and (
            len(parts) >= len(term) or not lacks_head(term, gone, parts, odd, usual, article)
        ):
            continue
        if left := unexplained(term, gone, odd, usual, article):
            yield Stray(term, left, odd, tuple(sorted(usual)))


def _lacking(
    term: Term, places: set[int], article: Article
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


def _is_known(word: str, keys: Sequence[str], odd: int, usual: set[int], article: Article) -> bool:
    """Say whether one word is a term: technical, rare, or of one origin with a rendering."""
    if is_technical(word):
        return True
    if article.language in UNSPACED or is_general(word, article.pivot) or not knows(article.pivot):
        return False
    senses = [said.concepts for said in Text(word, article.pivot).ask(mentions)]
    if not senses:
        return True
    if article.pivot != "en":
        return False
    if any(sounds(word, key) for key in keys if len(key) >= _SHORTEST):
        return True
    if len(usual) < _SEVERAL and not all(map(are_things, senses)):
        return False  # culture is культура as well as посев
    return any(sounds(word, key) for key in article.there[odd]) and not any(
        has_sound(word, number, article) for number in usual
    )


def _may_name(key: str, language: str) -> bool:
    """Say whether a word is long enough for a term, and no verb."""
    if language in UNSPACED:
        return True
    if language in SLAVIC:
        return not _VERB.search(key)
    return len(key) >= _SHORTEST


def _of_two(term: Term, places: set[int], article: Article) -> Iterator[Stray]:
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
                and (sounds(word, key) or _is_constant(key, others, article))
                and not any(alike(key, other, article.language) for other in own)
            ]
            if (
                rare
                and is_term(term, [article.here[number] for number in places], article.pivot)
                and not has_sound(word, odd, article)
                and (
                    _is_constant(rare[0], others, article)
                    or all(has_sound(word, number, article) for number in others)
                )
                and not is_kept(term, one, article)
                and lacks_stand_in(term, odd, article)
            ):
                parts = parts_of(term, odd, {one}, article)
                if not parts or lacks_head(term, rare, parts, odd, {one}, article):
                    yield Stray(term, (max(rare, key=len),), odd, (one,))


def _is_constant(key: str, places: Set[int], article: Article) -> bool:
    """Say whether a key stands in some translations, four or more, and in no other."""
    return (
        len(places) >= _CONSTANT
        and article.total[key] == len(places)
        and all(key in article.there[number] for number in places)
    )


def _nouns(term: Term, words: Words, pivot: str) -> Term:
    """Return what of a term of two words is no adjective, as far as endings tell."""
    if pivot not in SLAVIC:
        return term[1:] if pivot not in ROMANCE else term
    said = words.small[words.keys.index(term[0])]
    return term[1:] if ADJECTIVE.search(said) else term
