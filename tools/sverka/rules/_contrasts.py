"""Which of two opposites is which: the one that a contrast rejects, the one of each clause."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import Concepts, mentions
from sverka.text.negation import denial
from sverka.text.opposites import contrasted, hinted, pole_of
from sverka.text.opposites import mentions as opposites
from sverka.text.signs import Test, of_words, signs

Span = tuple[int, int]

_REJECTS = {
    "en": r"(?:\brather than\b|\binstead of\b|, not(?! only)\b)(?P<a>[^,.;:!?—–()]+)"
    r"|\bnot(?! only\b)(?P<b>[^,.;:!?—–()]+?),? but\b",
    "ru": r"(?:, а не(?! только)\b|\bвместо\b)(?P<a>[^,.;:!?—–()]+)"
    r"|\bне(?! только\b)(?P<b>[^,.;:!?—–()]+?), а\b",
    "uk": r"(?:, а не(?! (?:лише|тільки))\b|\bзамість\b)(?P<a>[^,.;:!?—–()]+)"
    r"|\bне(?! (?:лише|тільки)\b)(?P<b>[^,.;:!?—–()]+?), а\b",
    "de": r"(?:,? (?:und )?nicht(?! nur)\b|\b(?:an)?statt\b|\banstelle\b)(?P<a>[^,.;:!?—–()]+)"
    r"|\bnicht(?! nur\b)(?P<b>[^,.;:!?—–()]+?), sondern\b",
}
"""What a contrast rejects: after what introduces it, or before the other."""
_OTHERS = {
    "en": r"\b(?:than|unlike)\b(?P<a>[^,.;:!?—–()]+)"
    r"|\bas (?!long|soon|far|well)\w+ as\b(?P<b>[^,.;:!?—–()]+)",
    "ru": r"(?:, чем\b|\bв отличие от\b)(?P<a>[^,.;:!?—–()]+)",
    "uk": r"(?:, (?:ніж|як)\b|\bна відміну від\b)(?P<a>[^,.;:!?—–()]+)",
    "de": r"(?:\w+er als\b|\bim (?:Gegensatz|Unterschied) zu\b|\banders als\b)"
    r"(?P<a>[^,.;:!?—–()]+)",
}
"""With what something is compared."""
_INTRODUCING = {
    "en": "rather instead not than unlike as",
    "ru": "не вместо чем отличие",
    "uk": "не замість ніж як відміну",
    "de": "nicht statt anstatt anstelle als gegensatz unterschied",
}
"""The words without which there is neither."""
_TIMES = {
    "en": r"\b(?:(?P<before>before|prior to)|(?P<after>after|following))\b",
    "ru": r"\b(?:(?P<before>до|перед)|(?P<after>после))\b",
    "uk": r"\b(?:(?P<before>до|перед)|(?P<after>після))\b",
    "de": r"\b(?:(?P<before>vor|bevor)|(?P<after>nach|nachdem))\b",
}
"""What comes first and what next: prepositions, which mean other things elsewhere."""
_PART = re.compile(
    r"[,;:—–] ?(?:and|but|while|whereas|а|но|и|хотя|в то время как|але|і|та|und|aber|während)? "
    r"|\s(?:and|but|while|whereas|а|но|але|und|aber|während)\s"
)
_PLACES = frozenset(
    [
        "order",
        "side",
        "latitude",
        "longitude",
        "day",
        "season",
        "weekday",
        "rate",
        "parent",
        "child",
        "sibling",
        "sex",
        "gift",
    ]
)
"""Axes of which a part may name what the part beside it tells of."""
_MOST = 6
"""Texts of more parts are not compared part by part."""


class Turned(NamedTuple):
    """A word of the pivot, and its opposite in the translation."""

    there: Span
    here: Span


class _Said(NamedTuple):
    """Something that a text says: a concept of the lexicon, or a pole of an axis."""

    names: frozenset[object]
    span: Span


def _said(text: Text) -> tuple[_Said, ...]:
    """Return what a text says, in no order: an analyser."""
    found = [
        _Said(frozenset[object](word.concepts), (word.start, word.end))
        for word in text.ask(mentions)
        if word.share
    ]
    for axis, members in text.ask(opposites).items():
        for pole, spans in members.items():
            found += [_Said(frozenset([(axis, pole)]), span) for span in spans]
    times = _TIMES.get(locales.language(text.locale))
    for hit in re.finditer(times, text.value, re.IGNORECASE) if times else ():
        found.append(_Said(frozenset([hit.lastgroup]), hit.span()))
    return tuple(found)


def _introduces(locale: str) -> Test:
    known = frozenset(_INTRODUCING.get(locales.language(locale), "").split())
    return lambda word: word.lower() in known


CONTRAST = of_words(_introduces)
"""A word that introduces what is rejected, or compared with something."""


@lru_cache(maxsize=16)
def _rejecting(language: str) -> "re.Pattern[str] | None":
    pattern = _REJECTS.get(language)
    return re.compile(pattern, re.IGNORECASE) if pattern else None


@lru_cache(maxsize=16)
def _comparing(language: str) -> "re.Pattern[str] | None":
    pattern = _OTHERS.get(language)
    return re.compile(pattern, re.IGNORECASE) if pattern else None


def rejected(text: Text) -> Span | None:
    """Return the span of what the only contrast of a text rejects: "rather than after it".

    An analyser; None in languages that are not known.
    """
    return _only(text, _rejecting(locales.language(text.locale)))


def compared(text: Text) -> Span | None:
    """Return the span of that with which the only comparison of a text compares: an analyser."""
    return _only(text, _comparing(locales.language(text.locale)))


def _only(text: Text, pattern: "re.Pattern[str] | None") -> Span | None:
    has_any = pattern and text.ask(signs) & CONTRAST
    found = list(pattern.finditer(text.value)) if pattern and has_any else []
    if len(found) != 1:
        return None
    return found[0].span("a" if found[0]["a"] else "b")


def swapped(pivot: Text, target: Text) -> Turned | None:
    """Return what a translation rejects of what the pivot affirms, if it affirms what that rejects.

    Both must have one contrast, and each of two words one counterpart.
    """
    return _swapped(pivot, target, rejected)


def reversed_comparison(pivot: Text, target: Text) -> Turned | None:
    """Return what a translation compares with something, of what the pivot compares that with.

    "Girls more often than boys" and „Jungen öfter als Mädchen“, or „seltener“.
    """
    return _swapped(pivot, target, compared)


def _swapped(pivot: Text, target: Text, ask: Callable[[Text], Span | None]) -> Turned | None:
    if locales.language(target.locale) not in _REJECTS:
        return None
    mine = pivot.ask(ask)
    theirs = target.ask(ask) if mine else None
    if mine is None or theirs is None:
        return None
    moved: dict[bool, Turned] = {}
    for one in pivot.ask(_said):
        others = [other for other in target.ask(_said) if other.names & one.names]
        again = [other for other in pivot.ask(_said) if other.names & one.names]
        if len(others) != 1 or len(again) != 1:
            continue
        there, here = _within(one.span, mine), _within(others[0].span, theirs)
        if there == here:
            if there:
                return None  # something that is rejected in both
            continue
        moved.setdefault(there, Turned(one.span, others[0].span))
    return moved[True] if len(moved) == 2 else None


def _within(span: Span, outer: Span) -> bool:
    return outer[0] <= span[0] and span[1] <= outer[1]


def _parts(text: Text) -> tuple[tuple[int, Text], ...]:
    """Return the parts of a text between marks and joining words, and where they begin."""
    found = []
    start = 0
    for mark in _PART.finditer(text.value):
        found.append((start, Text(text.value[start : mark.start()], text.locale)))
        start = mark.end()
    found.append((start, Text(text.value[start:], text.locale)))
    return tuple([(start, part) for start, part in found if part.value.strip()])


def turned_parts(pivot: Text, target: Text) -> Iterator[Turned]:
    """Yield opposites of parts that say the same besides, where the whole has both poles.

    "Admissions fell while the wait became shorter".
    """
    if pivot.ask(contrasted) <= _PLACES:
        return
    named = pivot.ask(opposites).items()
    axes = [axis for axis, poles in named if len(poles) == 2 and axis not in _PLACES]
    if not axes:
        return
    mine, theirs = pivot.ask(_parts), target.ask(_parts)
    if len(mine) < 2 or len(theirs) < 2 or max(len(mine), len(theirs)) > _MOST:
        return
    for start, part in mine:
        others = _concepts(*[text for _, text in mine if text is not part])
        own = _concepts(part) - others
        same = [(at, text) for at, text in theirs if own & _concepts(text)]
        for axis in axes:
            there = pole_of(part, axis)
            found = [(at, text, pole) for at, text in same if (pole := hinted(text, axis))]
            if there is None or len(found) != 1:
                continue
            at, text, here = found[0]
            if there.name != here.name and denies(part) == denies(text):
                yield Turned(_moved(there.span, start), _moved(here.span, at))


def _moved(span: Span, start: int) -> Span:
    return span[0] + start, span[1] + start


def denies(text: Text) -> bool:
    """Say whether a text denies something, be it by "without"."""
    return bool(text.ask(denial).strong or text.ask(denial).mild)


def _concepts(*texts: Text) -> Concepts:
    return frozenset[int]().union(*[w.concepts for t in texts for w in t.ask(mentions) if w.share])
