"""Repairs: which edits are made, and what a text becomes by them. Pure functions."""

from collections.abc import Iterable

from .finding import CERTAINTIES, SEVERITIES, Edit, Finding, Fix

_SURE = ("certain", "likely")


def repairable(finding: Finding, unsafe: bool) -> bool:
    """Say whether a finding's repair may be made: it is safe, or unsafe ones are wanted too.

    What is merely possible is never repaired unasked.
    """
    fix = finding.fix
    return fix is not None and finding.certainty in _SURE and (fix.safe or unsafe)


def choose(findings: Iterable[Finding]) -> list[Finding]:
    """Return those findings of one text whose edits do not meet: the weightier, then the earlier.

    The edits of a finding are made all or none.
    """
    taken: list[Edit] = []
    chosen: list[Finding] = []
    for finding in sorted(findings, key=_weight):
        edits = _edits(finding)
        if not any(_meet(edit, other) for edit in edits for other in taken):
            taken += edits
            chosen.append(finding)
    return chosen


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return the text with edits made that do not meet.

    Raises ValueError for a span outside the text.
    """
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        start, end = edit.span
        if not 0 <= start <= end <= len(text):
            raise ValueError(f"span {edit.span} is outside a text of {len(text)} characters")
        text = text[:start] + edit.text + text[end:]
    return text


def edits_of(findings: Iterable[Finding]) -> list[Edit]:
    """Return the edits of findings that were chosen."""
    return [edit for finding in findings for edit in _edits(finding)]


def _edits(finding: Finding) -> tuple[Edit, ...]:
    return (finding.fix or Fix(())).edits


def _weight(finding: Finding) -> tuple[bool, int, int, tuple[int, int], str]:
    return (
        not (finding.fix and finding.fix.safe),
        SEVERITIES.index(finding.severity),
        CERTAINTIES.index(finding.certainty),
        finding.span or (0, 0),
        finding.rule,
    )


def _meet(one: Edit, other: Edit) -> bool:
    """Say whether two edits touch the same characters, or insert at the same place."""
    (a, b), (c, d) = one.span, other.span
    return (a, b) == (c, d) or (a < d and c < b) or (a == b and c < a < d) or (c == d and a < c < b)
