"""The engine: map the rules over the files, judge what they gathered, say where it stands."""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from sverka.catalogue import CatalogueError

from .finding import (
    CERTAINTIES,
    SEVERITIES,
    Certainty,
    Finding,
    Problem,
    Report,
    Severity,
    Summary,
)
from .fingerprint import with_fingerprints
from .job import Job, Plan
from .reading import Reading, read
from .rule import Fact, Key, Rule
from .unit import Background

Gate = tuple[Severity, Certainty]
Facts = dict[tuple[str, Key], list[Fact]]


class Examined(NamedTuple):
    """What one file gave."""

    findings: tuple[Finding, ...]
    facts: tuple[tuple[str, Key, Fact], ...]
    """(rule, key, fact)"""
    problems: tuple[Problem, ...]
    entries: int


def review(plan: Plan, rules: Sequence[Rule], background: Background, gate: Gate) -> Report:
    """Review the files of a plan."""
    start = time.perf_counter()
    results = [examine(job, rules, background) for job in plan.jobs]
    facts: Facts = defaultdict(list)
    for result in results:
        for name, key, fact in result.facts:
            facts[name, key].append(fact)
    findings = [finding for result in results for finding in result.findings]
    findings += locate(judge(facts, rules), plan.jobs, background)
    reported = {(job.file, job.role) for job in plan.jobs if job.reported}
    kept = _sorted(
        with_fingerprints(
            replace(finding, gate=at_gate(finding, gate))
            for finding in outranked(findings, rules)
            if (finding.where.file, finding.where.role) in reported
        ),
        plan.jobs,
    )
    problems = (*plan.problems, *dict.fromkeys(p for r in results for p in r.problems))
    return Report(kept, problems, _summary(plan.jobs, results, kept, start))


def examine(job: Job, rules: Sequence[Rule], background: Background) -> Examined:
    """Read one file and run all rules over it."""
    try:
        reading = read(job, background)
    except OSError as error:
        message = f"{error.strerror or error}; the other files are reviewed without it"
        return Examined((), (), (Problem(job.file, 1, 1, message),), 0)
    except (ValueError, CatalogueError) as error:
        return Examined((), (), (Problem(job.file, *_line_of(error), str(error)),), 0)
    findings: list[Finding] = []
    facts: list[tuple[str, Key, Fact]] = []
    checkers = [(rule, rule.checker) for rule in rules if rule.checker]
    gatherers = [(rule, rule.gatherer) for rule in rules if rule.gatherer]
    for unit in reading.units:
        for rule, check in checkers:
            if rule.wants(unit):
                findings += check(unit)
        for rule, gather in gatherers:
            if rule.wants(unit):
                facts += [(rule.name, key, fact) for key, fact in gather(unit)]
    if reading.file:
        for rule in rules:
            if rule.inspector and job.role in rule.roles:
                findings += rule.inspector(reading.file)
    located = tuple(_located(finding, {job.file: reading}) for finding in findings)
    return Examined(located, tuple(facts), reading.problems, reading.entries)


def judge(facts: Facts, rules: Sequence[Rule]) -> list[Finding]:
    """Let every cross rule judge its groups of facts."""
    judges = {rule.name: rule.judger for rule in rules if rule.judger}
    return [
        finding
        for (name, key), group in facts.items()
        if (judger := judges.get(name))
        for finding in judger(key, group)
    ]


def locate(
    findings: Iterable[Finding], jobs: Sequence[Job], background: Background
) -> list[Finding]:
    """Fill in lines and columns, reading again only the files that are concerned."""
    findings = list(findings)
    wanted = {f.where.file for f in findings} | {r.where.file for f in findings for r in f.related}
    readings: dict[str, Reading] = {}
    for job in jobs:
        if job.file in wanted and job.file not in readings:
            readings[job.file] = read(job, background)
    return [_located(finding, readings) for finding in findings]


def _located(finding: Finding, readings: dict[str, Reading]) -> Finding:
    line, column, value = 1, 1, ""
    where = finding.where
    if reading := readings.get(where.file):
        line, column = reading.locate(where, finding.span)
        value = reading.value(where)
    related = tuple(
        replace(other, line=readings[other.where.file].locate(other.where, other.span)[0])
        if other.where.file in readings
        else other
        for other in finding.related
    )
    return replace(finding, line=line, column=column, value=value, related=related)


def outranked(findings: Iterable[Finding], rules: Sequence[Rule]) -> list[Finding]:
    """Drop the findings that give way to a more specific rule's on the same words."""
    findings = list(findings)
    humble = {rule.name: rule.yields_to for rule in rules if rule.yields_to}
    by_place: dict[object, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_place[finding.where].append(finding)

    def gives_way(finding: Finding) -> bool:
        return any(
            other.rule in humble[finding.rule] and _overlap(finding, other)
            for other in by_place[finding.where]
        )

    return [f for f in findings if f.rule not in humble or not gives_way(f)]


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


def _sorted(findings: Iterable[Finding], jobs: Sequence[Job]) -> tuple[Finding, ...]:
    order = {job.file: number for number, job in reversed(list(enumerate(jobs)))}
    return tuple(
        sorted(
            findings,
            key=lambda f: (order[f.file], f.line, f.column, f.rule, f.form, f.message),
        )
    )


def _summary(
    jobs: Sequence[Job], results: Sequence[Examined], findings: Sequence[Finding], start: float
) -> Summary:
    counts = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += 1
    reported = [(j, r) for j, r in zip(jobs, results, strict=True) if j.reported]
    return Summary(
        files=len({job.file for job, _ in reported}),
        entries=sum(result.entries for _, result in reported),
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        seconds=round(time.perf_counter() - start, 3),
    )


def _line_of(error: Exception) -> tuple[int, int]:
    return getattr(error, "line", 1) or 1, getattr(error, "column", 1) or 1
