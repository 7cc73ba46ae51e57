"""From a file to its units."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple, Protocol

from sverka.article import FORMATS, Article
from sverka.article import read as read_article
from sverka.catalogue import Catalogue, Entry
from sverka.catalogue.joined import may_join, with_followers
from sverka.catalogue.plurals import PluralError, parse_plural_forms
from sverka.text.analysis import Text
from sverka.text.languages import language_of
from sverka.text.locales import is_locale

from .finding import Field, Problem, Span, Where
from .job import Job
from .unit import Background, CatalogueFile, Form, State, Unit

_REMEMBERED = 8000
"""Texts of a pivot, and of a file, that stay analysed: what bounds a worker's memory."""

Locate = Callable[[Where, Span | None], tuple[int, int]]
"""(place, span) → 1-based line and column in the file; without a span, the entry's first line."""
Fetch = Callable[[Path], bytes]
"""Gives the bytes of a file. Raises OSError."""
Sources = Mapping[tuple[str | None, str], Text]


class Reading(NamedTuple):
    """A file that was read: its units, how to find their lines, and what could not be read."""

    units: Iterator[Unit]
    locate: Locate
    value: Callable[[Where], str]
    """The text of a place."""
    problems: tuple[Problem, ...]
    entries: int
    file: CatalogueFile | None
    """The catalogue as a whole; None for an article."""
    marked: bool = False
    """Whether a comment may speak to Sverka."""
    before: bool = False
    """Whether a comment may keep what a text was before."""


def read(job: Job, background: Background, fetch: Fetch = Path.read_bytes) -> Reading:
    """Read the file of a job. Raises OSError and ValueError for what cannot be read at all."""
    if job.kind == "article":
        return _read_article(job, background, fetch)
    return _read_catalogue(job, background, fetch)


def _read_article(job: Job, background: Background, fetch: Fetch) -> Reading:
    article = _article(job, background, fetch)
    sources = _sources(job, background, fetch)

    def units() -> Iterator[Unit]:
        for index, segment in enumerate(article.segments):
            where = Where(
                job.file, background.pivot, job.article, "pivot", index, None, segment.text, "msgid"
            )
            form = Form(Text(segment.text, background.pivot), where, None)
            source = sources.get((None, segment.text))
            yield Unit(
                (form,),
                source,
                "pivot",
                background.pivot,
                job.article,
                "translated",
                (),
                background,
                ident=article.blocks[segment.block].ident,
            )

    def locate(where: Where, span: Span | None) -> tuple[int, int]:
        return article.position(article.segments[where.index], span[0] if span else 0)

    def value(where: Where) -> str:
        return article.segments[where.index].text

    empty = Problem(job.file, 1, 1, "the article is empty; there is nothing to review")
    return Reading(units(), locate, value, () if article.segments else (empty,), 0, None)


def _article(job: Job, background: Background, fetch: Fetch) -> Article:
    path, locale, split = job.path, background.pivot, background.segmentation.split
    data = fetch(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        return read_article(path, locale)
    form = FORMATS.get(path.suffix.lower())
    return read_article(
        text,
        locale,
        format=form,
        name=path.stem,
        unit=job.unit,
        split=split,
        front_matter=background.front_matter,
        comments=background.code_comments,
    )


def _read_catalogue(job: Job, background: Background, fetch: Fetch) -> Reading:
    catalogue = _load(job.path, fetch(job.path))
    background = _with_pivot(background, catalogue)
    told = catalogue.header.get("Language", "") if job.guessed else ""
    locale = (told if is_locale(told) else job.locale) or catalogue.locale or "und"
    sources = _sources(job, background, fetch)
    entries = [entry for entry in catalogue.entries if not entry.obsolete]
    by_index = {entry.index: entry for entry in entries}
    whole = Where(job.file, locale, job.article, job.role, -1, None, "", "header")
    pivots, own = _pivot_texts(job.article, background.pivot), _Texts(locale)
    pivots.turn()

    def units() -> Iterator[Unit]:
        if job.role == "pivot":
            return _pivot_units(entries, job, sources, background, pivots)
        texts = _Both(pivots, own)
        return _translation_units(catalogue, entries, job, texts, sources, background)

    @lru_cache(maxsize=1)
    def positions(index: int, field: str, plural: int | None) -> Callable[[int], tuple[int, int]]:
        return catalogue.positions(by_index[index], field, plural)

    def locate(where: Where, span: Span | None) -> tuple[int, int]:
        if where.index < 0:
            return where.at or (1, 1)
        entry = by_index[where.index]
        if span is None:
            return entry.linenum, 1
        return positions(where.index, where.field, where.plural)(span[0])

    def recall(value: str, locale: str) -> Text:
        return (pivots if locale == pivots.locale else own).of(value)

    def value(where: Where) -> str:
        return _value(by_index[where.index], where) if where.index >= 0 else ""

    problems = tuple(
        Problem(job.file, problem.line, problem.column, problem.message)
        for problem in catalogue.problems
    )
    pivot = job.role == "pivot"
    return Reading(
        units(),
        locate,
        value,
        () if pivot else problems,
        0 if pivot else len(entries),
        None if pivot else CatalogueFile(catalogue, whole, background, recall),
        b"sverka:" in catalogue.source.buffer,
        b" before: " in catalogue.source.buffer,
    )


def _with_pivot(background: Background, catalogue: Catalogue) -> Background:
    """Return the background with the pivot that the catalogue tells, if the project tells none."""
    if background.pivot:
        return background
    told = catalogue.header.get("X-Source-Language", "")
    pivot = told if is_locale(told) else language_of(entry.msgid for entry in catalogue.entries)
    return replace(background, pivot=pivot or "en")


class _Texts:
    """The texts of one locale, each analysed once as far as they are remembered."""

    def __init__(self, locale: str) -> None:
        self.locale = locale
        self._known: dict[str, Text] = {}
        self._before: dict[str, Text] = {}

    def turn(self) -> None:
        """Begin a file: what neither it nor the one before needs is forgotten."""
        self._before, self._known = self._known, {}

    def of(self, value: str) -> Text:
        """Return the text of a value."""
        found = self._known.get(value)
        if found is None:
            found = self._before.pop(value, None) or Text(value, self.locale)
            if len(self._known) < _REMEMBERED:
                self._known[value] = found
        return found


class _Both(NamedTuple):
    """The texts that a catalogue's units are made of."""

    pivot: _Texts
    own: _Texts


@lru_cache(maxsize=1)
def _pivot_texts(article: str, locale: str) -> _Texts:
    """The pivot's texts of one article: analysed once for all its catalogues."""
    return _Texts(locale)


def _pivot_units(
    entries: Iterable[Entry], job: Job, sources: Sources, background: Background, pivots: _Texts
) -> Iterator[Unit]:
    place, text_of, locale = _placing(job, background.pivot), pivots.of, background.pivot
    for entry in entries:
        msgid = entry.msgid
        if not msgid:
            continue
        forms: tuple[Form, ...] = (Form(text_of(msgid), place(entry, "msgid"), None),)
        if entry.msgid_plural:
            many = text_of(entry.msgid_plural)
            forms = (*forms, Form(many, place(entry, "msgid_plural"), None))
        source = sources.get((entry.msgctxt, msgid)) if sources else None
        yield Unit(
            forms,
            source,
            job.role,
            locale,
            job.article,
            "translated",
            entry.flags,
            background,
            entry,
        )


def _translation_units(
    catalogue: Catalogue,
    entries: Iterable[Entry],
    job: Job,
    texts: _Both,
    sources: Sources,
    background: Background,
) -> Iterator[Unit]:
    locale = texts.own.locale
    place, pivot_of, own_of = _placing(job, locale), texts.pivot.of, texts.own.of
    singular = _singular_index(catalogue)
    for entry, follower in _with_followers(catalogue, entries):
        msgid = entry.msgid
        if not msgid:
            continue
        one = pivot_of(msgid)
        source = sources.get((entry.msgctxt, msgid)) if sources else None
        if follower is not None:
            one = pivot_of(f"{msgid} {follower.msgid}")
            source = _together(source, sources.get((follower.msgctxt, follower.msgid)))
        forms: tuple[Form, ...]
        if entry.msgid_plural:
            many = pivot_of(entry.msgid_plural)
            forms = tuple(
                Form(
                    own_of(text),
                    place(entry, "msgstr", index),
                    one if index == singular else many,
                )
                for index, text in sorted(entry.msgstr_plural.items())
            )
        else:
            forms = (Form(own_of(entry.msgstr), place(entry, "msgstr"), one),)
        yield Unit(
            forms,
            source,
            job.role,
            locale,
            job.article,
            _state(entry),
            entry.flags,
            background,
            entry,
        )


def _with_followers(
    catalogue: Catalogue, entries: Iterable[Entry]
) -> Iterable[tuple[Entry, Entry | None]]:
    """Spare files that join no sentences the look into every comment."""
    if may_join(catalogue):
        return with_followers(entries)
    return zip(entries, repeat(None))


def _together(first: Text | None, second: Text | None) -> Text | None:
    """Return the source of two sentences that a translator rendered as one."""
    if first is None or second is None:
        return None
    return Text(f"{first.value} {second.value}", first.locale)


def _value(entry: Entry, where: Where) -> str:
    if where.field == "msgstr" and where.plural is not None:
        return entry.msgstr_plural.get(where.plural, "")
    return {"msgid": entry.msgid, "msgid_plural": entry.msgid_plural}.get(where.field, entry.msgstr)


def _state(entry: Entry) -> State:
    if "fuzzy" in entry.flags:
        return "fuzzy"
    if entry.msgid_plural:
        return "translated" if all(entry.forms) else "untranslated"
    msgstr = entry.msgstr
    if not msgstr or (msgstr.isspace() and not entry.msgid.isspace()):
        return "untranslated"
    return "translated"


class _Place(Protocol):
    def __call__(self, entry: Entry, field: Field, plural: int | None = None) -> Where: ...


def _placing(job: Job, locale: str) -> _Place:
    """Return what makes the places of a job's texts."""
    file, article, role = job.file, job.article, job.role

    def place(entry: Entry, field: Field, plural: int | None = None) -> Where:
        return Where(
            file, locale, article, role, entry.index, entry.msgctxt, entry.msgid, field, plural
        )

    return place


def _singular_index(catalogue: Catalogue) -> int | None:
    """Return the index of the form for one thing, or None if the language has but one form."""
    try:
        forms = parse_plural_forms(catalogue.header.get("Plural-Forms", ""))
        return None if forms.count == 1 else forms.index(1)
    except (PluralError, ArithmeticError):
        return 0


def _sources(job: Job, background: Background, fetch: Fetch) -> Sources:
    if job.source is None or background.source is None:
        return {}
    try:
        return _source_texts(job.source, fetch(job.source), background.source)
    except (OSError, ValueError):
        return {}


@lru_cache(maxsize=2)
def _source_texts(path: Path, data: bytes, locale: str) -> Sources:
    return {
        (entry.msgctxt, entry.msgid): Text(entry.msgstr, locale)
        for entry in _load(path, data).entries
        if not entry.obsolete and not entry.fuzzy and entry.msgstr
    }


@lru_cache(maxsize=2)
def _load(path: Path, data: bytes) -> Catalogue:
    """Read a catalogue; a pivot's and a translation's job may share one reading."""
    return Catalogue.from_bytes(data, path)
