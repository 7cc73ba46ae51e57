"""The report as SARIF 2.1.0, as GitHub's code scanning reads it."""

import re
from collections.abc import Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from sverka.review import Finding, Problem, Related, Report, Rule
from sverka.review.finding import CERTAINTIES, SEVERITIES
from sverka.review.rule import rules

from .json import clean
from .places import Region, changes_of, region_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST = 25_000
"""Results a run that GitHub accepts; a log with more is refused as a whole."""
_LEVELS = {"error": "error", "warning": "warning", "note": "note"}
_PRECISION = {"certain": "very-high", "likely": "high", "possible": "medium"}
_RANK = {"certain": 95.0, "likely": 75.0, "possible": 40.0}


def render(report: Report) -> str:
    """Return the report as one SARIF log with one run."""
    raw = msgspec.json.format(msgspec.json.encode(log(report)), indent=2)
    return raw.decode("utf-8") + "\n"


def log(report: Report) -> dict[str, Any]:
    """Return the report as the object of a SARIF log."""
    from sverka import __version__

    findings = _most_important(report.findings)
    names = sorted({finding.rule for finding in findings})
    index = {name: number for number, name in enumerate(names)}
    known = rules()
    driver = {
        "name": "Sverka",
        "semanticVersion": __version__,
        "rules": [_rule(known[name]) if name in known else {"id": name} for name in names],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.problems,
                "toolExecutionNotifications": [
                    *(_problem(problem) for problem in report.problems),
                    *_left_out(len(report.findings) - len(findings)),
                ],
            }
        ],
        "results": [_result(finding, index[finding.rule]) for finding in findings],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _most_important(findings: Sequence[Finding]) -> Sequence[Finding]:
    if len(findings) <= _MOST:
        return findings
    order = sorted(
        range(len(findings)),
        key=lambda n: (
            not findings[n].gate,
            SEVERITIES.index(findings[n].severity),
            CERTAINTIES.index(findings[n].certainty),
        ),
    )
    return [findings[n] for n in sorted(order[:_MOST])]


def _left_out(number: int) -> list[dict[str, Any]]:
    text = f"{number} findings of less weight are left out: GitHub accepts {_MOST} a run"
    return [{"level": "warning", "message": {"text": text}}] if number else []


def _rule(rule: Rule) -> dict[str, Any]:
    page = rule.page.partition("\n## Cases")[0]
    first = _section(page, "What it finds").partition("\n\n")[0].replace("\n", " ")
    sentence = re.split(r"(?<=[.!?]) ", first)[0]
    return {
        "id": rule.name,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": sentence or rule.name},
        "fullDescription": {"text": first or rule.name},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "precision": _PRECISION[rule.certainty],
            "problem.severity": {"note": "recommendation"}.get(rule.severity, rule.severity),
            "tags": ["translation", rule.family],
        },
    }


def _section(page: str, title: str) -> str:
    found = re.search(rf"^## {re.escape(title)}\n+(.*?)(?=^## |\Z)", page, re.MULTILINE | re.DOTALL)
    return found[1].strip() if found else ""


def _result(finding: Finding, index: int) -> dict[str, Any]:
    others = [_related(number, other) for number, other in enumerate(finding.related, 1)]
    links = "".join(
        f"\n[{_linkable(other.note)}: {_linkable(other.text)}]({number})"
        for number, other in enumerate(finding.related, 1)
    )
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "rank": _RANK[finding.certainty],
        "message": {"text": clean(_linkable(finding.message) + links)},
        "locations": [_location(finding)],
        "partialFingerprints": {
            "primaryLocationLineHash": f"{finding.fingerprint}:1",
            "sverka/v1": finding.fingerprint,
        },
        "properties": {
            "certainty": finding.certainty,
            "locale": finding.locale,
            "msgid": clean(finding.msgid),
        },
    }
    if others:
        result["relatedLocations"] = others
    if changes := changes_of(finding):
        result["fixes"] = [
            {
                "description": {"text": "Replace"},
                "artifactChanges": [
                    {
                        "artifactLocation": _artifact(finding.file),
                        "replacements": [
                            {
                                "deletedRegion": _region(change.region),
                                "insertedContent": {"text": clean(change.text)},
                            }
                            for change in changes
                        ],
                    }
                ],
            }
        ]
    return result


def _location(finding: Finding) -> dict[str, Any]:
    region = region_of(finding)
    place = {"startLine": max(finding.line, 1), "startColumn": max(finding.column, 1)}
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(finding.file),
            "region": _region(region) if region else place,
        }
    }


def _related(number: int, other: Related) -> dict[str, Any]:
    return {
        "id": number,
        "message": {"text": clean(_linkable(f"{other.note}: {other.text}"))},
        "physicalLocation": {
            "artifactLocation": _artifact(other.where.file),
            "region": {"startLine": max(other.line, 1)},
        },
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": clean(problem.message)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": _artifact(problem.file),
                    "region": {"startLine": problem.line, "startColumn": problem.column},
                }
            }
        ],
    }


def _region(region: Region) -> dict[str, int]:
    return {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
    }


def _artifact(file: str) -> dict[str, str]:
    path = PurePath(file)
    if path.is_absolute():
        return {"uri": path.as_uri()}
    return {"uri": quote(file), "uriBaseId": "%SRCROOT%"}


def _linkable(text: str) -> str:
    """Escape what SARIF reads as an embedded link (§3.11.6)."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
