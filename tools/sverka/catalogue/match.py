"""Which old message a new message was made from.

A text that an author edits nearly always stays between the same neighbours. So predecessors are
looked for one to one in the gap between unchanged neighbours, then among all messages that
disappeared; never among messages that are still there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from sverka.catalogue.candidates import sharing
from sverka.catalogue.similar import (
    Scorer,
    close_similarity,
    contained,
    edit_similarity,
    folded,
    joined,
    part_similarity,
    similarity,
)

# Similarity, 0…100, from which a message is taken for the predecessor:
TIGHT_MINIMUM = 48.0  # between two unchanged neighbours that were neighbours of it before
LOOSE_MINIMUM = 60.0  # beside one such neighbour
FAR_SURE = 75.0  # anywhere, before loose gaps are looked at
FAR_MINIMUM = 58.0  # anywhere
MARGIN = 6.0  # by which it must be more alike than any other that is left, if far away
CLOSE_MARGIN = 3.0  # the same for nearly equal texts
NEARLY_EQUAL = 86.0
SECOND_BEST = 10.0  # how much less alike it may be than the most alike that another message took

MANY = 1_000_000  # pairs above which only texts that share letter sequences are compared
Scored = tuple[float, int, int]  # similarity (negative), new index, old index


@dataclass(frozen=True, slots=True)
class Gap:
    """A run of changed new messages and the disappeared old ones beside the same neighbours."""

    old: list[int]
    new: list[int]
    tight: bool  # both neighbours enclose one run of old messages


@dataclass(frozen=True, slots=True)
class Predecessor:
    """New message `new` was made from old message `old` (indices), perhaps joined with `others`."""

    new: int
    old: int
    similarity: float
    others: tuple[int, ...] = ()
    shared: bool = False  # another new message has the same predecessor


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
    written = new
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
            accept(near(gap, FAR_MINIMUM))
            _split(old, new, gap, found)  # before a half is paired with a poor neighbour
            accept(near(gap, TIGHT_MINIMUM))
    accept(_joined_far(old, new, *free()))
    alike = list(_alike(old, new, *free(), max(FAR_MINIMUM, minimum) - MARGIN))
    accept(_distinct(alike, *free(), max(FAR_SURE, minimum)))
    _split_far(old, new, free()[1], found)  # before a half is paired with a poor likeness
    for gap in gaps:
        if not gap.tight:
            accept(near(gap, LOOSE_MINIMUM))
    accept(_distinct(alike, *free(), max(FAR_MINIMUM, minimum)))
    parts = _parts(old, new, written, *free(), max(FAR_MINIMUM, minimum))
    accept(_best(parts, *free()))
    for gap in gaps:
        _split(old, new, gap, found)
    _split_far(old, new, free()[1], found)
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


def _alike(
    old: Sequence[str], new: Sequence[str], lost: list[int], fresh: list[int], minimum: float
) -> Iterator[Scored]:
    """Pairs among all that disappeared, by edit similarity."""
    texts = [old[index] for index in lost]
    if len(lost) * len(fresh) > MANY:
        for place, other in sharing([new[index] for index in fresh], texts):
            score = edit_similarity(new[fresh[place]], texts[other], score_cutoff=minimum)
            if score >= minimum:
                yield -score, fresh[place], lost[other]
        return
    from rapidfuzz import process

    for index in fresh if texts else ():
        for _, score, place in process.extract(
            new[index], texts, scorer=edit_similarity, score_cutoff=minimum, limit=5
        ):
            yield -score, index, lost[place]


def _joined_far(
    old: Sequence[str], new: Sequence[str], lost: list[int], fresh: list[int]
) -> Iterator[Predecessor]:
    """Two whole texts that disappeared stand one after the other in a new one."""
    places = {old[index]: index for index in lost}
    for index in fresh:
        text = new[index]
        cut = text.find(" ")
        while cut > 0:
            first, second = places.get(text[:cut]), places.get(text[cut + 1 :])
            if first is not None and second is not None and first != second:
                yield Predecessor(index, first, edit_similarity(old[first], text), (second,))
                del places[text[:cut]], places[text[cut + 1 :]]
                break
            cut = text.find(" ", cut + 1)


def _parts(
    old: Sequence[str],
    new: Sequence[str],
    written: Sequence[str],
    lost: list[int],
    fresh: list[int],
    minimum: float,
) -> Iterator[Scored]:
    """Pairs among all that disappeared of which one stands inside the other.

    `written` are the new texts before letter case was folded.
    """
    olds, news = [old[index] for index in lost], [new[index] for index in fresh]
    pairs = set(sharing(news, olds)) | {(n, o) for o, n in sharing(olds, news)}
    for place, other in pairs:
        score = part_similarity(olds[other], news[place], " ".join(written[fresh[place]].split()))
        if score >= minimum:
            yield -score, fresh[place], lost[other]


def _distinct(
    scored: list[Scored], lost: list[int], fresh: list[int], minimum: float
) -> Iterator[Predecessor]:
    """Pairs that are clearly more alike than any other pair of either of their messages.

    What is accepted may make others distinct, so they are looked at again.
    """
    free_old, free_new = set(lost), set(fresh)
    best: dict[int, float] = defaultdict(float)
    for score, new_index, _ in scored:
        best[new_index] = max(best[new_index], -score)
    accepted = True
    while accepted:
        accepted = False
        left = sorted(s for s in scored if s[1] in free_new and s[2] in free_old)
        rivals: dict[tuple[str, int], list[float]] = defaultdict(list)  # the two best of each
        for score, new_index, old_index in left:
            for side in (("new", new_index), ("old", old_index)):
                if len(rivals[side]) < 2:
                    rivals[side].append(-score)
        for score, new_index, old_index in left:
            margin = CLOSE_MARGIN if -score >= NEARLY_EQUAL else MARGIN
            others = rivals["new", new_index][1:] + rivals["old", old_index][1:]
            is_best = rivals["new", new_index][0] == rivals["old", old_index][0] == -score
            is_best = is_best and -score >= best[new_index] - SECOND_BEST
            if -score >= minimum and is_best and all(-score - other >= margin for other in others):
                free_new.discard(new_index)
                free_old.discard(old_index)
                accepted = True
                yield Predecessor(new_index, old_index, -score)


def _best(
    scored: Iterable[Scored], lost: list[int], fresh: list[int], minimum: float = 0.0
) -> Iterator[Predecessor]:
    """The best pairs first; each message once."""
    free_old, free_new = set(lost), set(fresh)
    for score, new_index, old_index in sorted(scored):
        if -score >= minimum and new_index in free_new and old_index in free_old:
            free_new.remove(new_index)
            free_old.remove(old_index)
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


def _split_far(
    old: Sequence[str], new: Sequence[str], fresh: list[int], found: dict[int, Predecessor]
) -> None:
    """The same where the parts were moved away from each other."""
    cut = [pair for pair in found.values() if len(new[pair.new]) < 0.9 * len(old[pair.old])]
    pairs = sharing([new[index] for index in fresh], [old[pair.old] for pair in cut])
    for place, other in sorted(pairs):
        index, pair = fresh[place], cut[other]
        if index not in found and contained(new[index], old[pair.old], new[pair.new]):
            found[index] = Predecessor(index, pair.old, 100.0, shared=True)


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
