"""Which findings count: the gate, the more specific rule, the order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from .finding import CERTAINTIES, SEVERITIES, Certainty, Finding, Severity
from .job import Job
from .rule import Rule

Gate = tuple[Severity, Certainty]


def outranked(findings: Iterable[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Drop the findings that give way to a more specific rule's on the same words, or that rule's,
    should it be less certain; of a rule that gives way to itself the longest one stays."""
    findings = list(findings)
    humble = {rule.name: rule.yields_to for rule in rules if rule.yields_to}
    by_place: dict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_place[finding.where].append(finding)

    def gives_way(finding: Finding, other: Finding) -> bool:
        if other.rule == finding.rule:
            return finding.rule in humble.get(finding.rule, ()) and _length(other) > _length(
                finding
            )
        if other.rule in humble.get(finding.rule, ()):
            return _doubt(other) <= _doubt(finding)
        return finding.rule in humble.get(other.rule, ()) and _doubt(other) < _doubt(finding)

    concerned = humble.keys() | set[str]().union(*humble.values())
    return [
        finding
        for finding in findings
        if finding.rule not in concerned
        or not any(
            other.rule in concerned and _overlap(finding, other) and gives_way(finding, other)
            for other in by_place[finding.where]
            if other is not finding
        )
    ]


def _doubt(finding: Finding) -> int:
    return CERTAINTIES.index(finding.certainty)


def _length(finding: Finding) -> int:
    return finding.span[1] - finding.span[0] if finding.span else 0


def _overlap(a: Finding, b: Finding) -> bool:
    if a.span is None or b.span is None:
        return True
    return a.span[0] < b.span[1] and b.span[0] < a.span[1]


def at_gate(finding: Finding, gate: Gate) -> bool:
    """Say whether a finding is severe and certain enough to make a check fail."""
    severity, certainty = gate
    return SEVERITIES.index(finding.severity) <= SEVERITIES.index(severity) and CERTAINTIES.index(
        finding.certainty
    ) <= CERTAINTIES.index(certainty)


def parse_gate(text: str) -> Gate:
    """Read a gate such as `warning,likely`. Raises ValueError."""
    severity, _, certainty = (part.strip() for part in text.partition(","))
    certainty = certainty or "likely"
    if severity not in SEVERITIES or certainty not in CERTAINTIES:
        raise ValueError(
            f"gate {text!r}: write SEVERITY,CERTAINTY with one of {', '.join(SEVERITIES)} "
            f"and one of {', '.join(CERTAINTIES)}"
        )
    return severity, certainty


def in_order(findings: Iterable[Finding], jobs: Sequence[Job]) -> tuple[Finding, ...]:
    """Return findings in the order of the files, each file's from top to bottom."""
    order = {job.file: number for number, job in reversed(list(enumerate(jobs)))}
    last = len(jobs)
    return tuple(
        sorted(
            findings,
            key=lambda f: (
                order.get(f.file, last),
                f.line,
                f.column,
                f.rule,
                f.locale,
                f.form,
                f.message,
            ),
        )
    )
