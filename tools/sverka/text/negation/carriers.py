"""Which words of a translation can carry a denial of an English text: not those that answer to
other words of it, nor one half of a denial of two words."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.numbers.bounds import bounds
from sverka.text.prose import prose

from . import denial
from .comparatives import comparatives, denies_one
from .tables import table

Span = tuple[int, int]

_START = re.compile(
    r"(?:^|[,.;:!?—–(«“\"]|\b(?:et|ou|mais|que|qui|si|sur|dans|avec|pour|en|par|de|y|o|pero|porque"
    r"|con|por|ser|sea|est|es|être))\s*\Z",
    re.IGNORECASE,
)
"""What stands before the first word of a clause."""


_BESIDE = 12
"""Code points before a comparative in which the word that denies it stands."""
_SHORT = 4
"""Letters of words that are too short to tell what they render."""


class _Answer(NamedTuple):
    english: re.Pattern[str]
    rendered: re.Pattern[str]


class _Half(NamedTuple):
    words: re.Pattern[str]
    partner: re.Pattern[str]
    leads: bool
    """Whether it denies alone at the beginning of a clause."""


@lru_cache(maxsize=16)
def _answers(language: str) -> tuple[_Answer, ...]:
    return tuple(
        _Answer(
            re.compile(rf"(?<!\w)(?:{row['en']})(?!\w)", re.IGNORECASE),
            re.compile(row[language], re.IGNORECASE),
        )
        for row in table("carriers")["answers"].values()
        if language in row
    )


@lru_cache(maxsize=16)
def _half(language: str) -> _Half | None:
    row = table("carriers")["half"].get(language)
    if row is None:
        return None
    partner = re.compile(rf"(?<!\w)(?:{row['with']})(?!\w)", re.IGNORECASE)
    return _Half(re.compile(row["words"], re.IGNORECASE), partner, language in ("fr", "es"))


def denies_outright(pivot: Text, target: Text) -> bool:
    """Say whether a word of a translation denies outright, is no half of such a denial and can
    render no other word of the pivot: it is one of the `carriers`, and quickly found."""
    language = locales.language(target.locale)
    half = _half(language)
    answers = _answers(language) if locales.language(pivot.locale) == "en" else ()
    return any(
        not (half and _is_half(target, span, half))
        and not any(row.rendered.fullmatch(target.value, *span) for row in answers)
        for span in _but_bounds(pivot, target, target.ask(denial).strong)
    )


def carriers(pivot: Text, at: Span, target: Text) -> list[Span]:
    """Return the words of a translation that can carry the denial at a span of the pivot."""
    language = locales.language(target.locale)
    found = [*target.ask(denial).weak()]
    if half := _half(language):
        found = [span for span in found if not _is_half(target, span, half)]
    found = _but_bounds(pivot, target, found)
    if locales.language(pivot.locale) != "en":
        return found
    spans, rendered = _unsaid(pivot, at, target, found, target.ask(denial).strong)
    answers = [
        row
        for row in _answers(language)
        if any(row.rendered.fullmatch(target.value, *span) for span in spans)
    ]
    free = {
        hit.span(): [row for row in answers if row.english.fullmatch(pivot.value, *hit.span())]
        for row in answers
        for hit in row.english.finditer(pivot.ask(prose))
        if (hit.end() <= at[0] or hit.start() >= at[1]) and hit.span() not in rendered
    }
    left = []
    for span in spans:
        for word, rows in free.items():
            if any(row.rendered.fullmatch(target.value, *span) for row in rows):
                del free[word]
                break
        else:
            left.append(span)
    return left


def _but_bounds(pivot: Text, target: Text, spans: Sequence[Span]) -> list[Span]:
    """Leave out what denies in bounds and comparatives, if the pivot has one that is denied: no
    later than 5."""
    if not spans or not denies_one(pivot):
        return list(spans)
    taken = [(one.start, one.end) for one in target.ask(bounds)]
    taken += [(a - _BESIDE, b) for (a, b), _, is_denied in target.ask(comparatives) if is_denied]
    return [span for span in spans if not any(a <= span[0] < b for a, b in taken)]


def _unsaid(
    pivot: Text, at: Span, target: Text, spans: list[Span], strong: Sequence[Span]
) -> tuple[list[Span], set[Span]]:
    """Return the spans of a target that render no word of the pivot beside the one at a span; those
    that deny outright always; and the words that the others render."""
    doubtful = [span for span in spans if span not in strong and span[1] - span[0] >= _SHORT]
    if not doubtful:
        return spans, set()
    words = [m for m in pivot.ask(lexicon.mentions) if m.end <= at[0] or m.start > at[1] + 1]
    left = []
    rendered = set()
    for span in spans:
        if span not in doubtful:
            left.append(span)
            continue
        said = frozenset[int]().union(
            *[
                m.concepts
                for m in target.ask(lexicon.mentions)
                if m.start < span[1] and span[0] < m.end
            ]
        )
        same = next((w for w in words if w.concepts & said), None)
        if same is None:
            left.append(span)
        else:
            words.remove(same)
            rendered.add((same.start, same.end))
    return left, rendered


def _is_half(target: Text, span: Span, half: _Half) -> bool:
    """Say whether a word lacks the other one without which it denies nothing."""
    if not half.words.fullmatch(target.value, *span):
        return False
    if half.leads and _START.search(target.value[: span[0]]):
        return False
    return not any(
        hit.end() <= span[0] or hit.start() >= span[1]
        for hit in half.partner.finditer(target.value)
        if not half.words.fullmatch(hit[0])
    )
