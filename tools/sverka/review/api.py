"""`check`: the whole of a review, for commands and for Python."""

from collections.abc import Iterable, Sequence
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

from .engine import Running, parse_gate, review
from .finding import Problem, Report, Summary
from .job import plan
from .mapping import Progress
from .rule import choose
from .store import open_cache
from .unit import Background

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
) -> Report:
    """Review catalogues and articles.

    Without `paths` the whole project is reviewed. `config` is the path of a configuration, by
    default the nearest upwards from the working folder. `pivot`, `source`, `glossary` and `names`
    override it; `locale` is that of catalogues that do not tell theirs.

    `jobs` processes share the work, or `executor` does it; `cache` keeps results in the project's
    `.sverka_cache/`; `progress(done, total)` is told how many files are read. None of these changes
    what is found.

    Raises ConfigError (a ValueError) for a configuration, glossary or register that cannot be
    used, and ValueError for an unknown rule or gate.
    """
    given = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    project = _with(open_project(Path(), Path(config) if config else None), pivot, source)
    settings = project.config
    rules = choose(select or settings.select, (*ignore, *settings.ignore))
    threshold = parse_gate(gate or settings.gate)
    known = settings.pivot or ("en" if project.path else "")
    background = Background(known, settings.source, *_tables(project, glossary, names))
    planned = plan(project, given)
    if locale:
        named = tuple(job._replace(locale=job.locale or locale) for job in planned.jobs)
        planned = planned._replace(jobs=named)
    if not planned.jobs and not planned.problems:
        where = project.path or Path("sverka.toml")
        raise ConfigError(where, 1, "nothing to review: name PO files, or run `sverka init`")
    running = Running(jobs, executor, open_cache(project.root) if cache else None, progress)
    return review(planned, rules, background, threshold, running)


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
