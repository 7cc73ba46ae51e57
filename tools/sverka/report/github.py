"""The report as GitHub's workflow commands, and as a table in the job's summary.

GitHub shows ten errors, ten warnings and ten notices a step: those are the most certain ones.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from sverka.review import Finding, Problem, Report
from sverka.review.finding import CERTAINTIES

from .full import total
from .html import escape
from .places import region_of

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10
_SIGNS = {ord(sign): f"&#{ord(sign)};" for sign in "|`*_[]@~\\"}
_SUMMARY = 1 << 20
"""Bytes that GitHub accepts as a step's summary."""


def render(report: Report) -> str:
    """Return workflow commands for the most certain findings of each level."""
    lines = [_problem(problem) for problem in report.problems[:_SHOWN]]
    room = {"error": _SHOWN - len(lines), "warning": _SHOWN, "note": _SHOWN}
    for severity, number in room.items():
        found = [finding for finding in report.findings if finding.severity == severity]
        found.sort(key=lambda f: (not f.gate, CERTAINTIES.index(f.certainty)))
        lines += map(_command, found[:number])
    return "".join(line + "\n" for line in lines)


def write_summary(report: Report) -> None:
    """Append the whole table to the file that `GITHUB_STEP_SUMMARY` names, if any."""
    if name := os.environ.get("GITHUB_STEP_SUMMARY"):
        path = Path(name)
        room = _SUMMARY - (path.stat().st_size if path.exists() else 0)
        with path.open("a", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(summary(report, room))


def summary(report: Report, room: int = _SUMMARY) -> str:
    """Return the report as a Markdown table of at most `room` bytes."""
    end = f"\n{escape(total(report))}\n"
    parts = ["### Sverka\n\n| | where | what | rule |\n|---|---|---|---|\n"]
    room -= len(parts[0].encode()) + len(end.encode()) + 100
    rows = list(_rows(report))
    for number, row in enumerate(rows):
        room -= len(row.encode("utf-8", "replace"))
        if room < 0:
            parts.append(f"\n… and {len(rows) - number} more, for which there is no room here.\n")
            break
        parts.append(row)
    return "".join(parts) + end if rows else f"### Sverka\n{end}"


def _rows(report: Report) -> Iterator[str]:
    for problem in report.problems:
        yield _row("problem", f"{problem.file}:{problem.line}", problem.message, "")
    for finding in report.findings:
        place = f"{finding.file}:{finding.line}"
        yield _row(f"{finding.severity}, {finding.certainty}", place, finding.message, finding.rule)


def _row(*cells: str) -> str:
    return f"| {' | '.join(_cell(cell) for cell in cells)} |\n"


def _cell(text: str) -> str:
    """Escape HTML, Markdown, and what would call a person's attention."""
    return escape(" ".join(text.split())).translate(_SIGNS)


def _command(finding: Finding) -> str:
    place = {"file": finding.file, "line": finding.line, "col": finding.column}
    region = region_of(finding)
    if region and region.end_line == region.line:
        place["endColumn"] = max(region.column, region.end_column - 1)
    evidence = [f"{other.note}: {other.text}" for other in finding.related]
    text = "\n".join([f"{finding.message} ({finding.certainty})", *evidence])
    return _line(_COMMANDS[finding.severity], {**place, "title": finding.rule}, text)


def _problem(problem: Problem) -> str:
    place = {"file": problem.file, "line": problem.line, "col": problem.column}
    return _line("error", {**place, "title": "cannot be read"}, problem.message)


def _line(command: str, properties: dict[str, object], text: str) -> str:
    told = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{command} {told}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
