"""A plain space where the catalogue otherwise sets a no-break space, or none where it sets one."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.text import locales
from sverka.text.prose import prose

from . import _habit

rule = Rule(
    __name__,
    family="typography",
    severity="note",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs="[0-9%٪:;!?«»—№.]",
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
    "a percent sign": re.compile(rf"(?<=[0-9]){_GAP}(?=[%٪])(?!%[a-zA-Z(])"),
    "a unit": re.compile(
        rf"(?<=[0-9]){_SOME}(?=(?:[kmcµμn]?[gmlLsW]|[kM]?[Hh]z|[kMGT]i?B|°C|°F|Ω|"
        r"[кмсн]?[гмлВ]|мг|мкг|мл|км|см|мм|кг|нм)(?![\w]))"
    ),
}
_FRENCH = {
    "a colon": re.compile(rf"(?<=[^\W\d_])(?<![hH]ttp)(?<!https){_GAP}(?=:(?:\s|$))"),
    "a high mark": re.compile(rf"(?<=[\w)»]){_GAP}(?=[;!?](?:\s|$|»))"),
    "an opening «": re.compile(rf"(?<=«){_GAP}(?=\S)"),
    "a closing »": re.compile(rf"(?<=\S){_GAP}(?=»)"),
}
_SLAVIC = {
    "a dash": re.compile(rf"(?<=[\w»)]){_SOME}(?=—\s)"),
    "initials": re.compile(rf"(?<=\b[А-ЯЁІЇЄҐ]\.){_GAP}(?=[А-ЯЁІЇЄҐ][а-яёіїєґ])"),
    "№": re.compile(rf"(?<=№){_GAP}(?=[0-9])"),
    "an abbreviated phrase": re.compile(rf"(?<=\b[тиї]\.){_GAP}(?=[едкпн]\.)"),
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
    patterns = _EVERYWHERE | _BY_LANGUAGE.get(locales.language(unit.locale), {})
    for form in unit.forms:
        if not _TELLTALE.search(form.text.value):
            continue
        value = form.text.ask(prose)
        for kind, pattern in patterns.items():
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


_TELLTALE = re.compile(r"[0-9%٪:;!?«»—№.]")


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what differs from the habit of the file."""

    def message(use: _habit.Use, habit: str, often: int, seldom: int) -> str:
        here, there = _GAPS[use.variant], _GAPS[habit]
        kind = use.kind.removeprefix("space at ")
        return f"{here} at {kind} ({seldom} times), elsewhere {there} ({often} times)"

    return _habit.judge(rule, facts, message)
