"""The concordance of names: who is named in an article, and how in each locale."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sverka.project import Project, Register
from sverka.review import Form as Text
from sverka.review import Unit
from sverka.review.finding import Problem
from sverka.review.job import Job, plan
from sverka.review.reading import read
from sverka.review.unit import Background
from sverka.text import locales
from sverka.text.known_names import is_name_word
from sverka.text.names import find_name, lemmas, same_form, same_name
from sverka.text.names.tables import words
from sverka.text.terms import find, pattern

from .bearers import ACRONYM, Bearer, bearers

_SMALL = re.compile(r"\b[^\W\d_A-Z]{2,} [^\W\d_A-Z]{2,}\b")
"""Two small words side by side: a sentence, no heading."""
HEARD = 0.6
"""Score from which a form in a translation is taken for the name."""


class Form(NamedTuple):
    """A form of a name in a locale, inflected forms and the surname alone counted with it."""

    text: str
    times: int
    odd: bool
    """Not the register's form, or without one not the commonest."""


class Row(NamedTuple):
    """One bearer of a name in one article."""

    kind: str
    article: str
    name: str
    registered: bool
    forms: Mapping[str, tuple[Form, ...]]
    """By locale, the pivot's first."""


class Survey(NamedTuple):
    """The rows, the locales in the order of the columns, and what could not be read."""

    rows: tuple[Row, ...]
    locales: tuple[str, ...]
    problems: tuple[Problem, ...]


def survey(project: Project, paths: Iterable[Path], register: Register) -> Survey:
    """Look up every name of the articles in all their catalogues. Raises ConfigError."""
    planned = plan(project, paths)
    problems = list(planned.problems)
    articles: dict[str, list[Job]] = defaultdict(list)
    for job in planned.jobs:
        articles[job.article].append(job)
    background = Background.of(project, names=register, pivot=project.pivot)
    rows: list[Row] = []
    columns: dict[str, None] = {project.pivot: None}
    for article, jobs in articles.items():
        units: list[Unit] = []
        for job in jobs:
            try:
                reading = read(job, background)
            except (OSError, ValueError) as error:
                problems.append(Problem(job.file, 1, 1, str(error)))
                continue
            problems += reading.problems
            units += reading.units
        columns |= dict.fromkeys(unit.locale for unit in units)
        rows += _rows(article, units, project.pivot, register)
    return Survey(tuple(rows), tuple(columns), tuple(problems))


def _rows(article: str, units: list[Unit], pivot: str, register: Register) -> list[Row]:
    own = [unit for unit in units if unit.role == "pivot"]
    texts = [form.text.value for unit in own for form in unit.forms]
    translations = [unit for unit in units if unit.role != "pivot" and unit.state == "translated"]
    found = []
    for bearer in bearers(texts, pivot, register):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for text in texts:
            if here := bearer.is_in(text):
                counts[pivot][here] += 1
        for unit in translations:
            for form in unit.forms:
                if shown := _shown(bearer, unit, form):
                    counts[unit.locale][shown] += 1
        kind = bearer.kind if bearer.entry else _kind(bearer, counts, pivot, texts, translations)
        if not counts or not kind:
            continue
        forms = {
            locale: _grouped(bearer, counter, locale, pivot) for locale, counter in counts.items()
        }
        found.append(Row(kind, article, bearer.name, bearer.entry is not None, forms))
    return _folded(found, pivot)


def _kind(
    bearer: Bearer,
    counts: Mapping[str, Counter[str]],
    pivot: str,
    texts: list[str],
    translations: list[Unit],
) -> str:
    """What a run of capitals names that is in no register, "" if it is a heading's only.

    A person's name consists of known names, or begins with one and is written by its sound in
    another script; what else the translations keep is taken for a product. An organisation has a
    word of organisations, inside a sentence.
    """
    name = bearer.name
    if bearer.kind == "acronym" or not translations:
        return bearer.kind
    is_kept = any(name in counter for locale, counter in counts.items() if locale != pivot)
    if bearer.kind == "organisation":
        is_told = any(word.lower() in words("organisation") for word in name.split())
        inside = (text.replace(name, "") for text in texts if name in text)
        return bearer.kind if is_kept or (is_told and any(map(_SMALL.search, inside))) else ""
    first, *others = (is_name_word(word, pivot) or word[1:2] in ("", ".") for word in name.split())
    if first and all(others):
        return "person"
    is_heard = any(
        locales.is_locale(locale)
        and locales.script(locale) != locales.script(pivot)
        and any(form != name and form.count(" ") >= name.count(" ") for form in counter)
        for locale, counter in counts.items()
    )
    return "person" if first and is_heard else "product" if is_kept else ""


def _folded(rows: list[Row], pivot: str) -> list[Row]:
    """Rows in which an acronym that all translations write otherwise is an odd form of that."""
    acronyms = {row.name: row for row in rows if row.kind == "acronym"}
    kept: dict[str, Row] = {}
    for row in rows:
        shown = Counter[str]()
        for locale, forms in row.forms.items():
            shown.update({form.text: form.times for form in forms if locale != pivot})
        right = shown.most_common(1)[0][0] if shown else ""
        if row.kind != "acronym" or row.registered or row.name in shown or right not in acronyms:
            kept.setdefault(row.kind + row.name, row)
            continue
        main = kept.get("acronym" + right, acronyms[right])
        odd = tuple(form._replace(odd=True) for form in row.forms[pivot])
        merged = {**main.forms, pivot: (*main.forms[pivot], *odd)}
        kept["acronym" + right] = main._replace(forms=merged)
    return list(kept.values())


def _shown(bearer: Bearer, unit: Unit, form: Text) -> str | None:
    """How a translation shows a bearer whom its pivot text names; None if it does not."""
    pivot, text = form.pivot, form.text
    here = bearer.is_in(pivot.value) if pivot else None
    if pivot is None or here is None:
        return None
    admitted = bearer.entry.forms(unit.locale) if bearer.entry else ()
    for wanted in sorted(admitted, key=len, reverse=True):
        if wanted in text.value:
            return wanted
    if bearer.kind == "acronym":
        return _acronym(here, pivot.value, text.value)
    if bearer.kind != "person":
        inflected = (one for one in admitted if find(text, [pattern(one, text.locale)]))
        return here if here in text.value else next(inflected, None)
    found = [find_name(form_, unit.locale, text.value, text.locale) for form_ in admitted]
    found.append(find_name(here, pivot.locale, text.value, text.locale))
    best = max((one for one in found if one), key=lambda one: one.score, default=None)
    return best.text if best and best.score >= HEARD else None


def _acronym(acronym: str, pivot: str, text: str) -> str | None:
    """The same acronym, or the only one of the translation for the only one of the pivot."""
    theirs = ACRONYM.findall(text)
    if acronym in theirs:
        return acronym
    if len(set(theirs)) == 1 and set(ACRONYM.findall(pivot)) == {acronym}:
        return str(theirs[0])
    return None


def _grouped(bearer: Bearer, counter: Counter[str], locale: str, pivot: str) -> tuple[Form, ...]:
    """The spellings in one locale, the commonest first; inflected forms count as one."""
    groups: dict[str, int] = {}
    for text, count in sorted(counter.items(), key=lambda item: (-len(item[0].split()), -item[1])):
        for known in groups:
            if same_form(text, known, locale):
                groups[known] += count
                break
        else:
            groups[text] = count
    admitted = bearer.entry.forms(locale) if bearer.entry else ()
    ordered = sorted(groups.items(), key=lambda item: -item[1])
    right = admitted or (ordered[0][0],)
    return tuple(
        Form(
            _base(text, bearer, locale, pivot),
            count,
            not any(same_form(text, form, locale) for form in right),
        )
        for text, count in ordered
    )


def _base(text: str, bearer: Bearer, locale: str, pivot: str) -> str:
    """The base form of an inflected name: the one that sounds most like the pivot's."""
    if bearer.kind != "person" or locale == pivot:
        return text
    if bearer.entry:
        for form in bearer.entry.forms(locale):
            if len(form.split()) == len(text.split()) and same_form(text, form, locale):
                return form
    return max(lemmas(text, locale), key=lambda form: same_name(bearer.name, form, pivot, locale))
