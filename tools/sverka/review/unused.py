"""The findings of `unused-dismissal`: the rule that looks at the other rules' findings."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from .dismissal import TABLE, Dismissal
from .finding import Finding, Where
from .job import display
from .record import Mark
from .rule import Rule, rules

NAME = "unused-dismissal"


def unused(
    marks: Sequence[Mark],
    used_marks: set[Mark],
    rows: Sequence[tuple[Dismissal, int]],
    used_rows: set[int],
    findings: Sequence[Finding],
    chosen: Sequence[Rule],
    root: Path,
    whole: bool,
) -> Iterator[Finding]:
    """Yield a finding for each dismissal that dismisses nothing.

    Of rules that did not run, and of rows unless the `whole` project was reviewed, nothing is said.
    """
    rule = next((rule for rule in chosen if rule.name == NAME), None)
    if rule is None:
        return
    ran = {rule.name for rule in chosen}
    places = {(f.file, f.where.index, f.rule) for f in findings}
    gone = {(mark.where.file, mark.where.index, mark.rule, mark.hash) for mark in used_marks}
    for mark in sorted(marks, key=lambda mark: mark.where.role == "pivot"):
        where = mark.where
        name = f"{mark.rule}@{mark.hash}" if mark.hash else mark.rule
        if (where.file, where.index, mark.rule, mark.hash) in gone:
            continue
        gone.add((where.file, where.index, mark.rule, mark.hash))
        changed = (where.file, where.index, mark.rule) in places
        if message := _message(mark.rule, mark.reason, ran, changed, mark.dormant):
            found = rule.finding(where, message, form=name)
            yield replace(found, line=mark.line, column=1)
    for row, line in rows if whole else ():
        changed = any(row.concerns(finding) for finding in findings)
        if line not in used_rows and (message := _message(row.rule, row.reason, ran, changed)):
            told = f"{row.rule} {row.article} {row.msgid} {row.form}"
            file = display(root / TABLE)
            where = Where(file, "und", "", "pivot", -1, None, row.msgid or "", "header")
            yield replace(rule.finding(where, message, form=told), line=line, column=1)


def _message(
    name: str, reason: str, ran: set[str], changed: bool, dormant: bool = False
) -> str | None:
    if name not in rules():
        return f"no rule is named {name!r}; correct the name, or remove the dismissal"
    if not reason:
        return f"the dismissal of {name} says no reason, so it does not count; write one behind it"
    if name not in ran or dormant:
        return None
    if changed:
        return f"the words have changed since {name} was dismissed; look again, then dismiss anew"
    return f"{name} finds nothing here any more; remove the dismissal"
