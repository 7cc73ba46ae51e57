"""The name pairs of the development data, split by a hash, and the negatives made of them."""

import gzip
import os
import random
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

DATA = Path(os.environ.get("SVERKA_DATA", Path(__file__).parents[4] / "shared" / "data"))
LANGUAGES = {
    "ru": "russian",
    "ar": "arabic",
    "he": "hebrew",
    "ja": "katakana",
    "ko": "korean",
    "zh": "chinese",
}

SPELLING_LANGUAGES = ("ru",)
"""Whose forms tell English spellings of one name: Russian loses least of the sound."""


class Pair(NamedTuple):
    """An English name token and its form in the other language."""

    english: str
    foreign: str


def is_held_back(name: str) -> bool:
    """Every tenth name, by a hash, is never trained on."""
    return zlib.crc32(name.encode()) % 10 == 0


def pairs(language: str, held_back: bool | None, by: str = "english") -> list[Pair]:
    """The pairs of one part of the data; of all of it when `held_back` is None.

    The parts share no name of the side `by`: "english", as in the data's own split, or "foreign".
    """
    path = DATA / "names" / f"en-{LANGUAGES[language]}.train.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        fields = (line.rstrip("\n").split("\t") for line in lines)
        found = dict.fromkeys(Pair(f[0], f[1].replace(" ", "")) for f in fields if len(f) > 1)
    return [p for p in found if held_back is None or is_held_back(getattr(p, by)) == held_back]


def deletions(name: str, most: int) -> set[str]:
    """The name with up to `most` letters left out."""
    found = {name}
    for _ in range(most):
        found |= {form[:i] + form[i + 1 :] for form in found for i in range(len(form))}
    return found


class Neighbours:
    """Names at an edit distance of at most 2, found by shared deletions."""

    def __init__(self, names: Iterable[str], deleted: int = 2) -> None:
        self.deleted = deleted
        self.index: dict[int, list[str]] = defaultdict(list)
        for name in sorted(set(names)):
            for form in deletions(name, deleted):
                self.index[hash(form)].append(name)

    def of(self, name: str) -> Iterator[str]:
        """The other names near this one, in a fixed order."""
        near = {n for form in deletions(name, self.deleted) for n in self.index[hash(form)]}
        for other in sorted(near):
            if other != name and Levenshtein.distance(name, other, score_cutoff=2) <= 2:
                yield other


def negatives(
    positives: list[Pair], seed: int, deleted: int = 2, plain_each: int = 1
) -> tuple[list[Pair], list[Pair]]:
    """For each pair one hard negative, where there is one, and `plain_each` random ones.

    Hard: the foreign form of another English name within edit distance 2. Random: that of another
    name with the same initial. Never a form that the data knows for the name itself.
    """
    chance = random.Random(seed)
    forms: dict[str, list[str]] = defaultdict(list)
    initials: dict[str, list[str]] = defaultdict(list)
    for english, foreign in positives:
        forms[english].append(foreign)
        initials[english[:1]].append(foreign)
    neighbours = Neighbours(forms, deleted)
    hard, plain = [], []
    for english, _ in positives:
        known = set(forms[english])
        near = [f for n in neighbours.of(english) for f in forms[n] if f not in known]
        if near:
            hard.append(Pair(english, chance.choice(near)))
        others = chance.choices(initials[english[:1]], k=plain_each)
        plain += [Pair(english, other) for other in others if other not in known]
    return hard, plain


class Spelling(NamedTuple):
    """Two English spellings and the foreign form that one of them (or both) renders."""

    first: str
    second: str
    foreign: str
    language: str


def spellings(held_back: bool, seed: int) -> tuple[list[Spelling], list[Spelling], list[Spelling]]:
    """Pairs of English spellings: of one foreign form, near misses, and same-initial others.

    True pairs are at most three edits apart. Near misses are names within edit distance 2 that
    share no foreign form in any language.
    """
    chance = random.Random(seed)
    true: dict[tuple[str, str], Spelling] = {}
    forms: dict[str, set[str]] = defaultdict(set)
    sources: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for language in LANGUAGES:
        for english, foreign in pairs(language, None):
            forms[english].add(foreign)
    for language in SPELLING_LANGUAGES:
        groups: dict[str, list[str]] = defaultdict(list)
        for english, foreign in pairs(language, held_back, by="foreign"):
            groups[foreign].append(english)
            sources[english].append((foreign, language))
        for foreign, names in groups.items():
            chance.shuffle(names)
            for a, b in pairwise(names[:7]):
                if Levenshtein.distance(a, b, score_cutoff=3) <= 3:
                    true.setdefault((a, b), Spelling(a, b, foreign, language))
    members = sorted({name for pair in true for name in pair})
    neighbours = Neighbours(members, 1)
    initials: dict[str, list[str]] = defaultdict(list)
    for name in members:
        initials[name[:1]].append(name)
    hard, plain = [], []
    for name in members:
        foreign, language = sources[name][0]
        near = [n for n in neighbours.of(name) if not forms[n] & forms[name]]
        chosen = chance.sample(near, min(2, len(near)))
        hard += [Spelling(name, other, foreign, language) for other in chosen]
        other = chance.choice(initials[name[:1]])
        if not forms[other] & forms[name]:
            plain.append(Spelling(name, other, foreign, language))
    return list(true.values()), hard, plain


def spelling_pairs(held_back: bool, seed: int) -> tuple[list[Pair], list[Pair], list[Pair]]:
    """`spellings` without the foreign forms, the true ones in both orders."""
    true, hard, plain = (
        [Pair(s.first, s.second) for s in part] for part in spellings(held_back, seed)
    )
    return true + [Pair(b, a) for a, b in true], hard, plain
