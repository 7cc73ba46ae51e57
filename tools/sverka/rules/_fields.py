"""Words of a translation whose concept excludes that of the pivot's: the liver for the kidneys."""

from collections.abc import Iterator
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.lexicon import (
    FIELD,
    Concepts,
    Mention,
    excluding,
    field,
    is_opposition,
    mentions,
    pool,
    sides,
)
from sverka.text.signs import signs


class Mixed(NamedTuple):
    """A word of the pivot without counterpart, and one of its field in the translation."""

    there: tuple[int, int]
    here: tuple[int, int]
    is_opposition: bool
    """Whether each is the denial of the other."""
    said: Concepts
    """What the translation's word expresses."""


def mixed(pivot: Text, target: Text) -> Iterator[Mixed]:
    """Yield what was mixed up: in a field, one word of each text has no counterpart."""
    if not pivot.ask(signs) & target.ask(signs) & FIELD:
        return
    mine, theirs = pivot.ask(excluding), target.ask(excluding)
    if {*map(field, mine - theirs)}.isdisjoint(map(field, theirs - mine)):
        return
    there, here = pivot.ask(sides), target.ask(sides)
    for name in there.keys() & here.keys():
        lost, new = _alone(there[name], target), _alone(here[name], pivot)
        if not lost or not new:
            continue
        opposed = is_opposition(name)
        if opposed or (_follows(pivot, target, lost) and _follows(target, pivot, new)):
            spans = (lost.start, lost.end), (new.start, new.end)
            yield Mixed(*spans, opposed, new.concepts)


def _follows(one: Text, other: Text, but: Mention) -> bool:
    """Say whether another text has most of the words of a text, one aside: no idiom replaced it."""
    known = other.ask(pool)
    words = [word for word in one.ask(mentions) if word.telling and word.concepts != but.concepts]
    missing = sum(known.isdisjoint(word.concepts) for word in words)
    return 2 * missing <= len(words)


def _alone(words: tuple[Mention, ...], other: Text) -> Mention | None:
    """Return the only word, be it repeated, of which another text has no concept."""
    known = other.ask(pool)
    lost = [word for word in words if known.isdisjoint(word.concepts)]
    return lost[0] if len({word.concepts for word in lost}) == 1 else None
