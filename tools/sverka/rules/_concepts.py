"""Stretches of a text whose words have no counterpart in its translation, by the lexicon.

A true translation has a word for nearly every word of the pivot that the lexicon knows, and where
it puts something freely, words are left over on both sides. A clause that was left out has a word
for none of its own, nothing of the translation is left over that could render it, and the text has
a mark less and is shorter. Each is a likelihood ratio: of independent words (naive Bayes), in the
light of how well the rest of the text is covered; of how many words of the translation render none
(a Poisson distribution); of lengths (a normal distribution, after Gale and Church).
"""

import math
import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import knows
from sverka.text.numbers import Number, all_values, figures, spelled
from sverka.text.prose import prose

from ._content import content
from ._edges import edges
from ._sentences import weigh

_BRIEF, _LONGEST = 38, 600
"""Letters from which on a text may lack a clause, and code points up to which it is compared."""
_LEFT = 16
"""Letters that must be left of a text that lost one."""
_SHORTFALL, _FOR_A_MARK = 0.1, 0.05
"""The share of its length that a text which lost a clause has less at least, and how much less that
may be for each mark less."""
_SHORTER = 1.5
"""The log likelihood ratio that the length of a text must speak for a loss if the text has no mark
inside."""
_SAID = 1.2
"""The words must say that much themselves."""
_SURE = 3
"""What is expected of the lexicon weighs as much as so many words of the rest of the text."""
_BEST = 0.93
"""No word is surer than this to have a counterpart."""
_CHANCE = 0.06
"""The share of words for which a text has a word that does not translate them."""
_TRUST = 0.8
"""What a missing word counts for: words of one clause are not independent."""
_REPEATED = 0.8
"""What is said against a loss by a counterpart that may be of the rest of the text."""
_NUMBER, _NUMBER_KEPT = 1.2, 2.5
"""What a number in words counts for that is missing, and any that is not."""
_STRANGE, _LOOSE = 0.7, 0.6
"""What a word without counterpart counts for that the lexicon does not know, and a loose one."""
_FREE, _NOISE = 0.6, 0.6
"""So many words of a translation are left over for each of the pivot's, and so many anyway."""
_LENGTH, _LENGTHS = 0.5, 6.0
"""What the length counts for, and the bounds of what it says before."""
_MARK, _MARKS, _BOUNDED = 0.6, 2, 0.3
"""What a mark less counts for, how many do, and a mark at either end of a stretch."""
_USUAL = {"de": 0.4, "ru": 0.3, "uk": 0.25, "fr": 0.2, "es": 0.1}
"""So many marks more than an English text has its translation."""
_FEWEST = 2
"""Words that must be missing of a stretch, if no number is."""
_PLENTY = 3
"""Words that are enough to acquit a translation."""
_TELLING = 0.7
"""A word that must have a counterpart in a translation that is to be acquitted."""
_HALF = 0.5
"""The share of the words that the lexicon does not know which have one of the same origin."""
_LEAST = 3
"""Smaller numbers in words are left out, or said otherwise."""
_MOST = 4
"""Parts between marks and joining words that may be missing together."""
_MARKS_AT = frozenset(",;:()[]–—….!?")
_MARK_INSIDE = re.compile(r"[,;:(–—،؛](?=.)| - ")
_QUOTES = frozenset('"“„«»')
"""Whatever is quoted may be put in other words, but is still quoted."""
_DATE = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4}|\d年")
_ACRONYM = re.compile(r"(?<!\w)(?!США)\w*[A-ZА-ЯЁІЇЄҐ]{2}[\w-]*")

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
    weight: float
    """What it counts for among the words that are left over."""


class Lengths(NamedTuple):
    """How long a text and its counterpart are, in letters of the text's language."""

    here: float
    there: float
    variance: float
    """Of a length, for each letter."""


def gap(here: Text, there: Text, lengths: Lengths, least: float) -> Gap | None:
    """Return the stretch of a text that most probably has no counterpart in another one.

    None if the log likelihood ratio of every stretch is at most `least`.
    """
    mine, theirs, variance = lengths
    if mine < _BRIEF or theirs < _LEFT or theirs > mine or len(here.value) > _LONGEST:
        return None
    short = (theirs - mine) ** 2 / (2 * variance * (mine + 10))
    if short < _SHORTER and not _MARK_INSIDE.search(here.value):
        return None
    if not knows(here.locale) or not knows(there.locale):
        return None
    fewer = _fewer_marks(here, there)
    if theirs > (1 - _SHORTFALL + _FOR_A_MARK * fewer) * mine:
        return None
    said = there.ask(content)
    lost = [word.start for word in here.ask(content).words if word.share and not said.has(word)]
    if len(lost) < _FEWEST:
        return None
    numbers = _numbers(here, there)
    lost = sorted([*lost, *(start for start, is_lost in numbers if is_lost)])
    if len(lost) < _FEWEST or _excused(here, there):
        return None
    items, left_over = _items(here, there), _left_over(there, here)
    places = here.ask(edges)
    plain = here.ask(prose)
    scale = weigh(plain) / len(plain)
    marks = _MARK * max(-_MARKS, min(fewer, _MARKS)) - math.log(len(places))
    is_quoted = not _QUOTES.isdisjoint(there.value)
    best = None
    for first, start in enumerate(places[:-1]):
        for end in places[first + 1 : first + 1 + _MOST]:
            if bisect_left(lost, end) - bisect_left(lost, start) < _FEWEST:
                continue
            told = _unsaid(items, numbers, start, end)
            if told is None or told.ratio < _SAID:
                continue
            part = min(scale * (end - start), 0.9 * mine)
            rest = (theirs - mine + part) ** 2 / (2 * variance * (mine - part + 10))
            kept, both = (_FREE * n + _NOISE for n in (told.outer, told.outer + told.inner))
            spare = both - kept + left_over * math.log(kept / both)
            score = told.ratio + spare + marks
            score += _LENGTH * max(-_LENGTHS, min(short - rest, _LENGTHS))
            score += _BOUNDED * (_is_mark(here, start) + _is_mark(here, end))
            if score > least and not (is_quoted and here.value[start] in _QUOTES):
                best, least = Gap((start, end), score), score
    return best


class _Said(NamedTuple):
    """What the words of a stretch tell."""

    ratio: float
    """How much likelier it is by them that it was not translated."""
    inner: float
    """Words of it without counterpart, by their weight …"""
    outer: float
    """… and of the rest."""


def _unsaid(
    items: Sequence[_Item], numbers: Sequence[tuple[int, bool]], start: int, end: int
) -> _Said | None:
    """Return what is told by the words of a stretch, None if none is missing or all are in it."""
    inner = [item for item in items if start <= item.start < end]
    lost = [item for item in inner if not item.covered]
    told = [is_lost for place, is_lost in numbers if start <= place < end]
    missing = [item.share for item in lost if item.share]
    if not missing or len(inner) == len(items):
        return None
    outer = [item for item in items if not start <= item.start < end]
    known = sum(item.share > 0 for item in outer if item.covered)
    rate = (known + _SURE) / (sum(item.share for item in outer) + _SURE)
    ratio = 0.0
    for share in missing:
        ratio -= _TRUST * math.log((1 - min(rate * share, _BEST)) / (1 - _CHANCE))
    for item in inner:
        if not item.covered:
            continue
        if start <= item.first and item.last < end:
            share = min(rate * item.share, _BEST) if item.share else _HALF
            ratio -= math.log(max(share, _CHANCE) / _CHANCE)
        else:
            ratio -= _REPEATED
    ratio += _NUMBER * sum(told) - _NUMBER_KEPT * (len(told) - sum(told))
    missed = sum(item.weight for item in lost) + _STRANGE * sum(told)
    return _Said(ratio, missed, sum(item.weight for item in outer if not item.covered))


def _left_over(here: Text, there: Text) -> float:
    """Return how many words of a text have no counterpart, by their weight."""
    said = there.ask(content)
    words = [_weight(word.share) for word in here.ask(content).words if not said.has(word)]
    return sum(words) + _STRANGE * sum(is_lost for _, is_lost in _numbers(here, there))


def _weight(share: float) -> float:
    return _STRANGE if not share else 1.0 if share >= _TELLING else _LOOSE


def _numbers(here: Text, there: Text) -> list[tuple[int, bool]]:
    """Return where a text has numbers, and whether one in words is missing in another text.

    Small ones in words are left out: they are said otherwise.
    """
    words = [number for number in here.ask(spelled) if _size(number) >= _LEAST]
    mine = [*here.ask(figures), *words]
    if not mine:
        return []
    said = all_values(there)
    lost = [said.isdisjoint(number.values) for number in mine]
    is_word = [number.kind == "word" for number in mine]
    return [
        (number.start, gone)
        for number, gone, word in zip(mine, lost, is_word, strict=True)
        if word or not gone
    ]


def _size(number: Number) -> Decimal:
    return min((v for v in number.values if isinstance(v, Decimal)), default=Decimal(0))


def _is_mark(text: Text, place: int) -> bool:
    """Say whether a text begins or ends at a place, or has a mark there."""
    return place in (0, len(text.value)) or text.value[place] in _MARKS_AT


def _fewer_marks(here: Text, there: Text) -> float:
    """Return how many marks less than to be expected another text has."""
    usual = _USUAL.get(locales.language(there.locale), 0.0)
    usual -= _USUAL.get(locales.language(here.locale), 0.0)
    mine, theirs = (len(_MARK_INSIDE.findall(text.value)) for text in (here, there))
    return mine - theirs + usual


def covers(here: Text, there: Text) -> bool:
    """Say whether another text has a counterpart for every telling word of a text."""
    if not knows(here.locale) or not knows(there.locale):
        return False
    items = _items(here, there)
    if _unknown(here) > _unknown(there):
        return False
    kept = sum(item.covered and item.share > 0 for item in items)
    return kept >= _PLENTY and all(item.covered or item.share < _TELLING for item in items)


def is_rendered(here: Text, span: tuple[int, int], there: Text) -> bool:
    """Say whether another text has a counterpart for every word of a stretch that the lexicon knows
    and that stands only there."""
    if not knows(here.locale) or not knows(there.locale):
        return False
    start, end = span
    known = (item for item in _items(here, there) if item.share)
    inner = [item for item in known if start <= item.first and item.last < end]
    return any(item.share >= _TELLING for item in inner) and all(item.covered for item in inner)


def _excused(here: Text, there: Text) -> bool:
    """Say whether what is missing may be the form of a command, or what an acronym stands for."""
    mine, theirs = here.value, there.value
    if _SYNTAX.search(mine) or _SYNTAX.search(theirs) or _FORM.search(mine):
        return True
    if len(_DATE.findall(theirs)) > len(_DATE.findall(mine)):
        return True
    if _explains(mine) > _explains(theirs):
        return True
    return len(_ACRONYM.findall(theirs)) > len(_ACRONYM.findall(mine))


def _explains(value: str) -> int:
    return len(_EXPLAINED.findall(value)) if "(" in value else 0


def _unknown(text: Text) -> int:
    return sum(not word.concepts for word in text.ask(content).words)


def _items(here: Text, there: Text) -> list[_Item]:
    """Return the words of a text, and which of them another one renders."""
    mine, theirs = here.ask(content).words, there.ask(content)
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for word in mine:
        for concept in word.concepts:
            first.setdefault(concept, word.start)
            last[concept] = word.start
    return [
        _Item(
            word.start,
            min([first[concept] for concept in word.concepts], default=word.start),
            max([last[concept] for concept in word.concepts], default=word.start),
            word.share,
            theirs.has(word),
            _weight(word.share),
        )
        for word in mine
    ]
