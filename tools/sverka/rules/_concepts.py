"""Stretches of a text whose words have no counterpart in its translation, by the lexicon.

A true translation has a word for nearly every word of the pivot that the lexicon knows; a clause
that was left out has a word for none of its own, and the text is shorter by its length. Both are
likelihood ratios (naive Bayes over words; a normal distribution of lengths after Gale and Church),
in the light of how well the rest of the text is covered.
"""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.lexicon import knows, mentions, pool
from sverka.text.prose import prose
from sverka.text.vocabulary import words_in

from ._edges import edges
from ._sentences import weigh
from ._traces import MOST, NONE, traces

_BRIEF, _LONGEST = 38, 600
"""Letters from which on a text may lack a clause, and code points up to which it is compared."""
_LEFT = 16
"""Letters that must be left of a text that lost one."""
_SHORTER = 1.5
"""The log likelihood ratio that the length of a text must speak for a loss."""
_TRACED_SHORTER = 0.3
"""The same of a text that lost more than words."""
_MISSING, _BOUNDED = 2.1, 1.1
"""What a missing word may say at most, and what is said against every stretch."""
_SURE = 4
"""What is expected of the lexicon weighs as much as so many words of the rest of the text."""
_BEST = 0.93
"""No word is surer than this to have a counterpart."""
_TELLING, _ENOUGH = 0.7, 3
"""A stretch says nothing without a word so sure, or so many missing ones."""
_CHANCE = 0.04
"""The share of words for which a text has a word that does not translate them."""
_TRUST = 0.8
"""What a missing word counts for: words of one clause are not independent."""
_AGAINST, _FOR = -12.0, 6.0
"""The bounds of what the length of a text says."""
_STRANGER = 0.8
"""What a word counts for that the lexicon does not know, one more than in the rest of the text: it
may render one that seems to be missing."""
_FEWEST = 2
"""Words that must be missing of a stretch."""
_UNMARKED = 1.5
"""What it counts for that nothing marks the end of a stretch but a word with a counterpart."""
_PLENTY = 3
"""Words that are enough to acquit a translation."""
_MOST = 4
"""Parts between marks and joining words that may be missing together."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ACRONYM = re.compile(r"(?<!\w)\w*[A-ZА-ЯЁІЇЄҐ]{2}[\w-]*")

_SYNTAX = re.compile(r"\[[<-]|<[\w-]+>|\|")
"""How a command is called."""
_FORM = re.compile(r"(?:учреждени|предприяти|обществ|организаци|установ|підприємств)\w* [^.,«]*«")
"""The legal form of an organisation, which translations leave out."""
_EXPLAINED = re.compile(r"[A-ZА-ЯЁІЇЄҐ]{2}\w*[”»\"]?(?:\)| \()")
"""An acronym in brackets, or before what it stands for."""


class Gap(NamedTuple):
    """A stretch of a text that seems to have no counterpart."""

    span: tuple[int, int]
    score: float
    """The log likelihood ratio of its having none."""


class _Item(NamedTuple):
    start: int
    first: int
    """Where the text first expresses one of the word's concepts …"""
    last: int
    """… and where last."""
    share: float
    covered: bool


class Lengths(NamedTuple):
    """How long a text and its counterpart are, in letters of the text's language."""

    here: float
    there: float
    variance: float
    """Of a length, for each letter."""


def gap(here: Text, there: Text, lengths: Lengths, least: float, apart: bool = False) -> Gap | None:
    """Return the stretch of a text that most probably has no counterpart in another one.

    None if the log likelihood ratio of every stretch is at most `least`. `apart`: marks around a
    stretch that are missing as well tell against the other text.
    """
    mine, theirs, variance = lengths
    if theirs > mine or mine < _BRIEF or theirs < _LEFT or len(here.value) > _LONGEST:
        return None
    short = min((theirs - mine) ** 2 / (2 * variance * (mine + 10)), _FOR)
    if not knows(here.locale) or not knows(there.locale):
        return None
    if short < (_TRACED_SHORTER if apart else _SHORTER):
        return None
    items = _items(here, there)
    missing = [item.start for item in items if not item.covered]
    needed = least - short + _BOUNDED
    if not missing or len(missing) * _MISSING + apart * MOST < needed or _excused(here, there):
        return None
    lost = traces(here, there) if apart else NONE
    is_bare = not (lost.asides or lost.numbers)
    if is_bare and (len(missing) < _FEWEST or short < _SHORTER or len(missing) * _MISSING < needed):
        return None
    places = here.ask(edges)
    plain = here.ask(prose)
    scale = weigh(plain) / len(plain)
    strangers = here.ask(_strangers)
    spare = len(there.ask(_strangers)) - len(strangers)
    breaks = [b.start for a, b in pairwise(items) if b.covered and not a.covered]
    best = None
    for first, start in enumerate(places[:-1]):
        ends = places[first + 1 : first + 1 + _MOST]
        inner = [place for place in breaks if start < place < ends[-1]]
        for end in (*ends, *inner):
            fewest = 1 if lost.is_known(start, end) else _FEWEST
            if bisect_left(missing, end) - bisect_left(missing, start) < fewest:
                continue
            words = _unsaid(items, start, end, fewest)
            if words is None:
                continue
            part = min(scale * (end - start), 0.9 * mine)
            rest = (theirs - mine + part) ** 2 / (2 * variance * (mine - part + 10))
            more = spare + sum(start <= place < end for place in strangers)
            doubts = math.log(len(places)) + _STRANGER * max(0, more) + _UNMARKED * (end in inner)
            score = words + max(short - rest, _AGAINST) - doubts
            score += lost.weight(start, end, here.value)
            if score > least:
                best, least = Gap((start, end), score), score
    return best


def covers(here: Text, there: Text) -> bool:
    """Say whether another text has a counterpart for every telling word of a text."""
    if not knows(here.locale) or not knows(there.locale):
        return False
    items = _items(here, there)
    if len(here.ask(_strangers)) > len(there.ask(_strangers)):
        return False
    kept = sum(item.covered for item in items)
    return kept >= _PLENTY and all(item.covered or item.share < _TELLING for item in items)


def is_rendered(here: Text, span: tuple[int, int], there: Text) -> bool:
    """Say whether another text has a counterpart for every word of a stretch that the lexicon knows
    and that stands only there."""
    if not knows(here.locale) or not knows(there.locale):
        return False
    start, end = span
    inner = [item for item in _items(here, there) if start <= item.first and item.last < end]
    return any(item.share >= _TELLING for item in inner) and all(item.covered for item in inner)


def _excused(here: Text, there: Text) -> bool:
    """Say whether what is missing may be the form of a command, or what an acronym stands for."""
    mine, theirs = here.value, there.value
    if _SYNTAX.search(mine) or _SYNTAX.search(theirs) or _FORM.search(mine):
        return True
    if _explains(mine) > _explains(theirs):
        return True
    return len(_ACRONYM.findall(theirs)) > len(_ACRONYM.findall(mine))


def _explains(value: str) -> int:
    return len(_EXPLAINED.findall(value)) if "(" in value else 0


def _unsaid(items: Sequence[_Item], start: int, end: int, fewest: int) -> float | None:
    """Return how much likelier it is that a stretch was not translated, by its words.

    Words that the rest of the text has as well are no evidence.
    """
    inner = [item for item in items if start <= item.first and item.last < end]
    lost = [item.share for item in inner if not item.covered]
    if len(lost) < fewest or (max(lost) < _TELLING and len(lost) < _ENOUGH):
        return None
    outer = [item for item in items if not start <= item.start < end]
    if not outer:
        return None
    known = sum(item.share > 0 for item in outer if item.covered)
    rate = (known + _SURE) / (sum(item.share for item in outer) + _SURE)
    said = 0.0
    for item in inner:
        share = min(rate * item.share, _BEST)
        if item.covered:
            said += math.log(max(share, _CHANCE) / _CHANCE)
        else:
            said += _TRUST * math.log((1 - share) / (1 - _CHANCE))
    return -said


def _items(here: Text, there: Text) -> list[_Item]:
    """Return the words of a text that say something about its translation."""
    plain, concepts, words = here.ask(prose), there.ask(pool), words_in(there.value)
    found = []
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for mention in here.ask(mentions):
        covered = not concepts.isdisjoint(mention.concepts)
        if not covered and plain[mention.start : mention.end] in words:
            covered = True
        if covered or mention.share:
            found.append((mention, covered))
            for concept in mention.concepts:
                first.setdefault(concept, mention.start)
                last[concept] = mention.start
    return [
        _Item(
            mention.start,
            min([first[concept] for concept in mention.concepts]),
            max([last[concept] for concept in mention.concepts]),
            mention.share,
            covered,
        )
        for mention, covered in found
    ]


def _strangers(text: Text) -> tuple[int, ...]:
    """Return where words begin of which the lexicon knows nothing: an analyser."""
    known = {mention.start for mention in text.ask(mentions)}
    idle = function_words(locales.language(text.locale))
    words = _WORD.finditer(text.ask(prose))
    return tuple(
        [hit.start() for hit in words if hit.start() not in known and hit[0].lower() not in idle]
    )
