"""The report for a person: place, evidence, both texts with the span underlined, remedy."""

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.review import Finding, Report

from .safe import isolated, runs_left, visible

if TYPE_CHECKING:
    from rich.console import Console

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_EXCERPT = 48
"""Code points shown on either side of the span."""
_INDENT = " " * 8

Piece = tuple[str, str]
"""A text and rich's name of its style."""


def render(report: Report) -> str:
    """Return the report as plain text."""
    return "".join("".join(text for text, _ in line) + "\n" for line in _lines(report, True))


def show(report: Report, console: "Console", wrap: bool = False) -> None:
    """Write the report to a terminal, with colours and links as far as it has them."""
    from rich.text import Text as Styled

    for line in _lines(report, not console.is_terminal):
        console.print(Styled.assemble(*line), soft_wrap=not wrap, highlight=False)


def total(report: Report) -> str:
    """Return the report's totals as one line."""
    summary = report.summary
    counts = [
        _count(summary.errors, "error"),
        _count(summary.warnings, "warning"),
        _count(summary.notes, "note"),
    ]
    if report.problems:
        counts.append(_count(len(report.problems), "problem"))
    read = f"{_count(summary.entries, 'entry', 'entries')} in {_count(summary.files, 'file')}"
    return f"{', '.join(counts)}; {read}, {summary.seconds:.1f} s"


def _lines(report: Report, plain: bool) -> Iterator[list[Piece]]:
    for file, findings in groupby(report.findings, key=lambda finding: finding.file):
        yield [(visible(file), f"bold underline{_link(file)}")]
        for finding in findings:
            yield from _finding(finding, plain)
        yield []
    for problem in report.problems:
        place = f"{visible(problem.file)}:{problem.line}:{problem.column}: "
        yield [
            (place, f"bold{_link(problem.file)}"),
            ("cannot be read: ", "bold red"),
            (visible(problem.message), ""),
        ]
    yield [(total(report), "bold")]


def _finding(finding: Finding, plain: bool) -> Iterator[list[Piece]]:
    certainty = "" if finding.certainty == "certain" else f" ({finding.certainty})"
    yield [
        (f"  {finding.line}:{finding.column}  ", "dim"),
        (finding.severity, _STYLES[finding.severity]),
        (f"{certainty}  {visible(finding.message)}  ", ""),
        (f"[{finding.rule}]", "dim"),
    ]
    if finding.span:
        yield from _excerpt(finding, finding.span, plain)
    if finding.field == "msgstr" and not any(o.where.field == "msgid" for o in finding.related):
        yield [(f"{_INDENT}msgid: ", "dim"), (isolated(_shorten(finding.msgid)), "")]
    for other in finding.related:
        place = f"{visible(other.where.file)}:{other.line}" if other.line else other.where.locale
        text = other.text if other.span else _shorten(other.text)
        yield [(f"{_INDENT}{place}  ", "dim"), (f"{visible(other.note)}: {isolated(text)}", "")]
    if finding.fix:
        texts = ", ".join(dict.fromkeys(isolated(edit.text) for edit in finding.fix.edits))
        yield [(f"{_INDENT}repair: ", "green"), (texts or "(delete)", "")]


def _excerpt(finding: Finding, span: tuple[int, int], plain: bool) -> Iterator[list[Piece]]:
    start, end = span
    whole = finding.value
    before = ("…" if start > _EXCERPT else "") + visible(whole[max(0, start - _EXCERPT) : start])
    marked = visible(whole[start:end])
    after = visible(whole[end : end + _EXCERPT]) + ("…" if end + _EXCERPT < len(whole) else "")
    style = f"underline {_STYLES[finding.severity]}"
    yield [(_INDENT + before, ""), (marked, style), (after, "")]
    if plain and not runs_left(before + marked):
        yield [(_INDENT + " " * _cells(before) + "^" * max(1, _cells(marked)), "")]


def _cells(text: str) -> int:
    """Return the columns that a text takes on a terminal."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
        for c in text
    )


def _link(file: str) -> str:
    uri = Path(file).absolute().as_uri()
    return f" link {uri}"


def _shorten(text: str) -> str:
    return text if len(text) <= 2 * _EXCERPT else text[: 2 * _EXCERPT] + "…"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
