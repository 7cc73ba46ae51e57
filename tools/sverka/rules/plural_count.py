"""Entries that have more or fewer plural forms than the header says."""

from collections.abc import Iterator

from sverka.catalogue.plurals import plural_count
from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="error", roles=("source", "target"))


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Compare the forms of each entry with nplurals."""
    count = plural_count(file.catalogue.header.get("Plural-Forms", ""))
    if not count:
        return
    for entry in file.catalogue.entries:
        number = len(entry.msgstr_plural)
        if entry.obsolete or not entry.msgid_plural or number in (0, count):
            continue
        forms = "form" if number == 1 else "forms"
        yield rule.finding(
            file.place(entry),
            f"{number} plural {forms} here, nplurals={count} in the header",
            form=str(number),
        )
