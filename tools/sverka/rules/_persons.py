"""People's names in a unit: which capitalised runs of the pivot are names, and on what evidence."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, wraps
from typing import NamedTuple, ParamSpec, TypeVar

from sverka.project import Name, Register
from sverka.review import Fact, Form, Unit, fact
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import (
    Found,
    Mention,
    are_far,
    find_name,
    is_personal,
    names_in,
    same_name,
    variant_score,
)

SAME = 0.85
"""Score from which two forms of one language are spellings of one name."""
HEARD = 0.6
"""Score from which a text confirms that a run is a name: it has the same sound there."""
ABSENT = 0.2
"""Score below which a name does not stand in a text at all."""
HARD_TO_HEAR = frozenset({"zh", "ja", "ko", "yue"})
"""Languages in which a name may stand in a form that has little of its sound."""

LOANS_BY_SOUND = frozenset({"ja"})
"""Languages that write common words by their sound too: キーボード is nobody's name."""
_SEVERAL = re.compile(r"[A-Z][A-Za-z'.-]* ?(?:[a-z][a-z'-]* )*[A-Z]")
"""Two capitals with nothing but words between them; in ASCII, no full name is without them."""


P = ParamSpec("P")
T = TypeVar("T")


def _once(function: Callable[P, Iterable[T]]) -> Callable[P, tuple[T, ...]]:
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


class Fate(NamedTuple):
    """What became of a name that neither register nor source proves; the `value` of a fact."""

    name: str
    span: tuple[int, int]
    """Where it stands in the pivot."""
    heard: str
    """Its full form in a translation of another script, "" if it is not there in full."""
    alike: str
    """The same in a translation of the pivot's script."""
    copied: bool
    """Left in the pivot's script, in a translation of another."""
    absent: bool
    strangers: tuple[tuple[int, int, str], ...]
    """Names in the translation that are none of the pivot's."""


def mentions(text: Text) -> tuple[Mention, ...]:
    """Return the capitalised runs of a text that may be names; an analyser."""
    return names_in(text.value, text.locale)


def full_names(text: Text) -> tuple[Mention, ...]:
    """Return the runs of two words and more that look like a person's full name; an analyser."""
    if text.value.isascii() and not _SEVERAL.search(text.value):
        return ()
    return tuple(one for one in text.ask(mentions) if is_personal(one.text))


@lru_cache(maxsize=8192)
def find(name: str, locale: str, text: str, text_locale: str) -> Found | None:
    """Return the place of a name in a text: `find_name`, remembered for the other rules."""
    return find_name(name, locale, text, text_locale)


@_once
def people(unit: Unit, pivot: Text) -> Iterator[Person]:
    """Yield the people's names in a pivot text: those of the register, and those that are heard
    in the source as well."""
    if unit.source is None and not unit.background.names.names:
        return
    for mention in pivot.ask(mentions):
        entry = registered(mention.text, unit.background.names, pivot.locale)
        if entry is None and len(mention.text.split()) < 2:
            continue
        source = heard(mention.text, pivot, unit.source) if unit.source else None
        if entry or (source and is_personal(mention.text)):
            yield Person(mention, entry, source)


def registered(name: str, register: Register, locale: str) -> Name | None:
    """Return the person of the register whom `name`, however spelled, means."""
    if " " not in name:
        return None
    best, best_score = None, SAME
    for entry in register.names:
        if entry.kind != "person":
            continue
        for form in entry.forms(locale):
            score = 1.0 if form == name else variant_score(name, form, locale)
            if score >= best_score and len(form.split()) == len(name.split()):
                best, best_score = entry, score
    return best


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


def replaced(name: str, pivot: Text, text: Text) -> Mention | None:
    """Return the name that stands in a translation where `name` should: the given name agrees,
    the surname does not. (Given names have forms of their own: Михаил, Михайло, Michael.)"""
    *given, surname = name.split()
    for run in text.ask(full_names):
        others = run.text.split()
        if len(others) != len(given) + 1:
            continue
        is_other = all(are_far(surname, other, pivot.locale, text.locale) for other in others)
        if is_other and any(
            same_name(word, other, pivot.locale, text.locale) >= HEARD
            for word in given
            for other in others
        ):
            return run
    return None


def other_person(
    unit: Unit, person: Person, persons: Sequence[Person], pivot: Text, text: Text
) -> Mention | None:
    """Return the name of another person of the register, whom the pivot does not name."""
    if heard(person.mention.text, pivot, text):
        return None
    named = {one.entry.line for one in persons if one.entry}
    for entry in unit.background.names.names:
        if entry.kind != "person" or entry.line in named:
            continue
        for other in entry.forms(unit.locale):
            at = text.value.find(other)
            if at >= 0:
                return Mention(at, at + len(other), other, False)
    return None


@_once
def fates(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note, by article, what became of each full name for which there is no other evidence."""
    if unit.source is not None:
        return
    for form in unit.forms:
        if form.pivot is None:
            continue
        for mention in form.pivot.ask(full_names):
            if registered(mention.text, unit.background.names, form.pivot.locale) is None:
                yield unit.article, _fate(form, form.pivot, mention)


def _fate(form: Form, pivot: Text, mention: Mention) -> Fact:
    text = form.text
    at = text.value.find(mention.text)
    is_other_script = differ(pivot.locale, text.locale)
    found = None
    if at < 0 or not is_other_script:
        found = find(mention.text, pivot.locale, text.value, text.locale)
    score = found.score if found else 0.0
    is_telling = is_other_script and locales.language(text.locale) not in LOANS_BY_SOUND
    copied = at >= 0 and is_other_script
    is_whole = found and score >= HEARD and _words(found.text) >= _words(mention.text)
    here = found.text if found and is_whole and is_telling and not copied else ""
    alike = found.text if found and is_whole and not is_other_script else ""
    if any(word in pivot.value for word in here.split()):
        here = ""
    absent = score < ABSENT and at < 0
    span = (at, at + len(mention.text)) if at >= 0 else None
    if (here or alike) and found:
        span = (found.start, found.end)
    value = Fate(
        mention.text,
        (mention.start, mention.end),
        here,
        alike,
        copied,
        absent,
        tuple(_strangers(pivot, text)) if absent else (),
    )
    return fact(form, span, value)


def _words(name: str) -> int:
    return len(name.replace("-", " ").replace("・", " ").replace("·", " ").split())


def _strangers(pivot: Text, text: Text) -> Iterator[tuple[int, int, str]]:
    """Yield full names of a translation that stand for no name of the pivot."""
    for run in text.ask(full_names):
        scores = (
            same_name(one.text, run.text, pivot.locale, text.locale) for one in pivot.ask(mentions)
        )
        if max(scores, default=0.0) < ABSENT:
            yield run.start, run.end, run.text


def by_name(facts: Iterable[Fact]) -> dict[str, list[tuple[Fact, Fate]]]:
    """Return the fates of each name of an article."""
    found: dict[str, list[tuple[Fact, Fate]]] = defaultdict(list)
    for one in facts:
        fate = Fate(*one.value)
        found[fate.name].append((one, fate))
    return found


def absences(facts: Iterable[Fact]) -> Iterator[tuple[Fact, Fate, list[Fact]]]:
    """Yield the places where a name is absent that is heard elsewhere, and where it is heard."""
    for places in by_name(facts).values():
        if witnesses := hearings(places):
            yield from ((one, fate, witnesses) for one, fate in places if fate.absent)


def hearings(fates_of_name: Sequence[tuple[Fact, Fate]], locale: str | None = None) -> list[Fact]:
    """Return the places where a name was heard in full, in one locale or in all: what is written
    by its sound in another script is a name."""
    return [
        one
        for one, fate in fates_of_name
        if fate.heard and (locale is None or one.where.locale == locale)
    ]
