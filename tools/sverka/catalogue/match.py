"""Which old message a new message was made from.

A text that an author edits nearly always stays between the same neighbours. So predecessors are
looked for one to one in the gap between unchanged neighbours, then among all messages that
disappeared; never among messages that are still there.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from sverka.catalogue.far import Predecessor, far_predecessors
from sverka.catalogue.similar import (
    Scorer,
    close_similarity,
    contained,
    folded,
    joined,
    similarity,
)

# Similarity, 0…100, from which a message is taken for the predecessor:
SURE_MINIMUM = 58.0  # between two unchanged neighbours, before others are looked at
TIGHT_MINIMUM = 48.0  # between two unchanged neighbours that were neighbours of it before
LOOSE_MINIMUM = 60.0  # beside one such neighbour


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of changed new messages and the disappeared old ones beside the same neighbours."""

    old: list[int]
    new: list[int]
    tight: bool  # both neighbours enclose one run of old messages


def predecessors(
    old: Sequence[str],
    new: Sequence[str],
    same: dict[int, int],
    settled: Set[int] = frozenset(),
    minimum: float = 0.0,
) -> Iterator[Predecessor]:
    """Find the predecessors of the new texts that are not in `same` (new index → old index).

    `settled` are new indices that need no predecessor and mark no place in the old order.
    `minimum` (0…100) raises both thresholds.
    """
    taken = set(same.values())
    old = [text if index in taken else folded(text) for index, text in enumerate(old)]
    new = [text if index in same else folded(text) for index, text in enumerate(new)]
    found: dict[int, Predecessor] = {}

    def accept(pairs: Iterable[Predecessor]) -> None:
        for pair in pairs:
            found[pair.new] = pair
            taken.update((pair.old, *pair.others))

    def near(gap: Gap, least: float) -> Iterator[Predecessor]:
        free = [index for index in gap.old if index not in taken]
        fresh = [index for index in gap.new if index not in found]
        alike = close_similarity if gap.tight else similarity
        return _one_to_one(old, new, free, fresh, max(least, minimum), alike)

    def free() -> tuple[list[int], list[int]]:
        done = same.keys() | found.keys() | settled
        lost = [index for index in range(len(old)) if index not in taken]
        return lost, [index for index in range(len(new)) if index not in done]

    gaps = list(_gaps(len(old), len(new), same, settled))
    for gap in gaps:
        if gap.tight:
            accept(near(gap, SURE_MINIMUM))
            _split(old, new, gap, found)  # before a half is paired with a poor neighbour
            accept(near(gap, TIGHT_MINIMUM))
    accept(far_predecessors(old, new, *free(), list(found.values()), minimum))
    for gap in gaps:
        if not gap.tight:
            accept(near(gap, LOOSE_MINIMUM))
    for gap in gaps:
        _split(old, new, gap, found)
    for gap in gaps:
        _merged(old, new, gap, found, taken)
    yield from (found[index] for index in sorted(found))


def _gaps(old_size: int, new_size: int, same: dict[int, int], settled: Set[int]) -> Iterator[Gap]:
    kept = set(same.values())
    index = 0
    while index < new_size:
        if index in same:
            index += 1
            continue
        start = index
        while index < new_size and index not in same:
            index += 1
        before = same[start - 1] if start else -1
        after = same[index] if index < new_size else old_size
        forward = list(_run(range(before + 1, old_size), kept))
        backward = list(_run(range(after - 1, -1, -1), kept))
        fresh = [place for place in range(start, index) if place not in settled]
        yield Gap(sorted({*forward, *backward}), fresh, forward == backward[::-1])


def _run(indices: Iterable[int], kept: set[int]) -> Iterator[int]:
    for index in indices:
        if index in kept:
            return
        yield index


def _one_to_one(
    old: Sequence[str],
    new: Sequence[str],
    old_gap: list[int],
    new_gap: list[int],
    minimum: float,
    alike: Scorer,
) -> Iterator[Predecessor]:
    """The best pairs first; each message once."""
    scored = []
    for new_place, new_index in enumerate(new_gap):
        for old_place, old_index in enumerate(old_gap):
            score = alike(old[old_index], new[new_index])
            if score >= minimum:
                scored.append((-score, abs(new_place - old_place), new_index, old_index))
    used_old: set[int] = set()
    used_new: set[int] = set()
    for score, _, new_index, old_index in sorted(scored):
        if new_index not in used_new and old_index not in used_old:
            used_new.add(new_index)
            used_old.add(old_index)
            yield Predecessor(new_index, old_index, -score)


def _split(
    old: Sequence[str],
    new: Sequence[str],
    gap: Gap,
    found: dict[int, Predecessor],
) -> None:
    """A message of which another part was cut off shares its predecessor."""
    for index in gap.new:
        if index in found:
            continue
        for other in (index - 1, index + 1):
            pair = found.get(other)
            if pair is None or not contained(new[index], old[pair.old], new[other]):
                continue
            found[index] = Predecessor(index, pair.old, 100.0, shared=True)
            break


def _merged(
    old: Sequence[str],
    new: Sequence[str],
    gap: Gap,
    found: dict[int, Predecessor],
    taken: set[int],
) -> None:
    """A message that swallowed a neighbour of its predecessor has both."""
    for index in gap.new:
        pair = found.get(index)
        if pair is None or pair.shared:
            continue
        for neighbour in (pair.old + 1, pair.old - 1):
            if neighbour not in gap.old or neighbour in taken:
                continue
            if joined(new[index], old[pair.old], old[neighbour]):
                found[index] = Predecessor(index, pair.old, pair.similarity, (neighbour,))
                taken.add(neighbour)
                break
