"""The report with one line a finding, as compilers write theirs."""

from sverka.review import Report

from .full import total
from .safe import visible


def render(report: Report) -> str:
    """Return the report as `file:line:column: severity: message [rule]` lines."""
    lines = [
        f"{visible(f.file)}:{f.line}:{f.column}: {f.severity}: {visible(f.message)} [{f.rule}]"
        for f in report.findings
    ]
    lines += [
        f"{visible(p.file)}:{p.line}:{p.column}: problem: {visible(p.message)}"
        for p in report.problems
    ]
    return "\n".join([*lines, total(report)]) + "\n"
