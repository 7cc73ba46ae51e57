"""Surnames alone: how a file writes them, learned from full names, and where it does otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from sverka.catalogue import Catalogue
from sverka.review import CatalogueFile, Fact, Related
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import Mention, same_form, same_name
from sverka.text.names.scripts import script_of

from ._completeness import Pair, Recall, read
from ._persons import CASED, HEARD, SENTENCE, differ, find, is_known
from ._rows import name_rows, words

_SHORTEST = 4
"""Letters of a surname that is looked for."""
_LETTERS_A_SLIP = 5
"""A spelling has one wrong letter in so many, and at least one."""
_ENDING = {
    **dict.fromkeys(("ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pt"), 1),
    **dict.fromkeys(("be", "bg", "ru", "uk"), 1),
}
"""So many last letters are an ending in whatever form; in other languages three."""
_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lo}][\p{L}\p{M}'’ʼ]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)*")
_HAN = regex.compile(r"\p{Han}+")

Kind = Literal["variant", "copied", "other"]


class Known(NamedTuple):
    """The surnames of a file."""

    forms: Mapping[str, Counter[str]]
    """Surname in the pivot → how often it is written how in full names."""
    persons: frozenset[str]
    """Those that stand after known given names."""


class Lone(NamedTuple):
    """A place where a surname of the pivot is not written as in full names."""

    pair: Pair
    name: Mention
    """The surname in the pivot."""
    here: Mention
    """What stands for it in the translation."""
    usual: str
    times: int
    kind: Kind


def lone(file: CatalogueFile, kind: Kind) -> Iterator[Lone]:
    """Yield where a file writes surnames otherwise than in full names, leaves them in the pivot's
    script, or has another person's."""
    found = _lone(file.catalogue, file.background.pivot, file.where.locale, file.recall)
    return (one for one in found if one.kind == kind)


def placed(file: CatalogueFile, one: Lone) -> Fact:
    """Return the place of what stands for a surname."""
    where = file.place(one.pair.entry, "msgstr", one.pair.plural)
    return Fact(where, (one.here.start, one.here.end), one.here.text)


def named(file: CatalogueFile, one: Lone) -> Related:
    """Return the surname in the pivot, as evidence."""
    where = file.place(one.pair.entry, one.pair.field)
    return Related(where, one.name.text, "pivot", (one.name.start, one.name.end))


@lru_cache(maxsize=1)
def _lone(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> tuple[Lone, ...]:
    found = [
        one for one in read(catalogue, pivot, locale, recall) if one.pivot.value != one.target.value
    ]
    known = _surnames(found)
    if not known.forms:
        return ()
    names = "|".join(regex.escape(name) for name in sorted(known.forms, key=len, reverse=True))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-])(?:{names})(?![\p{{L}}\p{{N}}-])")
    return tuple(one for pair in found for one in _look(pair, pattern, known))


def _surnames(found: list[Pair]) -> Known:
    """The surnames of the full names that the translations write by their sound."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    persons = set()
    for pair in found:
        for mention in pair.pivot.ask(name_rows):
            if form := _surname(mention, pair.pivot, pair.target):
                surname = words(mention.text)[-1].text
                forms[surname][form] += 1
                if is_known(mention.text, pair.pivot.locale):
                    persons.add(surname)
    return Known(forms, frozenset(persons))


def _surname(mention: Mention, pivot: Text, text: Text) -> str:
    """The surname of a full name as a translation writes it, "" if that is not heard in full."""
    surname = words(mention.text)[-1].text
    script = locales.script(text.locale)
    is_sure = differ(pivot.locale, text.locale) or is_known(mention.text, pivot.locale)
    if len(surname) < _SHORTEST or not is_sure:
        return ""
    found = find(mention.text, pivot.locale, text.value, text.locale)
    if not found or found.score < HEARD:
        return ""
    parts = regex.split(r"[\s·・•‧＝=]+", found.text)
    if len(parts) < 2 or locales.script(pivot.locale) == script_of(parts[-1]) != script:
        return ""
    is_heard = same_name(surname, parts[-1], pivot.locale, text.locale) >= HEARD
    return parts[-1] if is_heard else ""


def _look(pair: Pair, pattern: regex.Pattern[str], known: Known) -> Iterator[Lone]:
    places: dict[str, list[regex.Match[str]]] = defaultdict(list)
    for place in pattern.finditer(pair.pivot.value):
        places[place[0]].append(place)
    if not places:
        return
    text = pair.target
    here = _tokens(text, known, places)
    full = [(one.start, one.end) for one in pair.pivot.ask(name_rows)]
    for name, where in places.items():
        alone = [p for p in where if not any(a <= p.start() < b for a, b in full)]
        forms = known.forms[name]
        right = [one for one in here if _is_one_of(one.text, forms, text.locale)]
        if len(right) >= len(where):
            continue
        mention = Mention(*(alone or where)[0].span(), name, False)
        usual, times = forms.most_common(1)[0]
        others = [one for one in here if one not in right]
        if found := _otherwise(others, pair, usual, known, name, right):
            yield Lone(pair, mention, found[0], usual, times, found[1])


def _otherwise(
    others: list[Mention],
    pair: Pair,
    usual: str,
    known: Known,
    name: str,
    right: list[Mention],
) -> tuple[Mention, Kind] | None:
    """What stands in place of a surname, and what that is."""
    pivot, text = pair.pivot, pair.target
    at = text.value.find(name)
    if at >= 0:
        is_left = differ(pivot.locale, text.locale) and not right
        is_left = is_left and name in known.persons
        return (Mention(at, at + len(name), name, False), "copied") if is_left else None
    borne = {form for other, forms in known.forms.items() if other != name for form in forms}
    strange = [one for one in others if not _is_one_of(one.text, borne, text.locale)]
    for one in strange:
        if one.text not in pivot.value and _is_slip(usual, one.text, text.locale):
            return one, "variant"
    is_person = name in known.persons and SENTENCE.search(pivot.value)
    if right or not is_person or locales.script(text.locale) not in CASED:
        return None
    absent = {f for other, forms in known.forms.items() if other not in pivot.value for f in forms}
    for one in others:
        if _is_one_of(one.text, absent, text.locale) and one.text not in pivot.value:
            return one, "other"
    return None


def _is_one_of(word: str, forms: Counter[str] | set[str], locale: str) -> bool:
    return word in forms or any(
        form[:2] == word[:2] and same_form(word, form, locale) for form in forms
    )


def _tokens(text: Text, known: Known, names: Mapping[str, object]) -> list[Mention]:
    """The words of a translation that may be surnames; in Chinese rows as long as the names'."""
    language = locales.language(text.locale)
    if language != "zh":
        pattern = _KATAKANA if language == "ja" else _CAPITALISED
        return [Mention(*m.span(), m[0], False) for m in pattern.finditer(text.value)]
    sizes = sorted({len(form) for name in names for form in known.forms[name]})
    return [
        Mention(start, start + size, run[0][start - run.start() :][:size], False)
        for run in _HAN.finditer(text.value)
        for size in sizes
        for start in range(run.start(), run.end() - size + 1)
    ]


def _is_slip(usual: str, word: str, locale: str) -> bool:
    """Whether a word is a name with a letter or two wrong, and no other ending."""
    from rapidfuzz.distance import OSA

    language = locales.language(locale)
    if language == "zh":
        alike = sum(a == b for a, b in zip(usual, word, strict=False))
        is_row = len(usual) > 2 and usual[:1] == word[:1]
        return is_row and (alike == len(usual) - 1 > 2 or sorted(usual) == sorted(word))
    most = max(1, len(usual) // _LETTERS_A_SLIP)
    if usual[:1] != word[:1] or OSA.distance(usual, word, score_cutoff=most) > most:
        return False
    ending = _ENDING.get(language, 3)
    same = next((n for n, (a, b) in enumerate(zip(usual, word, strict=False)) if a != b), None)
    return same is not None and same < len(usual) - ending
