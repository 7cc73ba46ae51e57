"""Flags that contradict each other, stand twice or mean nothing."""

import re
from collections import Counter
from collections.abc import Iterator

from sverka.catalogue import Entry
from sverka.review import CatalogueFile, Finding, Rule
from sverka.text import placeholders

rule = Rule(__name__, family="file", severity="note", roles=("source", "target"))

_RANGE = re.compile(r"range:\s*(\d+)\.\.(\d+)")


@rule.inspect
def check(file: CatalogueFile) -> Iterator[Finding]:
    """Look at the flags of every live entry and of the header."""
    header = file.catalogue.header_entry
    if header is not None:
        for flag in dict.fromkeys(header.flags):
            remedy = "review the header" if flag == "fuzzy" else "it has no meaning there"
            yield rule.finding(file.where, f"flag {flag} on the header; {remedy}", form=flag)
    for entry in file.catalogue.entries:
        if entry.obsolete or not entry.flags:
            continue
        for message, form, severity in _faults(entry):
            yield rule.finding(
                file.place(entry),
                message,
                form=form,
                severity="warning" if severity else "note",
            )


def _faults(entry: Entry) -> Iterator[tuple[str, str, bool]]:
    """Yield (message, flag, whether it is worse than untidy)."""
    for flag, number in Counter(entry.flags).items():
        if number > 1:
            yield f"flag {flag} stands {number} times", flag, False
        if f"no-{flag}" in entry.flags:
            yield f"flags {flag} and no-{flag} contradict each other; take one out", flag, True
        if flag.startswith("range:"):
            yield from _range(entry, flag)
        elif flag.endswith("-format") and not _known(flag):
            yield f"no program knows the flag {flag}; see the gettext manual", flag, False
    formats = [flag for flag in entry.flags if flag.endswith("-format") and _known(flag)]
    formats = [flag for flag in dict.fromkeys(formats) if not flag.startswith(("no-", "possible-"))]
    percents = [f for f in formats if "%" in placeholders.announced([f])[0].lead] if formats else []
    if len(percents) > 1:
        yield f"flags {' and '.join(percents)} read one text in two ways", percents[0], True


def _known(flag: str) -> bool:
    stem = re.sub(r"^(?:no-|possible-|impossible-)", "", flag)
    return bool(placeholders.announced([stem])) or stem == "icu-message-format"


def _range(entry: Entry, flag: str) -> Iterator[tuple[str, str, bool]]:
    found = _RANGE.fullmatch(flag)
    if not found or int(found[1]) >= int(found[2]):
        yield f"{flag} is no range; write range: 1..10", flag, True
    elif not entry.msgid_plural:
        yield f"{flag} on a message without plural; take it out", flag, False
