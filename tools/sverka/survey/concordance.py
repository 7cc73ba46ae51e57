"""The concordance of names as a table, CSV, JSON or HTML."""

import csv
import io
import json
from collections.abc import Callable
from html import escape
from typing import Any

from sverka.text import locales

from .cards import cards, grid, shown
from .names import Form, Row, Survey
from .romanization import Romanized

Romanize = Callable[[Row], Romanized | None]
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font-family:system-ui,sans-serif;margin:1rem;line-height:1.4}"
    "main{overflow-x:auto}h1{font-size:1.3rem}table{border-collapse:collapse}"
    "td,th{border-bottom:1px solid #8886;padding:.4em .6em;text-align:start;vertical-align:top}"
    "thead th{position:sticky;top:0;background:Canvas}th[scope=row]{font-weight:600}"
    "tbody th{position:sticky;inset-inline-start:0;background:Canvas}"
    "small{opacity:.7}mark{background:#f5c4;color:inherit;border-bottom:2px solid #c50}"
    "@media(max-width:48rem){thead{display:none}table,tbody,tr,td,th{display:block;border:0}"
    "tr{border-bottom:1px solid #8886;padding:.6em 0}td,th{padding:.1em 0}td:empty{display:none}"
    "td[data-title]::before{content:attr(data-title);display:inline-block;min-width:7em;opacity:.7;"
    "unicode-bidi:isolate;direction:ltr}td>span{display:inline-block}}"
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
    cells += [separator.join(map(shown, row.forms.get(locale, ()))) for locale in columns]
    if romanize:
        cells.append(_romanization(row, romanize, columns[0], separator))
    return cells


def _romanization(row: Row, romanize: Romanize, pivot: str, separator: str) -> str:
    """What the scheme gives, and the pivot's forms that are not that."""
    found = romanize(row)
    if found is None:
        return ""
    ours = [form.text for form in row.forms.get(pivot, ())]
    other = [form for form in ours if not found.follows.get(form, False)]
    return separator.join([found.expected, *(f"≠ {form}" for form in other)])


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell


def as_table(
    survey: Survey, romanize: Romanize | None, width: int | None, safe: Callable[[str], str]
) -> str:
    """A table for a terminal `width` wide, or cards if it is too narrow for all locales side by
    side; each form is made harmless by `safe`."""

    def note(row: Row) -> str:
        return _romanization(row, romanize, survey.locales[0], "\n") if romanize else ""

    told = note if romanize else None
    table = grid(survey, told, width, safe)
    if table is None and width:
        table = cards(survey, told, width, safe)
    return f"{table}\n\n{_summary(survey)}" if width else table or ""


def _summary(survey: Survey) -> str:
    odd = sum(form.odd for row in survey.rows for forms in row.forms.values() for form in forms)
    marked = f"; {odd} marked !, which are not the usual ones" if odd else ""
    return f"{len(survey.rows)} names in {len(survey.locales)} locales{marked}"


def as_html(survey: Survey, romanize: Romanize | None = None) -> str:
    """A page that needs nothing but itself; forms carry their language and direction.

    On a narrow screen each name is a block with a line a locale.
    """
    several = len({row.article for row in survey.rows}) > 1
    titles = ["name", "kind", *(["article"] if several else []), *survey.locales]
    titles += ["romanization"] if romanize else []
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in titles)
    body = "\n".join(_html_row(row, survey.locales, romanize, several) for row in survey.rows)
    odd = sum(form.odd for row in survey.rows for forms in row.forms.values() for form in forms)
    marked = f"; {odd} marked, which are not the usual ones" if odd else ""
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Names</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<style>{_STYLE}</style></head>\n<body><h1>Names</h1>"
        f"<p>{len(survey.rows)} names, with their forms and how often they stand{marked}.</p>"
        f"<main><table><thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}\n</tbody></table></main></body></html>\n"
    )


def _html_row(row: Row, columns: tuple[str, ...], romanize: Romanize | None, several: bool) -> str:
    cells = [f'<th scope="row">{escape(row.name)}</th><td>{escape(row.kind)}</td>']
    if several:
        cells.append(f'<td data-title="article">{escape(row.article)}</td>')
    for locale in columns:
        forms = "<br>".join(map(_html_form, row.forms.get(locale, ())))
        inside = f"<span{_language(locale)}>{forms}</span>" if forms else ""
        cells.append(f'<td data-title="{escape(locale)}">{inside}</td>')
    if romanize:
        found = escape(_romanization(row, romanize, columns[0], ", "))
        cells.append(f'<td data-title="romanization">{found}</td>' if found else "<td></td>")
    return f"<tr>{''.join(cells)}</tr>"


def _html_form(form: Form) -> str:
    text = f"<mark>! {escape(form.text)}</mark>" if form.odd else escape(form.text)
    return f"{text} <small>({form.times})</small>"


def _language(locale: str) -> str:
    if not locales.is_locale(locale):
        return ""
    return f' lang="{locales.bcp47(locale)}" dir="{locales.direction(locale)}"'
