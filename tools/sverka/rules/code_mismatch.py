"""Code in Markdown that the translation lost, invented or altered."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.text.markup import Inline, code_spans

rule = Rule(
    __name__,
    family="markup",
    severity="warning",
    certainty="likely",
    roles=("target", "source"),
    needs="`",
)


_GRAVE = re.compile(r"`[^`'\n]{0,60}'")


@rule.check
def compare(unit: Unit) -> Iterator[Finding]:
    """Compare the code spans of each form with those of its pivot."""
    for form, pivot in unit.pairs:
        if _same(pivot.value, form.text.value) or (
            _quoting(pivot.value) and ("`" not in form.text.value or _quoting(form.text.value))
        ):
            continue
        if _odd(form.text.value) and not _odd(pivot.value):
            at = form.text.value.rindex("`")
            message = "this ` has no partner, so code and words change places; the pivot has it"
            yield rule.finding(
                form, message, span=(at, at + 1), related=[pivot_of(form)], severity="error"
            )
            continue
        wanted, given = pivot.ask(code_spans), form.text.ask(code_spans)
        lost, new = _less(wanted, given), _less(given, wanted)
        if len(lost) == len(new) == 1 and lost[0].kind == new[0].kind == "code":
            yield rule.finding(
                form,
                f"the pivot's code `{lost[0].value}` is `{new[0].value}` here",
                span=new[0].span,
                related=[pivot_of(form, span=lost[0].span)],
                replacement=pivot.value[slice(*lost[0].span)],
                certainty="possible" if _words(lost[0].value) else "likely",
            )
            continue
        for piece in lost:
            shown = _stands(piece.value, form.text.value)
            message = (
                f"the pivot's code `{piece.value}` is {'no code' if shown else 'missing'} here"
            )
            yield rule.finding(
                form,
                message,
                related=[pivot_of(form, span=piece.span)],
                form=piece.value,
                severity="note" if shown else "warning",
                certainty="possible" if shown or _words(piece.value) else "likely",
            )
        for piece in new:
            shown = piece.value in pivot.value
            yield rule.finding(
                form,
                f"the pivot has no code `{piece.value}`",
                span=piece.span,
                related=[pivot_of(form)],
                severity="note",
                certainty="possible",
            )


def _stands(code: str, value: str) -> bool:
    """Say whether a text has all words of a piece of code: `eq/ne/lt`, eq, ne and lt."""
    words = re.findall(r"\w+", code)
    return code in value or (len(words) > 2 and set(words) <= set(re.findall(r"\w+", value)))


def _same(pivot: str, target: str) -> bool:
    """Say whether two texts have plainly the same code, nothing but code between single marks."""
    return (
        sorted(pivot.split("`")[1::2]) == sorted(target.split("`")[1::2])
        and pivot.count("`") == target.count("`")
        and not any(sign in text for text in (pivot, target) for sign in ("``", "~~~", "<", "\\`"))
    )


def _odd(text: str) -> bool:
    """Say whether a grave accent is left alone."""
    return text.count("`") % 2 == 1 and not _quoting(text)


def _quoting(text: str) -> bool:
    """Say whether all grave accents, if any, open quotations in the manner of `this'."""
    return len(_GRAVE.findall(text)) == text.count("`")


def _words(code: str) -> bool:
    """Say whether code holds words that may be translated: a comment, a string, a plain word."""
    return " " in code or '"' in code or (code.isalpha() and (code.islower() or code.istitle()))


def _less(left: Iterable[Inline], right: Iterable[Inline]) -> list[Inline]:
    """Return the spans of `left` whose code `right` lacks or shows less often."""
    rest = Counter(_sign(piece) for piece in right)
    seen = set(rest)
    lacking: list[Inline] = []
    for piece in left:
        if piece.kind == "fence":
            continue
        sign = _sign(piece)
        if rest[sign]:
            rest[sign] -= 1
        elif sign not in seen:
            lacking.append(piece)
    return lacking


def _sign(piece: Inline) -> str:
    return unicodedata.normalize("NFKC", "".join(piece.value.split()))
