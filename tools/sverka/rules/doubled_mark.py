"""Marks that follow each other and do not go together: a full stop twice, a comma after it."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.needs import here
from sverka.text.endings import abbreviated, kind_of
from sverka.text.prose import prose
from sverka.text.signs import of_shapes, signs

_MARK = "[.,;:!?。，、；：！？،؛؟।]"
_QUOTE = '[”“"»’]'
_RUN = re.compile(
    rf"(?<=[\w)\]»”“\"’%°])(?:{_MARK}(?:{_QUOTE}?{_MARK})+|(?P<sign>[.,;:])\s(?P=sign)(?!\s?{_MARK}))"
    r"(?![A-Za-z0-9_/\\'`*+<>={-])"
)
_TWO = of_shapes(re.compile(rf"(?<!\.)(?!\.\.\.){_MARK}{_QUOTE}?{_MARK}|^{_MARK}$").search, _MARK)
_WORD = re.compile(r"[^\W\d_A-ZА-ЯЁІЇЄҐ]{5,}\Z")
"""What is no abbreviation."""
_DOTS = ("..", "…")
rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=here(_TWO),
)


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report the runs of marks that neither usage nor the pivot accounts for."""
    for form in unit.forms:
        if not form.text.ask(signs) & _TWO:
            continue
        there = form.pivot.value if form.pivot else ""
        value = form.text.ask(prose)
        for found in _RUN.finditer(value):
            if not _is_odd(found[0], value[: found.start()], there):
                continue
            program = form.pivot is None and form.where.file.endswith((".po", ".pot"))
            if program and not value[found.start() - 1].isalnum():
                continue
            yield rule.finding(
                form,
                f"{found[0]} does not go together; keep one of the marks",
                span=found.span(),
                related=[pivot_of(form)] if form.pivot else (),
                replacement=found[0][:-1].rstrip(),
                certainty="possible" if program else None,
            )


def _is_odd(marks: str, before: str, pivot: str) -> bool:
    """Say whether usage has no place for some marks after a text, and the pivot has no such."""
    kinds = "".join(kind_of(sign) for sign in marks if not sign.isspace())
    first, last = kinds[0], kinds[-1]
    if kinds in pivot or marks in pivot or "..." in kinds or (first in ",;:" and last in "?!"):
        return False
    if set(kinds) <= {"?", "!"}:
        return len(set(kinds)) == 1 and first * 2 not in pivot
    if kinds.endswith(".."):
        return kinds == ".." and not any(dots in pivot for dots in _DOTS)
    if len(kinds) > 2 and not (first == last and first in ".," and len(kinds) == 3):
        return len(set(kinds)) == 1
    if first in "!?":
        return before.split()[-1] + marks[0] not in pivot  # a name: Yahoo!
    if first == last == ".":
        return not abbreviated(before + ".")
    return first != "." or (last == "," and _WORD.search(before) is not None)
