"""The report as one JSON object: the contract for scripts."""

from typing import Any

import msgspec

from sverka.review import Finding, Related, Report


def render(report: Report) -> str:
    """Return the report as JSON, indented, with a final newline."""
    raw = msgspec.json.format(msgspec.json.encode(as_object(report)), indent=2)
    return raw.decode("utf-8") + "\n"


def as_object(report: Report) -> dict[str, Any]:
    """Return the report as the object that the documentation describes."""
    return {
        "version": 1,
        "findings": [finding_object(finding) for finding in report.findings],
        "problems": [msgspec.to_builtins(problem) for problem in report.problems],
        "summary": msgspec.to_builtins(report.summary),
    }


def finding_object(finding: Finding) -> dict[str, Any]:
    """Return a finding with the field names of the documentation."""
    fix = finding.fix and {
        "safe": finding.fix.safe,
        "edits": [{"span": edit.span, "text": clean(edit.text)} for edit in finding.fix.edits],
    }
    return {
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "certainty": finding.certainty,
        "gate": finding.gate,
        "message": clean(finding.message),
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "locale": finding.locale,
        "msgctxt": finding.msgctxt,
        "msgid": clean(finding.msgid),
        "plural": finding.plural,
        "field": finding.field,
        "span": finding.span,
        "text": finding.text and clean(finding.text),
        "related": [_related(other) for other in finding.related],
        "fix": fix,
        "fingerprint": finding.fingerprint,
    }


def _related(other: Related) -> dict[str, Any]:
    return {
        "file": other.where.file,
        "line": other.line,
        "locale": other.where.locale,
        "text": clean(other.text),
        "note": other.note,
    }


def clean(text: str) -> str:
    """Replace what UTF-8 cannot carry (bytes that were not decodable) by U+FFFD."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text
