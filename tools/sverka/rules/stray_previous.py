"""Previous msgids (#|) in entries that are not fuzzy."""

from collections.abc import Iterator

from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="note", roles=("source", "target"))


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Report what a translator forgot to take out when the flag went."""
    if b"#|" not in file.catalogue.source.buffer:
        return
    for entry in file.catalogue.entries:
        previous = entry.previous_msgid or entry.previous_msgctxt or entry.previous_msgid_plural
        if previous and not entry.fuzzy and not entry.obsolete:
            message = "#| lines in an entry that is not fuzzy; remove them, or look at it again"
            yield rule.finding(file.place(entry), message, form="previous")
