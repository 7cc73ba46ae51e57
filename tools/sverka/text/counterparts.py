"""Which nouns of a segment and of its translation have no counterpart, as far as is known."""

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from .anaphora import general_nouns, is_general, pronouns
from .everyday import idle, is_empty
from .lexicon import Concepts, said
from .noun_phrases import Term
from .nouns import is_noun
from .stray_evidence import Article, sounds
from .term_words import GERMANIC, Word, Words

_VERBS = """
is are was were has have had will would can could may might must
"""
_BE = frozenset(_VERBS.split())
_PERSONS = "your yours we us our i my me you"
_OURS = frozenset(_PERSONS.split())
_POLITE = frozenset(("Sie", "Ihnen", "Ihr"))
_COMPOUND = 12
"""Letters of a German compound."""
_FEWEST = 4
"""Sounds that words of one origin have in common."""
_NEAR = 2
"""English words between an article or a preposition and what is surely a noun."""


def rest_of(here: Words, term: Term) -> list[Word]:
    """Return the words of a pivot without one occurrence of a term."""
    size = len(term)
    starts = range(len(here.keys) - size + 1)
    at = next((start for start in starts if here.keys[start : start + size] == term), 0)
    return [
        here.at(place)
        for place in range(len(here.keys))
        if here.keys[place] and not at <= place < at + size
    ]


def uncalled(
    there: Words, rest: Collection[Word], usual: Collection[int], article: Article
) -> Iterator[Word]:
    """Yield the nouns of a translation for which nothing calls, as far as the lexicon and the
    sound tell."""
    called = all_said(rest, article.pivot)
    for at, key in enumerate(there.keys):
        if not key or not is_noun(there, at, article.language):
            continue
        word = there.at(at)
        if is_empty(word.small, article.language):
            continue
        if said(word.small, article.language) & called and not _is_half(at, there, rest, article):
            continue
        if any(sounds(other.small, word.small, _FEWEST) for other in rest):
            continue
        if not any(key in article.there[number] for number in usual):
            yield word


def second_half(small: str, language: str) -> str:
    """Return a long German word without what can only be the first half of a compound."""
    is_long = language in GERMANIC and len(small) >= _COMPOUND
    return small[len(small) // 3 - 2 :] if is_long else small


def _is_half(at: int, there: Words, rest: Collection[Word], article: Article) -> bool:
    """Say whether only the first half of a German compound means what another word, which has a
    counterpart of its own, does."""
    small, language = there.small[at], article.language
    if language not in GERMANIC or len(small) < _COMPOUND:
        return False
    whole, half = said(small, language), said(second_half(small, language), language)
    others = (there.at(place) for place, key in enumerate(there.keys) if key and place != at)
    said_there = all_said(others, language)
    called = [means for word in rest if (means := said(word.small, article.pivot)) & whole]
    return not any(half & means for means in called) and all(said_there & m for m in called)


def is_usual(word: Word, rest: Collection[Word], odd: int, article: Article) -> bool:
    """Say whether a word of a translation goes with another word of the pivot elsewhere."""
    where = [n for n, keys in enumerate(article.there) if n != odd and word.key in keys]
    return any(other.key in article.here[n].keys for n in where for other in rest)


def lacks_noun(here: Words, term: Term, there: Words, odd: int, article: Article) -> bool:
    """Say whether another noun of a pivot has no counterpart."""
    pivot, language = article.pivot, article.language
    said_there = all_said(there.each(), language)
    for at in range(len(here.keys)):
        word = here.at(at)
        if word.key in term or not is_noun(here, at, pivot, _NEAR) or word.small in idle(pivot):
            continue
        if said(word.small, pivot) & said_there:
            continue
        if any(sounds(word.small, other.small) for other in there.each()):
            continue
        both = [n for n, words in enumerate(article.here) if n != odd and word.key in words.keys]
        if not any(other in article.there[n] for n in both for other in article.there[odd]):
            return True
    return False


def has_general(
    here: Words, there: Words, term: Term, rest: Collection[Word], article: Article
) -> bool:
    """Say whether a translation has a general noun, such as the device, that may stand for a
    term."""
    pivot, language = article.pivot, article.language
    said_here = all_said([word for word in rest if not is_general(word.small, pivot)], pivot)
    row = zip(here.small, here.keys, strict=True)
    ours = [small for small, key in row if key not in term]
    theirs = ["" if said(small, language) & said_here else small for small in there.small]
    return general_nouns(theirs, language, bare=True) > general_nouns(ours, pivot, bare=True)


def pronouns_of(words: Words, language: str) -> int:
    """Count the pronouns that may stand for a term: not ours, not "there is", no polite „Sie“."""
    small = words.small
    if language == "en":
        row = zip(small, (*small[1:], ""), strict=True)
        small = tuple(
            [w for w, after in row if w not in _OURS and (w != "there" or after not in _BE)]
        )
    if language == "de":
        row = zip(small, words.surfaces, strict=True)
        small = tuple([word for word, said in row if said not in _POLITE])
    return pronouns(small, language)


def all_said(words: Iterable[Word], language: str) -> Concepts:
    """Return all that some words can mean."""
    return frozenset(chain.from_iterable([said(word.small, language) for word in words]))
