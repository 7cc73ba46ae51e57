"""Predecessors wherever they stand, among all messages that disappeared."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sverka.catalogue.assignment import Pair, assigned
from sverka.catalogue.candidates import Pool, candidates
from sverka.catalogue.evidence import Evidence, apart, weigh, word_weights, words
from sverka.catalogue.similar import similarity

BACKGROUND = 1000  # texts, at least, of which the frequency of words is counted
CUT = 0.9  # a text shorter than this share of its predecessor may have lost a part


@dataclass(frozen=True, slots=True)
class Predecessor:
    """New message `new` was made from old message `old` (indices), perhaps joined with `others`."""

    new: int
    old: int
    similarity: float
    others: tuple[int, ...] = ()
    shared: bool = False  # another new message has the same predecessor


def far_predecessors(
    old: Sequence[str],
    new: Sequence[str],
    lost: Sequence[int],
    fresh: Sequence[int],
    found: Sequence[Predecessor],
    minimum: float,
) -> Iterator[Predecessor]:
    """Predecessors of the new texts at the places `fresh` among the old ones at `lost`.

    Of the pairs that were `found` before, the old text may have another part elsewhere.
    `minimum` (0…100) is the least similarity.
    """
    if not fresh:
        return
    cut = [pair for pair in found if len(new[pair.new]) < CUT * len(old[pair.old])]
    olds = Pool.of(old, [*lost, *dict.fromkeys(pair.old for pair in cut)])
    news = Pool.of(new, [*fresh, *(pair.new for pair in cut)])
    place_of = {place: number for number, place in enumerate(olds.places)}
    before = {number: place_of[pair.old] for number, pair in enumerate(cut, start=len(fresh))}
    weights = word_weights((*olds.words, *news.words, *_usual(old, olds, news)))
    pairs = {*before.items(), *candidates(olds, news, len(fresh), weights)}
    weighed = {pair: weigh(olds.words[pair[1]], news.words[pair[0]], weights) for pair in pairs}
    chosen = assigned(weighed, before)
    joined = _joined(chosen, weighed, olds, {*before.values(), *chosen.values()})
    used = set(before.values())
    for pair in sorted(chosen.items(), key=lambda pair: (-weighed[pair].worth, pair)):
        number, source = pair
        likeness = similarity(olds.texts[source], news.texts[number])
        if likeness >= minimum:
            yield Predecessor(
                news.places[number],
                olds.places[source],
                100.0 if source in used else likeness,
                tuple(olds.places[other] for other in joined.get(number, ())),
                shared=source in used,
            )
            used.add(source)


def _usual(old: Sequence[str], *pools: Pool) -> Iterator[list[str]]:
    """Other texts of the file, if there are too few to tell which words are rare."""
    wanted = BACKGROUND - sum(len(pool.words) for pool in pools)
    if wanted > 0:
        yield from map(words, old[:: 1 + len(old) // wanted])


def _joined(
    chosen: Mapping[int, int], weighed: Mapping[Pair, Evidence], olds: Pool, taken: set[int]
) -> dict[int, tuple[int]]:
    """New texts that hold a second old one, whole and free, beside the chosen one: which."""
    whole: dict[int, list[int]] = defaultdict(list)
    for (new, old), evidence in weighed.items():
        if len(evidence.old_words) == len(olds.words[old]):
            whole[new].append(old)
    found: dict[int, tuple[int]] = {}
    for new, old in chosen.items():
        if old not in whole[new]:
            continue
        ours = weighed[new, old].new_words
        for other in sorted(whole[new], key=lambda other: -weighed[new, other].worth):
            is_free = other not in taken and weighed[new, other].sound
            if is_free and apart(ours, weighed[new, other].new_words):
                found[new] = (other,)
                taken.add(other)
                break
    return found
