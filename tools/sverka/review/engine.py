"""The engine: map the rules over the files, judge what they gathered, say where it stands."""

import hashlib
import tempfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from .at_once import ENOUGH, review_at_once
from .dismissal import Dismissal, dismiss
from .finding import SEVERITIES, Finding, Problem, Report, Summary
from .fingerprint import with_fingerprints
from .job import Job, Plan
from .judging import Judged, State, decode_state, judge_again, judge_all
from .locating import locate_all
from .mapping import Progress, Setup, map_files, names_of, set_up
from .ranking import Gate, at_gate, in_order, outranked, parse_gate
from .reading import read
from .record import Head, Mark, Record
from .rule import Rule, rules
from .store import FolderStore, MemoryStore, Store
from .unit import Background
from .unused import unused
from .version import toolkit
from .workers import Workers

__all__ = ["Accepted", "Gate", "Running", "parse_gate", "review"]

_SMALL = 4 << 20
"""Bytes of catalogues whose facts may stay in memory."""


class Running(NamedTuple):
    """How a review runs; none of it changes what is found."""

    jobs: int = 1
    """Processes."""
    executor: Executor | None = None
    """Where files are examined, if not here: any `concurrent.futures.Executor`."""
    cache: FolderStore | None = None
    progress: Progress | None = None


class Reviewed(msgspec.Struct, frozen=True, array_like=True):
    """All that rules found, before anyone's dismissals."""

    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    marks: tuple[Mark, ...]
    files: int
    entries: int


_reviewed = msgspec.msgpack.Decoder(Reviewed)


class Accepted(NamedTuple):
    """What people looked at before."""

    root: Path = Path()
    dismissals: tuple[tuple[Dismissal, int], ...] = ()
    baseline: frozenset[str] = frozenset()
    whole: bool = True
    """Whether the review is of all that dismissals may speak of."""


def review(
    plan: Plan,
    chosen: Sequence[str],
    background: Background,
    gate: Gate,
    running: Running | None = None,
    accepted: Accepted | None = None,
) -> Report:
    """Review the files of a plan with the chosen rules."""
    start = time.perf_counter()
    reviewed = find(plan, chosen, background, gate, running or Running())
    findings = _remaining(reviewed, plan, chosen, gate, accepted or Accepted())
    counts = dict.fromkeys(SEVERITIES, 0)
    for finding in findings:
        counts[finding.severity] += 1
    summary = Summary(
        files=reviewed.files,
        entries=reviewed.entries,
        errors=counts["error"],
        warnings=counts["warning"],
        notes=counts["note"],
        seconds=round(time.perf_counter() - start, 3),
    )
    return Report(tuple(findings), reviewed.problems, summary)


def _remaining(
    reviewed: Reviewed, plan: Plan, chosen: Sequence[str], gate: Gate, accepted: Accepted
) -> Sequence[Finding]:
    findings: Sequence[Finding] = reviewed.findings
    if reviewed.marks or accepted.dismissals:
        marks, rows = reviewed.marks, accepted.dismissals
        kept, used, lines = dismiss(findings, marks, rows)
        left = unused(marks, used, rows, lines, kept, _rules(chosen), accepted.root, accepted.whole)
        findings = in_order([*kept, *_finished(left, gate)], plan.jobs)
    if accepted.baseline:
        return [f for f in findings if f.fingerprint not in accepted.baseline]
    return findings


def _finished(findings: Iterable[Finding], gate: Gate) -> list[Finding]:
    return [
        replace(finding, gate=True) if at_gate(finding, gate) else finding
        for finding in with_fingerprints(findings)
    ]


def _rules(chosen: Iterable[str]) -> tuple[Rule, ...]:
    known = rules()
    return tuple(known[name] for name in chosen)


def find(
    plan: Plan, chosen: Sequence[str], background: Background, gate: Gate, running: Running
) -> Reviewed:
    """Find what is wrong in the files of a plan, or recall it.

    Rules are imported only if something has to be found: that takes longer than recalling.
    """
    alone = not running.cache and not running.executor and running.jobs < 2
    if alone and _bytes(plan.jobs) < ENOUGH:
        those = _rules(chosen)
        heads, judged = review_at_once(plan.jobs, those, background, running.progress)
        return _put_together(plan, heads, judged, those, gate)
    return _find(plan, chosen, background, gate, running)


def _find(
    plan: Plan, chosen: Sequence[str], background: Background, gate: Gate, running: Running
) -> Reviewed:
    cache = running.cache
    with ExitStack() as stack:
        store: Store = cache or _passing_store(plan.jobs, stack)
        workers = stack.enter_context(Workers(running.jobs, running.executor))
        setup = set_up(chosen, background, toolkit(cache) if cache else b"")
        if cache and (known := names_of(plan.jobs, setup)):
            whole = _name(setup, "reviewed", known, gate, plan.problems)
            if raw := cache.get(whole):
                cache.touch([whole])
                return _reviewed.decode(raw)
        names = map_files(plan.jobs, setup, store, workers, running.progress)
        whole = _name(setup, "reviewed", names, gate, plan.problems)
        local = Workers() if workers.remote else workers
        those = _rules(chosen)
        judged = _judge(plan.jobs, names, those, background, store, setup, local, cache)
        heads = [Record(store.view(name)).head for name in names]
        reviewed = _put_together(plan, heads, judged, those, gate)
        if cache:
            cache.put(whole, msgspec.msgpack.encode(reviewed))
            cache.prune([*names, whole])
    return reviewed


def _judge(
    jobs: Sequence[Job],
    names: Sequence[str],
    those: Sequence[Rule],
    background: Background,
    store: Store,
    setup: Setup,
    workers: Workers,
    cache: FolderStore | None,
) -> Judged:
    reported = [job.file for job in jobs if job.reported]
    now = dict(zip((f"{job.file}\0{job.role}" for job in jobs), names, strict=True))
    place = _name(setup, "judged", reported)
    state = decode_state(cache.get(place)) if cache else None
    judged = judge_again(state, now, store, those) if state else None
    if judged is None:
        judged = judge_all(names, store, those, workers)
    known = state.groups if state else {}
    fresh = {n: found for n, found in judged.groups.items() if found is not known.get(n)}
    flat = [finding for found in fresh.values() for finding in found]
    located = iter(locate_all(flat, jobs, partial(read, background=background)))
    groups = {**judged.groups, **{n: [next(located) for _ in f] for n, f in fresh.items()}}
    if cache and not judged.problems:
        cache.put(place, msgspec.msgpack.encode(State(now, groups)))
    return Judged(groups, judged.problems)


def _put_together(
    plan: Plan, heads: Sequence[Head], judged: Judged, those: Sequence[Rule], gate: Gate
) -> Reviewed:
    findings = [finding for head in heads for finding in head.findings]
    findings += (finding for found in judged.groups.values() for finding in found)
    reported = {(job.file, job.role) for job in plan.jobs if job.reported}
    kept = in_order(
        _finished(
            (
                finding
                for finding in outranked(findings, those)
                if (finding.file, finding.where.role) in reported
            ),
            gate,
        ),
        plan.jobs,
    )
    pairs = [(j, h) for j, h in zip(plan.jobs, heads, strict=True) if j.reported]
    problems = dict.fromkeys(problem for head in heads for problem in head.problems)
    return Reviewed(
        kept,
        (*plan.problems, *problems, *judged.problems),
        tuple(dict.fromkeys(mark for _, head in pairs for mark in head.marks)),
        len({job.file for job, _ in pairs}),
        sum(head.entries for _, head in pairs),
    )


def _passing_store(jobs: Iterable[Job], stack: ExitStack) -> Store:
    """A store for this run only."""
    if _bytes(jobs) < _SMALL:
        return MemoryStore({})
    return FolderStore(Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="sverka-"))))


def _bytes(jobs: Iterable[Job]) -> int:
    return sum(job.path.stat().st_size for job in jobs if job.path.is_file())


def _name(setup: Setup, *parts: object) -> str:
    return hashlib.blake2b(setup.digest + repr(parts).encode(), digest_size=20).hexdigest()
