"""The report as JUnit's XML: a suite a file, a test case a finding; what passes the gate passes."""

from collections.abc import Iterable
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from sverka.review import Finding, Problem, Report

_ILLEGAL = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF)
    if code not in (0x09, 0x0A, 0x0D)
}

_NOTHING = '    <testcase classname="sverka" name="nothing found" time="0"/>'


def render(report: Report) -> str:
    """Return the report as XML: findings at the gate are failures, problems are errors."""
    suites = [
        _suite(file, [_case(finding) for finding in findings])
        for file, findings in groupby(report.findings, key=lambda finding: finding.file)
    ]
    suites += [
        _suite(file, [_error(problem) for problem in problems])
        for file, problems in groupby(report.problems, key=lambda problem: problem.file)
    ]
    if not suites:
        suites = [
            _suite("sverka", ['    <testcase classname="sverka" name="all files" time="0"/>'])
        ]
    cases = len(report.findings) + len(report.problems) or 1
    failures = sum(finding.gate for finding in report.findings)
    head = (
        f'<testsuites name="sverka" tests="{cases}" failures="{failures}" '
        f'errors="{len(report.problems)}" time="{report.summary.seconds:.3f}">'
    )
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>", ""])


def _suite(file: str, cases: Iterable[str]) -> str:
    cases = list(cases)
    failures, errors = (sum(f"<{tag} " in case for case in cases) for tag in ("failure", "error"))
    head = (
        f'  <testsuite name={_attribute(file)} tests="{len(cases)}" failures="{failures}" '
        f'errors="{errors}" skipped="0" time="0">'
    )
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(finding: Finding) -> str:
    name = f"{finding.rule} at {finding.line}:{finding.column} {finding.fingerprint[:8]}"
    head = f'    <testcase classname={_attribute(finding.file)} name={_attribute(name)} time="0"'
    kind = f"{finding.severity}, {finding.certainty}"
    evidence = [f"{other.note}: {other.text}" for other in finding.related]
    text = "\n".join([f"{finding.file}:{finding.line}:{finding.column}", *evidence])
    if not finding.gate:
        told = _text(f"{kind}: {finding.message}\n{text}")
        return f"{head}>\n      <system-out>{told}</system-out>\n    </testcase>"
    message = _attribute(finding.message)
    return (
        f"{head}>\n      <failure message={message} type={_attribute(kind)}>{_text(text)}"
        "</failure>\n    </testcase>"
    )


def _error(problem: Problem) -> str:
    name = _attribute(f"readable at {problem.line}:{problem.column}")
    return (
        f"    <testcase classname={_attribute(problem.file)} name={name} "
        f'time="0">\n      <error message={_attribute(problem.message)} type="unreadable"/>'
        "\n    </testcase>"
    )


def _text(text: str) -> str:
    return escape(text.translate(_ILLEGAL))


def _attribute(text: str) -> str:
    return quoteattr(text.translate(_ILLEGAL), {"\n": "&#10;", "\t": "&#9;", "\r": "&#13;"})
