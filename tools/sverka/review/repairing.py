"""Repairs in files: articles, templates and catalogues, all of them or none.

An edit of the pivot goes through the article, its template and every `msgid` of every catalogue
together; translations stay as they are and do not become fuzzy for it.
"""

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import NamedTuple

from sverka.article import Article
from sverka.article import read as read_article
from sverka.catalogue import Catalogue, CatalogueError, Entry
from sverka.catalogue.saving import atomic_write
from sverka.project import Project

from .finding import Finding
from .job import display
from .repair import apply, choose, edits_of, repairable

_NO_NEWLINE = "\\ No newline at end of file\n"


class Change(NamedTuple):
    """A file that is to be written."""

    path: Path
    before: bytes
    after: bytes


class Repairs(NamedTuple):
    """What is to be written, and what is to be said about it."""

    changes: tuple[Change, ...]
    notes: tuple[str, ...]
    """What a reader of the diff must know: which pivot texts change everywhere."""
    refused: tuple[str, ...]
    """Repairs that were wanted and cannot be made, and why."""
    made: int
    """How many findings are repaired."""


class _Files:
    """The files as they would be: read once, changed in memory."""

    def __init__(self) -> None:
        self.before: dict[Path, bytes] = {}
        self.catalogues: dict[Path, Catalogue] = {}
        self.articles: dict[Path, str] = {}

    def catalogue(self, path: Path) -> Catalogue:
        if path not in self.catalogues:
            self.before[path] = data = path.read_bytes()
            self.catalogues[path] = Catalogue.from_bytes(data, path)
        return self.catalogues[path]

    def changes(self) -> list[Change]:
        after = {path: catalogue.to_bytes() for path, catalogue in self.catalogues.items()}
        after |= {path: text.encode() for path, text in self.articles.items()}
        return [
            Change(path, self.before[path], data)
            for path, data in sorted(after.items())
            if data != self.before[path]
        ]


def prepare(findings: Iterable[Finding], project: Project, unsafe: bool = False) -> Repairs:
    """Work out the repairs of findings; nothing is written.

    Raises OSError for a file that cannot be read, CatalogueError for one that cannot be written in
    its charset.
    """
    wanted = [finding for finding in findings if repairable(finding, unsafe)]
    files, notes, refused = _Files(), list[str](), list[str]()
    made = 0
    for article, group in _grouped(wanted, lambda f: f.where.article, pivot=True).items():
        path = project.articles.get(article)
        if path is None or any(Path(f.file).resolve() != path.resolve() for f in group):
            refused += [f"{f.file}:{f.line}: {f.rule}: repair it in the source" for f in group]
            continue
        try:
            made += _repair_pivot(files, project, article, path, group, notes, refused)
        except _RefusedError as error:
            refused.append(f"{display(path)}: {error}")
    for file, group in _grouped(wanted, lambda f: f.file, pivot=False).items():
        made += _repair_catalogue(files, Path(file), group)
    return Repairs(tuple(files.changes()), tuple(notes), tuple(refused), made)


class _RefusedError(Exception):
    """A repair of the pivot that would not leave article and catalogues in step."""


def _grouped(
    findings: Iterable[Finding], key: Callable[[Finding], str], pivot: bool
) -> Mapping[str, list[Finding]]:
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if (finding.where.role == "pivot") == pivot:
            groups[key(finding)].append(finding)
    return groups


def _repair_catalogue(files: _Files, path: Path, findings: list[Finding]) -> int:
    """Edit the translations of one catalogue."""
    catalogue, made = files.catalogue(path), 0
    groups: dict[tuple[int, str, int | None], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.where.index, finding.where.field, finding.where.plural].append(finding)
    for (index, field, plural), group in groups.items():
        if field != "msgstr" or not 0 <= index < len(catalogue.entries):
            continue
        entry = catalogue.entries[index]
        text = entry.msgstr if plural is None else entry.msgstr_plural.get(plural, "")
        chosen = [f for f in choose(group) if f.value == text]
        if not chosen:
            continue
        new = apply(text, edits_of(chosen))
        fields = {"msgstr": new} if plural is None else _plural(entry, plural, new)
        catalogue = catalogue.replace(entry, **fields)
        made += len(chosen)
    files.catalogues[path] = catalogue
    return made


def _plural(entry: Entry, plural: int, text: str) -> dict[str, dict[int, str]]:
    return {"msgstr_plural": {**entry.msgstr_plural, plural: text}}


def _repair_pivot(
    files: _Files,
    project: Project,
    name: str,
    path: Path,
    findings: list[Finding],
    notes: list[str],
    refused: list[str],
) -> int:
    """Edit an article and every msgid that is made of it."""
    before = path.read_bytes()
    cut = partial(
        read_article,
        unit=project.unit(path),
        split=project.segmentation.split,
        front_matter=project.config.front_matter,
        comments=project.config.code_comments,
    )
    old = cut(path, project.pivot)

    def again(text: str) -> Article:
        return cut(text, old.locale, format=old.format, name=old.name)

    renamed: dict[str, str] = {}
    replaced: list[tuple[str, str]] = []
    made = 0
    texts: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        texts[finding.value].append(finding)
    for text, group in texts.items():
        chosen = choose({(f.rule, f.span): f for f in group}.values())
        changed = apply(text, edits_of(chosen))
        if old.find(changed) or changed in renamed.values():
            place = f"{group[0].file}:{group[0].line}"
            refused.append(f"{place}: there is a sentence {changed!r} already; edit it by hand")
            continue
        renamed[text] = changed
        replaced += ((text[slice(*edit.span)], edit.text) for edit in edits_of(chosen))
        made += len(chosen)
    new = _edited(old, renamed, texts, again)
    others = [catalogue for catalogue, _, article in project.catalogues() if article == name]
    template = project.template(name)
    paths = [template] if template.is_file() else []
    paths += others
    moved = {a.ident: b.ident for a, b in zip(old.blocks, new.blocks, strict=True)}
    updated = {p: _renamed(files.catalogue(p), renamed, moved) for p in paths}
    files.catalogues |= updated
    files.before[path], files.articles[path] = before, new.text
    notes += (
        f"{display(path)}: {one!r} becomes {other!r} in the article, its template and "
        f"{len(others)} catalogues together; the translations stay and are not fuzzy"
        for one, other in dict.fromkeys(replaced)
    )
    return made


def _edited(
    old: Article,
    renamed: Mapping[str, str],
    texts: Mapping[str, list[Finding]],
    again: Callable[[str], Article],
) -> Article:
    """Return the article with its segments edited in place."""
    spans: list[tuple[int, int, str]] = []
    for segment in old.segments:
        if segment.text not in renamed:
            continue
        for edit in edits_of(choose({(f.rule, f.span): f for f in texts[segment.text]}.values())):
            start, end = segment.offset(edit.span[0]), segment.offset(edit.span[1])
            spans.append((start, end, edit.text))
    text = old.text
    for start, end, replacement in sorted(set(spans), reverse=True):
        text = text[:start] + replacement + text[end:]
    new = again(text)
    expected = [renamed.get(segment.text, segment.text) for segment in old.segments]
    if [segment.text for segment in new.segments] != expected:
        raise _RefusedError(
            "the repair would cut the article into other sentences; edit it by hand"
        )
    return new


def _renamed(
    catalogue: Catalogue, renamed: Mapping[str, str], moved: Mapping[str, str]
) -> Catalogue:
    """Return a catalogue with other msgids, and with references to the blocks' new names."""
    taken = {(entry.msgctxt, entry.msgid) for entry in catalogue.entries if not entry.obsolete}
    for index in range(len(catalogue.entries)):
        entry = catalogue.entries[index]
        if entry.obsolete:
            continue
        fields: dict[str, object] = {}
        for field in ("msgid", "msgid_plural"):
            text = getattr(entry, field)
            if text in renamed:
                fields[field] = renamed[text]
        if "msgid" in fields and (entry.msgctxt, fields["msgid"]) in taken:
            raise _RefusedError(f"{catalogue.path}: there is an entry {fields['msgid']!r} already")
        places = tuple((_place(name, moved), line) for name, line in entry.occurrences)
        if places != entry.occurrences:
            fields["occurrences"] = places
        if fields:
            catalogue = catalogue.replace(entry, **fields)
    return catalogue


def _place(name: str, moved: Mapping[str, str]) -> str:
    file, sign, ident = name.rpartition("#")
    return f"{file}#{moved[ident]}" if sign and ident in moved else name


def write(repairs: Repairs) -> None:
    """Write all files, or none: what was written is put back if one cannot be.

    Raises CatalogueError if a file changed since it was read, OSError if one cannot be written.
    """
    for change in repairs.changes:
        if change.path.read_bytes() != change.before:
            raise CatalogueError(f"{change.path}: changed meanwhile; nothing was written")
    done: list[Change] = []
    try:
        for change in repairs.changes:
            atomic_write(change.path, change.after)
            done.append(change)
    except BaseException:
        for change in done:
            with suppress(OSError):
                atomic_write(change.path, change.before)
        raise


def diff(repairs: Repairs) -> str:
    """Return the changes as a unified diff, preceded by what a reader of it must know."""
    parts = [f"# {note}\n" for note in repairs.notes]
    for change in repairs.changes:
        name = display(change.path)
        old, new = (
            data.decode("utf-8", "surrogateescape").splitlines(keepends=True)
            for data in (change.before, change.after)
        )
        lines = difflib.unified_diff(old, new, f"a/{name}", f"b/{name}")
        parts += (line if line.endswith("\n") else f"{line}\n{_NO_NEWLINE}" for line in lines)
    return "".join(parts)
