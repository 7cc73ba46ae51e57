"""What one language of an article says otherwise than the pivot and all the others."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from sverka.text import lexicon, locales
from sverka.text.acronyms import expansions_of
from sverka.text.analysis import Text
from sverka.text.lexicon import Mention
from sverka.text.negation import denial
from sverka.text.numbers import Number, Value, figures, spelled
from sverka.text.numbers.bounds import Bound, bounds
from sverka.text.opposites import mentions

from ._voices import FEWEST, KNOWN, Voice, counts, longer
from .negation_lost import negation_lost

_BESIDE = 15
"""Code points between two figures of one statement."""
_ROUND = frozenset(map(Decimal, (10, 100, 1000)))
"""Numbers that may stand for "many"."""
_NEAR = 0.2
"""How far apart, as shares of their texts, words may stand of which one replaces the other."""
_BORROWING = frozenset(("ar", "ja", "ko", "zh"))
"""Languages that have no acronyms of their own, but English ones."""
_STOPS = frozenset(".!?…:")
_CLAUSE = 0.4
"""The same of words that may stand in another order, but not in another clause."""
_FEW = 2
_MORE = 0.18
"""How much longer, as a logarithm, a text with a sentence more must be."""

_QUOTED_ON = re.compile(r"[,!?…][”\"’»]")
_QUOTED_WHOLE = re.compile(r"[。！？][”」』](?=[^。！？“”「」]{1,30}[。！？：])")
"""Quotations inside a sentence, and those that Chinese ends with a full stop where it goes on."""


def undenied(pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]) -> bool:
    """Say whether a text has fewer words that deny than the pivot and every other text.

    Of a single denial `negation_lost` must say so too: "not without" may be "only with".
    """
    known = [other.denials for other in others if other.denials]
    if not told.denials or not one.denials or len(known) < FEWEST:
        return False
    wanted = told.denials[0]
    if not (wanted or told.bounds or one.bounds):
        wanted = min(1, *[strong for strong, _ in known])
    if any(most < wanted for _, most in known):
        return False
    if one.denials[1] >= wanted and not _only_weakly(told, one, known):
        return False
    if told.denials[0] == 1 and not negation_lost(pivot, text):
        return False
    return 2 * sum(strong >= wanted for strong, _ in known) >= len(known)


def _only_weakly(told: Voice, one: Voice, known: Sequence[tuple[int, int]]) -> bool:
    """Say whether a text has but one of two words that may deny, and it is a weak one, where every
    other text denies outright."""
    if not told.denials or not one.denials or one.denials[0] or not told.denials[0]:
        return False
    return all(strong and most > one.denials[1] for strong, most in (told.denials, *known))


def reversed_pair(pivot: Text, one: Voice, others: Sequence[Voice]) -> tuple[int, int] | None:
    """Return the span of two figures of the pivot, one right after the other, that only this text
    has in the other order: "from 7.9 to 7.1"."""
    known = [other.order for other in others if other.order is not None]
    if one.order is None or len(known) < FEWEST:
        return None
    for a, b in pairwise(pivot.ask(figures)):
        if b.start - a.end > _BESIDE or a.values & b.values:
            continue
        if _places(one.order, b, a) and all(_places(order, a, b) for order in known):
            return a.start, b.end
    return None


def _places(order: Sequence[frozenset[Value]], a: Number, b: Number) -> bool:
    """Say whether one number stands right before another, and each once."""
    first, second = (
        [place for place, values in enumerate(order) if values & number.values] for number in (a, b)
    )
    return len(first) == len(second) == 1 and second[0] == first[0] + 1


def reversed_poles(pivot: Text, one: Voice, others: Sequence[Voice]) -> tuple[int, int] | None:
    """Return the span of two opposites of the pivot that only this text has in the other order:
    "women more often than men"."""
    known = [other.poles for other in others]
    for axis, found in pivot.ask(mentions).items():
        if len(found) != 2 or any(len(places) != 1 for places in found.values()):
            continue
        order = tuple(sorted(found, key=lambda pole: found[pole][0]))
        same = [dict(poles).get(axis) for poles in known]
        if dict(one.poles).get(axis) != order[::-1] or order[::-1] in same:
            continue
        if sum(other == order for other in same) >= KNOWN:
            (start, _), (_, end) = (found[pole][0] for pole in order)
            return start, end
    return None


def turned_alone(
    pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]
) -> tuple[int, int] | None:
    """Return where a text names an opposite, or a bound, of which the pivot names nothing and the
    others the contrary: "at most 6 days". Something more that is denied may make up for it."""
    strong, most = (told.denials or (0, 0))[0], (one.denials or (0, 0))[0]
    here = text.ask(mentions) if most <= strong else {}
    for axis, pole in one.leanings if here else ():
        theirs = Counter(dict(other.leanings).get(axis, "") for other in others)
        del theirs[""]
        told_here = pivot.ask(mentions).get(axis, {})
        if pole in theirs or pole in told_here or any(axis in dict(o.poles) for o in others):
            continue
        start, end = here[axis][pole][0]
        at = [place / len(pivot.value) for found in told_here.values() for place, _ in found]
        is_near = not at or min(abs(start / len(text.value) - place) for place in at) <= _CLAUSE
        if len(theirs) == 1 and theirs.total() >= KNOWN and is_near:
            return start, end
    for bound in text.ask(bounds):
        same = [[k for v, k in other.limits if v & bound.number.values] for other in others]
        kinds = Counter(kind for found in same for kind in found)
        if len(kinds) == 1 and bound.kind not in kinds and kinds.total() >= FEWEST:
            mine = [b.kind for b in pivot.ask(bounds) if b.number.values & bound.number.values]
            if (
                mine
                and set(mine) == kinds.keys()
                and not _denies_the_verb(text, bound, most, strong)
            ):
                return bound.start, bound.end
    return None


def _denies_the_verb(text: Text, bound: Bound, denials: int, of_pivot: int) -> bool:
    """Say whether the "not" before a bound may deny the verb, as the pivot does elsewhere: „sich
    nicht unter 185 senken lässt“, "cannot be lowered below 185"."""
    strong = text.ask(denial).strong
    begins = any(bound.start <= start < bound.number.start for start, _ in strong)
    return begins and denials <= of_pivot


def ends_otherwise(told: Voice, one: Voice, others: Sequence[Voice]) -> bool:
    """Say whether a text alone ends with another of the marks that end a sentence."""
    if told.end == one.end or not {told.end, one.end} <= _STOPS or len(others) < FEWEST:
        return False
    return all(other.end == told.end for other in others)


def lost_acronym(text: Text, told: Voice, one: Voice, others: Sequence[Voice]) -> str:
    """Return the acronym that the pivot and all others write alike, if this text has another.

    One of another script, or one that the text explains, may be the language's own, one that has
    its letters a form of it.
    """
    known = [frozenset(other.acronyms) for other in others]
    if locales.language(text.locale) in _BORROWING:  # others may have forms of their own
        known = [forms for forms in known if forms & frozenset(told.acronyms)]
        if len(known) < _FEW:
            return ""
    lost = frozenset(told.acronyms).intersection(*known) - frozenset(one.acronyms)
    new = frozenset(one.acronyms).difference(told.acronyms, *known)
    form = min(lost, default="")
    bare = form.replace("-", "")
    if len(lost) != 1 or not bare.isalnum() or not form.isascii():
        return ""
    rest = [other for other in new if other.isascii() and other.isalnum()]
    if not any(bare not in other and other not in bare for other in rest):
        return ""
    return "" if text.ask(expansions_of).keys() & new else form


class Swap(NamedTuple):
    """A word of the pivot, and another of its kind that stands for it in one text alone."""

    there: tuple[int, int]
    here: tuple[int, int]


def swapped(
    pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]
) -> Swap | None:
    """Return a word of the pivot that all other texts have, and for which this one alone has
    another of its kind: minutes for hours, a vein for an artery. Its numbers must be theirs."""
    known = [other.concepts for other in others if other.concepts is not None]
    if one.concepts is None or len(known) < KNOWN:
        return None
    if any(one.values.isdisjoint(n.values) for n in pivot.ask(figures) if counts(n)):
        return None
    if one.values - told.values - frozenset().union(*[other.values for other in others]):
        return None
    lost = [
        word
        for word in pivot.ask(lexicon.mentions)
        if one.concepts.isdisjoint(word.concepts)
        and not any(word.concepts.isdisjoint(concepts) for concepts in known)
    ]
    if not lost:
        return None
    said = lexicon.Concepts().union(pivot.ask(lexicon.pool), *known)
    new = [
        word
        for word in text.ask(lexicon.mentions)
        if said.isdisjoint(word.concepts) and not text.value[word.start : word.end].isupper()
    ]
    again = list(_repeated(pivot, text))
    denies = (one.denials or (0, 0))[1] > (told.denials or (0, 0))[1]
    for word in lost:
        kinds = lexicon.kinds(word.concepts)
        if denies:  # "failed" is rendered as "did not succeed"
            kinds = frozenset(kind for kind in kinds if not lexicon.is_opposition(kind))
        for other in (*new, *again):
            if kinds & lexicon.kinds(other.concepts):
                return Swap((word.start, word.end), (other.start, other.end))
    return _replaced(lost, new, pivot, text)


def _repeated(pivot: Text, text: Text) -> Iterator[Mention]:
    """Yield the words of a text whose concept it has more often than the pivot, which has it."""
    here, there = (
        Counter(concept for word in side.ask(lexicon.mentions) for concept in word.concepts)
        for side in (text, pivot)
    )
    for word in text.ask(lexicon.mentions):
        if word.telling and any(0 < there[c] < here[c] for c in word.concepts):
            yield word


def _replaced(
    lost: Sequence[Mention], new: Sequence[Mention], pivot: Text, text: Text
) -> Swap | None:
    """Return the missing word and the only new one, if both are telling, name things of no kind
    and stand in the same place of their texts: blood, urine."""
    mine, theirs = (
        [
            word
            for word in words
            if word.telling
            and lexicon.are_things(word.concepts)
            and not lexicon.kinds(word.concepts)
        ]
        for words in (lost, new)
    )
    mine = [word for word in mine if pivot.value[word.start].islower()]
    if len(theirs) != 1 or not 1 <= len(mine) <= _FEW:
        return None
    other, size = theirs[0], len(text.value)
    apart, one = min(
        (abs(word.start / len(pivot.value) - other.start / size), word) for word in mine
    )
    if apart > _NEAR / len(mine):
        return None
    return Swap((one.start, one.end), (other.start, other.end))


def has_more(pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]) -> bool:
    """Say whether a text alone has a sentence more, with words of its own, and is longer than all
    let expect. Japanese makes two sentences of one."""
    most = max(told.sentences, *[other.sentences for other in others])
    inner = len(_QUOTED_WHOLE.findall(text.value)) if _QUOTED_ON.search(pivot.value) else 0
    if one.sentences - inner <= most or longer(told, one, others) <= _MORE:
        return False
    known = [other.concepts for other in others if other.concepts is not None]
    if one.concepts is None or told.concepts is None:
        return locales.language(text.locale) != "ja"
    said, mine = told.concepts.union(*known), one.concepts
    new = [w for w in text.ask(lexicon.mentions) if w.share and said.isdisjoint(w.concepts)]
    lost = [w for w in pivot.ask(lexicon.mentions) if w.share and mine.isdisjoint(w.concepts)]
    return len(new) - len(lost) >= _FEW


def lost_number(pivot: Text, one: Voice, others: Sequence[Voice]) -> Number | None:
    """Return a number in words that all texts have but one, which has no other in its place."""
    new = one.values - frozenset[Value]().union(*[other.values for other in others])
    if len(new) > 1:
        return None
    shown = pivot.ask(figures)
    for number in pivot.ask(spelled):
        if not counts(number) or number.kind != "word" or len(number.values) > 1:
            continue
        if not _ROUND.isdisjoint(number.values):
            continue
        if any(figure.start <= number.start <= figure.end + 1 for figure in shown):
            continue  # 1.9 million
        if one.values.isdisjoint(number.values) and not any(
            other.values.isdisjoint(number.values) for other in others
        ):
            return number
    return None
