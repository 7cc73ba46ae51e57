"""A translation that ends with another mark than its pivot."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.finding import Certainty, Severity
from sverka.text import locales
from sverka.text.endings import ending, mark, writes_stops

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
)

_NAMES = {
    ".": "a full stop",
    "!": "an exclamation mark",
    "?": "a question mark",
    ":": "a colon",
    "…": "an ellipsis",
    ",": "a comma",
    ";": "a semicolon",
    "": "no mark",
}
_AND_SO_ON = re.compile(r"(?:など|等|等等|[Ee]tc|usw|и так далее|тощо|إلخ|الخ)\W*\Z")
_QUOTED = re.compile(r"[\"'“‘«`][.:;,!?…][\"'”’»]\s*\Z")
"""A mark that is spoken of: missing ":"."""
_HABIT = 0.97
"""From this share of agreement on, an exception is no habit."""
_FEW = 2
"""So many exceptions are no habit even in a short article."""
_SHORT = 300
_SHARE = 0.08
"""Up to so many endings, this share of exceptions is no habit either."""


@rule.gather
def note_endings(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note how pivot and translation end, where one of them ends a clause."""
    for form, pivot in unit.pairs:
        if not form.text.value.strip() or _is_label(pivot.value) or _is_quoted(pivot.value):
            continue
        there, here = pivot.ask(ending), form.text.ask(ending)
        if there.kind == here.kind == "" or there.doubtful or here.doubtful:
            continue
        if there.kind == "…" and not here.kind and _AND_SO_ON.search(form.text.value):
            continue
        value = (there.kind, here.kind)
        yield unit.where.file, fact(form, here.span, value)


@rule.judge
def compare(_: str, facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report the endings that differ, as surely as the catalogue is regular."""
    locale = facts[0].where.locale
    pairs = Counter(note.value for note in facts)
    for note in facts:
        there, here = note.value
        if there == here:
            continue
        weight = _weight(there, here, pairs, locale)
        if weight is None:
            continue
        wanted = mark(there, locale) if there else ""
        yield rule.finding(
            note,
            f"the pivot ends with {_NAMES[there]}, this with {_NAMES[here]}",
            replacement=wanted,
            form=f"{there} {here}",
            severity=weight[0],
            certainty=weight[1],
        )


def _is_label(value: str) -> bool:
    """Say whether a text is one word; a text of marks alone is none."""
    return " " not in value.strip() and any(map(str.isalnum, value))


def _is_quoted(value: str) -> bool:
    return value.rstrip()[-1:] in "\"'”’»" and _QUOTED.search(value) is not None


def _weight(
    there: str, here: str, pairs: Counter[tuple[str, str]], locale: str
) -> tuple[Severity, Certainty] | None:
    """Say how bad and how sure, by the share of the catalogue's pairs that agree."""
    language = locales.language(locale)
    if not writes_stops(locale) and {there, here} <= {".", ""}:
        return None
    if language in ("ja", "hy") and there in "?!" and here in ".?!":
        return None
    if language == "ja" and (there, here) == (":", "."):
        return "note", "possible"  # 以下のとおりです。
    if {there, here} in ({",", ";"}, {";", "."}):
        return None
    same, other = pairs[there, there], pairs[there, here]
    agreed = sum(number for (a, b), number in pairs.items() if a == b)
    sure = same >= 4 * other or (there in "?:" and 2 * agreed >= pairs.total())
    few = sure and (other <= _FEW or (same <= _SHORT and other <= _SHARE * (same + other)))
    regular = few or same >= _HABIT * (same + other)
    if "?" in (there, here):
        return "warning", "likely" if regular else "possible"
    if (there, here) == ("", ":"):
        return "note", "possible"
    if ":" in (there, here) and {there, here} & {".", ""}:
        return ("warning", "likely") if regular else ("note", "possible")
    if (there, here) == ("…", "") and other <= _FEW and 2 * agreed >= pairs.total():
        return "warning", "likely"
    if {there, here} == {".", ""}:
        return ("warning", "likely") if few else ("note", "likely" if regular else "possible")
    return "note", "possible"
