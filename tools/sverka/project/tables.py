"""CSV tables of `i18n/`: header, UTF-8, a column per locale, `|` between alternatives."""

import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sverka.text import locales

from .config import ConfigError


class Row(NamedTuple):
    """A row: the line it starts at, its renderings by locale key, its other cells by column."""

    line: int
    renderings: dict[str, tuple[str, ...]]
    cells: dict[str, str]


def read_table(path: Path, others: Mapping[str, frozenset[str] | None]) -> Iterator[Row]:
    """Read a table whose columns are locales, apart from `others` (column → admitted values).

    Raises ConfigError for what cannot be read, and OSError.
    """
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise ConfigError(path, line, "not UTF-8; save the table as UTF-8") from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = [cell.strip() for cell in next(reader, [])]
        _check_header(path, header, others)
        line = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(path, line, header, cells, others)
            line = reader.line_num + 1
    except csv.Error as error:
        raise ConfigError(path, reader.line_num, f"not CSV: {error}") from None


def _check_header(
    path: Path, header: list[str], others: Mapping[str, frozenset[str] | None]
) -> None:
    if not header:
        raise ConfigError(path, 1, "no header; the first line names the columns")
    for name in header:
        if name not in others and not locales.is_locale(name):
            known = ", ".join(others)
            raise ConfigError(path, 1, f"column {name!r} is neither a locale nor one of {known}")
    if len({locales.key(name) for name in header}) < len(header):
        raise ConfigError(path, 1, "two columns have one name")


def _row(
    path: Path,
    line: int,
    header: list[str],
    cells: list[str],
    others: Mapping[str, frozenset[str] | None],
) -> Row:
    if len(cells) > len(header):
        message = f"{len(cells)} cells under {len(header)} columns; quote cells that hold a comma"
        raise ConfigError(path, line, message)
    renderings: dict[str, tuple[str, ...]] = {}
    rest: dict[str, str] = {}
    for name, raw in zip(header, cells, strict=False):
        cell = raw.strip()
        if name not in others:
            forms = tuple(form for part in cell.split("|") if (form := part.strip()))
            if forms:
                renderings[locales.key(name)] = forms
            continue
        admitted = others[name]
        if admitted is not None and cell and cell not in admitted:
            raise ConfigError(
                path, line, f"{name} is {cell!r}; it can be {', '.join(sorted(admitted))}"
            )
        rest[name] = cell
    return Row(line, renderings, rest)


def renderings_for(renderings: Mapping[str, tuple[str, ...]], locale: str) -> tuple[str, ...]:
    """Return the renderings that serve a locale: its own column's, else those it falls back to."""
    for key in locales.fallbacks(locale):
        if key in renderings:
            return renderings[key]
    return ()
