"""Dates of the header that are none, or cannot be."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="note", roles=("source", "target"))

_DATE = re.compile(
    r"(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(?::\d{2})?(?:\s*(?:UTC|GMT|([+-]\d{2}):?(\d{2})|Z))?"
)
_FIRST = 1995
"""The year of the first release of GNU gettext: no catalogue is older."""


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Look at PO-Revision-Date and POT-Creation-Date."""
    header = file.catalogue.header
    dates: dict[str, datetime] = {}
    for name in ("PO-Revision-Date", "POT-Creation-Date"):
        value = header.get(name, "")
        if not value:
            continue
        if value.startswith("YEAR-MO-DA"):
            if name == "PO-Revision-Date" and any(e.translated for e in file.catalogue.entries):
                yield rule.finding(file.where, f"{name} is still the template's", form=name)
            continue
        date = _read(value)
        if date is None:
            message = f"{name} is {value!r}; write it as in 2011-11-05 10:14+0100"
            yield rule.finding(file.where, message, form=name, severity="warning")
            continue
        dates[name] = date
        if date > datetime.now(UTC) + timedelta(days=1):
            yield rule.finding(file.where, f"{name} lies in the future: {value}", form=name)
        elif date.year < _FIRST:
            message = f"{name} is before the first gettext: {value}"
            yield rule.finding(file.where, message, form=name)


def _read(value: str) -> datetime | None:
    found = _DATE.fullmatch(value.strip())
    if not found:
        return None
    zone = f"{found[3]}{found[4]}" if found[3] else "+0000"
    try:
        return datetime.strptime(f"{found[1]} {found[2]}{zone}", "%Y-%m-%d %H:%M%z")
    except ValueError:
        return None
