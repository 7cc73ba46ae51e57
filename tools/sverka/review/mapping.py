"""Files into records: what is not in the store is examined, in batches, wherever there is room."""

import hashlib
import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from .collecting import rarely_collecting
from .examine import examine, unreadable
from .job import Job
from .record import pack
from .rule import Rule, rules
from .store import MemoryStore, Store
from .unit import Background
from .workers import Workers

Progress = Callable[[int, int], None]
"""Told how many files of how many are done."""

_LOCAL, _REMOTE = 256 << 10, 512 << 10
"""Bytes of catalogues a task: a tenth of a second at least here, a quarter on a cluster."""


class Setup(NamedTuple):
    """What all tasks share, once pickled for the journey and once hashed for the cache."""

    raw: bytes
    digest: bytes


def set_up(chosen: Sequence[str], background: Background, version: bytes) -> Setup:
    """Prepare what all tasks share. `version` is that of all code and tables."""
    raw = pickle.dumps((list(chosen), background), 5)
    return Setup(raw, hashlib.blake2b(version + raw, digest_size=16).digest())


@lru_cache(maxsize=2)
def unpack(raw: bytes) -> tuple[tuple[Rule, ...], Background]:
    """Return rules and background, in any process, the same object every time."""
    names, background = pickle.loads(raw)
    known = rules()
    return tuple(known[name] for name in names), background


def examine_batch(
    raw: bytes, jobs: Sequence[Job], names: Sequence[str], files: dict[Path, bytes]
) -> list[bytes]:
    """Examine files whose bytes are given; a pure function that runs anywhere."""
    chosen, background = unpack(raw)

    def fetch(path: Path) -> bytes:
        try:
            return files[path]
        except KeyError:
            raise FileNotFoundError(2, "cannot be read", str(path)) from None

    with rarely_collecting():
        return [pack(examine(job, chosen, background, fetch)) for job in jobs]


def names_of(jobs: Sequence[Job], setup: Setup) -> list[str] | None:
    """Return the names that the jobs' records have; None if a file cannot be read."""
    namer = _Mapper(jobs, setup, MemoryStore({}), 0)
    try:
        return [namer.name(job, job.path.read_bytes()) for job in jobs]
    except OSError:
        return None


def map_files(
    jobs: Sequence[Job],
    setup: Setup,
    store: Store,
    workers: Workers,
    progress: Progress | None = None,
) -> list[str]:
    """Return the names of the jobs' records, which then are all in the store."""
    mapper = _Mapper(jobs, setup, store, _REMOTE if workers.remote else _LOCAL)
    done = 0
    for (_, batch, names, _), records in workers.run(examine_batch, mapper.tasks()):
        for name, record in zip(names, records, strict=True):
            store.put(name, record)
        done += len(batch)
        if progress:
            progress(done + mapper.hits, len(jobs))
    return mapper.names


class _Mapper:
    """Reads each file once, names its record, and gathers what is missing into tasks."""

    def __init__(self, jobs: Sequence[Job], setup: Setup, store: Store, size: int) -> None:
        self.jobs = jobs
        self.setup = setup
        self.store = store
        self.size = size
        self.names: list[str] = []
        self.hits = 0
        self._source: tuple[Path | None, bytes | None] = (None, None)

    def tasks(self) -> Iterator[tuple[bytes, list[Job], list[str], dict[Path, bytes]]]:
        batch: list[Job] = []
        names: list[str] = []
        files: dict[Path, bytes] = {}
        weight = 0
        for job in self.jobs:
            try:
                data = job.path.read_bytes()
            except OSError as error:
                self._put_unreadable(job, error)
                continue
            name = self.name(job, data)
            source = self._read_source(job.source)
            self.names.append(name)
            if self.store.get(name) is not None:
                self.hits += 1
                continue
            batch.append(job)
            names.append(name)
            files[job.path] = data
            if job.source is not None and source is not None:
                files[job.source] = source
            weight += len(data)
            if weight >= self.size:
                yield self.setup.raw, batch, names, files
                batch, names, files, weight = [], [], {}, 0
        if batch:
            yield self.setup.raw, batch, names, files

    def _read_source(self, path: Path | None) -> bytes | None:
        if path != self._source[0]:
            data = None
            if path is not None:
                try:
                    data = path.read_bytes()
                except OSError:
                    data = None
            self._source = (path, data)
        return self._source[1]

    def name(self, job: Job, data: bytes) -> str:
        """Return what the record of a job is called: it says all that the record depends on."""
        source = self._read_source(job.source)
        told = repr((job._replace(path=None, source=None), source is None))  # type: ignore[arg-type]
        digest = hashlib.blake2b(self.setup.digest + told.encode(), digest_size=20)
        digest.update(hashlib.blake2b(source or b"", digest_size=20).digest())
        digest.update(data)
        return digest.hexdigest()

    def _put_unreadable(self, job: Job, error: OSError) -> None:
        name = hashlib.blake2b(repr((job, error.errno)).encode(), digest_size=20).hexdigest()
        self.names.append(name)
        self.store.put(name, pack(unreadable(job, error, unpack(self.setup.raw)[0])))
