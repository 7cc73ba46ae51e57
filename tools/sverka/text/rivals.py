"""Terms for which a segment has another word than the rest of the article, and that word.

`strays` says what a segment lacks; here what stands instead is sought. A term's settled rendering
stands in most of its segments and for nothing else. In a segment without it, a noun for which
nothing else of the pivot calls stands in its place if the lexicon has both for one concept, if it
is the settled rendering of another term, or if no other noun lacks a counterpart, on either side.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

import regex

from . import nouns
from .counterparts import (
    all_said,
    has_general,
    is_usual,
    lacks_noun,
    pronouns_of,
    rest_of,
    second_half,
    uncalled,
)
from .everyday import free
from .lexicon import Concepts, are_things, is_clinical, said
from .noun_phrases import Term, is_term
from .settled import LEAST, Settled, lacking_of, meant_by, noun_of, renderings
from .stray_evidence import Article, sounds, unexplained, words_of
from .term_words import ADJECTIVE, GERMANIC, ROMANCE, SLAVIC, Word, Words, near

_AFTER = """
the a an it its them him her his their our us you your me my this that these those who whom how what
any some all
"""
_OBJECTS = frozenset(_AFTER.split())
"""Words after what ends in -ing and is a verb."""
_PARTICIPLE = regex.compile(r"(?:ed|ly|ing)$")
_BEGUN, _BEGUN_SHORT = 5, 3
"""Letters in which words of one origin begin alike, and short ones: пыльца, пыление."""
_VOWELS = regex.compile("[aeiouyаеиоуыэюяьіїє]")
_COMPOUND = 9
"""Letters of a German word that may be a compound."""
_BONES = 3
"""Consonants of a word."""
_PERSON = regex.compile(r"(?:tor|ist|ician|ient|eer)$")
_DETERMINER = regex.compile("одн|кажд|сво|эт[ои]|вс|наш|ваш|сам|люб|ці|кожн|усі")
"""How Slavic words begin that only look like adjectives."""
_SHORT = 3
_OFTEN = 10
"""Segments of a short word at most."""
_FEWEST = 4
"""Sounds that words of one origin have in common."""


class Rival(NamedTuple):
    """A term, its settled rendering, and what one segment has instead."""

    term: Term
    rendering: str
    """The key of the word that others have."""
    odd: int
    usual: tuple[int, ...]
    word: str
    """The word that stands instead, as it is written."""
    of: Term = ()
    """The term whose settled rendering that word is."""


def rivals(article: Article, found: Mapping[Term, set[int]]) -> Iterator[Rival]:
    """Yield the words that stand in place of a settled rendering; `found` has what may be terms."""
    if not nouns.is_known(article.language):
        return
    settled: dict[Term, Settled] = {}
    others: dict[str, list[Term]] = defaultdict(list)
    for term, where in {**found, **_short_words(article)}.items():
        places = where & article.short
        if len(places) > LEAST:
            ranked = renderings(term, places, article)
            if len(term) == 1 and len(term[0]) <= _SHORT + 1:
                ranked = [one for one in ranked if _is_sure(term, *one, article)]
            for key, _ in ranked[:1]:
                others[key].append(term)
            if one := lacking_of(ranked, places, article):
                settled[term] = one
    for term, one in sorted(settled.items(), key=lambda item: (-len(item[0]), item)):
        if len(one.lacking) <= len(one.usual):
            for odd in sorted(one.lacking):
                if rival := _instead(term, one, odd, others, article):
                    yield rival


def _is_sure(term: Term, key: str, where: frozenset[int], article: Article) -> bool:
    """Say whether the lexicon has a rendering for a short word, which is not the word itself."""
    if key == term[0]:
        return False
    means = said(noun_of(key, where, article), article.language)
    return sounds(term[0], key) or bool(means & meant_by(term, where, article))


def _short_words(article: Article) -> dict[Term, set[int]]:
    """Return the words of three or four letters that recur, which are too short for `strays`."""
    places: dict[Term, set[int]] = defaultdict(set)
    least = _SHORT if article.pivot == "en" else _SHORT + 1
    for number, words in enumerate(article.here):
        for key in words.keys:
            if least <= len(key) <= _SHORT + 1:
                places[key,].add(number)
    return {term: where for term, where in places.items() if LEAST < len(where) <= _OFTEN}


def _instead(
    term: Term,
    one: Settled,
    odd: int,
    settled: Mapping[str, list[Term]],
    article: Article,
) -> Rival | None:
    """Return what stands in a segment in place of a term's rendering, None if nobody knows."""
    key, language = one.rendering, article.language
    here, there = article.here[odd], words_of(odd, article)
    if not _is_term(term, [article.here[n] for n in (*one.usual, odd)], article.pivot):
        return None
    if len(term) == 1 and _is_part(term[0], odd, one.usual, article):
        return None
    rest = rest_of(here, term)
    if _has_akin(key, term, there, rest, article):
        return None
    meant = meant_by(term, {*one.usual, odd}, article)
    first = said(noun_of(key, one.usual, article), language)
    left: list[Word] = []
    for word in uncalled(there, rest, one.usual, article):
        both = said(word.small, language) & meant & first
        if any(is_clinical(concept) for concept in both - free()):
            return _rival(term, one, odd, word)
        if both or (len(term) > 1 and said(word.small, language) & meant):
            return None
        for other in settled.get(word.key, ()):
            if _is_another(other, meant, here, article):
                return _rival(term, one, odd, word, other)
        if not is_usual(word, rest, odd, article):
            left.append(word)
    if len(left) != 1 or article.total[left[0].key] > 1:
        return None
    (word,) = left
    if _is_free(said(second_half(word.small, language), language)):
        return None
    if lacks_noun(here, term, there, odd, article):
        return None
    is_vague = len(term) == 1 and meant and not _may_name(term, meant, article.pivot)
    if is_vague and not said(word.small, language) & meant:
        return None
    if pronouns_of(there, language) > pronouns_of(here, article.pivot):
        return None
    if has_general(here, there, term, rest, article):
        return None
    if not unexplained(term, [key], odd, set(one.usual), article):
        return None
    return _rival(term, one, odd, word)


def _has_akin(key: str, term: Term, there: Words, rest: Collection[Word], article: Article) -> bool:
    """Say whether a translation has a word of the rendering's origin, or of the term's."""
    words = list(there.each())
    if any(_is_origin(key, word.key) and not _calls_for(word, rest, article) for word in words):
        return True
    if any(sounds(part, key, _FEWEST) for part in term):
        return False
    return any(sounds(part, word.key, _FEWEST) for part in term for word in words)


def is_left_out(term: Term, odd: int, usual: Sequence[int], article: Article) -> bool:
    """Say whether every word of a segment has a counterpart, so that nothing stands for a term."""
    language, rest = article.language, rest_of(article.here[odd], term)
    if not nouns.is_known(language):
        return False
    called = all_said(rest, article.pivot)
    return all(
        said(word.small, language) & called
        or is_usual(word, rest, odd, article)
        or any(sounds(word.small, other.small, _FEWEST) for other in rest)
        or any(word.key in article.there[number] for number in usual)
        for word in words_of(odd, article).each()
    )


def is_broader(term: Term, said_there: str, odd: int, article: Article) -> bool:
    """Say whether a bare word is a broader one than a term: lessons, for swimming lessons."""
    there = words_of(odd, article)
    if said_there not in there.surfaces:
        return False
    at = there.surfaces.index(said_there)
    small, language = there.small[at], article.language
    beside = there.at(at + 1 if language in ROMANCE else at - 1)
    is_beside = bool(beside.key)
    if language in SLAVIC:
        is_adjective = ADJECTIVE.search(beside.small) is not None
        is_beside = is_adjective and not _DETERMINER.match(beside.small)
    if is_beside or (language in GERMANIC and len(small) >= _COMPOUND):
        return False
    means = said(small, language)
    if _is_free(means):
        return True
    both = means & meant_by(term, {odd}, article)
    return len(term) > 1 and bool(both) and not any(is_clinical(concept) for concept in both)


def guess(term: Term, odd: int, usual: Sequence[int], article: Article) -> str:
    """Return the one word of a segment that may stand for a term, "" if there is none or more."""
    if not nouns.is_known(article.language):
        return ""
    rest = rest_of(article.here[odd], term)
    left = [
        word.surface
        for word in uncalled(words_of(odd, article), rest, usual, article)
        if not is_usual(word, rest, odd, article)
    ]
    return left[0] if len(left) == 1 else ""


def _is_term(term: Term, texts: Sequence[Words], pivot: str) -> bool:
    if pivot == "en" and len(term) == 1 and term[0].endswith("ing"):
        return all(_is_gerund(words, term[0]) for words in texts)
    if is_term(term, texts, pivot):
        return True
    if pivot != "en" or _PARTICIPLE.search(term[-1]):
        return False
    return all(_is_led(words, term) for words in texts)


def _is_led(words: Words, term: Term) -> bool:
    """Say whether an article or a preposition stands before a term, and no noun after it."""
    at = next((n for n in range(len(words.keys)) if words.keys[n : n + len(term)] == term), 0)
    before, first, after = words.at(at - 1), words.at(at), words.at(at + len(term))
    if before.small.isalpha() and first.surface[0].isupper():
        return False
    return nouns.is_before(before.small, "en") and (not after.key or nouns.may_be_verb(after.small))


def _is_gerund(words: Words, key: str) -> bool:
    """Say whether what ends in -ing has no object."""
    after = words.at(words.keys.index(key) + 1)
    return after.small not in _OBJECTS and (not after.key or nouns.may_be_verb(after.small))


def _rival(term: Term, one: Settled, odd: int, word: Word, of: Term = ()) -> Rival:
    return Rival(term, one.rendering, odd, tuple(sorted(one.usual)), word.surface, of)


def _is_free(means: Concepts) -> bool:
    """Say whether most of what a word can mean is rendered as translators please."""
    return 2 * len(means & free()) > len(means)


def _is_another(other: Term, meant: Concepts, here: Words, article: Article) -> bool:
    """Say whether a term is none of a pivot, and means something else than one of its terms."""
    if any(near(part, key) for part in other for key in here.keys if key):
        return False
    places = set.intersection(*(set(article.standing[key]) for key in other))
    theirs = meant_by(other, places, article)
    return bool(theirs and meant) and not theirs & (meant | free())


def _is_part(key: str, odd: int, usual: Collection[int], article: Article) -> bool:
    """Say whether a word is a part of a longer term: of one here, or of another elsewhere."""

    def beside(number: int, step: int) -> set[Word]:
        words = article.here[number]
        found = (words.at(at + step) for at, k in enumerate(words.keys) if k == key)
        return {word for word in found if word.key}

    here = {word.key for word in beside(odd, -1)}
    is_short = len(key) <= _SHORT + 1 and article.pivot == "en"
    if is_short and not all(here <= {w.key for w in beside(n, -1)} for n in usual):
        return True  # white cells
    before = Counter(word.key for number in usual for word in beside(number, -1))
    if any(count > 1 and word not in here for word, count in before.items()):
        return True
    if article.pivot != "en":
        return False
    return any(not nouns.may_be_verb(word.small) for word in beside(odd, 1))


def _is_origin(key: str, other: str) -> bool:
    """Say whether two words are of one origin: they begin alike, or sound so."""
    size = _BEGUN if min(len(key), len(other)) > _BEGUN else _BEGUN_SHORT
    if key[:size] == other[:size] or sounds(key, other, _FEWEST) or (key in other):
        return True
    return key[0] == other[0] and _bones(key)[:_BONES] == _bones(other)[:_BONES]


def _bones(key: str) -> str:
    """Return the consonants of a key: кашель and кашле have the same."""
    return _VOWELS.sub("", key)


def _calls_for(word: Word, rest: Collection[Word], article: Article) -> bool:
    """Say whether a word of a pivot means what a word of the translation does."""
    return bool(said(word.small, article.language) & all_said(rest, article.pivot))


def _may_name(term: Term, meant: Concepts, pivot: str) -> bool:
    """Say whether a word may be the name of a thing or of a person."""
    if pivot == "en" and _PERSON.search(term[-1]):
        return True
    return are_things(meant) or any(is_clinical(concept) for concept in meant)
