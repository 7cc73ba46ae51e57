"""Entries that wait for a translator's look: a note each, and one warning a file."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Rule, Unit, fact

rule = Rule(
    __name__, family="state", severity="note", roles=("source", "target"), states=("fuzzy",)
)


@rule.gather
def note_entry(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note an entry under its file."""
    yield unit.where.file, fact(unit.forms[0])


@rule.judge
def count(file: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report each entry, and the file once."""
    for entry in facts:
        message = (
            "marked fuzzy: not shown to readers and not reviewed until a translator confirms it"
        )
        yield rule.finding(replace(entry, span=None), message)
    number = len(facts)
    entries = "1 entry is" if number == 1 else f"{number} entries are"
    where = replace(facts[0].where, index=-1, msgctxt=None, msgid="", field="header", plural=None)
    yield rule.finding(where, f"{entries} fuzzy", severity="warning")
