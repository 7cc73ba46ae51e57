"""Dashes and ellipses written otherwise than in the rest of the catalogue."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import here
from sverka.text.prose import prose
from sverka.text.signs import of_shapes, signs

from . import _habit

_SIGN = of_shapes(re.compile(r"^-+$|--|-\u00a0|\u00a0-|[–—…]|\.\.\.").search, "-–—….")

rule = Rule(
    __name__,
    family="typography",
    severity="note",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=here(_SIGN),
)

_DASH = re.compile(
    r"(?<=[\w»)\]”“\"',])(?P<left>[ \u00a0]?)(?P<sign>---?|[-–—])(?P<right>[ \u00a0]?)"
    r"(?=[\w«„(\[“”\"'])"
)
_SPEECH = re.compile(r"^(?P<sign>[-–—])(?P<right>[ \u00a0])(?=[^\W\d_])", re.MULTILINE)
_RANGE = re.compile(r"(?<=[0-9])(?P<sign>[-–])(?=[0-9])(?<!-[0-9]-)(?![0-9]+-)")
_ELLIPSIS = re.compile(r"(?<=[^\W_])(?P<sign>\.\.\.|…)(?=[\s\"”»)]|$)")
_NAMES = {
    "-": "a hyphen",
    "--": "two hyphens",
    "---": "three hyphens",
    "–": "an en dash",
    "—": "an em dash",
}
_NAMES |= {"...": "three dots", "…": "an ellipsis character"}


@rule.gather
def note_signs(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note dashes between words, before speech and in ranges, and ellipses."""
    key = f"{unit.where.file} {unit.role}"
    for form in unit.forms:
        if not form.text.ask(signs) & _SIGN:
            continue
        value = form.text.ask(prose)
        for found in _DASH.finditer(value):
            sides = [bool(found[side]) for side in ("left", "right")]
            spaced = all(sides)
            if sides[0] != sides[1] or (found["sign"] in "-–" and not spaced):
                continue
            yield (
                key,
                fact(form, found.span("sign"), _use("a dash between words", found["sign"], spaced)),
            )
        for kind, pattern in _OTHERS.items():
            for found in pattern.finditer(value):
                yield key, fact(form, found.span("sign"), _use(kind, found["sign"]))


_OTHERS = {"speech": _SPEECH, "an ellipsis": _ELLIPSIS}


def _use(kind: str, sign: str, spaced: bool = True) -> _habit.Use:
    variant = sign if spaced else f"{sign} closed up"
    signs = ("...", "…") if kind == "an ellipsis" else ("-", "--", "---", "–", "—")
    return _habit.Use(kind, variant, tuple((other, other) for other in signs) if spaced else ())


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what differs from the habit of the file."""

    def message(use: _habit.Use, habit: str, often: int, seldom: int) -> str:
        here, there = (_name(variant) for variant in (use.variant, habit))
        return f"{here} for {use.kind} ({seldom} times), elsewhere {there} ({often} times)"

    return _habit.judge(rule, facts, message)


def _name(variant: str) -> str:
    sign, _, rest = variant.partition(" ")
    return f"{_NAMES[sign]} {rest}".strip()
