"""Writing a report in the formats asked for."""

import sys
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from sverka.review import Report


class Output(NamedTuple):
    """A format and where it goes; None: standard output."""

    format: str
    file: Path | None


FORMATS = (
    "full",
    "concise",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "rdjson",
    "junit",
    "html",
    "svg",
)
"""A format is the module of this package that has its name and `render`."""
_ALIASES = {"text": "full"}


def parse_formats(values: Iterable[str]) -> list[Output]:
    """Read `FORMAT` or `FORMAT=FILE`. Raises ValueError for an unknown format."""
    outputs = []
    for value in values:
        name, _, file = value.partition("=")
        name = _ALIASES.get(name, name)
        if name not in FORMATS:
            raise ValueError(f"no format is named {name!r}; known: {', '.join(FORMATS)}")
        outputs.append(Output(name, Path(file) if file else None))
    if sum(output.file is None for output in outputs) > 1:
        raise ValueError("two formats for standard output; write the others as FORMAT=FILE")
    return outputs


def write(report: Report, outputs: Iterable[Output]) -> None:
    """Write a report. Raises OSError for a file that cannot be written."""
    for output in outputs:
        if output.file is None:
            _show(report, output.format)
        else:
            from sverka.catalogue.saving import atomic_write

            atomic_write(output.file, _as_text(report, output.format).encode("utf-8"))


def _show(report: Report, name: str) -> None:
    if name == "full" and sys.stdout.isatty():
        from rich.console import Console

        from .full import show

        show(report, Console(soft_wrap=True, highlight=False, markup=False, emoji=False))
    else:
        sys.stdout.write(_as_text(report, name))
    if name == "github":
        from .github import write_summary

        write_summary(report)


def _as_text(report: Report, name: str) -> str:
    module = import_module(f"sverka.report.{name.replace('-', '_')}")
    renderer: Callable[[Report], str] = module.render
    return renderer(report)
