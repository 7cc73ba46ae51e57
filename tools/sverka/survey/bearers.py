"""Who and what is named in an article: people, organisations, products and acronyms."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import regex

from sverka.project import Name, Register
from sverka.text.names import is_personal, names_in, same_form, variant_score

SAME = 0.85
"""Score from which two forms are spellings of one name."""
ACRONYM = regex.compile(
    r"(?<![\p{L}\p{N}-])(?:\p{Lu}[\p{Lu}\p{N}]+|\p{Lu}+(?:-[\p{Lu}\p{N}]+)+)(?![\p{L}\p{N}-])"
)
_OFFICE = regex.compile(
    r"(?:Head|Director|Chief|Chair\w*|President|Academician|Professor|Minister|Secretary|Deputy"
    r"|Vice|Member|Doctor)\b"
)
"""A run that begins so names a person's office, not an organisation."""
_OF = regex.compile(r" (?:of|for) (?:the )?")


@dataclass(slots=True)
class Bearer:
    """One bearer of a name, and the forms that the pivot uses."""

    kind: str
    name: str
    entry: Name | None = None
    pivot_forms: list[str] = field(default_factory=list)

    def is_in(self, text: str) -> str | None:
        """The longest form of the pivot that stands in a pivot text."""
        here = [form for form in self.pivot_forms if form in text]
        return max(here, key=len, default=None)


def bearers(texts: Iterable[str], pivot: str, register: Register) -> list[Bearer]:
    """All bearers of names in the pivot's texts: those of the register, then others."""
    texts = tuple(texts)
    found = [one for entry in register.names if (one := _registered(entry, texts, pivot))]
    taken = [form for one in found for form in one.pivot_forms]
    for text in texts:
        for kind, name in _candidates(text, pivot):
            if any(name in form or (kind == "organisation" and form in name) for form in taken):
                continue
            _sort_in(Bearer(kind, name, None, [name]), found, pivot)
    _add_surnames(found, texts)
    return found


def _registered(entry: Name, texts: tuple[str, ...], pivot: str) -> Bearer | None:
    here = [form for form in entry.forms(pivot) if any(form in text for text in texts)]
    name = entry.forms(pivot)[0] if entry.forms(pivot) else ""
    if here or (entry.kind == "person" and name):
        return Bearer(entry.kind, name, entry, here)
    return None


def _candidates(text: str, pivot: str) -> Iterator[tuple[str, str]]:
    runs = names_in(text, pivot)
    for run in runs:
        if is_personal(run.text):
            yield "person", run.text
    for organisation in _organisations(text, [(run.start, run.end) for run in runs]):
        yield "organisation", organisation
    for acronym in ACRONYM.findall(text):
        yield "acronym", acronym


def _organisations(text: str, spans: list[tuple[int, int]]) -> Iterator[str]:
    """Runs joined by "of" and "for": Russian Academy of Sciences."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _OF.fullmatch(text[joined[-1][1] : start]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    for start, end in joined:
        name = text[start:end]
        if len(name.split()) > 2 and not is_personal(name) and not _OFFICE.match(name):
            yield name


def _sort_in(one: Bearer, found: list[Bearer], pivot: str) -> None:
    """Add a bearer, or its form to the bearer that it is a spelling of."""
    for other in found:
        if other.kind != one.kind:
            continue
        if one.name in other.pivot_forms:
            return
        if one.kind == "person" and (
            same_form(one.name, other.name, pivot)
            or variant_score(one.name, other.name, pivot) >= SAME
        ):
            other.pivot_forms.append(one.name)
            return
    found.append(one)


def _add_surnames(found: list[Bearer], texts: tuple[str, ...]) -> None:
    """Let a surname alone count for its bearer, where only one person has it."""
    people = [one for one in found if one.kind == "person"]
    for one in people:
        surnames = {form.split()[-1] for form in one.pivot_forms}
        others = {f.split()[-1] for other in people if other is not one for f in other.pivot_forms}
        for surname in sorted(surnames - others):
            if len(surname) > 2 and any(
                regex.search(rf"\b{regex.escape(surname)}\b", text) for text in texts
            ):
                one.pivot_forms.append(surname)
