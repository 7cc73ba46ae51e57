"""Glossary terms in inflected form: found where they stand, and in unrelated sentences.

The truth is made by lemmatizers: pymorphy3 puts a Russian noun, with the adjective before it, into
the dictionary form; simplemma does so for German and Spanish nouns. What the core finds alone is
therefore measured against another method than its own; the figures with the extras are not
independent of them.
"""

import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import regex

from sverka.text.analysis import Text
from sverka.text.terms import find, pattern

WORD = regex.compile(r"\p{L}+(?:-\p{L}+)*")


class Example(NamedTuple):
    """A sentence and the dictionary form of a term in it."""

    sentence: str
    term: str
    written: str


def russian(sentences: Sequence[str], number: int, seed: int) -> Iterator[Example]:
    """Yield nouns with their adjectives."""
    import pymorphy3

    morph = pymorphy3.MorphAnalyzer(lang="ru")
    rng = random.Random(seed)
    for sentence in rng.sample(sentences, min(len(sentences), number)):
        words = WORD.findall(sentence)
        pairs = [
            (a, b, term)
            for a, b in itertools.pairwise(words)
            if f"{a} {b}" in sentence and (term := _phrase(morph, a, b))
        ]
        if pairs:
            first, second, term = rng.choice(pairs)
            yield Example(sentence, term, f"{first} {second}")


def _phrase(morph: Any, first: str, second: str) -> str | None:
    adjective, noun = morph.parse(first)[0], morph.parse(second)[0]
    tags = noun.tag
    if adjective.tag.POS != "ADJF" or tags.POS != "NOUN" or tags.case != adjective.tag.case:
        return None
    if {"Name", "Surn", "Geox", "Abbr"} & set(str(tags).split(",")) or len(first) < 5:
        return None
    if noun.score < 0.3 or adjective.score < 0.3 or "Apro" in adjective.tag:
        return None
    lemma = noun.normalized
    wanted = {"nomn", "sing", lemma.tag.gender} if lemma.tag.gender else {"nomn", "plur"}
    agreeing = adjective.normalized.inflect({grammeme for grammeme in wanted if grammeme})
    return f"{agreeing.word} {lemma.word}" if agreeing else None


def by_simplemma(
    sentences: Sequence[str], language: str, number: int, seed: int
) -> Iterator[Example]:
    """Yield nouns (German: capitals; Spanish: after an article) and their lemmas."""
    import simplemma

    pattern_of = {
        "de": r"(?<=\p{Ll} )\p{Lu}\p{Ll}{4,}",
        "es": r"(?<=\b(?:el|la|los|las|un|una|unos|unas|del|al) )\p{Ll}{4,}",
    }[language]
    rng = random.Random(seed)
    for sentence in rng.sample(sentences, min(len(sentences), number)):
        words = [
            word
            for word in regex.findall(pattern_of, sentence)
            if simplemma.is_known(word, lang=language)
        ]
        if words:
            word = rng.choice(words)
            yield Example(sentence, simplemma.lemmatize(word, lang=language), word)


def measure(examples: Sequence[Example], language: str, lemmas: bool) -> tuple[float, float]:
    """Return the share of terms found in their own sentence, and in the next one without them."""
    hits = sum(_stands(e.term, e.sentence, language, lemmas) for e in examples)
    pairs = zip(examples, [*examples[7:], *examples[:7]], strict=True)
    others = [(a.term, b.sentence) for a, b in pairs if a.written not in b.sentence]
    false = sum(_stands(term, sentence, language, lemmas) for term, sentence in others)
    return hits / len(examples), false / len(others)


def _stands(term: str, sentence: str, language: str, lemmas: bool) -> bool:
    return find(Text(sentence, language), [pattern(term, language)], lemmas) is not None


def report(sentences: dict[str, list[str]], number: int = 500) -> None:
    """Print recall and false hits by language, with the core alone and with the extras."""
    for language, texts in sentences.items():
        found = (
            russian(texts, 3 * number, 1)
            if language == "ru"
            else by_simplemma(texts, language, 3 * number, 1)
        )
        examples = list(found)[:number]
        inflected = sum(e.term.casefold() != e.written.casefold() for e in examples)
        print(f"{language}: {len(examples)} terms, {inflected} of them inflected")
        for lemmas in (False, True):
            recall, false = measure(examples, language, lemmas)
            name = "with extras" if lemmas else "core alone"
            print(f"    {name:12} found {recall:.3f}, in an unrelated sentence {false:.3f}")
        missed = [
            f"{e.term}/{e.written}"
            for e in examples
            if not _stands(e.term, e.sentence, language, False)
        ]
        print("    missed by the core:", ", ".join(missed[:25]))
