"""The concordance of names as a table, CSV, JSON or HTML."""

import csv
import io
import json
from collections.abc import Callable
from html import escape
from typing import Any

from sverka.text import locales

from .names import Form, Row, Survey
from .romanization import Romanized

Romanize = Callable[[Row], Romanized | None]
_STYLE = (
    "body{font-family:sans-serif}table{border-collapse:collapse}"
    "td,th{border:1px solid #999;padding:.3em .5em;text-align:start;vertical-align:top}"
    ".odd{background:#fdd}"
)


def as_json(survey: Survey, romanize: Romanize | None = None) -> str:
    """One object: `names` with their forms by locale, `problems`."""
    value = {
        "version": 1,
        "names": [_object(row, romanize) for row in survey.rows],
        "problems": [
            {"file": p.file, "line": p.line, "column": p.column, "message": p.message}
            for p in survey.problems
        ],
    }
    return json.dumps(value, ensure_ascii=False, indent=2)


def _object(row: Row, romanize: Romanize | None) -> dict[str, Any]:
    found: dict[str, Any] = {
        "kind": row.kind,
        "article": row.article,
        "name": row.name,
        "registered": row.registered,
        "forms": {
            locale: [{"text": f.text, "times": f.times, "odd": f.odd} for f in forms]
            for locale, forms in row.forms.items()
        },
    }
    if romanize:
        latin = romanize(row)
        found["romanization"] = latin._asdict() if latin else None
    return found


def as_csv(survey: Survey, romanize: Romanize | None = None) -> str:
    """A row a name, a column a locale; `!` marks odd forms. No cell is a spreadsheet's formula."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    header = ["kind", "article", "name", *survey.locales]
    writer.writerow([*header, "romanization"] if romanize else header)
    for row in survey.rows:
        writer.writerow([_harmless(cell) for cell in _cells(row, survey.locales, romanize, " | ")])
    return output.getvalue()


def _cells(
    row: Row, columns: tuple[str, ...], romanize: Romanize | None, separator: str
) -> list[str]:
    cells = [row.kind, row.article, row.name]
    cells += [separator.join(map(_form, row.forms.get(locale, ()))) for locale in columns]
    if romanize:
        cells.append(_romanization(romanize(row), separator))
    return cells


def _form(form: Form) -> str:
    return f"{'! ' if form.odd else ''}{form.text} ({form.times})"


def _romanization(found: Romanized | None, separator: str) -> str:
    if found is None:
        return ""
    other = [form for form, follows in found.follows.items() if not follows]
    return separator.join([found.expected, *(f"≠ {form}" for form in other)])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def as_table(
    survey: Survey, romanize: Romanize | None, width: int | None, safe: Callable[[str], str]
) -> str:
    """A table for a terminal `width` wide; a line a form, each made harmless by `safe`."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    several = len({row.article for row in survey.rows}) > 1
    for title in ("kind", *(("article",) if several else ()), *survey.locales):
        table.add_column(title, overflow="fold")
    if romanize:
        table.add_column("romanization", overflow="fold")
    for row in survey.rows:
        kind, article, _, *cells = _cells(row, survey.locales, romanize, "\n")
        shown = [kind, *((article,) if several else ()), *cells]
        table.add_row(*(Text("\n".join(map(safe, cell.split("\n")))) for cell in shown))
    console = Console(file=io.StringIO(), width=width or 1000, highlight=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines())


def as_html(survey: Survey, romanize: Romanize | None = None) -> str:
    """A page that needs nothing but itself; forms carry their language and direction."""
    titles = ["kind", "article", *survey.locales, *(["romanization"] if romanize else [])]
    head = "".join(f"<th>{escape(title)}</th>" for title in titles)
    body = "\n".join(_html_row(row, survey.locales, romanize) for row in survey.rows)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Names</title>'
        f"<style>{_STYLE}</style></head>\n<body><table><thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody></table></body></html>\n"
    )


def _html_row(row: Row, columns: tuple[str, ...], romanize: Romanize | None) -> str:
    cells = [f"<td>{escape(row.kind)}</td><td>{escape(row.article)}</td>"]
    for locale in columns:
        forms = "<br>".join(map(_html_form, row.forms.get(locale, ())))
        cells.append(f"<td{_language(locale)}>{forms}</td>")
    if romanize:
        cells.append(f"<td>{escape(_romanization(romanize(row), ', '))}</td>")
    return f"<tr>{''.join(cells)}</tr>"


def _html_form(form: Form) -> str:
    kind = " class='odd'" if form.odd else ""
    return f"<span{kind}>{escape(form.text)} ({form.times})</span>"


def _language(locale: str) -> str:
    if not locales.is_locale(locale):
        return ""
    return f' lang="{locales.bcp47(locale)}" dir="{locales.direction(locale)}"'
