"""Second renderings planted into documents, and how many are found.

A term is taken whose rendering stands in nearly all segments that have the term and in few others;
in some of them a made-up word takes its place; or, of a phrase whose translations share words that
stand for nothing else, in a single one.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from sverka.text.noun_phrases import is_term, phrases
from sverka.text.renderings import variants, words
from sverka.text.strays import strays
from sverka.text.term_words import Words, keys_in, words_in

from .data import Segment

MADE_UP = "щъждуц"
Pairs = list[tuple[str, str]]


def documents(segments: Sequence[Segment], least: int = 30) -> list[Pairs]:
    """Return the documents of at least so many segments."""
    found: dict[str, Pairs] = defaultdict(list)
    for segment in segments:
        found[segment.id.rpartition(":")[0]].append((segment.en, segment.ru))
    return [pairs for pairs in found.values() if len(pairs) >= least]


def stable(pairs: Pairs) -> Iterator[tuple[str, list[int]]]:
    """Yield renderings that a term nearly always has, and the segments that have both."""
    nouns: dict[str, set[int]] = defaultdict(set)
    places: dict[str, set[int]] = defaultdict(set)
    for number, (here, there) in enumerate(pairs):
        for noun in words(here, "en").nouns:
            nouns[noun].add(number)
        for word in words(there, "ru").all:
            places[word].add(number)
    for where in nouns.values():
        counts = Counter(word for n in where for word in words(pairs[n][1], "ru").all)
        word, both = max(counts.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        if len(where) >= 5 and both >= max(0.8 * len(where), 0.7 * len(places[word])):
            yield word, sorted(where & places[word])


def planted(pairs: Pairs, word: str, numbers: Sequence[int]) -> Pairs:
    """Put the made-up word in the place of a rendering."""
    spoilt = list(pairs)
    for number in numbers:
        here, there = pairs[number]
        spoilt[number] = here, re.sub(rf"\b{word}\w*", MADE_UP, there, flags=re.IGNORECASE)
    return spoilt


def shared(pairs: Pairs, here: Sequence[Words]) -> Iterator[tuple[frozenset[str], list[int]]]:
    """Yield the keys that the translations of a phrase share and no others have, and where."""
    keys = [keys_in(text, "ru") for _, text in pairs]
    total = Counter(key for found in keys for key in found)
    for term, where in phrases(here).items():
        if len(where) < 3 or not is_term(term, [here[n] for n in where], "en"):
            continue
        common = frozenset.intersection(*(keys[n] for n in where))
        if own := frozenset(key for key in common if total[key] == len(where)):
            yield own, sorted(where)


def renamed(text: str, keys: frozenset[str]) -> str:
    """Put the made-up word in the place of the words that have some keys."""
    return re.sub(
        r"[^\W\d_]+", lambda found: MADE_UP if keys_in(found[0], "ru") & keys else found[0], text
    )


def singles(texts: Sequence[Pairs], rng: random.Random) -> tuple[int, int]:
    """Return how many planted in a single segment are found, and how many there are."""
    hits = total = 0
    for pairs in texts:
        here = [words_in(text, "en") for text, _ in pairs]
        for keys, where in shared(pairs, here):
            odd = rng.choice(where)
            spoilt = [*pairs]
            spoilt[odd] = pairs[odd][0], renamed(pairs[odd][1], keys)
            hits += odd in [stray.odd for stray in strays(spoilt, here, "en", "ru")]
            total += 1
    return hits, total


def report(segments: Sequence[Segment], seed: int = 1) -> None:
    """Print how many planted renderings are found, and how many are in the untouched text."""
    rng = random.Random(seed)
    texts = documents(segments)
    untouched = sum(len(variants(pairs, "en", "ru")) for pairs in texts)
    print(f"untouched: {untouched} terms in {sum(map(len, texts))} segments")
    for number in (2, 3):
        hits = total = 0
        for pairs in texts:
            for word, where in stable(pairs):
                spoilt = planted(pairs, word, rng.sample(where, number))
                found = variants(spoilt, "en", "ru")
                hits += any(MADE_UP[:5] in (v.first, v.second) for v in found)
                total += 1
        print(f"made-up word in {number} segments: {hits} of {total} found")
    single = [
        stray
        for pairs in texts
        for stray in strays(pairs, [words_in(text, "en") for text, _ in pairs], "en", "ru")
    ]
    print(f"untouched, a single segment: {len(single)} terms")
    hits, total = singles(texts, rng)
    print(f"made-up word in a single segment: {hits} of {total} found")
