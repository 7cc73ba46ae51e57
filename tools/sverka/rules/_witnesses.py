"""What the other languages of an article say of two acronyms of one language."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from ._acronyms import Segment, Side

_CLEAR = (0.99, 0.6)
"""The share of a word's segments that must have an acronym: of two segments, of more."""


class Verdict(NamedTuple):
    """What another language says: +1 one term, -1 two, 0 nothing."""

    side: Side
    sign: int
    strong: bool
    """Whether it is the text that this language translates, or the source."""
    forms: dict[Segment, str]
    """The form that speaks for the established one, by segment."""


class Links:
    """Which acronym of one language renders which of another, learned from their segments.

    Two segments must agree; if `alone`, one is enough that has but one acronym to be explained in
    each language.
    """

    def __init__(self, other: Side, side: Side, alone: bool = False) -> None:
        self.alone = alone
        self.other = other
        self.side = side
        self._pairs: dict[str, Counter[str]] = defaultdict(Counter)
        """Form of `other` → forms of `side` → segments that have both."""
        self._seen: Counter[tuple[bool, str]] = Counter()
        """(whether of `side`, form) → segments in which both languages have acronyms."""
        for place in other.segments:  # in the order of the text, which decides between equals
            if place in side.segments:
                self._count(place, 1)

    def _count(self, place: Segment, step: int) -> None:
        theirs, mine = self._unexplained(place)
        if self.alone and len(theirs) == len(mine) == 1:
            step *= 2
        for form in sorted(theirs):
            self._seen[False, form] += step
            for own in sorted(mine):
                self._pairs[form][own] += step
        for own in mine:
            self._seen[True, own] += step

    def _unexplained(self, place: Segment) -> tuple[set[str], set[str]]:
        """Return the forms of a segment in both languages whose partner is not known anyhow."""
        theirs, mine = set(self.other.segments[place]), set(self.side.segments[place])
        known = {(form, self._known(form)) for form in theirs}
        met = [(form, own) for form, own in known if own in mine]
        return theirs - {form for form, _ in met}, mine - {own for _, own in met}

    def _known(self, form: str) -> str | None:
        """Return the form of `side` that means the same as one of `other` without learning."""
        if form in self.side.facts:
            return form
        return self.side.counterpart(self.other.concepts(form))

    def without(self, places: set[Segment]) -> "Links":
        """Return links learned from all segments but these."""
        rest = object.__new__(Links)
        rest.other, rest.side, rest.alone = self.other, self.side, self.alone
        rest._pairs = defaultdict(Counter, self._pairs)
        rest._seen = Counter(self._seen)
        left = places & self.other.segments.keys() & self.side.segments.keys()
        for form in {form for place in left for form in self.other.segments[place]}:
            rest._pairs[form] = Counter(self._pairs.get(form))
        for place in left:
            rest._count(place, -1)
        return rest

    def called(self, form: str) -> str | None:
        """Return the form of `side` that a form of `other` renders, None if that is not known.

        The same letters or a known meaning need no learning.
        """
        known = self._known(form)
        pairs = self._pairs.get(form)
        if not pairs:
            return known
        best, count = pairs.most_common(1)[0]
        if count < 2 or count < 0.6 * self._seen[False, form]:
            return known
        if known and count <= len(self.other.places(form) & self.side.places(known)):
            return known
        return best

    def main(self, own: str) -> str | None:
        """Return the form of `other` that usually stands for a form of `side`."""
        if own in self.other.facts:
            return own
        if known := self.other.counterpart(self.side.concepts(own)):
            return known
        seen = self._seen[True, own]
        found = [
            (pairs[own], -self._seen[False, form], form)
            for form, pairs in self._pairs.items()
            if pairs[own] >= 2 and pairs[own] >= 0.6 * seen and self._is_own(form, own)
        ]
        return max(found)[2] if found else None

    def _is_own(self, form: str, own: str) -> bool:
        """Say whether no third form explains why both stand in the same segments."""
        most = self._pairs[form].most_common(1)[0][1]
        return most == self._pairs[form][own] and self.called(form) == own


def links(side: Side, others: Sequence[Side]) -> list[Links]:
    """Learn what the other languages have for the acronyms of one."""
    return [Links(other, side, alone=True) for other in others]


def verdicts(known: Sequence[Links], wrong: str, right: str) -> tuple[Verdict, ...]:
    """Ask every other language what stands where `wrong` stands."""
    return tuple(_verdict(link, wrong, right) for link in known)


def words_agree(known: Sequence[Links], wrong: str, right: str) -> bool:
    """Say whether another language has, where `wrong` stands, a word that only `right` calls for.

    This is how an acronym bears witness that other languages write out: ИВЛ and ventilation.
    """
    return any(_words_agree(link, wrong, right) for link in known)


def _words_agree(known: Links, wrong: str, right: str) -> bool:
    side, other = known.side, known.other
    doubtful, places = side.places(wrong), side.places(right)
    silent = [place for place in doubtful if wrong not in other.segments.get(place, ())]
    here = frozenset().union(*(other.words(place) for place in silent))
    if not here or len(places - doubtful) < 2:
        return False
    holders = other.holders(side.segments)
    found = (holders.get(word, set()) - doubtful for word in here)
    usual = 2 * len(places) / len(side.segments)
    return any(
        len(where & places) >= max(2, max(_CLEAR[len(where) > 2], usual) * len(where))
        for where in found
    )


def _verdict(known: Links, wrong: str, right: str) -> Verdict:
    side, other = known.side, known.other
    places = side.places(wrong)
    rest = known.without(places)
    total = 0
    forms: dict[Segment, str] = {}
    for place in places:
        sign, form = _at(rest, place, wrong, right)
        total += sign
        if form:
            forms[place] = form
    return Verdict(other, (total > 0) - (total < 0), is_strong(known), forms)


def is_strong(known: Links) -> bool:
    """Say whether a language is what the other one translates, or the source."""
    side, other = known.side, known.other
    return other.role == "source" or (other.role == "pivot" and side.role == "target")


def _at(known: Links, place: Segment, wrong: str, right: str) -> tuple[int, str]:
    """Return (+1, form) if the other language has what `right` renders, (-1, "") if it has not."""
    side, other = known.side, known.other
    here, there = side.segments[place], other.segments.get(place)
    if not there:
        return 0, ""
    if wrong in there:
        copies = other.role == "target" and side.role != "target" and other.count(right)
        return (0 if copies else -1), ""
    wanted = here[wrong] + here[right]
    usual = known.main(right)
    for form, count in there.items():
        called = known.called(form)
        if called == right or form == usual:
            if count >= wanted or not here[right]:
                return 1, form
        elif called == wrong:
            return -1, ""
    strangers = any(known.called(form) is None for form in there)
    return (-1 if strangers and usual and not here[right] else 0), ""
