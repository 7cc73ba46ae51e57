"""What the acronym rules note of a unit, and how the notes of an article are laid side by side."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

import regex
from msgspec.structs import replace

from sverka.review import Background, Fact, Unit, fact
from sverka.review.needs import either, here
from sverka.text.acronyms import Acronym, acronyms_of, expansions_of
from sverka.text.analysis import Text
from sverka.text.known_acronyms import WRITTEN_OUT, concepts, language_writes_out, name, written_out
from sverka.text.traits import ACRONYM
from sverka.text.units import metric_symbols
from sverka.text.vocabulary import Remembered

from ._kept import kept

_WORD = regex.compile(r"\p{L}{4,}")
_NEXT = regex.compile(r"[ \u00a0\u202f](\p{Lu}[\p{L}\p{N}]{0,4}|\p{N}{1,3})(?![\p{L}\p{N}\-‐‑])")
Segment = tuple[str | None, str]

NEEDS = either(ACRONYM) | here(WRITTEN_OUT)
"""What a unit must have for the acronym rules."""


class Note(NamedTuple):
    """What is known of an acronym where it stands."""

    concepts: frozenset[str]
    """What it means, by register, glossary and table."""
    expansion: str
    """The words that the text itself says it stands for."""
    pivot: str
    """The pivot's locale."""
    next: str = ""
    """What follows after a space, if it may belong to the acronym: CAR T, COVID 19."""
    bracketed: bool = False
    """Whether it stands behind an opening bracket: "tomography (CT)"."""


class Echo(NamedTuple):
    """What a translation says where the pivot has acronyms."""

    words: frozenset[str]
    pivot: str


class Side:
    """One language of an article: its acronyms by form and by segment."""

    def __init__(self, role: str, locale: str) -> None:
        self.role = role
        self.locale = locale
        self.facts: dict[str, list[Fact]] = defaultdict(list)
        self.segments: dict[Segment, Counter[str]] = defaultdict(Counter)
        self.known: set[Segment] = set()
        """The segments that a translation has, of those in which the pivot has acronyms."""
        self._words: dict[Segment, frozenset[str]] = {}
        self._holders: dict[str, set[Segment]] = {}

    def add(self, note: Fact) -> None:
        """Enter a fact."""
        if isinstance(note.value, Echo):
            self._words[segment(note)] = note.value.words
            self.known.add(segment(note))
            return
        self.facts[note.text].append(note)
        self.segments[segment(note)][note.text] += 1

    def join(self) -> None:
        """Make one of acronyms in two words where the language has them with a hyphen too."""
        apart = [(n, f"{n.text}-{n.value.next}") for ns in self.facts.values() for n in ns]
        for note, joined in apart:
            if note.value.next and joined in self.facts:
                start, end = note.span or (0, 0)
                end += 1 + len(note.value.next)
                for other in [*self.facts[note.text], *self.facts.get(note.value.next, ())]:
                    a, b = other.span or (0, 0)
                    if other.where == note.where and start <= a and b <= end:
                        self._remove(other)
                form = f"{note.text} {note.value.next}"
                value = note.value._replace(concepts=frozenset())
                self.add(replace(note, span=(start, end), text=form, value=value))

    def _remove(self, note: Fact) -> None:
        self.facts[note.text].remove(note)
        if not self.facts[note.text]:
            del self.facts[note.text]
        forms = self.segments[segment(note)]
        forms[note.text] -= 1
        if not forms[note.text]:
            del forms[note.text]

    def count(self, form: str) -> int:
        """Return how often a form stands in this language."""
        return len(self.facts.get(form, ()))

    def places(self, form: str) -> set[Segment]:
        """Return the segments in which a form stands."""
        return {segment(note) for note in self.facts.get(form, ())}

    def concepts(self, form: str) -> frozenset[str]:
        """Return what a form means by register, glossary and table."""
        return self.facts[form][0].value.concepts if form in self.facts else frozenset()

    def expansion(self, form: str) -> str:
        """Return the words that the texts say a form stands for, "" if they do not."""
        return next((n.value.expansion for n in self.facts[form] if n.value.expansion), "")

    @cached_property
    def _by_concept(self) -> dict[str, str]:
        ordered = sorted(self.facts, key=self.count)
        return {concept: form for form in ordered for concept in self.concepts(form)}

    def words(self, place: Segment) -> frozenset[str]:
        """Return the words of a segment, cut to six letters; empty if they are not known."""
        if self.role == "pivot" and place not in self._words:
            self._words[place] = words_of(Text(place[1], self.locale))
        return self._words.get(place, frozenset())

    def holders(self, places: Iterable[Segment]) -> dict[str, set[Segment]]:
        """Return word → those of some segments, always the same, that have it."""
        if not self._holders:
            for place in places:
                for word in self.words(place):
                    self._holders.setdefault(word, set()).add(place)
        return self._holders

    def counterpart(self, concepts: frozenset[str]) -> str | None:
        """Return this language's commonest form that means one of `concepts`."""
        return next((self._by_concept[c] for c in sorted(concepts) if c in self._by_concept), None)


def segment(note: Fact) -> Segment:
    """Return what identifies a fact's segment in all languages."""
    return note.where.msgctxt, note.where.msgid


def notes(unit: Unit) -> Sequence[tuple[str, Fact]]:
    """Return (article, fact) for each acronym of a unit; worked out once for both rules."""
    if _last.unit is not unit:
        _last.unit, _last.found = unit, list(_notes(unit))
    return _last.found


class _Last:
    """What the rule before this one was told."""

    unit: Unit | None = None
    found: Sequence[tuple[str, Fact]] = ()


_last = _Last()


def _notes(unit: Unit) -> Iterator[tuple[str, Fact]]:
    for form in unit.forms:
        if form.pivot and form.pivot.ask(acronyms_of):
            value: Note | Echo = Echo(form.text.ask(words_of), unit.background.pivot)
            yield unit.article, Fact(form.where, None, "", value)
        if found := form.text.ask(acronyms_of):
            tables: dict[str, frozenset[str]] = _meanings(unit.background, form.where.locale)
            expansions = form.text.ask(expansions_of)
        for acronym in found:
            if _is_unit(acronym, form.text.value):
                continue
            meaning = concepts(acronym.form, form.where.locale) | tables.get(
                acronym.form, frozenset()
            )
            following = _NEXT.match(form.text.value, acronym.end)
            value = Note(
                meaning,
                expansions.get(acronym.form, ""),
                unit.background.pivot,
                following[1] if following else "",
                form.text.value[: acronym.start].endswith(("(", "（")),
            )
            yield unit.article, fact(form, acronym.span, value)
        if not language_writes_out(form.where.locale):
            continue
        for span in form.text.ask(written_out):
            means = concepts(form.text.value[slice(*span)], form.where.locale)
            yield unit.article, fact(form, span, Note(means, "", unit.background.pivot))


def _is_unit(acronym: Acronym, value: str) -> bool:
    """Say whether what looks like an acronym is the symbol of a unit after a number: 230 MeV."""
    return acronym.form in metric_symbols() and value[: acronym.start].rstrip()[-1:].isdigit()


def words_of(text: Text) -> frozenset[str]:
    """Return the words of a text that are no acronyms, cut to six letters.

    An analyser of `Text.ask`.
    """
    return frozenset(chain.from_iterable(map(_pieces.__getitem__, text.value.split())))


_pieces = Remembered(
    lambda piece: [w.casefold()[:6] for w in _WORD.findall(piece) if not w[1:].isupper()]
)


def says(side: Side, place: Segment, concept: str) -> bool:
    """Say whether a segment, in English, has most words of what an acronym stands for."""
    words = words_of(Text(name(concept), "en"))
    return bool(words) and 2 * len(words & side.words(place)) >= len(words)


def sides(facts: Sequence[Fact]) -> list[Side]:
    """Lay the facts of an article out by language: source, pivot, targets."""
    found: dict[tuple[str, str], Side] = {}
    for note in facts:
        where = note.where
        key = where.role, where.locale
        if key not in found:
            found[key] = Side(*key)
        found[key].add(note)
    _complete_pivot(found, facts)
    for side in found.values():
        side.join()
    order = {"source": 0, "pivot": 1, "target": 2}
    return sorted(found.values(), key=lambda side: (order[side.role], side.locale))


def _complete_pivot(found: dict[tuple[str, str], Side], facts: Sequence[Fact]) -> None:
    """Add to the pivot what only translations bear witness of: msgids that no template has."""
    if not facts:
        return
    locale = facts[0].value.pivot
    pivot = found.setdefault(("pivot", locale), Side("pivot", locale))
    seen = set(pivot.segments)
    for note in facts:
        if note.where.role == "pivot" or segment(note) in seen:
            continue
        seen.add(segment(note))
        where = replace(note.where, role="pivot", locale=locale, field="msgid", plural=None)
        for acronym in acronyms_of(Text(where.msgid, locale)):
            following = _NEXT.match(where.msgid, acronym.end)
            value = Note(
                concepts(acronym.form, locale), "", locale, following[1] if following else ""
            )
            pivot.add(Fact(where, acronym.span, acronym.form, value))


@kept
def _meanings(background: Background, locale: str) -> dict[str, frozenset[str]]:
    """Return acronym → what the project's tables mean by it in a locale."""
    rows = [(name.forms(locale), f"names {name.line}") for name in background.names.names]
    rows += [
        (term.forms(locale), f"glossary {term.file} {term.line}")
        for term in background.glossary.terms
        if term.status != "forbidden"
    ]
    found: dict[str, frozenset[str]] = {}
    for forms, row in rows:
        for form in forms:
            found[form] = found.get(form, frozenset()) | {row}
    return found
