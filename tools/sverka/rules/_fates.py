"""What became of full names for which there is no evidence but their sound."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from sverka.review import Fact, Form, Unit, fact
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import Found, Mention

from ._persons import (
    ABSENT,
    HEARD,
    LOANS_BY_SOUND,
    differ,
    find,
    may_name,
    once,
    registered,
    strangers,
    told_names,
)
from ._rows import same_initial

_CAPITALISED = regex.compile(r"[ \xa0](\p{Lu}[\p{L}\p{M}'’ʼ-]+)")


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


def fates(unit: Unit) -> tuple[tuple[str, Fact], ...]:
    """Return, by article, what became of each full name for which there is no other evidence."""
    return _fates(unit) if unit.source is None and may_name(unit) else ()


def translated(unit: Unit) -> tuple[tuple[str, Fact], ...]:
    """Return the same of translations: the source is none of the pivot's."""
    return () if unit.role == "source" or not may_name(unit) else fates(unit)


@once
def _fates(unit: Unit) -> Iterator[tuple[str, Fact]]:
    for form in unit.forms:
        if form.pivot is None:
            continue
        for mention in told_names(form.pivot):
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
    found = found and _with_surname(mention.text, found, text)
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
        tuple((one.start, one.end, one.text) for one in strangers(pivot, text)) if absent else (),
    )
    return fact(form, span, value)


def _with_surname(name: str, found: Found, text: Text) -> Found:
    """Return the place of a full name of which only the given name is heard, with the word behind
    it that begins as the surname does: James Hughes, «Джеймса Хьюза»."""
    *before, surname = name.split()
    if len(before) != 1 or " " in found.text or found.score < HEARD:
        return found
    after = _CAPITALISED.match(text.value, found.end)
    if not after or not same_initial(surname[0], after[1][0]):
        return found
    return Found(found.start, after.end(), found.score, text.value[found.start : after.end()])


def _words(name: str) -> int:
    return len(name.replace("-", " ").replace("・", " ").replace("·", " ").split())


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
