"""Which clause of a sentence denies: what another one denies does not make up for it."""

import re
from collections.abc import Sequence
from itertools import compress
from typing import NamedTuple

from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.joints import joints
from sverka.text.lexicon import Concepts
from sverka.text.negation import DENIAL, denial
from sverka.text.negation.instead import says_instead
from sverka.text.negation.tables import whole
from sverka.text.signs import Test, of_words, pieces_with

from ._affirmed import SINGLE, meet

Span = tuple[int, int]

_JOINT = re.compile(rf",? {joints('parted')}(?= )|[,;:](?= )| [—–](?= )|[.!?](?= )", re.IGNORECASE)
"""What may part two clauses."""
_NEVER = re.compile("(?!)")
_MOST, _LONGEST = 6, 320
"""Parts, and code points, of texts that are compared part by part."""
_PAIR = 2
"""How often a language says one denial, and the words that show which part renders which."""


def _none(language: str) -> "re.Pattern[str]":
    """Return what denies, whatever stands beside it."""
    return whole("denying", "none", language) or _NEVER


def _denies(text: Text) -> bool:
    language = locales.language(text.locale)
    return bool(_none(language).search(text.value) or text.ask(denial).strong)


def _may_deny(locale: str) -> Test:
    return _none(locales.language(locale)).search


NONE = of_words(_may_deny)
"""A word that denies, whatever stands beside it."""


def _has_fewer(here: Text, there: Text) -> bool:
    """Say whether no more pieces of a text may deny something than of another one, as far as
    that is quickly told: no clause denies without one."""
    pieces = len(pieces_with(here, DENIAL | NONE))
    if pieces > 1:
        return False
    return not pieces or _none(locales.language(there.locale)).search(there.value) is not None


class _Part(NamedTuple):
    start: int
    text: Text
    own: Concepts
    """What no other part says."""


def _clauses(text: Text) -> tuple[tuple[int, Text], ...]:
    """Return what stands between marks and joining words, and where it begins: an analyser."""
    edges = [0]
    for joint in _JOINT.finditer(text.value):
        edges += [joint.start(), joint.end()]
    edges.append(len(text.value))
    places = [*zip(edges[::2], edges[1::2], strict=True)]
    found = [(start, Text(text.value[start:end], text.locale)) for start, end in places]
    return tuple([(start, clause) for start, clause in found if clause.value.strip()])


def parts(text: Text) -> tuple[_Part, ...]:
    """Return the clauses of a text, and what each tells: an analyser."""
    found = text.ask(_clauses)
    said = [clause.ask(lexicon.pool) for _, clause in found]
    return tuple(
        [
            _Part(start, clause, said[at].difference(*said[:at], *said[at + 1 :]))
            for at, (start, clause) in enumerate(found)
        ]
    )


def lost_in_part(here: Text, there: Text) -> Span | None:
    """Return the span of what denies one clause of a text, whose counterpart denies nothing.

    The other text must have fewer clauses that deny.
    """
    if max(len(here.value), len(there.value)) > _LONGEST or "\n" in here.value.rstrip():
        return None
    if not (lexicon.knows(here.locale) and lexicon.knows(there.locale)):
        return None
    if _has_fewer(here, there):
        return None
    ours, others = here.ask(_clauses), there.ask(_clauses)
    if not 2 <= len(ours) <= _MOST or not 2 <= len(others) <= _MOST:
        return None
    denying = [_denies(clause) for _, clause in ours]
    if sum(denying) <= sum([_denies(clause) for _, clause in others]):
        return None
    mine, theirs = here.ask(parts), there.ask(parts)
    for part in compress(mine, denying):
        other = _counterpart(part, theirs) or _fellow(mine.index(part), mine, theirs)
        if other is None or _is_elsewhere(part, other, mine, theirs):
            continue
        if (at := _lost(part, other, mine)) and not says_instead(part.text, at, other.text):
            return at[0] + part.start, at[1] + part.start
    return None


def tell_apart(pivot: Text, there: Span, target: Text, here: Span) -> bool:
    """Say whether two words stand in clauses that render others: whose counterpart is another."""
    mine, theirs = pivot.ask(parts), target.ask(parts)
    one, other = _part_at(mine, there), _part_at(theirs, here)
    if one is None or other is None:
        return False
    return _renders_another(one, other, theirs) and _renders_another(other, one, mine)


def _part_at(found: Sequence[_Part], span: Span) -> _Part | None:
    return next((p for p in found if p.start <= span[0] < p.start + len(p.text.value)), None)


def _renders_another(part: _Part, other: _Part, others: Sequence[_Part]) -> bool:
    """Say whether a part shares something with another part, and nothing with the one given."""
    return part.own.isdisjoint(other.own) and any(part.own & one.own for one in others)


def _counterpart(part: _Part, others: Sequence[_Part]) -> _Part | None:
    """Return the only part that shares most of what a part alone says."""
    shared = [
        sum(not word.concepts.isdisjoint(part.own & other.own) for word in _words(part.text))
        for other in others
    ]
    most = max(shared)
    if most < _PAIR or shared.count(most) > 1:
        return None
    return others[shared.index(most)]


def _fellow(at: int, mine: Sequence[_Part], theirs: Sequence[_Part]) -> _Part | None:
    """Return the part that stands at the same place, if every part has something of its own."""
    if len(mine) != len(theirs):
        return None
    pairs = zip(mine, theirs, strict=True)
    return theirs[at] if all(one.own & other.own for one, other in pairs) else None


def _is_elsewhere(
    part: _Part, other: _Part, mine: Sequence[_Part], theirs: Sequence[_Part]
) -> bool:
    """Say whether a part other than the counterpart may carry the denial: it tells of the same, or
    of nothing that another part does."""
    apart = frozenset[int]().union(*[one.own for one in mine if one is not part])
    fellows = mine if len(mine) == len(theirs) else [None] * len(theirs)
    return any(
        bool(one.own & part.own) or apart.isdisjoint(one.own)
        for one, fellow in zip(theirs, fellows, strict=True)
        if one is not other and one.text.ask(denial).weak() and not _is_told(one, apart)
        if fellow in (None, part) or not _denies(fellow.text)
        if one.text.ask(denial).apart is not False or not _stops(part, mine)
    )


def _stops(part: _Part, mine: Sequence[_Part]) -> bool:
    """Say whether a part other than the one given has a verb such as "stop" or "prevent"."""
    return any(one.text.ask(denial).verbs for one in mine if one is not part)


def _words(text: Text) -> list[lexicon.Mention]:
    return [word for word in text.ask(lexicon.mentions) if word.share]


def _lost(part: _Part, other: _Part, mine: Sequence[_Part]) -> Span | None:
    """Return what denies a part if nothing does so in its counterpart."""
    found = part.text.ask(denial)
    single = locales.language(part.text.locale) in SINGLE
    if not 1 <= len(found.strong) <= (1 if single else _PAIR) or found.only:
        return None
    supposes = whole("denying", "supposes", "any")
    if supposes and supposes.search(part.text.value):
        return None  # I do not think that he will come
    at = found.strong[-1]
    words = [word for word in _words(part.text) if not meet(word[:2], at)]
    if _is_free(words, other, mine):
        return None
    known = frozenset[int]().union(*[word.concepts for word in words])
    return at if _is_told(other, known) else None


def _is_free(words: Sequence[lexicon.Mention], other: _Part, mine: Sequence[_Part]) -> bool:
    """Say whether a part may be told in other words, which deny nothing."""
    said = other.text.ask(lexicon.pool)
    lost = [word for word in words if said.isdisjoint(word.concepts)]
    found = len(words) - len(lost)
    if not lost:
        return False
    if found >= _PAIR and not any(word.telling for word in lost):
        return False
    known = frozenset[int]().union(*[part.text.ask(lexicon.pool) for part in mine])
    new = any(known.isdisjoint(word.concepts) for word in _words(other.text))
    return found < (_PAIR + 1 if new else _PAIR)


def _is_told(part: _Part, known: Concepts) -> bool:
    """Say whether whatever may deny something in a part renders one of some words."""
    rendered = [w for w in part.text.ask(lexicon.mentions) if not known.isdisjoint(w.concepts)]
    weak = part.text.ask(denial).weak()
    return all(any(meet(word[:2], span) for word in rendered) for span in weak)
