"""Marks that a merge left behind."""

import re
from collections.abc import Iterator

from sverka.catalogue import Entry
from sverka.review import CatalogueFile, Finding, Rule

rule = Rule(__name__, family="file", severity="error", roles=("source", "target"))

_MARK = re.compile(
    r"^(?:#-#-#-#-#.*#-#-#-#-#|<{7}(?: .*)?|\|{7}(?: .*)?|={7}|>{7}(?: .*)?)$", re.MULTILINE
)

_IN_TEXT = re.compile(
    rb'(?:"|\\n|\n)(?:#-#-#-#-#|(?:<<<<<<<|\|\|\|\|\|\|\||>>>>>>>)["\\ ]|=======["\\])'
)
"""A file without it has no mark in a text."""
_COMMENT = re.compile(
    rb"^[ \t]*#.*(?:#-#-#-#-#|<<<<<<<|\|\|\|\|\|\|\||=======|>>>>>>>)", re.MULTILINE
)


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Report marks of msgcat and of version control in the header, in texts and comments."""
    source = file.catalogue.source.buffer
    commented = _COMMENT.search(source) is not None
    if not commented and not _IN_TEXT.search(source):
        return
    header = file.catalogue.header_entry
    if header is not None and (found := _MARK.search(header.msgstr + "\n" + header.tcomment)):
        message = f"{found[0]} in the header: msgcat put two headers side by side; choose one"
        yield rule.finding(file.where, message, form="header")
    for entry in file.catalogue.entries:
        if entry.obsolete:
            continue
        for plural, text in _texts(entry, commented):
            if (found := _MARK.search(text)) and not _MARK.search(entry.msgid):
                message = f"{found[0]}: two versions side by side; choose one"
                yield rule.finding(file.place(entry, "msgstr", plural), message, form=found[0])
                break


def _texts(entry: Entry, commented: bool) -> Iterator[tuple[int | None, str]]:
    if entry.msgid_plural:
        yield from entry.msgstr_plural.items()
    else:
        yield None, entry.msgstr
    if commented:
        yield None, entry.tcomment
