"""The report for a person at a terminal: place, evidence, the text with the span marked, remedy."""

import io
from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.text import Text as Styled

from sverka.review import Finding, Report

from .safe import isolated, visible

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}
_EXCERPT = 48
"""Code points shown on either side of the span."""


def render(report: Report) -> str:
    """Return the report as plain text."""
    target = io.StringIO()
    show(report, Console(file=target, width=100, soft_wrap=True, markup=False, emoji=False))
    return target.getvalue()


def show(report: Report, console: Console) -> None:
    """Write the report to a console."""
    for file, findings in groupby(report.findings, key=lambda finding: finding.file):
        console.print(Styled(visible(file), "bold underline"))
        for finding in findings:
            for line in _lines(finding):
                console.print(line, soft_wrap=True, highlight=False)
        console.print()
    for problem in report.problems:
        place = f"{visible(problem.file)}:{problem.line}:{problem.column}: "
        line = Styled.assemble((place, "bold"), ("cannot be read: ", "bold red"))
        console.print(line + Styled(visible(problem.message)), soft_wrap=True, highlight=False)
    console.print(Styled(_total(report), "bold"), highlight=False)


def _lines(finding: Finding) -> Iterator[Styled]:
    certainty = "" if finding.certainty == "certain" else f" ({finding.certainty})"
    yield Styled.assemble(
        (f"  {finding.line}:{finding.column}  ", "dim"),
        (finding.severity, _STYLES[finding.severity]),
        f"{certainty}  {visible(finding.message)}  ",
        (f"[{finding.rule}]", "dim"),
    )
    if finding.span:
        yield _excerpt(finding)
    for other in finding.related:
        place = f"{visible(other.where.file)}:{other.line}" if other.line else other.where.locale
        text = _shorten(other.text, other.span)
        yield Styled.assemble(
            (f"        {place}  ", "dim"), f"{visible(other.note)}: ", isolated(text)
        )
    if finding.fix:
        texts = ", ".join(dict.fromkeys(isolated(edit.text) for edit in finding.fix.edits))
        yield Styled.assemble(("        repair: ", "green"), texts or "(delete)")


def _excerpt(finding: Finding) -> Styled:
    assert finding.span
    start, end = finding.span
    whole = finding.value
    before, after = whole[max(0, start - _EXCERPT) : start], whole[end : end + _EXCERPT]
    return Styled.assemble(
        "        ",
        ("…" if start > _EXCERPT else "") + visible(before),
        (visible(whole[start:end]), "reverse"),
        visible(after) + ("…" if end + _EXCERPT < len(whole) else ""),
    )


def _shorten(text: str, span: tuple[int, int] | None) -> str:
    return text if span or len(text) <= 2 * _EXCERPT else text[: 2 * _EXCERPT] + "…"


def _total(report: Report) -> str:
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


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number} {one if number == 1 else many or one + 's'}"
