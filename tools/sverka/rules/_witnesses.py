"""What the other languages of an article say of two acronyms of one language."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ._acronyms import Segment, Side


class Verdict(NamedTuple):
    """What another language says: +1 one term, -1 two, 0 nothing."""

    side: Side
    sign: int
    strong: bool
    """Whether it is the text that this language translates, or the source."""
    forms: dict[Segment, str]
    """The form that speaks for the established one, by segment."""


def verdicts(side: Side, others: Sequence[Side], wrong: str, right: str) -> tuple[Verdict, ...]:
    """Ask every other language what stands where `wrong` stands in `side`."""
    return tuple(_verdict(side, other, wrong, right) for other in others)


def _verdict(side: Side, other: Side, wrong: str, right: str) -> Verdict:
    calls = renderings(other, side, without=wrong)
    total = 0
    forms: dict[Segment, str] = {}
    for place in side.places(wrong):
        sign, form = _at(side, other, place, wrong, right, calls)
        total += sign
        if form:
            forms[place] = form
    strong = other.role == "source" or (other.role == "pivot" and side.role == "target")
    return Verdict(other, (total > 0) - (total < 0), strong, forms)


def _at(
    side: Side, other: Side, place: Segment, wrong: str, right: str, calls: dict[str, str]
) -> tuple[int, str]:
    """Return (+1, form) if the other language has what `right` renders, (-1, "") if it has not."""
    here, there = side.segments[place], other.segments.get(place)
    if not there:
        return 0, ""
    if wrong in there:
        copies = other.role == "target" and side.role != "target"
        return (0 if copies else -1), ""
    wanted = here[wrong] + here[right]
    strangers = 0
    for form, count in there.items():
        called = calls.get(form)
        if called == right and (count >= wanted or not here[right]):
            return 1, form
        if called == wrong:
            return -1, ""
        strangers += called is None
    return (-1 if strangers and not here[right] else 0), ""


def renderings(other: Side, side: Side, without: str | None = None) -> dict[str, str]:
    """Return form of `other` → the form of `side` that renders it.

    Learned from the segments that both have, `without` those in which a doubtful form stands;
    the same letters or a known meaning need no learning.
    """
    together: dict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    doubtful = side.places(without) if without else set()
    for place, forms in other.segments.items():
        mine = side.segments.get(place)
        if place in doubtful or not mine:
            continue
        for form in forms:
            seen[form] += 1
            together[form].update(mine.keys())
    found: dict[str, str] = {}
    for form in other.facts:
        if form in side.facts:
            found[form] = form
        elif known := side.counterpart(other.concepts(form)):
            found[form] = known
        elif together[form]:
            best, count = together[form].most_common(1)[0]
            if count >= 2 and count >= 0.6 * seen[form]:
                found[form] = best
    return found
