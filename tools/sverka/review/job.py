"""Which files a review reads, and as what."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from sverka.project import Project
from sverka.text import locales

from .finding import Problem, Role


class Job(NamedTuple):
    """One file to be read once, in any process."""

    path: Path
    file: str
    """The path as it is reported: relative to the working folder, with forward slashes."""
    locale: str | None
    """None: ask the catalogue's header."""
    article: str
    role: Role
    kind: str
    """`article` or `catalogue`: how the file is read."""
    source: Path | None
    """The catalogue of the source locale."""
    reported: bool = True
    """False if the file only bears witness: its facts count, its findings are not wanted."""
    guessed: bool = False
    """Whether the locale is a guess from the file's name: its header knows better."""
    unit: str = "sentence"
    """What a segment of an article is."""
    languages: int = 0
    """Catalogues of the article, if one is of the source locale."""


class Plan(NamedTuple):
    """The jobs of a review, and the paths that cannot become one."""

    jobs: tuple[Job, ...]
    problems: tuple[Problem, ...]


def plan(project: Project, paths: Iterable[Path] = ()) -> Plan:
    """Decide what to read for a review of `paths`, or of the whole project.

    A catalogue of the project brings the others of its article along as witnesses.
    Raises ConfigError.
    """
    wanted, strangers, problems = _sort_paths(project, tuple(paths))
    problems += (Problem(display(Path(e.path)), e.line, 1, e.message) for e in project.missing)
    jobs: list[Job] = []
    if wanted is None or wanted:
        jobs += _project_jobs(project, wanted)
    jobs += _bare_jobs(strangers, project)
    return Plan(tuple(jobs), tuple(problems))


def display(path: Path) -> str:
    """Return a path as reports show it; what is not Unicode in a name becomes U+FFFD."""
    try:
        relative = os.path.relpath(path)
    except ValueError:
        relative = str(path)
    outside = relative.startswith(".." + os.sep + "..")
    shown = path if outside and path.is_absolute() else Path(relative)
    return _unicode(shown.as_posix())


def _real(path: Path) -> Path:
    """Return where a path leads; unlike `Path.resolve` it never fails on a loop of links."""
    return Path(os.path.realpath(path))


def _unicode(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _sort_paths(
    project: Project, paths: tuple[Path, ...]
) -> tuple[set[Path] | None, list[Path], list[Problem]]:
    if not paths:
        return None, [], []
    known = {_real(path) for path, _, _ in project.catalogues()}
    known |= {_real(path) for path in project.articles.values()}
    wanted: set[Path] = set()
    strangers: list[Path] = []
    problems: list[Problem] = []
    for path in paths:
        files = _expand(path, known)
        if not files:
            what = "no PO file in this folder" if path.is_dir() else "no such file"
            problems.append(Problem(display(path), 1, 1, f"{what}; check the path"))
        for file in files:
            if _real(file) in known:
                wanted.add(_real(file))
            elif file.suffix not in (".po", ".pot"):
                message = "not a catalogue; give PO files, or name the article in sverka.toml"
                problems.append(Problem(display(file), 1, 1, message))
            elif file not in strangers:
                strangers.append(file)
    return wanted, strangers, problems


def _expand(path: Path, known: set[Path]) -> list[Path]:
    if path.is_dir():
        found = {file for suffix in ("*.po", "*.pot") for file in path.rglob(suffix)}
        here = _real(path)
        inside = {file for file in known if file.is_relative_to(here)}
        return sorted({*found, *(inside - {_real(file) for file in found})})
    return [path] if path.exists() else []


def _project_jobs(project: Project, wanted: set[Path] | None) -> Iterator[Job]:
    catalogues: dict[str, list[tuple[Path, str]]] = {}
    for path, locale, article in project.catalogues():
        catalogues.setdefault(article, []).append((path, locale))
    articles = project.articles
    for article in articles or sorted({*articles, *catalogues}):
        members = catalogues.get(article, [])
        source = next((path for path, name in members if _is_source(project, name)), None)
        files = {_real(path) for path, _ in members}
        if article in articles:
            files.add(_real(articles[article]))
        if wanted is not None and not files & wanted:
            continue
        yield _pivot_job(project, article, articles.get(article), members, source, wanted)
        for path, locale in members:
            role: Role = "source" if path == source else "target"
            reported = wanted is None or _real(path) in wanted
            yield Job(
                path,
                display(path),
                locale,
                _unicode(article),
                role,
                "catalogue",
                source if role == "target" else None,
                reported,
                languages=len(members) if source else 0,
            )


def _pivot_job(
    project: Project,
    article: str,
    path: Path | None,
    members: list[tuple[Path, str]],
    source: Path | None,
    wanted: set[Path] | None,
) -> Job:
    template = project.template(article)
    file = path or (template if template.is_file() else members[0][0])
    kind = "article" if path else "catalogue"
    reported = wanted is None or _real(file) in wanted
    unit = project.unit(file) if path else "sentence"
    named = _unicode(article)
    return Job(
        file, display(file), project.pivot, named, "pivot", kind, source, reported, unit=unit
    )


def _is_source(project: Project, locale: str) -> bool:
    return project.config.source is not None and locales.same(locale, project.config.source)


_LOCALE_IN_NAME = re.compile(r"[._-]([A-Za-z]{2,3}(?:[_-][A-Za-z0-9]{2,8})*(?:@[a-z]+)?)$")

_PAIR_IN_NAME = re.compile(r"(?:^|[._-])([a-z]{2,3})-([a-z]{2,3})$")


def _bare_jobs(paths: list[Path], project: Project) -> Iterator[Job]:
    """Catalogues outside any project: those of one article are grouped by their names."""
    seen: set[str] = set()
    for path in paths:
        locale, article = locale_and_article(Path(_unicode(str(path))))
        if article not in seen:
            seen.add(article)
            pivot = project.config.pivot
            yield Job(path, display(path), pivot, article, "pivot", "catalogue", None)
        if path.suffix == ".po":
            yield Job(
                path, display(path), locale, article, "target", "catalogue", None, guessed=True
            )


def locale_and_article(path: Path) -> tuple[str | None, str]:
    """Guess locale and article of a catalogue from its path alone.

    `po/de.po`, `de/sed.po`, `x/de/LC_MESSAGES/app.po`, `app.de.po`, `app-pt_BR.po`; in
    `app.en-de.po` and `en-de.po` the second of two languages.
    """
    stem = path.stem
    pair = _PAIR_IN_NAME.search(stem)
    if pair and _known_language(pair[1]) and _known_language(pair[2]):
        return pair[2], stem[: pair.start()] or path.parent.name or "messages"
    parents = [part for part in path.parts[:-1] if part != "LC_MESSAGES"]
    if "." not in stem and _known_language(stem) and not _is_commoner(parents[-1:], stem):
        return stem, path.parent.name or "messages"
    if parents and _known_language(parents[-1]):
        return parents[-1], stem
    found = _LOCALE_IN_NAME.search(stem)
    if found and _known_language(found[1]):
        return found[1], stem[: found.start()]
    return None, stem


def _is_commoner(folder: Sequence[str], stem: str) -> bool:
    """Say whether a folder is named for a language of two letters, and a file in it for one of
    three: `fr/sed.po`, `fr/net-tools.po`."""
    return any(map(_known_language, folder)) and (
        len(locales.language(folder[0])) < len(locales.language(stem))
    )


def _known_language(name: str) -> bool:
    if not locales.is_locale(name):
        return False
    from babel.core import get_global

    language = locales.language(name)
    return language in get_global("likely_subtags") or language in get_global("language_aliases")
