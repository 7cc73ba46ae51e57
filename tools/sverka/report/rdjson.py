"""The report in reviewdog's Diagnostic Format, with suggestions that one click accepts.

Its columns count bytes of UTF-8 (reviewdog.proto, `Position`).
"""

from typing import Any

import msgspec

from sverka.review import Finding, Problem, Report

from .json import clean
from .places import Region, changes_of, in_bytes, region_of

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report) -> str:
    """Return the report as one JSON object."""
    whole = {
        "source": {"name": "sverka"},
        "diagnostics": [
            *map(_diagnostic, report.findings),
            *map(_problem, report.problems),
        ],
    }
    raw = msgspec.json.format(msgspec.json.encode(whole), indent=2)
    return raw.decode("utf-8") + "\n"


def _diagnostic(finding: Finding) -> dict[str, Any]:
    region = region_of(finding)
    place = {"start": _point(finding.file, finding.line, finding.column)}
    diagnostic: dict[str, Any] = {
        "message": clean(_message(finding)),
        "location": {
            "path": finding.file,
            "range": _range(finding.file, region) if region else place,
        },
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
    }
    if changes := changes_of(finding):
        diagnostic["suggestions"] = [
            {"range": _range(finding.file, change.region), "text": change.text}
            for change in changes
        ]
    return diagnostic


def _message(finding: Finding) -> str:
    evidence = [f"{other.note}: {other.text}" for other in finding.related]
    return "\n".join([finding.message, *evidence])


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "message": clean(problem.message),
        "location": {
            "path": problem.file,
            "range": {"start": _point(problem.file, problem.line, problem.column)},
        },
        "severity": "ERROR",
        "code": {"value": "unreadable"},
    }


def _range(file: str, region: Region) -> dict[str, Any]:
    return {
        "start": _point(file, region.line, region.column),
        "end": _point(file, region.end_line, region.end_column),
    }


def _point(file: str, line: int, column: int) -> dict[str, int]:
    return {"line": max(line, 1), "column": in_bytes(file, line, max(column, 1))}
