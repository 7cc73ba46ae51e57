"""The baseline: findings that were there before, kept in a file so that only new ones are shown."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from sverka.catalogue.saving import atomic_write
from sverka.project import ConfigError

from .finding import Finding
from .job import Job

DEFAULT = "sverka-baseline.json"
_EXCERPT = 60


class Known(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finding of the baseline: its name, and what tells a reader what it is."""

    fingerprint: str
    rule: str
    article: str
    locale: str
    msgid: str = ""


class _File(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    findings: list[Known]


Baseline = dict[str, Known]
"""Known findings by fingerprint."""


def load(path: Path) -> Baseline:
    """Read a baseline. Raises ConfigError, OSError."""
    try:
        file = msgspec.json.decode(path.read_bytes(), type=_File)
    except msgspec.DecodeError as error:
        message = f"no baseline: {error}; write it anew with --write-baseline"
        raise ConfigError(path, 1, message) from None
    if file.version != 1:
        raise ConfigError(path, 1, f"baseline of version {file.version}; this Sverka reads 1")
    return {known.fingerprint: known for known in file.findings}


def save(path: Path, baseline: Baseline) -> None:
    """Write a baseline, one finding a line, in an order that makes small diffs."""
    ordered = sorted(
        baseline.values(), key=lambda k: (k.article, k.locale, k.rule, k.msgid, k.fingerprint)
    )
    rows = ["  " + json.dumps(msgspec.to_builtins(known), ensure_ascii=False) for known in ordered]
    body = ",\n".join(rows)
    text = '{"version": 1, "findings": [' + (f"\n{body}\n" if rows else "") + "]}\n"
    atomic_write(path, text.encode("utf-8", "replace"))


def updated(
    old: Baseline | None,
    findings: Iterable[Finding],
    rules: Sequence[str],
    jobs: Sequence[Job],
    *,
    whole: bool,
    unread: Iterable[str] = (),
    accept_new: bool = False,
) -> Baseline:
    """Return the baseline without what no longer occurs; `accept_new` adds what does.

    What this run could not have found stays: of rules that did not run, of files that were not
    reviewed (unless the `whole` project was) or could not be read. Without an `old` baseline
    everything is accepted.
    """
    now = {finding.fingerprint: _known(finding) for finding in findings}
    if old is None:
        return now
    ran = set(rules)
    unread = set(unread)
    seen = {(job.article, job.locale) for job in jobs if job.reported}
    unseen = {(job.article, job.locale) for job in jobs if job.file in unread}

    def could_be_found(known: Known) -> bool:
        place = known.article, known.locale
        return known.rule in ran and (whole or place in seen) and place not in unseen

    kept = {name: known for name, known in old.items() if name in now or not could_be_found(known)}
    return {**kept, **now} if accept_new else kept


def _known(finding: Finding) -> Known:
    text = " ".join(finding.msgid.split())
    where = finding.where
    return Known(finding.fingerprint, finding.rule, where.article, where.locale, text[:_EXCERPT])
