"""Marks of another script: the Latin ? in Greek, the ASCII comma in Arabic or Chinese."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_pieces

from . import _habit

_HAN = "\u3400-\u9fff\u3040-\u30ff々"
_ARABIC = "\u0620-\u06ff\u0750-\u077f"
_MARKS = {
    "el": {"?": (";", r"(?<=[\u0370-\u03ff\u1f00-\u1fff])[?;\u037e]")},
    "zh": {
        ",": ("，", rf"(?<=[{_HAN}])[,，] ?(?=[{_HAN}])"),
        ".": ("。", rf"(?<=[{_HAN}])[.。](?=\s|$)"),
        "?": ("？", rf"(?<=[{_HAN}])[?？]"),
        ":": ("：", rf"(?<=[{_HAN}])[:：](?=[{_HAN}])"),
    },
    "ja": {
        ",": ("、", rf"(?<=[{_HAN}])[,、，] ?(?=[{_HAN}])"),
        ".": ("。", rf"(?<=[{_HAN}])[.。](?=\s|$)"),
    },
    "ar": {
        ",": ("،", rf"(?<=[{_ARABIC}])[,،]"),
        ";": ("؛", rf"(?<=[{_ARABIC}])[;؛]"),
        "?": ("؟", rf"(?<=[{_ARABIC}])[?؟]"),
    },
}
_MARKS["fa"] = _MARKS["ur"] = _MARKS["ps"] = _MARKS["ckb"] = _MARKS["ar"]
_COMPILED = {
    language: [(sign, own, re.compile(pattern)) for sign, (own, pattern) in marks.items()]
    for language, marks in _MARKS.items()
}


def _may_have_marks(locale: str) -> Test:
    known = locales.language(locale) in _COMPILED
    return re.compile("[,.:;?，。：？、،؛؟\u037e]").search if known else never


rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
    needs=here(of_pieces(_may_have_marks)),
)


@rule.gather
def note_marks(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the marks beside letters of the locale's script."""
    marks = _COMPILED.get(locales.language(unit.locale))
    if not marks:
        return
    for form in unit.forms:
        value = form.text.ask(prose)
        for sign, own, pattern in marks:
            for found in pattern.finditer(value):
                here = found[0].rstrip()
                if sign == ":" and form.pivot and "#:" in form.pivot.value:
                    continue  # "#: file:line", as a catalogue has it
                if own == ";" and here != "?":
                    continue
                variant = sign if here == sign else own
                use = _habit.Use(sign, variant, ((own, own),))
                yield unit.where.file, fact(form, found.span(), use)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report foreign marks, unless they are the catalogue's habit."""
    owns = {sign: own for sign, own, _ in _COMPILED[locales.language(facts[0].where.locale)]}
    for sign, own in owns.items():
        group = [note for note in facts if note.value.kind == sign]
        foreign = [note for note in group if note.value.variant == sign]
        rare = len(foreign) <= 2 or len(foreign) <= (1 - _habit.SHARE) * len(group)
        for note in foreign:
            number = len(group) - len(foreign)
            evidence = f", {number} times in this catalogue" if number else ""
            yield rule.finding(
                note,
                f"{sign} here; {note.where.locale} writes {own}{evidence}",
                replacement=own,
                safe=True,
                form=sign,
                certainty="likely" if rare else "possible",
                severity="warning" if rare else "note",
            )
