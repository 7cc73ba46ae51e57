"""Phrases of a pivot that may be terms: two words side by side that recur, technical words."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

import regex

from .renderings import VAGUE
from .term_words import ADJECTIVE, SLAVIC, Words

Term = tuple[str, ...]
"""The keys of a term's one or two words."""

_MOST = 40
"""A term of more segments is not looked at: it is rendered as the sentence asks."""
_LEAST_ALONE = 3
_MOST_ALONE = 10
_LONG = 5
"""Texts in which a word alone must stand, and its letters."""
_TECHNICAL = regex.compile(
    r"""(?:a?emia|oma|itis|osis|pathy|therapy|cyte|ectomy|plasty|scopy|graphy|lysis|gen|blast|penia
    |philia|trophy|sclerosis|algia|plegia|s?tomy|globin|toxin|phage|phoresis|plasia|genesis|coccus
    |mycin|cillin|mab)$""",
    regex.VERBOSE,
)
"""Endings of words, of seven letters or more, that only terms have."""
_PEOPLE = """
children patient patients people doctor parent family hospital author student teacher company
country minute months second number website article because
"""
_EVERYDAY = VAGUE | frozenset(_PEOPLE.split())
"""Words that alone are no terms."""
_FIRST = """
next previous last first second third new old good bad better best common possible small large big
great high higher low lower long short early earlier late later same different other another several
many various current existing given following full empty whole main single double simple special
particular certain young elderly recent present half two three four five six seven eight nine ten
hundred thousand million billion few further additional available necessary important entire final
initial own free open hot cold right wrong left real actual true false only major minor public local
show give make take use get set
"""
_PLAIN = frozenset(_FIRST.split())
"""Words that begin phrases which are no terms."""
_LEADS = """
the a an of in for with from by on at each every its their his her our your my no any some as into
than after before about between both during few many more most much over per this these those two
three four against without through under via such
"""
_BEFORE = frozenset(_LEADS.split())
"""Words before nouns, seldom before verbs."""
_NEXT = """
is are was were has have had will can may must
of with beyond after during by at in on before without
"""
_AFTER = frozenset(_NEXT.split())
"""Words after a noun that is the subject, or that goes on."""
_PARTICIPLE = regex.compile(r"(?:[^e]ed|ly|ing)$")
_VERB = regex.compile(r"[^e]ed$|ly$")
"""Endings of words that end no English term."""


def phrases(texts: Sequence[Words]) -> dict[Term, set[int]]:
    """Return what recurs and may be a term, each with the texts in which it stands.

    Whether it is one, `is_term` says of those few of which something is to be said.
    """
    rows = [words.keys for words in texts]
    sides = [list(pairwise(row)) for row in rows]
    counts = Counter(chain.from_iterable(sides))
    pairs = {
        pair
        for pair, n in counts.items()
        if n > 1 and pair[0] and pair[1] and pair[0] not in _PLAIN
    }
    words = Counter(chain.from_iterable(rows))
    alone = {
        word
        for word, n in words.items()
        if _LEAST_ALONE <= n <= _MOST_ALONE and len(word) >= _LONG and word not in _EVERYDAY
    }
    places: dict[Term, set[int]] = defaultdict(set)
    for number, side in enumerate(sides):
        for pair in pairs.intersection(side):
            places[pair].add(number)
    for number, row in enumerate(rows):
        for word in alone.intersection(row):
            places[word,].add(number)
    return {term: where for term, where in places.items() if 1 < len(where) <= _MOST}


def is_technical(key: str) -> bool:
    """Say whether a word has an ending that only terms have."""
    return len(key) > 6 and _TECHNICAL.search(key) is not None


def is_term(term: Term, texts: Collection[Words], pivot: str) -> bool:
    """Say whether a phrase, as it stands in some texts, is a noun's and no name."""
    if pivot == "en" and len(term) > 1 and _VERB.search(term[1]):
        return False
    if pivot in SLAVIC and any(_said(words, term[0]).endswith("но") for words in texts):
        return False
    uses = [
        _use(words, at, term)
        for words in texts
        for at, key in enumerate(words.keys)
        if key == term[0] and words.keys[at : at + len(term)] == term
    ]
    if pivot != "de" and 2 * sum([use.named for use in uses]) >= len(texts):
        return False
    if len(term) == 1 and pivot != "de" and not any(use.small for use in uses):
        return False
    if len(term) == 1 and pivot == "en" and _PARTICIPLE.search(term[0]):
        return False
    if len(term) == 1 and all(use.qualified for use in uses) and pivot in SLAVIC:
        return False
    if len(term) > 1 and not any(use.ends for use in uses):
        return any(use.qualified for use in uses) and pivot in SLAVIC
    return pivot != "en" or any(use.led for use in uses)


def _said(words: Words, key: str) -> str:
    return words.small[words.keys.index(key)]


class _Use(NamedTuple):
    """How a phrase stands in a text."""

    ends: bool
    """Nothing of a phrase is after it."""
    led: bool
    """Something before or after it shows that it is a noun."""
    named: bool
    """It is written like a name."""
    small: bool
    """It begins with a small letter."""
    qualified: bool
    """It begins with an adjective, as far as Slavic endings tell."""


def _use(words: Words, at: int, term: Term) -> _Use:
    before, first, after = words.at(at - 1), words.at(at), words.at(at + len(term))
    ends = not after.key
    led = bool(before.key) or before.small in _BEFORE
    capital = first.surface[0].isupper()
    inside = capital and before.small[:1].isalpha()
    qualified = ADJECTIVE.search(first.small) is not None
    if len(term) == 1:
        return _Use(ends, ends and led, inside, not capital, qualified)
    named = inside or words.at(at + 1).surface[0].isupper()
    led = led or (ends and after.small in _AFTER)
    return _Use(ends, led, named, not capital, qualified)
