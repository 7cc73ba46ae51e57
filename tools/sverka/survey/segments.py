"""The segments of a project with all their translations side by side."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sverka.project import ConfigError, Project
from sverka.review import Background, Problem
from sverka.review.job import plan
from sverka.review.reading import read
from sverka.text.analysis import Text


class Place(NamedTuple):
    """A text and where it stands."""

    text: Text
    file: str
    line: int


class Segment(NamedTuple):
    """A segment of an article in the pivot and every locale that has translated it."""

    article: str
    msgctxt: str | None
    pivot: Place
    translations: dict[str, Place]


def segments(
    project: Project, paths: Iterable[Path], background: Background
) -> tuple[list[Segment], list[Problem]]:
    """Read the segments of articles and catalogues, by default of the whole project.

    Raises ConfigError if there is nothing to read.
    """
    planned = plan(project, paths)
    if not planned.jobs and not planned.problems:
        origin = project.path or Path("sverka.toml")
        raise ConfigError(origin, 1, "no article and no catalogue; name PO files")
    problems = list(planned.problems)
    found: dict[tuple[str, str | None, str], Segment] = {}
    for job in planned.jobs:
        try:
            reading = read(job, background)
            for unit in reading.units:
                if unit.state != "translated":
                    continue
                form = unit.forms[0]
                where = form.where
                line = reading.locate(where, None)[0]
                place = Place(form.text, job.file, line)
                key = job.article, where.msgctxt, where.msgid
                if key not in found:
                    pivot = place if form.pivot is None else Place(form.pivot, job.file, line)
                    found[key] = Segment(job.article, where.msgctxt, pivot, {})
                if form.pivot is not None:
                    found[key].translations[where.locale] = place
        except (OSError, ValueError) as error:
            problems.append(Problem(job.file, 1, 1, str(error)))
    return list(found.values()), problems
