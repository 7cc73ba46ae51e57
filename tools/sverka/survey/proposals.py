"""Rows proposed for the names register; what a person wrote there stays as it is."""

import csv
import io
import re
from pathlib import Path

from sverka.catalogue.saving import atomic_write
from sverka.text import locales
from sverka.text.names import same_form, variant_score
from sverka.text.names.scripts import script_of

from .bearers import SAME
from .names import Row, Survey

NOTE = "proposed"
_BETWEEN = re.compile(r"[\s·・•‧＝=.]+")


def propose(survey: Survey, register: Path, pivot: str) -> int:
    """Append a row for every person not yet in the register, and say how many.

    Existing bytes are kept; a register that does not exist is begun. Raises OSError, and
    ValueError for a register without a `kind` column.
    """
    old = register.read_bytes() if register.exists() else b""
    text = old.decode("utf-8-sig")
    header = next(csv.reader(io.StringIO(text, newline="")), None)
    columns = header or ["kind", *survey.locales, "note"]
    if "kind" not in columns:
        raise ValueError(f"{register}: no column `kind` in the header")
    newline = "\r\n" if b"\r\n" in old else "\n"
    output = io.StringIO()
    writer = csv.writer(output, lineterminator=newline)
    if header is None:
        writer.writerow(columns)
    rows = [row for row in _latest(survey, pivot) if not row.registered and row.kind == "person"]
    for row in rows:
        writer.writerow([_cell(row, column.strip(), pivot) for column in columns])
    if not rows:
        return 0
    gap = newline if text and not text.endswith(("\n", "\r")) else ""
    register.parent.mkdir(parents=True, exist_ok=True)
    atomic_write(register, old + (gap + output.getvalue()).encode("utf-8"))
    return len(rows)


def _latest(survey: Survey, pivot: str) -> list[Row]:
    """One row a person, however many articles name them and whether in full or by the surname."""
    latest = {(row.kind, row.name): row for row in survey.rows}
    ordered = sorted(latest.values(), key=lambda row: (not row.registered, -len(row.name.split())))
    kept: list[Row] = []
    for row in ordered:
        if not any(row.kind == one.kind and _is_one(row.name, one.name, pivot) for one in kept):
            kept.append(row)
    return [row for row in latest.values() if row in kept]


def _is_one(name: str, other: str, pivot: str) -> bool:
    """Whether a name is another's surname, or another spelling of it."""
    return same_form(name, other, pivot) or variant_score(name, other, pivot) >= SAME


def _cell(row: Row, column: str, pivot: str) -> str:
    if column == "kind":
        return row.kind
    if column == "note":
        return NOTE
    if not locales.is_locale(column):
        return ""
    if locales.same(column, pivot):
        return row.name
    for locale, forms in row.forms.items():
        if locales.is_locale(locale) and locales.same(column, locale) and forms:
            whole = [f.text for f in forms if _is_whole(f.text, row.name)]
            whole = [form for form in whole if not _is_left(form, row, locale)]
            return whole[0].replace("|", " ") if whole else ""
    return ""


def _is_whole(form: str, name: str) -> bool:
    """Whether a form has a given name too, if the name has one; a surname alone is no rendering."""
    parts = _BETWEEN.split(form.strip())
    return len(form) > 1 and (len(parts) > 1 or len(_BETWEEN.split(name)) == 1)


def _is_left(form: str, row: Row, locale: str) -> bool:
    """Whether a form is that of a locale of another script: it was left untranslated here."""
    script = script_of(form)
    return script != locales.script(locale) and any(
        form == other.text and locales.script(one) == script
        for one, forms in row.forms.items()
        if locales.is_locale(one)
        for other in forms
    )
