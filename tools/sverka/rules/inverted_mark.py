"""Spanish questions and exclamations without their opening mark."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text import locales
from sverka.text.prose import prose

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs="[?!]",
)

_OPENING = {"?": "¿", "!": "¡"}
_LANGUAGES = {"es": "?!", "ast": "?!", "gl": "", "ca": ""}
_CLOSED = re.compile(r"(?<=[^\W_])[»”\"')\]]{0,2}(?P<mark>[?!]+)(?=[\s»”\"')\].,;:*_]|$)")
_START = re.compile(r"(?:^|(?<=[.!?…:;\n«“\"(]))\s*[—–-]?\s*")


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report closing marks that no opening mark answers."""
    wanted = _LANGUAGES.get(locales.language(unit.locale), "")
    if not wanted:
        return
    for form in unit.forms:
        if form.pivot is not None and form.pivot.value == form.text.value:
            continue
        value = form.text.ask(prose)
        begin = 0
        for found in _CLOSED.finditer(value):
            mark = found["mark"]
            clause = value[begin : found.end()]
            begin = found.end()
            if "¿" in clause or "¡" in clause or " " not in clause.strip():
                continue
            start = found.start() - len(clause) + len(found[0])
            starts = [s.end() for s in _START.finditer(value, start, found.start("mark"))]
            at = starts[-1] if starts else start
            yield rule.finding(
                form,
                f"{mark[0]} closes what no {_OPENING[mark[0]]} opens; Spanish writes both",
                span=(at, found.end("mark")),
                related=[pivot_of(form)] if form.pivot else (),
                replacement=_OPENING[mark[0]] + form.text.value[at : found.end("mark")],
                form=mark,
            )
