"""Choosing, among weighed pairs of texts, those that can hardly be others."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from sverka.catalogue.evidence import LEAST, Evidence, apart

MARGIN = 1.5  # by which it must exceed that of any other pair of either text
CERTAIN = 5.0  # by which a text's better pair rules out its worse one
WHOLE = 0.35  # what speaks against a text that stands nearly whole in a longer one, as a share

Pair = tuple[int, int]  # new index, old index


def assigned(weighed: Mapping[Pair, Evidence], before: Mapping[int, int]) -> dict[int, int]:
    """New index → old index. Several new texts may be different parts of one old text.

    `before` are pairs that were settled before. Of a text that was put together from several
    old ones, the first is taken.
    """
    rivals = _Rivals(weighed, before)
    found: dict[int, int] = {}
    order = sorted(weighed, key=lambda pair: (-weighed[pair].worth, pair))
    left = [pair for pair in order if weighed[pair].sound and pair not in rivals.later]
    size = -1
    while size != len(left):  # what is taken may make others distinct
        size = len(left)
        for pair in left:
            if pair[0] not in rivals.settled and rivals.stands_out(pair):
                rivals.settle(pair)
                found[pair[0]] = pair[1]
        left = [pair for pair in left if pair[0] not in rivals.settled]
    return found


class _Rivals:
    """The pairs of each text, best first, and what was settled."""

    def __init__(self, weighed: Mapping[Pair, Evidence], before: Mapping[int, int]) -> None:
        self.weighed = weighed
        self.of_new: dict[int, list[tuple[float, int]]] = defaultdict(list)
        self.of_old: dict[int, list[tuple[float, int]]] = defaultdict(list)
        for (new, old), evidence in weighed.items():
            self.of_new[new].append((-evidence.worth, old))
            self.of_old[old].append((-evidence.worth, new))
        for pairs in (*self.of_new.values(), *self.of_old.values()):
            pairs.sort()
        self.settled: set[int] = set()
        self.takers: dict[int, list[int]] = defaultdict(list)
        for new, old in before.items():
            self.settle((new, old))
        self.later = {pair for new in self.of_new for pair in self._later(new)}

    def settle(self, pair: Pair) -> None:
        self.settled.add(pair[0])
        self.takers[pair[1]].append(pair[0])

    def _later(self, new: int) -> Iterator[Pair]:
        """Pairs whose old text follows, in the new one, after another whole old text."""
        good = [(new, old) for worth, old in self.of_new[new] if -worth >= LEAST]
        for pair in good:
            shared = self.weighed[pair].new_words
            for other in good:
                evidence = self.weighed[other]
                is_before = other != pair and min(evidence.new_words) < min(shared)
                if (
                    is_before
                    and evidence.cost <= WHOLE * evidence.gain
                    and apart(shared, evidence.new_words)
                ):
                    yield pair
                    break

    def stands_out(self, pair: Pair) -> bool:
        """Whether neither text of the pair has another that is nearly as likely."""
        new, old = pair
        if any(not self._parts(pair, taker) for taker in self.takers[old]):
            return False
        limit = self.weighed[pair].worth - MARGIN
        for worth, other in self.of_new[new]:
            if -worth <= limit:
                break
            if other != old and self._could_be_from(new, other, -worth, limit):
                return False
        for worth, other in self.of_old[old]:
            if -worth <= limit:
                break
            if other != new and self._could_become(old, other, -worth, pair):
                return False
        return True

    def _could_be_from(self, new: int, old: int, worth: float, limit: float) -> bool:
        if (new, old) in self.later:
            return False
        takers = self.takers[old]
        if takers:
            much_better = worth > limit + MARGIN + CERTAIN
            return much_better or all(self._parts((new, old), taker) for taker in takers)
        best, owner = self.of_old[old][0]
        return not (owner != new and owner not in self.settled and -best >= worth + CERTAIN)

    def _could_become(self, old: int, new: int, worth: float, pair: Pair) -> bool:
        if new in self.settled or (new, old) in self.later:
            return False
        best, source = self.of_new[new][0]
        if source != old and -best >= worth + CERTAIN and not self.takers[source]:
            return False
        return not self._parts(pair, new)

    def _parts(self, pair: Pair, other: int) -> bool:
        """Whether the new texts may be different parts of the old one."""
        theirs = self.weighed.get((other, pair[1]))
        return theirs is not None and apart(self.weighed[pair].old_words, theirs.old_words)
