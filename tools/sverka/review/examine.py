"""The map: one file through all rules."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import get_args

from msgspec.structs import replace

from sverka.catalogue import CatalogueError

from .dismissal import MARKER, marks_of
from .finding import Finding, Problem, Where
from .job import Job
from .locating import located
from .reading import Fetch, Reading, read
from .record import Examined, Mark
from .rule import Fact, Key, Rule
from .sieve import sieve
from .unit import Background, State

MOST = 200
"""Findings that a rule may make in one entry: nobody reads more, and they cost time."""
_LONG = 1000
"""Code points of an entry below which no rule finds too much."""


def examine(
    job: Job,
    chosen: Sequence[Rule],
    background: Background,
    fetch: Fetch = Path.read_bytes,
    keep: Callable[[Reading], None] | None = None,
) -> Examined:
    """Read one file and run rules over it; of a mere witness only the facts are wanted.

    `keep` is given what can locate findings in the file.
    """
    try:
        reading = read(job, background, fetch)
    except OSError as error:
        return unreadable(job, error, chosen)
    except (ValueError, CatalogueError) as error:
        line, column = getattr(error, "line", 1) or 1, getattr(error, "column", 1) or 1
        message = getattr(error, "message", None) or str(error)
        return _unreadable(job, message, chosen, line, column)
    if keep:
        keep(reading._replace(units=iter(()), file=None))
    return _examine(job, reading, chosen)


def unreadable(job: Job, error: OSError, chosen: Sequence[Rule]) -> Examined:
    """Return what a file gives that cannot be opened: a problem, and a finding of `syntax`."""
    message = f"{error.strerror or error}; the other files are reviewed without it"
    return _unreadable(job, message, chosen, 1, 1)


def _unreadable(job: Job, message: str, chosen: Sequence[Rule], line: int, column: int) -> Examined:
    where = Where(job.file, job.locale or "und", job.article, job.role, -1, None, "", "header")
    findings = [
        replace(rule.finding(where, message), line=line, column=column)
        for rule in chosen
        if rule.name == "syntax"
    ]
    return Examined(tuple(findings), {}, (Problem(job.file, line, column, message),), 0)


def _examine(job: Job, reading: Reading, chosen: Sequence[Rule]) -> Examined:
    findings: list[Finding] = []
    facts: dict[str, list[tuple[Key, Fact]]] = {
        rule.name: [] for rule in chosen if rule.gatherer and job.role in rule.roles
    }
    problems = list(reading.problems)
    marks: list[Mark] = []
    rules = tuple(chosen)
    shown = {state: sieve(rules, job, state, reading.before) for state in get_args(State)}
    for unit in reading.units:
        checks, gathers = shown[unit.state].shown(unit)
        long = False
        for form in unit.forms:
            if len(form.text.value) + len(form.where.msgid) > _LONG:
                long = True
        for rule, check in checks:
            try:
                if long:
                    findings += _most(check(unit))
                else:
                    findings += check(unit)
            except Exception as error:
                problems.append(_bug(rule, error, job, reading.locate(unit.where, None)[0]))
        for rule, gather in gathers:
            try:
                facts[rule.name] += gather(unit)
            except Exception as error:
                problems.append(_bug(rule, error, job, reading.locate(unit.where, None)[0]))
        if reading.marked and MARKER in unit.tcomment:
            line = reading.locate(unit.where, None)[0]
            marks += marks_of(unit.where, unit.tcomment, line, unit.state == "fuzzy")
    if reading.file and job.reported:
        findings += _inspect(job, reading, chosen, problems)
        header = reading.file.catalogue.header_entry
        if header and MARKER in header.tcomment:
            marks += marks_of(reading.file.where, header.tcomment, 1)
    here = {job.file: reading}
    return Examined(
        tuple(located(finding, here) for finding in findings),
        {name: found for name, found in facts.items() if found},
        tuple(problems),
        reading.entries,
        tuple(marks),
    )


def _most(findings: Iterable[Finding]) -> list[Finding]:
    found = list(islice(findings, MOST + 1))
    if len(found) > MOST:
        found.pop()
        message = f"{found[-1].message}; more of this kind in this entry are not listed"
        found[-1] = replace(found[-1], message=message)
    return found


def _inspect(
    job: Job, reading: Reading, chosen: Sequence[Rule], problems: list[Problem]
) -> list[Finding]:
    findings: list[Finding] = []
    assert reading.file
    for rule in chosen:
        if rule.inspector and job.role in rule.roles:
            try:
                findings += rule.inspector(reading.file)
            except Exception as error:
                problems.append(_bug(rule, error, job, 1))
    return findings


def _bug(rule: Rule, error: Exception, job: Job, line: int) -> Problem:
    message = (
        f"the rule {rule.name} broke off here ({type(error).__name__}: {error}); "
        f"report this, and meanwhile use `--ignore {rule.name}`"
    )
    return Problem(job.file, line, 1, message)
