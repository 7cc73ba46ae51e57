"""A translation that ends with another mark than its pivot."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact, pivot_of
from sverka.review.finding import Certainty, Severity
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.endings import ending, mark, writes_stops
from sverka.text.negation import denial
from sverka.text.quotes import quoted_endings
from sverka.text.signs import of_chars, signs

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


_REMINDS = re.compile(
    r"\b(?:forget|remember|make sure|be sure|не забудь(?:те)?|не забывай(?:те)?|помни(?:те)?)\b",
    re.IGNORECASE,
)
_OTHERWISE = frozenset(("el", "hy", "ja"))
"""Languages with other question marks, or without."""
_ASKED = of_chars("?？؟!！".__contains__)
"""A mark of a question or an exclamation."""
_RHETORIC = re.compile(r"(?:\bбы?|\bб|hätte|aurait|habría)\b", re.IGNORECASE)
"""«Кто бы мог подумать!»"""


@rule.gather
def note_endings(unit: Unit) -> Iterator[tuple[str, Fact]]:
    """Note how pivot and translation end, where one of them ends a clause."""
    for form, pivot in unit.pairs:
        if pivot.value[-1:].isalnum() and form.text.value[-1:].isalnum():
            continue  # neither ends with a mark
        if not form.text.value.strip() or _is_label(pivot.value) or _is_quoted(pivot.value):
            continue
        there, here = pivot.ask(ending), form.text.ask(ending)
        if there.kind == here.kind == "" or there.doubtful or here.doubtful:
            continue
        if there.kind == "…" and not here.kind and _AND_SO_ON.search(form.text.value):
            continue
        if here.kind == "?" and _REMINDS.search(pivot.value) and form.text.ask(denial).any:
            continue  # "Don't forget": «Не забыли?»
        value = (there.kind, here.kind)
        yield unit.where.file, fact(form, here.span, value)


@rule.check
def compare_quotations(unit: Unit) -> Iterator[Finding]:
    """Compare the question and exclamation marks with which quotations end."""
    if locales.language(unit.locale) in _OTHERWISE:
        return
    for form, pivot in unit.pairs:
        if not (pivot.ask(signs) | form.text.ask(signs)) & _ASKED:
            continue
        there, here = pivot.ask(quoted_endings), form.text.ask(quoted_endings)
        if len(there) != len(here) or _RHETORIC.search(form.text.value):
            continue
        for mine, theirs in zip(there, here, strict=True):
            if mine.kind == theirs.kind or "?" not in (mine.kind, theirs.kind):
                continue
            if "" in (mine.kind, theirs.kind) and _asks(pivot) == _asks(form.text):
                continue  # parted otherwise
            yield rule.finding(
                form,
                f"the quotation ends with {_NAMES[mine.kind]} in the pivot, "
                f"with {_NAMES[theirs.kind]} here",
                span=theirs.span,
                related=[pivot_of(form, span=mine.span)],
            )


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


def _asks(text: Text) -> int:
    """Return how many question marks a text has."""
    return sum(map(text.value.count, "?？؟"))


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
    sure = same >= 4 * other or ((there in "?:" or here == "?") and 2 * agreed >= pairs.total())
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
