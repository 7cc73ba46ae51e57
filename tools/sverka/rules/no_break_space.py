"""A plain space where the catalogue otherwise sets a no-break space, or none where it sets one."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.prose import prose
from sverka.text.signs import Test, of_pieces

from . import _habit

_MARKED = {
    "fr": re.compile("[0-9:;!?«»]").search,
    **dict.fromkeys(("ru", "uk", "be", "bg"), re.compile(r"[0-9—№]|\b[А-ЯЁІЇЄҐтиї]\.").search),
}
"""Tells the pieces beside or within which there may be a gap of a kind."""
_NUMBERED = re.compile("[0-9]").search


def _holds_gaps(locale: str) -> Test:
    return _MARKED.get(locales.language(locale), _NUMBERED)


rule = Rule(
    __name__,
    family="typography",
    severity="note",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=here(of_pieces(_holds_gaps)),
)

_GAPS = {
    "": "no space",
    "some": "a space",
    " ": "a space",
    "\u00a0": "a no-break space",
    "\u202f": "a narrow one",
}
_GAP = "(?P<gap>[ \u00a0\u202f]?)"
_SOME = "(?P<gap>[ \u00a0\u202f])"
_EVERYWHERE = {
    "a percent sign": ("%٪", rf"(?<=[0-9]){_GAP}(?=[%٪])(?!%[a-zA-Z(])"),
    "a unit": (
        "0123456789",
        rf"(?<=[0-9]){_SOME}(?=(?:[kmcµμn]?[gmlLsW]|[kM]?[Hh]z|[kMGT]i?B|°C|°F|Ω|"
        r"[кмсн]?[гмлВ]|мг|мкг|мл|км|см|мм|кг|нм)(?![\w]))",
    ),
}
"""What has a gap: signs without which there is none, and the pattern of the gap."""
_FRENCH = {
    "a colon": (":", rf"(?<=[^\W\d_])(?<![hH]ttp)(?<!https){_GAP}(?=:(?:\s|$))"),
    "a high mark": (";!?", rf"(?<=[\w)»]){_GAP}(?=[;!?](?:\s|$|»))"),
    "an opening «": ("«", rf"(?<=«){_GAP}(?=\S)"),
    "a closing »": ("»", rf"(?<=\S){_GAP}(?=»)"),
}
_SLAVIC = {
    "a dash": ("—", rf"(?<=[\w»)]){_SOME}(?=—\s)"),
    "initials": (".", rf"(?<=\b[А-ЯЁІЇЄҐ]\.){_GAP}(?=[А-ЯЁІЇЄҐ][а-яёіїєґ])"),
    "№": ("№", rf"(?<=№){_GAP}(?=[0-9])"),
    "an abbreviated phrase": (".", rf"(?<=\b[тиї]\.){_GAP}(?=[едкпн]\.)"),
}
_BY_LANGUAGE = {
    "fr": _FRENCH,
    "ru": _SLAVIC,
    "uk": _SLAVIC,
    "be": _SLAVIC,
    "bg": _SLAVIC,
}


@rule.gather
def note_gaps(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note the gaps of each kind."""
    patterns = _patterns(locales.language(unit.locale))
    for form in unit.forms:
        value, chars = form.text.ask(prose), frozenset(form.text.value)
        for kind, signs, pattern in patterns:
            if chars.isdisjoint(signs):
                continue
            for found in pattern.finditer(value):
                if kind in _FRENCH and form.pivot and _context(value, found) in form.pivot.value:
                    continue
                key, gap = f"{unit.where.file} {unit.role}", found["gap"]
                some = _habit.Use(
                    f"space at {kind}", "some" if gap else "", (("some", "\u00a0"), ("", ""))
                )
                yield key, fact(form, found.span("gap"), some)
                if gap:
                    use = _habit.Use(kind, gap, tuple((other, other) for other in _GAPS))
                    yield key, fact(form, found.span("gap"), use)


def _context(value: str, found: re.Match[str]) -> str:
    return value[max(0, found.start() - 3) : found.end() + 1]


@cache
def _patterns(language: str) -> list[tuple[str, frozenset[str], re.Pattern[str]]]:
    rows = _EVERYWHERE | _BY_LANGUAGE.get(language, {})
    return [(kind, frozenset(signs), re.compile(gap)) for kind, (signs, gap) in rows.items()]


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what differs from the habit of the file."""

    def message(use: _habit.Use, habit: str, often: int, seldom: int) -> str:
        here, there = _GAPS[use.variant], _GAPS[habit]
        kind = use.kind.removeprefix("space at ")
        return f"{here} at {kind} ({seldom} times), elsewhere {there} ({often} times)"

    return _habit.judge(rule, facts, message)
