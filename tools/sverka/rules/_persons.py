"""People's names in a unit: which capitalised runs of the pivot are names, and on what evidence."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, wraps
from typing import NamedTuple, ParamSpec, TypeVar

from sverka.project import Name, Register
from sverka.review import Unit
from sverka.text import lexicon, locales
from sverka.text.analysis import Text
from sverka.text.entities import kind
from sverka.text.german import small_nouns
from sverka.text.known_names import is_name_word
from sverka.text.names import (
    Found,
    Mention,
    are_far,
    find_name,
    same_name,
    variant_score,
)
from sverka.text.names.matching import TITLES

from ._rows import Odd, Side, odd_word
from ._runs import is_full, long_runs, name_rows, rows, runs_of, words

SAME = 0.85
"""Score from which two forms of one language are spellings of one name."""
HEARD = 0.6
"""Score from which a text confirms that a run is a name: it has the same sound there."""
ABSENT = 0.2
"""Score below which a name does not stand in a text at all."""
HARD_TO_HEAR = frozenset({"zh", "ja", "ko", "yue"})
"""Languages in which a name may stand in a form that has little of its sound."""

SENTENCE = re.compile(r"\b[^\W\d_A-Z]+\b.*?\b[^\W\d_A-Z]+\b", re.DOTALL)
"""Two small words: what is written with capitals only is a title or a button."""
CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})

LOANS_BY_SOUND = frozenset({"ja"})
"""Languages that write common words by their sound too: キーボード is nobody's name."""
P = ParamSpec("P")
T = TypeVar("T")


def once(function: Callable[P, Iterable[T]]) -> Callable[P, tuple[T, ...]]:
    """Remember what the last arguments gave: all name rules read a unit before the next one."""
    last: tuple[tuple[object, ...], tuple[T, ...]] = ((), ())

    @wraps(function)
    def remembered(*args: P.args, **kwargs: P.kwargs) -> tuple[T, ...]:
        nonlocal last
        known, found = last
        if len(known) != len(args) or any(a is not b for a, b in zip(known, args, strict=True)):
            found = tuple(function(*args, **kwargs))
            last = (args, found)
        return found

    return remembered


class Person(NamedTuple):
    """A name in the pivot."""

    mention: Mention
    entry: Name | None
    """Its row in the register, if it has one."""
    source: Found | None
    """The place in the source, if there is a source that has it."""


@lru_cache(maxsize=8192)
def find(name: str, locale: str, text: str, text_locale: str) -> Found | None:
    """Return the place of a name in a text: `find_name`, remembered for the other rules."""
    return find_name(name, locale, text, text_locale)


_asked: list[tuple[Unit | None, bool]] = [(None, False)]
"""The last unit that was asked about: all name rules read a unit before the next one."""


def may_name(unit: Unit) -> bool:
    """Say whether a pivot text has what may be a name: without it, most rules need not look."""
    last, known = _asked[0]
    if last is not unit:
        known = any((form.pivot or form.text).ask(long_runs) for form in unit.forms)
        _asked[0] = (unit, known)
    return known


def people(unit: Unit, pivot: Text) -> tuple[Person, ...]:
    """Return the people's names in a pivot text: those of the register, and those that are heard
    in the source as well."""
    if unit.source is None and not unit.background.names.names:
        return ()
    return _people(unit, pivot) if pivot.ask(long_runs) else ()


@once
def _people(unit: Unit, pivot: Text) -> Iterator[Person]:
    for mention in pivot.ask(long_runs):
        entry = registered(mention.text, unit.background.names, pivot.locale)
        source = heard(mention.text, pivot, unit.source) if unit.source else None
        if entry or (source and is_full(mention.text) and _may_be(mention, source, unit, pivot)):
            yield Person(mention, entry, source)


def _may_be(mention: Mention, source: Found, unit: Unit, pivot: Text) -> bool:
    """Say whether a name that is no known one may be a person's: the source may tell."""
    if unit.source is None or is_known(mention.text, pivot.locale):
        return True
    return kind(unit.source, source.start, source.end) != "other"


def likely_people(unit: Unit, pivot: Text) -> Iterator[Person]:
    """Yield the people whom register or source prove, without both what looks like a person."""
    yield from people(unit, pivot)
    if unit.source is None:
        for mention in pivot.ask(name_rows):
            if registered(mention.text, unit.background.names, pivot.locale) is None:
                yield Person(mention, None, None)


def told_names(text: Text) -> Iterator[Mention]:
    """Yield the full names of a text; of titles, where all is written with capitals, only what
    begins as people's names do."""
    names = text.ask(name_rows)
    is_title = not (names and SENTENCE.search(text.value))
    return (
        one
        for one in names
        if (not is_title or is_known(one.text, text.locale))
        and not is_phrase(one.text, text.locale)
    )


@lru_cache(maxsize=4096)
def is_phrase(name: str, locale: str) -> bool:
    """Say whether all words of a run are common ones, and none a name that people have: Exit
    Status."""
    if any(is_name_word(word, locale) for word in name.split()):
        return False
    text = Text(name.lower(), locale)
    return len(text.ask(lexicon.mentions)) == len(name.split()) or (
        locales.language(locale) == "de" and len(text.ask(small_nouns)) == len(name.split())
    )


def are_known(name: str, locale: str) -> bool:
    """Say whether every word of a name is known for one, initials apart."""
    return all(len(one.text) == 1 or is_name_word(one.text, locale) for one in words(name))


def untitled(name: str) -> str:
    """Return a name without the titles before it: Dr. Ford, Ford."""
    weighty = name.split()
    while len(weighty) > 1 and weighty[0].lower().rstrip(".") in TITLES:
        del weighty[0]
    return " ".join(weighty)


def registered(name: str, register: Register, locale: str) -> Name | None:
    """Return the person of the register whom `name`, however spelled, means."""
    if " " not in name:
        return None
    best, best_score = None, SAME
    size = len(name.split())
    for entry, form, words_of_form in _registered_forms(register, locale):
        if words_of_form != size:
            continue
        score = 1.0 if form == name else variant_score(name, form, locale, least=best_score)
        if score >= best_score:
            best, best_score = entry, score
    return best


@once
def _registered_forms(register: Register, locale: str) -> Iterator[tuple[Name, str, int]]:
    for entry in register.names:
        if entry.kind == "person":
            yield from ((entry, form, len(form.split())) for form in entry.forms(locale))


def heard(name: str, pivot: Text, other: Text) -> Found | None:
    """Return where a name of the pivot stands in another text, by its sound."""
    found = find(name, pivot.locale, other.value, other.locale)
    return found if found and found.score >= HEARD else None


def place(person: Person, unit: Unit, pivot: Text, text: Text) -> Found | None:
    """Return where a name stands in a translation, by the register's form or by its sound."""
    candidates = [
        find(form, unit.locale, text.value, text.locale)
        for form in (person.entry.forms(unit.locale) if person.entry else ())
    ]
    candidates.append(find(person.mention.text, pivot.locale, text.value, text.locale))
    found = [candidate for candidate in candidates if candidate]
    return max(found, key=lambda one: one.score, default=None)


def differ(a: str, b: str) -> bool:
    """Say whether two locales are written in different scripts."""
    return locales.is_locale(b) and locales.script(a) != locales.script(b)


def stands(person: Person, unit: Unit, text: Text) -> bool:
    """Say whether a translation has the register's form of a name, inflected or not."""
    forms = person.entry.forms(unit.locale) if person.entry else ()
    found = (find(form, unit.locale, text.value, text.locale) for form in forms)
    return any(one and one.score > HEARD for one in found)


def another(person: Person, unit: Unit, pivot: Text, text: Text) -> Mention | None:
    """Return the name that stands in a translation in place of a person's: one of its words is
    another's, or it is a stranger's while the person is not there at all.

    A name that neither register nor source have must consist of known names, or only begin with
    one if the surname stands; a stranger's then begins with one too. Of the pivot, which is
    compared with the source, and the source one must begin so.
    """
    name = person.mention.text
    is_proved = bool(person.entry or person.source)
    in_pivot = unit.role == "pivot"
    is_sure = is_proved or is_known(name, pivot.locale)
    if in_pivot and not is_sure:
        is_sure = kind(pivot, person.mention.start, person.mention.end) == "person"
    if not (is_sure or in_pivot) or not (is_proved or SENTENCE.search(pivot.value)):
        return None
    found = place(person, unit, pivot, text)
    if found and found.score >= ABSENT:
        names = [Side(name, pivot.locale)]
        if person.source and unit.source:
            whole = _row(unit.source, person.source, len(words(name)))
            names.append(Side(whole, unit.source.locale))
        odd = odd_word(names, found, text) if is_sure else None
        is_sounding = odd and locales.script(text.locale) in CASED and _is_telling(odd, text)
        is_unproved = not is_proved and differ(pivot.locale, text.locale)
        if odd and odd.kind == "surname" and is_unproved:
            last = words(text.value[odd.start : odd.end])[-1].text
            if not are_far(words(name)[-1].text, last, pivot.locale, text.locale):
                return None
        if not (is_proved or in_pivot or is_sounding or are_known(name, pivot.locale)):
            return None
        return odd and Mention(odd.start, odd.end, text.value[odd.start : odd.end], False)
    strange = () if name in text.value else tuple(strangers(pivot, text))
    if len(strange) != 1:
        return None
    if is_proved or (is_sure and in_pivot):
        return strange[0]
    is_person = in_pivot or are_known(name, pivot.locale)
    return strange[0] if is_person and is_known(strange[0].text, text.locale) else None


def _is_telling(odd: Odd, text: Text) -> bool:
    """Say whether the odd word of a row is another's given name, others' initials, a surname that
    people have, or one that Cyrillic letters are not rewritten so."""
    last = text.value[odd.start : odd.end].split()[-1]
    is_surname = odd.kind == "surname" and is_name_word(last, text.locale)
    return odd.kind in ("given", "initials", "spelling") or is_surname


def _row(text: Text, found: Found, size: int) -> str:
    """Return the row of so many words around a found name, with its given name or initials."""
    ends = (window for window in rows(text, found, size) if window[-1].end == found.end)
    window = next(ends, None)
    return text.value[window[0].start : window[-1].end] if window else found.text


def is_known(name: str, locale: str) -> bool:
    """Say whether a run begins with a given name that several people have, or with initials."""
    first = next((one.text for one in words(name)), "")
    return len(first) == 1 or is_name_word(first, locale)


def other_person(
    unit: Unit, person: Person, persons: Sequence[Person], pivot: Text, text: Text
) -> Mention | None:
    """Return the name of another person of the register, whom the pivot does not name."""
    named = {one.entry.line for one in persons if one.entry}
    for entry in unit.background.names.names:
        if entry.kind != "person" or entry.line in named:
            continue
        for other in entry.forms(unit.locale):
            at = text.value.find(other)
            if at >= 0:
                is_there = heard(person.mention.text, pivot, text)
                return None if is_there else Mention(at, at + len(other), other, False)
    return None


def strangers(pivot: Text, text: Text) -> Iterator[Mention]:
    """Yield full names of a translation that stand for no name of the pivot."""
    for run in text.ask(name_rows):
        if not is_phrase(run.text, text.locale) and not any(
            same_name(one.text, run.text, pivot.locale, text.locale) >= ABSENT
            for one in pivot.ask(runs_of)
        ):
            yield run
