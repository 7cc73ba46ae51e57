"""Entries without a translation: a note each, and one warning a file with the count."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from sverka.review import Fact, Finding, Rule, Unit, fact

rule = Rule(
    __name__,
    family="state",
    severity="note",
    roles=("source", "target"),
    states=("untranslated",),
)


@rule.gather
def note_entry(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note an entry under its file."""
    yield unit.where.file, fact(unit.forms[0], value=len(unit.forms))


@rule.judge
def count(file: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report each entry, and the file once."""
    for missing in facts:
        empty = "no translation" if missing.value == 1 else "a plural form is empty"
        yield rule.finding(replace(missing, span=None), f"{empty}; it appears in the pivot's words")
    number = len(facts)
    entries = "1 entry is" if number == 1 else f"{number} entries are"
    where = replace(facts[0].where, index=-1, msgctxt=None, msgid="", field="header", plural=None)
    yield rule.finding(where, f"{entries} not translated", severity="warning")
