"""Candidates for the glossary: the acronyms and frequent terms of an article, and their renderings.

Terms are runs of two to four words that recur; a run that occurs only inside a longer one is left
out. Renderings are the runs of words in a translation that go with a term best (Dice's coefficient
over segments); the segments without the best one are asked for a second, and so on.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from sverka.text import locales
from sverka.text.acronyms import acronyms_of, expansions_of
from sverka.text.analysis import Text
from sverka.text.english import SMALL_WORDS, noun
from sverka.text.inflection import stem
from sverka.text.known_acronyms import concepts
from sverka.text.terms import Token, tokens_of, unspaced

from .segments import Segment

Gram = tuple[str, ...]


class Rendering(NamedTuple):
    """What stands for a term in a locale, and in how many segments."""

    form: str
    segments: int


class Candidate(NamedTuple):
    """A term that a glossary may want."""

    form: str
    kind: str
    """`acronym` or `term`."""
    segments: int
    """Segments in which it stands."""
    expansion: str
    renderings: dict[str, tuple[Rendering, ...]]
    """Locale → renderings, the commonest first."""


def candidates(segments: Sequence[Segment], least: int = 2) -> list[Candidate]:
    """Return the acronyms and the terms of at least `least` segments, the commonest first."""
    tables = _tables(segments)
    found = _acronyms(segments, tables) + _terms(segments, tables, least)
    return sorted(found, key=lambda c: (c.kind, -c.segments, c.form))


class _Table(NamedTuple):
    """The runs of words of one locale."""

    locale: str
    grams: dict[int, dict[Gram, str]]
    """Segment → key → as it is written there."""
    counts: Counter[Gram]


def _tables(segments: Sequence[Segment]) -> dict[str, _Table]:
    tables: dict[str, _Table] = {}
    for number, segment in enumerate(segments):
        for locale, place in segment.translations.items():
            table = tables.setdefault(locale, _Table(locale, {}, Counter()))
            table.grams[number] = _grams(place.text, 1, 4)
            table.counts.update(table.grams[number].keys())
    return tables


def _acronyms(segments: Sequence[Segment], tables: dict[str, _Table]) -> list[Candidate]:
    places: dict[str, set[int]] = defaultdict(set)
    expansions: dict[str, str] = {}
    for number, segment in enumerate(segments):
        for acronym in segment.pivot.text.ask(acronyms_of):
            places[acronym.form].add(number)
        expansions |= segment.pivot.text.ask(expansions_of)
    return [
        Candidate(
            form, "acronym", len(where), expansions.get(form, ""), _renderings(where, tables, form)
        )
        for form, where in places.items()
    ]


def _terms(segments: Sequence[Segment], tables: dict[str, _Table], least: int) -> list[Candidate]:
    places: dict[Gram, set[int]] = defaultdict(set)
    written: dict[Gram, Counter[str]] = defaultdict(Counter)
    for number, segment in enumerate(segments):
        for gram, form in _grams(segment.pivot.text, 2, 4).items():
            if not {gram[0], gram[-1]} & SMALL_WORDS and len(gram[-1]) > 2:
                places[gram].add(number)
                written[gram][form] += 1
    frequent = {gram: where for gram, where in places.items() if len(where) >= least}
    inner = {
        part
        for gram, where in frequent.items()
        for size in range(2, len(gram))
        for start in range(len(gram) - size + 1)
        if (part := gram[start : start + size]) in frequent and len(frequent[part]) == len(where)
    }
    return [
        Candidate(_dictionary_form(written[g]), "term", len(where), "", _renderings(where, tables))
        for g, where in frequent.items()
        if g not in inner and not _is_name(written[g])
    ]


def _dictionary_form(written: Counter[str]) -> str:
    """Return the shortest of the commonest spellings, without a sentence's capital."""
    most = max(written.values())
    best = min((form for form, n in written.items() if n >= most / 2), key=lambda f: (len(f), f))
    first, *others = re.findall(r"\w+", best)
    common = first[1:].islower() and all(word.islower() for word in others)
    return best[0].lower() + best[1:] if common else best


def _is_name(written: Counter[str]) -> bool:
    """Say whether a run is written with capitals throughout: names have a register."""
    words = [w for w in re.findall(r"\w+", max(written, key=written.__getitem__)) if len(w) > 3]
    return all(word.istitle() for word in words)


def _renderings(
    where: set[int], tables: dict[str, _Table], acronym: str = ""
) -> dict[str, tuple[Rendering, ...]]:
    return {
        locale: found
        for locale, table in sorted(tables.items())
        if (found := tuple(_best(where & table.grams.keys(), table, acronym)))
    }


def _best(where: set[int], table: _Table, acronym: str) -> list[Rendering]:
    found: list[Rendering] = []
    rest = set(where)
    while rest and len(found) < 3:
        here = Counter(gram for number in rest for gram in table.grams[number])
        gram = _likeliest(here, len(rest), table, acronym)
        if gram is None or (here[gram] < 2 and (acronym,) != gram):
            break
        holders = [number for number in rest if gram in table.grams[number]]
        form = Counter(table.grams[number][gram] for number in holders).most_common(1)[0][0]
        found.append(Rendering(form, len(holders)))
        rest -= set(holders)
    return found


def _likeliest(here: Counter[Gram], size: int, table: _Table, acronym: str) -> Gram | None:
    """Return the run that goes with a term best, None if there is none or it is not clear."""
    same = tuple(acronym.split("-"))
    if acronym and same in here:
        return same
    grams = [gram for gram in here if not acronym or _is_acronym(gram) or size > 3]
    if acronym:
        grams = [gram for gram in grams if not _is_another(gram, acronym, table.locale)]
    scores = {gram: _dice(here[gram], size, table.counts[gram]) for gram in grams}
    most = max(scores.values(), default=0)
    if most < 0.5:
        return None
    best = [gram for gram in grams if scores[gram] > most - 1e-9]
    longest = max(best, key=lambda gram: (len(gram), gram))
    clear = size > 3 or all(set(gram) <= set(longest) for gram in best)
    return longest if clear else None


def _is_another(gram: Gram, acronym: str, locale: str) -> bool:
    """Say whether a run is an acronym that is known to mean something else."""
    means = concepts("-".join(gram), locale)
    return bool(means) and acronym not in means


def _is_acronym(gram: Gram) -> bool:
    return all(part.isupper() or part.isdigit() for part in gram)


def _dice(both: int, segments: int, count: int) -> float:
    return 2 * both / (segments + count)


def _grams(text: Text, shortest: int, longest: int) -> dict[Gram, str]:
    """Return the runs of neighbouring words of a text: key → as written."""
    language = locales.language(text.locale)
    words = text.ask(tokens_of)
    roots = [_root(word, language) for word in words]
    found: dict[Gram, str] = {}
    for start, first in enumerate(words):
        if len(first.text) == 1 and start and _hyphened(text.value, words[start - 1], first):
            continue
        most = longest + text.value.count("-", first.end)
        if any(unspaced(word.text) for word in words[start : start + longest]):
            most = 2 * longest
        for end in range(start + 1, min(start + most, len(words)) + 1):
            if end > start + 1 and not _touch(text.value, words[end - 2], words[end - 1]):
                break
            if end < len(words) and _hyphened(text.value, words[end - 1], words[end]):
                continue
            if end - start >= shortest and _whole(first, words[end - 1]):
                form = text.value[first.start : words[end - 1].end]
                found.setdefault(tuple(roots[start:end]), form)
    return found


def _hyphened(value: str, before: Token, after: Token) -> bool:
    """Say whether two words, of which the second is a letter or an acronym, are joined: CAR-T."""
    joined = value[before.end : after.start] in ("-", "‐", "‑")
    return joined and (len(after.text) == 1 or after.text.isupper())


def _whole(first: Token, last: Token) -> bool:
    """Say whether a run can be a term: it does not begin or end with a particle."""
    return all(
        len(word.text) > 3 or unspaced(word.text) or not word.text.islower()
        for word in (first, last)
    )


def _root(word: Token, language: str) -> str:
    if word.text[1:].isupper():
        return word.text
    return noun(word.text.casefold()) if language == "en" else stem(word.text, language)


def _touch(value: str, before: Token, after: Token) -> bool:
    return not value[before.end : after.start].strip(" -‐‑'’\n")
