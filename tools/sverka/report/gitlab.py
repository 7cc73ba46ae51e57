"""The report as GitLab's Code Quality artifact."""

import hashlib
from typing import Any

import msgspec

from sverka.review import Finding, Problem, Report

from .json import clean

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """Return the report as a JSON array of issues, without byte-order mark."""
    issues = [*map(_issue, report.findings), *map(_problem, report.problems)]
    raw = msgspec.json.format(msgspec.json.encode(issues), indent=2)
    return raw.decode("utf-8") + "\n"


def _issue(finding: Finding) -> dict[str, Any]:
    severity = _SEVERITIES[finding.severity]
    if finding.severity == "error" and finding.certainty == "certain":
        severity = "critical"
    return {
        "description": f"{clean(finding.message)} ({finding.certainty})",
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": severity,
        "location": {"path": finding.file, "lines": {"begin": max(finding.line, 1)}},
    }


def _problem(problem: Problem) -> dict[str, Any]:
    told = f"{problem.file}\0{problem.message}".encode("utf-8", "surrogatepass")
    return {
        "description": clean(problem.message),
        "check_name": "unreadable",
        "fingerprint": hashlib.sha256(told).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": problem.file, "lines": {"begin": problem.line}},
    }
