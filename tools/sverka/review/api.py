"""`check`: the whole of a review, for commands and for Python."""

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path

from sverka.project import (
    Config,
    ConfigError,
    Glossary,
    Project,
    Register,
    open_project,
    read_glossary,
    read_register,
)

from .baseline import DEFAULT, load, save, updated
from .changed import changed_files, only_changed
from .dismissal import TABLE, read_dismissals
from .engine import Accepted, Running, parse_gate, review
from .finding import Problem, Report, Summary
from .job import plan
from .mapping import Progress
from .rule import choose
from .store import open_cache
from .unit import Background
from .version import recalled_families

Paths = Iterable[str | Path]


def check(
    paths: str | Path | Paths = (),
    config: str | Path | None = None,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    gate: str | None = None,
    pivot: str | None = None,
    source: str | None = None,
    locale: str | None = None,
    glossary: Paths = (),
    names: str | Path | None = None,
    jobs: int = 1,
    cache: bool = False,
    executor: Executor | None = None,
    progress: Progress | None = None,
    changed_since: str | None = None,
    baseline: str | Path | None = None,
    write_baseline: bool = False,
    accept_new: bool = False,
) -> Report:
    """Review catalogues and articles.

    Without `paths` the whole project is reviewed. `config` is the path of a configuration, by
    default the nearest upwards from the working folder. `pivot`, `source`, `glossary` and `names`
    override it; `locale` is that of catalogues that do not tell theirs.

    `jobs` processes share the work, or `executor` does it; `cache` keeps results in the project's
    `.sverka_cache/`; `progress(done, total)` is told how many files are read. None of these changes
    what is found.

    `changed_since` is a git revision: only what was touched since is reported on. Findings of the
    `baseline` (by default the project's `sverka-baseline.json`, if there is one) are left out;
    `write_baseline` first removes from that file what no longer occurs, or makes it if there is
    none, and `accept_new` adds what is new.

    Raises ConfigError (a ValueError) for a configuration, glossary, register or baseline that
    cannot be used, and ValueError for an unknown rule, gate or revision.
    """
    given = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    project = _with(open_project(Path(), Path(config) if config else None), pivot, source)
    settings = project.config
    store = open_cache(project.root) if cache else None
    chosen = choose(
        recalled_families(store), select or settings.select, (*ignore, *settings.ignore)
    )
    threshold = parse_gate(gate or settings.gate)
    background = Background.of(project, *_tables(project, glossary, names))
    planned = plan(project, given)
    if locale:
        named = tuple(job._replace(locale=job.locale or locale) for job in planned.jobs)
        planned = planned._replace(jobs=named)
    if not planned.jobs and not planned.problems:
        where = project.path or Path("sverka.toml")
        raise ConfigError(where, 1, "nothing to review: name PO files, or run `sverka init`")
    if changed_since is not None:
        files = changed_files(project.root, changed_since)
        planned = only_changed(planned, files, _shared(project, glossary, names))
    running = Running(jobs, executor, store, progress)
    whole = not given and changed_since is None
    accepted = Accepted(project.root, read_dismissals(project.root), whole=whole)
    path = Path(baseline) if baseline else project.root / DEFAULT
    if write_baseline:
        full = review(planned, chosen, background, threshold, running, accepted)
        save(
            path,
            updated(
                load(path) if path.exists() else None,
                full.findings,
                chosen,
                planned.jobs,
                whole=whole,
                unread=[problem.file for problem in full.problems],
                accept_new=accept_new,
            ),
        )
    if baseline or path.exists():
        accepted = accepted._replace(baseline=_load(path))
    return review(planned, chosen, background, threshold, running, accepted)


def _load(path: Path) -> frozenset[str]:
    try:
        return frozenset(load(path))
    except FileNotFoundError:
        message = "no such baseline; make it with --write-baseline"
        raise ConfigError(path, 1, message) from None


def _shared(project: Project, glossary: Paths, names: str | Path | None) -> Iterator[Path]:
    """The files that every finding may depend on."""
    config = project.config
    yield from (Path(path) for path in glossary or ())
    yield from (project.root / path for path in config.glossary)
    yield from (Path(path) for path in (names, project.path) if path)
    yield project.root / TABLE
    if config.names:
        yield project.root / config.names


def _with(project: Project, pivot: str | None, source: str | None) -> Project:
    from msgspec.structs import replace

    changes = {name: value for name, value in (("pivot", pivot), ("source", source)) if value}
    if not changes:
        return project
    return Project(project.root, replace(project.config, **changes), project.path)


def _tables(
    project: Project, glossary: Paths, names: str | Path | None
) -> tuple[Glossary, Register]:
    config: Config = project.config
    glossaries = [Path(path) for path in glossary] or [project.root / p for p in config.glossary]
    register = Path(names) if names else project.root / config.names if config.names else None
    try:
        return read_glossary(glossaries), read_register(register) if register else Register()
    except OSError as error:
        message = f"{error.strerror}; check `glossary` and `names` in the configuration"
        raise ConfigError(error.filename, 1, message) from None


def failed(problems: Iterable[Problem]) -> Report:
    """Return the report of a review that could not begin."""
    return Report((), tuple(problems), Summary(0, 0, 0, 0, 0, 0.0))
