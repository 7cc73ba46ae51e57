"""Keyboard accelerators (&File, _File) that the translation lost or doubled."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.unit import Form
from sverka.text.prose import prose

rule = Rule(
    __name__,
    family="markup",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs="[&_~]",
)

_PATTERNS = {
    "&": re.compile(r"(?<![&\w])&(?=[^\W_])(?!\w+;)|(?<=[^\W\d_A-Z])&(?=[^\W\d_])(?!\w+;)"),
    "_": re.compile(r"(?<![\w_])_(?=[^\W_])|(?<=[^\W_])_(?=[^\W_])"),
    "~": re.compile(r"(?<![\w~])~(?=[^\W_])"),
}
_INSIDE = re.compile(r"[^\W_]+_\w+")
_SHORT = 60
"""Labels are short; a sentence has no accelerator."""
_ENOUGH = 5


@rule.gather
def note_marks(unit: Unit) -> Iterator[tuple[tuple[str, str], Fact]]:
    """Note the labels whose pivot has exactly one mark."""
    for form, pivot in unit.pairs:
        if len(pivot.value) > _SHORT or not form.text.value:
            continue
        for sign, pattern in _PATTERNS.items():
            there = pattern.findall(pivot.ask(prose))
            if len(there) == 1 and not _an_identifier(pivot.value, sign):
                number = len(pattern.findall(form.text.ask(prose)))
                if sign == "_" and _kept_words(pivot.value) & _kept_words(form.text.value):
                    continue
                yield (unit.where.file, sign), fact(form, value=(number, _whole(form)))


def _an_identifier(value: str, sign: str) -> bool:
    if sign != "_" or re.search(r"\w_\w", value) is None:
        return False
    return " " not in value.strip() or "[" in value


def _kept_words(value: str) -> set[str]:
    """Return what may be identifiers: `bfd_open`."""
    return set(_INSIDE.findall(value))


def _whole(form: Form) -> bool:
    return form.text.value == form.where.msgid


@rule.judge
def compare(key: tuple[str, str], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Where a catalogue's labels have accelerators, report those that have none or several."""
    kept = sum(note.value[0] == 1 and not note.value[1] for note in facts)
    if kept < _ENOUGH or kept < len(facts) / 2:
        return
    for note in facts:
        number, untouched = note.value
        if number == 1 or untouched:
            continue
        sign = key[1]
        message = (
            f"{number} accelerators {sign} here, the pivot has one"
            if number
            else f"the pivot has an accelerator {sign}, this has none; set it before a letter"
        )
        yield rule.finding(note, message, span=None, form=f"{sign} {number}")
