"""One message that stands in a catalogue twice."""

from collections.abc import Iterator

from sverka.catalogue import Entry
from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="error", roles=("source", "target"))


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Report the second of two live entries, and obsolete entries that are live again."""
    live: dict[tuple[str | None, str], Entry] = {}
    for entry in file.catalogue.entries:
        key = entry.msgctxt, entry.msgid
        if entry.obsolete:
            continue
        if not entry.msgid and entry.msgctxt is None:
            yield rule.finding(file.place(entry), "a second header; remove it", form="header")
        elif key in live:
            first = live[key].linenum
            yield rule.finding(
                file.place(entry), f"this message stands in line {first} already; remove one"
            )
        else:
            live[key] = entry
    for entry in file.catalogue.entries:
        if entry.obsolete and (entry.msgctxt, entry.msgid) in live:
            yield rule.finding(
                file.at(entry.linenum),
                "an obsolete entry of a message that is in use; remove it",
                severity="note",
                form=entry.msgid,
            )
