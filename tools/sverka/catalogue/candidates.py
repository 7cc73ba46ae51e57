"""Which texts are worth comparing: those that share some of their letter sequences."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

GRAM = 5  # letters of a sequence
PROBES = 8  # sequences, evenly spread, that stand for a text
COMMON = 100  # a sequence in more texts than this tells nothing


def sharing(probed: Sequence[str], scanned: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Index pairs whose scanned text has at least a quarter of the probed text's sequences."""
    places: dict[str, list[int]] = defaultdict(list)
    needed: list[int] = []
    for index, text in enumerate(probed):
        probes = _probes(text)
        needed.append(max(1, len(probes) // 4))
        for probe in probes:
            places[probe].append(index)
    useful = {probe: found for probe, found in places.items() if len(found) <= COMMON}
    for index, text in enumerate(scanned):
        hits: Counter[int] = Counter()
        grams = {text[place : place + GRAM] for place in range(len(text) - GRAM + 1)}
        for gram in grams & useful.keys():
            hits.update(useful[gram])
        for other, count in hits.items():
            if count >= needed[other]:
                yield other, index


def _probes(text: str) -> set[str]:
    last = len(text) - GRAM
    if last <= 0:
        return {text} if last == 0 else set()
    step = max(1, last // (PROBES - 1))
    return {text[place : place + GRAM] for place in range(0, last + 1, step)}
