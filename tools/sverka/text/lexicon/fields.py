"""Concepts of which one excludes the other, as they stand in a text: the liver and the kidneys."""

from collections import Counter
from functools import lru_cache

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import Test, never, of_words, pieces_with, signs
from sverka.text.vocabulary import Remembered

from .tables import plain, stems, table
from .words import SHORTEST, WORD, Concepts, Mention, mentions, words

_FIELDS = "fields"
_HEAD = 3


def _fielded(locale: str) -> Test:
    known = frozenset(stems(locales.language(locale), _FIELDS).rows)
    if not known:
        return never
    heads = frozenset([stem[:_HEAD] for stem in known])
    longest = max(map(len, known))

    def test(word: str) -> bool:
        small = plain(f"{word.lower()}$")
        if small[:_HEAD] not in heads:
            return False
        ends = range(SHORTEST, min(len(small), longest) + 1)
        return any(small[:end] in known for end in ends)

    return test


FIELD = of_words(_fielded)
"""A word whose concept excludes others."""


def field(concept: int) -> str:
    """Return the field of a concept, "" if it excludes no other."""
    rows = table(_FIELDS)
    return rows[concept][0] if concept < len(rows) else ""


@lru_cache(maxsize=32)
def _fielded_in(locale: str) -> Remembered[Concepts]:
    """Return what tells the concepts of a piece that exclude others."""
    known, size = words(locales.language(locale)), len(table(_FIELDS))

    def concepts(piece: str) -> Concepts:
        found = frozenset[int]().union(*[known[word].concepts for word in WORD.findall(piece)])
        return frozenset([concept for concept in found if concept < size])

    return Remembered(concepts)


def excluding(text: Text) -> Concepts:
    """Return the concepts of a text that exclude others, at small cost: an analyser."""
    known = _fielded_in(text.locale)
    return frozenset[int]().union(*[known[piece] for piece in pieces_with(text, FIELD)])


@lru_cache(maxsize=1)
def _sizes() -> Counter[str]:
    return Counter(row[0] for row in table(_FIELDS))


def is_opposition(name: str) -> bool:
    """Say whether a field has two concepts only, each the denial of the other."""
    return _sizes()[name] == 2


def sides(text: Text) -> dict[str, tuple[Mention, ...]]:
    """Return field → the words of a text that express a concept of it: an analyser.

    Loose words count if they can only be the one or the other.
    """
    found: dict[str, tuple[Mention, ...]] = {}
    if text.ask(signs) & FIELD:
        for mention in text.ask(mentions):
            if not mention.share:
                continue
            for name in {field(concept) for concept in mention.concepts} - {""}:
                if mention.telling or is_opposition(name):
                    found[name] = (*found.get(name, ()), mention)
    return found


_KINDS = (
    "second minute hour day week month year decade century",
    "artery vein capillary",
    "half third quarter",
)
"""Words whose concepts exclude each other only where nothing else speaks for a mere rewording."""


@lru_cache(maxsize=1)
def _kinds() -> dict[int, str]:
    known = words("en")
    return {
        concept: row for row in _KINDS for word in row.split() for concept in known[word].concepts
    }


def kinds(concepts: Concepts) -> frozenset[str]:
    """Return the kinds of things of which some concepts are each one, and not another."""
    of = _kinds()
    return frozenset([field(concept) or of.get(concept, "") for concept in concepts]) - {""}


def are_things(concepts: Concepts) -> bool:
    """Say whether a word names a thing whatever it means: none of its concepts is an act."""
    first = len(table(_FIELDS))
    acts = range(first, first + len(table("acts")))
    return not any(concept in acts or is_opposition(field(concept)) for concept in concepts)


_MEDICINE = """
disease bodypart organ symptom speciality procedure drug bloodcell bloodpart route imaging course
bowel lobe bloodvessel profession
"""
_CLINICAL = frozenset(_MEDICINE.split())
"""Fields of concepts of medicine."""


@lru_cache(maxsize=2048)
def is_clinical(concept: int) -> bool:
    """Say whether a concept is one of medicine or science."""
    if name := field(concept):
        return name in _CLINICAL
    first = len(table(_FIELDS)) + len(table("acts"))
    return first <= concept < first + len(table("medicine"))
