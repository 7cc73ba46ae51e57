"""Which texts are worth comparing: those that share rare words, or are spelled alike."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from sverka.catalogue.evidence import Words, words

COMMON = 40  # a word in more texts than this finds nothing
TELLING = 10  # rarest words of a text, by which others are found
MOST = 6  # candidates of a text by words, and as many by spelling
SHORT = 30  # letters up to which a text is also sought by its spelling
ALIKE = 45.0  # least edit similarity of such texts
FAINT = 0.4  # of the weight that the best shares, what another one must share
PER_WORD = 0.1  # of two that share as much, the one with fewer words comes first


@dataclass(frozen=True, slots=True)
class Pool:
    """Texts among which predecessors are sought, and their indices in the file."""

    places: Sequence[int]
    texts: Sequence[str]
    words: Sequence[Words]

    @classmethod
    def of(cls, texts: Sequence[str], places: Sequence[int]) -> "Pool":
        """The texts at these places."""
        chosen = [texts[place] for place in places]
        return cls(places, chosen, [words(text) for text in chosen])


def candidates(
    old: Pool, new: Pool, size: int, weights: Mapping[str, float]
) -> Iterator[tuple[int, int]]:
    """Pairs (number in `new`, number in `old`) for the first `size` new texts."""
    places: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(old.words):
        for word in set(text):
            places[word].append(number)
        if text:
            first[text[0]].append(number)
    rare = {word: found for word, found in places.items() if len(found) <= COMMON}
    short = {number: text for number, text in enumerate(old.texts) if len(text) <= 2 * SHORT}
    for number, text in enumerate(new.words[:size]):
        for other in first.get(text[0], ()) if text else ():
            if text[: len(old.words[other])] == old.words[other]:
                yield number, other
        for other in _sharing(text, rare, weights, old.words):
            yield number, other
        if len(new.texts[number]) <= SHORT:
            for _, _, other in process.extract(
                new.texts[number], short, scorer=fuzz.ratio, score_cutoff=ALIKE, limit=MOST
            ):
                yield number, other


def _sharing(
    text: Words,
    rare: Mapping[str, list[int]],
    weights: Mapping[str, float],
    old: Sequence[Words],
) -> list[int]:
    """The texts that have the most weight of rare words in common with `text`."""
    shared: defaultdict[int, float] = defaultdict(float)
    telling = sorted((len(rare[word]), word) for word in rare.keys() & set(text))
    for _, word in telling[:TELLING]:
        weight = weights[word]
        for other in rare[word]:
            shared[other] += weight
    if not shared:
        return []
    least = FAINT * max(shared.values())
    good = [
        (PER_WORD * len(old[other]) - weight, other)
        for other, weight in shared.items()
        if weight >= least
    ]
    return [other for _, other in sorted(good)[:MOST]]
