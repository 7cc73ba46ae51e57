"""Writing dismissals: into the entries, and for articles into `i18n/dismissals.toml`."""

import json
from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from sverka.catalogue import Entry, load
from sverka.catalogue.saving import atomic_write

from .dismissal import MARK, TABLE, short_hash
from .finding import Finding
from .unused import NAME


def add_ignores(findings: Sequence[Finding], reason: str, root: Path) -> int:
    """Dismiss findings for a reason; return how many.

    Those of a catalogue get a comment in their entry, those of an article a row for all locales.
    Raises ValueError without a reason, CatalogueError and OSError for what cannot be written.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise ValueError("no reason; say why these findings are right")
    findings = [finding for finding in findings if finding.rule != NAME]
    inside = [finding for finding in findings if finding.file.endswith((".po", ".pot"))]
    outside = [finding for finding in findings if not finding.file.endswith((".po", ".pot"))]
    for file, found in groupby(sorted(inside, key=lambda f: f.file), key=lambda f: f.file):
        _comment(Path(file), list(found), reason)
    if outside:
        _append(root / TABLE, outside, reason)
    return len(inside) + len(outside)


def _comment(path: Path, findings: Iterable[Finding], reason: str) -> None:
    catalogue = load(path)
    by_index: dict[int, list[Finding]] = {}
    for finding in findings:
        by_index.setdefault(finding.where.index, []).append(finding)
    for index, found in by_index.items():
        entry = catalogue.header_entry if index < 0 else catalogue.entries[index]
        if entry is not None:
            catalogue = catalogue.replace(entry, tcomment=_with_mark(entry, found, reason))
    catalogue.save()


def _with_mark(entry: Entry, findings: Iterable[Finding], reason: str) -> str:
    """Return the entry's comment with a dismissal; what it said of the same rules has expired."""
    names = dict.fromkeys(f"{finding.rule}@{short_hash(finding)}" for finding in findings)
    rules = {name.partition("@")[0] for name in names}
    lines = []
    for line in entry.tcomment.split("\n") if entry.tcomment else []:
        found = MARK.search(line)
        old = [name.strip() for name in found[1].split(",")] if found else []
        if not old or not {name.partition("@")[0] for name in old} <= rules:
            lines.append(line)
        else:
            names = dict.fromkeys([*(name for name in old if name in names), *names])
    return "\n".join([*lines, f"sverka: ignore[{', '.join(names)}] {reason}"])


def _append(path: Path, findings: Iterable[Finding], reason: str) -> None:
    text = path.read_text("utf-8") if path.exists() else ""
    rows = dict.fromkeys(_row(finding, reason) for finding in findings)
    path.parent.mkdir(parents=True, exist_ok=True)
    joint = "\n" if text and not text.endswith("\n\n") else ""
    atomic_write(path, (text + joint + "\n".join(rows)).encode("utf-8"))


def _row(finding: Finding, reason: str) -> str:
    cells = {
        "rule": finding.rule,
        "article": finding.where.article,
        "msgctxt": finding.msgctxt,
        "msgid": finding.msgid,
        "field": finding.field,
        "form": finding.form or None,
        "hash": short_hash(finding),
        "reason": reason,
    }
    lines = [f"{name} = {_quoted(value)}" for name, value in cells.items() if value is not None]
    return "\n".join(["[[dismissal]]", *lines, ""])


def _quoted(text: str) -> str:
    """Return a TOML basic string: as JSON's, but for U+007F, which TOML wants escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
