"""Where a finding stands: line and column of the file, and the whole text of its field."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from msgspec.structs import replace

from .finding import Finding, Related
from .job import Job
from .reading import Reading


def located(finding: Finding, readings: Mapping[str, Reading]) -> Finding:
    """Fill in what can be told from the files that were read."""
    where = finding.where
    changes: dict[str, object] = {}
    if reading := readings.get(where.file):
        line, column = reading.locate(where, finding.span)
        changes = {"line": line, "column": column, "value": reading.value(where)}
    if any(other.where.file in readings for other in finding.related):
        changes["related"] = tuple(_located(other, readings) for other in finding.related)
    return replace(finding, **changes) if changes else finding


def _located(other: Related, readings: Mapping[str, Reading]) -> Related:
    if reading := readings.get(other.where.file):
        return replace(other, line=reading.locate(other.where, other.span)[0])
    return other


def locate_all(
    findings: Iterable[Finding], jobs: Sequence[Job], read: Callable[[Job], Reading]
) -> list[Finding]:
    """Locate findings of many files, holding one file at a time."""
    result = list(findings)
    concerned: dict[str, list[int]] = {}
    for number, finding in enumerate(result):
        for file in {finding.file, *(other.where.file for other in finding.related)}:
            concerned.setdefault(file, []).append(number)
    for job in jobs:
        numbers = concerned.pop(job.file, ())
        if not numbers:
            continue
        try:
            here = {job.file: read(job)}
        except (OSError, ValueError):
            continue
        for number in numbers:
            result[number] = located(result[number], here)
    return result
