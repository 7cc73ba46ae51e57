"""People's names in a unit: which capitalised runs of the pivot are names, and on what evidence."""

from collections.abc import Iterator
from typing import NamedTuple

from sverka.project import Name, Register
from sverka.review import Unit
from sverka.text.analysis import Text
from sverka.text.names import Found, Mention, find_name, names_in, variant_score

SAME = 0.85
"""Score from which two forms of one language are spellings of one name."""
HEARD = 0.6
"""Score from which the source confirms that a run is a name: it has the same sound there."""
ABSENT = 0.2
"""Score below which a name does not stand in a text at all."""


class Person(NamedTuple):
    """A name in the pivot."""

    mention: Mention
    entry: Name | None
    """Its row in the register, if it has one."""
    source: Found | None
    """The place in the source, if there is a source that has it."""


def mentions(text: Text) -> tuple[Mention, ...]:
    """Return the capitalised runs of a text that may be names; an analyser."""
    return names_in(text.value, text.locale)


def people(unit: Unit, pivot: Text) -> Iterator[Person]:
    """Yield the people's names in a pivot text: those of the register, and those that are heard
    in the source as well."""
    for mention in pivot.ask(mentions):
        entry = registered(mention.text, unit.background.names, pivot.locale)
        if entry is None and len(mention.text.split()) < 2:
            continue
        source = heard(mention.text, pivot, unit.source) if unit.source else None
        if entry or source:
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
    found = find_name(name, pivot.locale, other.value, other.locale)
    return found if found and found.score >= HEARD else None


def place(person: Person, unit: Unit, pivot: Text, text: Text) -> Found | None:
    """Return where a name stands in a translation, by the register's form or by its sound."""
    candidates = [
        find_name(form, unit.locale, text.value, text.locale)
        for form in (person.entry.forms(unit.locale) if person.entry else ())
    ]
    candidates.append(find_name(person.mention.text, pivot.locale, text.value, text.locale))
    found = [candidate for candidate in candidates if candidate]
    return max(found, key=lambda one: one.score, default=None)
