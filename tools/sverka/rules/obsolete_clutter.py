"""Obsolete entries that are of no use any more."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="note", roles=("source", "target"))

_MANY = 50
_SHARE = 0.5


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Report obsolete entries without a translation, and that there are very many of them."""
    obsolete = [entry for entry in file.catalogue.entries if entry.obsolete]
    empty = [entry for entry in obsolete if not any(entry.forms)]
    if empty:
        lines = ", ".join(str(entry.linenum) for entry in empty[:3])
        more = ", …" if len(empty) > 3 else ""
        entries = "entry" if len(empty) == 1 else "entries"
        message = f"{len(empty)} obsolete {entries} without a translation (line {lines}{more})"
        yield rule.finding(file.where, f"{message}; remove them", form="empty")
    live = len(file.catalogue.entries) - len(obsolete)
    if len(obsolete) >= _MANY and len(obsolete) > _SHARE * live:
        message = f"{len(obsolete)} obsolete entries beside {live} in use; msgattrib --no-obsolete"
        yield rule.finding(file.where, f"{message} removes them", form="many")
