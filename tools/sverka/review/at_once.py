"""A review of a few files in one process: no fact is packed, no file is read twice."""

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from pathlib import Path

from .collecting import rarely_collecting
from .examine import examine
from .job import Job
from .judging import Judged, judge_facts
from .locating import located
from .reading import Reading
from .record import Examined, Head
from .rule import Rule
from .unit import Background

ENOUGH = 16 << 20
"""Bytes of catalogues whose facts, about eight times as many bytes, may stay in memory."""


def review_at_once(
    jobs: Sequence[Job],
    rules: Sequence[Rule],
    background: Background,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[list[Head], Judged]:
    """Examine files and judge their facts; of each file return all but the facts."""
    fetch = lru_cache(maxsize=2)(Path.read_bytes)
    readings: dict[str, Reading] = {}
    found: list[Examined] = []
    with rarely_collecting():
        for number, job in enumerate(jobs, 1):
            keep = partial(readings.__setitem__, job.file)
            found.append(examine(job, rules, background, fetch, keep))
            if progress:
                progress(number, len(jobs))
        judged = judge_facts((one.facts for one in found), rules)
    groups = {n: [located(f, readings) for f in group] for n, group in judged.groups.items()}
    heads = [Head(one.findings, one.problems, one.entries, one.marks, []) for one in found]
    return heads, Judged(groups, judged.problems)
