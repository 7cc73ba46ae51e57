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
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.lexicon import Concepts, knows, mentions, pool, sure
from sverka.text.prose import HOLE, prose
from sverka.text.vocabulary import words_in

from ._sentences import Model, extent, weigh

_BRIEF, _LONGEST = 38, 600
"""Letters from which on a text may lack a clause, and code points up to which it is compared."""
_LEFT = 18
"""Letters that must be left of a text that lost one."""
_SHORTER = 0.96
"""What is left at most of a text that lost a clause."""
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
_HEAVIEST = 0.01 - _TRUST * math.log((1 - _BEST) / (1 - _CHANCE))
"""More than any missing word says."""
_AGAINST, _FOR = -12.0, 6.0
"""The bounds of what the length of a text says."""
_STRANGER = 0.8
"""What a word counts for that the lexicon does not know, one more than in the rest of the text: it
may render one that seems to be missing."""
_FEWEST = 2
"""Words that must be missing of a stretch."""
_MOST = 4
"""Parts between marks and joining words that may be missing together."""
_MARK = re.compile(r"[,;:()\[\]–—…\n]|(?<=\w)[.!?](?=\s)|(?<=\s)-(?=\s)")
_JOINING = {
    language: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    for language, words in {
        "en": "and|but|or|so|because|since|although|though|while|whereas|whether|if|unless|until|"
        "when|where|who|whose|which|that|after|before|as|with|without|despite|regardless|"
        "due|thanks|according",
        "de": "und|aber|oder|weil|da|obwohl|während|ob|falls|wenn|bis|wo|der|die|das|deren|"
        "dessen|dass|nachdem|bevor|als|wie|mit|ohne|trotz|dank|sondern|sodass|damit|um",
        "ru": "и|а|но|или|что|чтобы|потому|поскольку|хотя|если|пока|когда|где|котор\\w+|чем|"
        "после|до|перед|как|с|без|несмотря|благодаря|независимо|из-за|тогда|так|при",
        "uk": "і|й|та|а|але|або|чи|що|щоб|тому|оскільки|хоча|якщо|поки|коли|де|як\\w*|котр\\w+|"
        "після|до|перед|з|із|зі|без|попри|завдяки|незалежно|через|тоді|за",
        "fr": "et|mais|ou|car|parce|puisque|bien|quoique|si|tandis|alors|lorsqu|quand|où|qui|que|"
        "dont|après|avant|comme|avec|sans|malgré|grâce|quel\\w*|afin|pour",
        "es": "y|e|pero|o|u|porque|ya|aunque|si|mientras|cuando|donde|que|quien\\w*|cuy\\w+|"
        "después|antes|como|con|sin|pese|gracias|para|hasta|sino",
    }.items()
}  # fmt: skip
"""Words that begin a clause or a phrase."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_ACRONYM = re.compile(r"(?<!\w)\w*[A-ZА-ЯЁІЇЄҐ]{2}[\w-]*")

_EXPLAINED = re.compile(r"[A-ZА-ЯЁІЇЄҐ]{2}\w*[”»\"]?(?:\)| \()")
"""An acronym in brackets, or before what it stands for."""


class Gap(NamedTuple):
    """A stretch of a text that seems to have no counterpart."""

    span: tuple[int, int]
    score: float
    """The log likelihood ratio of its having none."""


class _Item(NamedTuple):
    start: int
    concepts: Concepts
    share: float
    covered: bool


def gap(here: Text, there: Text, model: Model, least: float) -> Gap | None:
    """Return the stretch of a text that most probably has no counterpart in another one, if its
    score is more than `least`."""
    mine, theirs = here.ask(extent).weight, there.ask(extent).weight / model.ratio
    if mine < _BRIEF or theirs < _LEFT or theirs > _SHORTER * mine or len(here.value) > _LONGEST:
        return None
    if not knows(here.locale) or not knows(there.locale):
        return None
    enough = _enough(theirs, mine, model.variance, least)
    if sum(map(there.ask(pool).isdisjoint, here.ask(sure))) < enough:
        return None
    items = _items(here, there)
    lost = [item.start for item in items if not item.covered]
    if len(lost) < enough:
        return None
    edges = here.ask(_edges)
    stretches = [
        (start, end)
        for first, start in enumerate(edges[:-1])
        for end in edges[first + 1 : first + 1 + _MOST]
        if bisect_left(lost, end) - bisect_left(lost, start) >= enough
    ]
    if not stretches or _explains(here.value) > _explains(there.value):
        return None
    if len(_ACRONYM.findall(there.value)) > len(_ACRONYM.findall(here.value)):
        return None
    plain = here.ask(prose)
    scale = weigh(plain) / len(plain)
    found = []
    for start, end in stretches:
        words = _unsaid(items, start, end)
        if words is None:
            continue
        part = min(scale * (end - start), 0.9 * mine)
        score = words + _shorter(theirs, mine, part, model.variance) - math.log(len(edges))
        if score > least:
            strangers = here.ask(_strangers)
            more = len(there.ask(_strangers)) - len(strangers)
            more += sum(start <= place < end for place in strangers)
            found.append(Gap((start, end), score - _STRANGER * max(0, more)))
    best = max(found, key=lambda gap: gap.score, default=None)
    return best if best and best.score > least else None


def _enough(theirs: float, mine: float, variance: float, least: float) -> int:
    """Return how many words must be missing of a stretch for its score to be more than `least`.

    No length says more for a gap than that of the whole text says against a true translation.
    """
    length = min((theirs - mine) ** 2 / (2 * variance * (mine + 10)), _FOR)
    return max(_FEWEST, math.ceil((least + math.log(2) - length) / _HEAVIEST))


def _explains(value: str) -> int:
    return len(_EXPLAINED.findall(value)) if "(" in value else 0


def _unsaid(items: Sequence[_Item], start: int, end: int) -> float | None:
    """Return how much likelier it is that a stretch was not translated, by its words.

    Words that the rest of the text has as well are no evidence.
    """
    inner = [item for item in items if start <= item.start < end]
    outer = [item for item in items if not start <= item.start < end]
    besides = frozenset[int]().union(*[item.concepts for item in outer])
    inner = [item for item in inner if besides.isdisjoint(item.concepts)]
    lost = [item.share for item in inner if not item.covered]
    if len(lost) < _FEWEST or not outer:
        return None
    if max(lost) < _TELLING and len(lost) < _ENOUGH:
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


def _shorter(theirs: float, mine: float, part: float, variance: float) -> float:
    """Return how much likelier a length is if a part of the text is missing."""
    whole = (theirs - mine) ** 2 / (2 * variance * (mine + 10))
    rest = (theirs - mine + part) ** 2 / (2 * variance * (mine - part + 10))
    return min(max(whole - rest, _AGAINST), _FOR)


def _items(here: Text, there: Text) -> list[_Item]:
    """Return the words of a text that say something about its translation."""
    plain, concepts = here.ask(prose), there.ask(pool)
    found = []
    for start, end, known, share in here.ask(mentions):
        word = plain[start:end]
        covered = not concepts.isdisjoint(known) or word in words_in(there.value)
        if (covered or share) and HOLE not in word:
            found.append(_Item(start, known, share, covered))
    return found


def _strangers(text: Text) -> tuple[int, ...]:
    """Return where words begin of which the lexicon knows nothing: an analyser."""
    known = {mention.start for mention in text.ask(mentions)}
    idle = function_words(locales.language(text.locale))
    words = _WORD.finditer(text.ask(prose))
    return tuple(
        [hit.start() for hit in words if hit.start() not in known and hit[0].lower() not in idle]
    )


def _edges(text: Text) -> tuple[int, ...]:
    """Return where clauses and phrases may begin or end: an analyser."""
    value = text.ask(prose)
    joining = _JOINING[locales.language(text.locale)]
    marks = [hit.start() for pattern in (_MARK, joining) for hit in pattern.finditer(value)]
    return tuple(sorted({0, len(value), *marks}))
