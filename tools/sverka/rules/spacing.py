"""Spaces that are missing, doubled, in the wrong place or of the wrong kind."""

import re
from collections.abc import Iterator

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty, Span
from sverka.review.needs import here, there
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.prose import HOLE, prose
from sverka.text.signs import of_chars, signs
from sverka.text.traits import AT_A_MARK, GAP, GLUED

rule = Rule(
    __name__,
    family="typography",
    severity="warning",
    certainty="likely",
    roles=("pivot", "source", "target"),
    needs=here(AT_A_MARK | GLUED | GAP) | there(GAP),
)

_PREFORMATTED = re.compile(r"^(?:[ ]{2,}|\t)|\t|[ ]{2,}\n|[ ]{3,}", re.MULTILINE)
_RULING = of_chars(frozenset("|+-").__contains__)
_RULED = re.compile(r"[|+-]{2}")
_DOUBLE = re.compile(r"(?<=[^\s.!?…:])[ \u00a0]{2,}(?=[^\s=])|(?<=[.!?…:])[ \u00a0]{2,}(?=\S)")
_BEFORE = re.compile(
    r"(?<=[^\W_])[ \t]+(?=[,.;:!?](?:\s|$|[»”\"')\]]))|(?<=[”“»)\]])[ ]+(?=[,.](?:\s|$))"
    r"|(?<=\w)[ ]+(?=[，。；：！？、．])"
)
_RATIO = re.compile(r"\d : \d")
_MISPLACED = re.compile(r"(?<=[^\W_])[ ]+[,;](?=[^\W\d_]{2}|[авикосуяіїйєayieoà][ \u00a0])")
_BEFORE_CLOSING = re.compile(r"(?<=[^\W_.,;:!?])[ ]+(?=[)\]}](?:[\s.,;:!?]|$))")
_AFTER_OPENING = re.compile(
    r"(?:(?<=\s)|^|(?<=[^\W\d_]{3})(?=\( [^()]*[^\s()]\)(?:[\s.,;:!?]|$)))"
    r"[(\[{](?P<gap>[ ]+)(?=[^\W_])"
)
_GLUED = re.compile(
    r"(?<=[^\W\d_]{2})[,;](?=[^\W\d_]{2}|[авикосуяіїйєayieoà][ \u00a0])"
    r"|(?<=[^\W\d_]{3})[.!?](?=[A-ZА-ЯЁІЇЄҐÀ-Þ][^\W\d_])"
)
_SENTENCES = re.compile(r"[^\W\d_]{2}[.!?] [^\W\d_a-z]")
_GLUED_NUMBER = {
    "de": re.compile(r"(?<![^\W_])(?P<number>\d+)(?P<word>[A-ZÄÖÜ][a-zäöüß]{3,})"),
    **dict.fromkeys(
        ("en", "es", "fr", "it", "pt", "pl", "ru", "uk"),
        re.compile(r"(?<![^\W_])(?P<number>\d+)(?P<word>[^\W\d_A-ZА-Я]{4,})"),
    ),
}
"""Numbers before words that no language listed writes as one word."""
_NAMED = re.compile(r"\w[.!?]\w")
"""Letters on both sides of a stop: code, a file, a host."""
_FRENCH_SPACE = frozenset(";:!?»")
_HALVES = frozenset(":;!?")
_OPENING, _CLOSING = frozenset("([{"), frozenset(")]}")
_COLUMN, _CONTINUED = 2, 8
"""Spaces after a text, and before it, that fill a column."""
_LOOSE_END = re.compile(r"[.!?'\"”’»] \Z")
"""What ends so joins nothing: the space is the pivot's own slip."""
_SHORTEST = 2
"""A text of one mark opens or closes a quotation elsewhere."""
_MONTH = re.compile(r"\s\d月")
_UNSPACED = frozenset(("zh", "ja", "yue", "th", "lo", "km", "my"))


@rule.check
def find(unit: Unit) -> Iterator[Finding]:
    """Report what a text alone shows, and what differs from the pivot at both ends."""
    for form in unit.forms:
        if len(form.text.value.strip()) < _SHORTEST:
            continue
        if form.pivot is not None:
            yield from _ends(form, form.pivot.value)
        if _is_preformatted(form.text):
            continue
        if form.pivot is not None:
            yield from _numbers(form, form.pivot.value)
        for span, replacement, message, certainty in _inside(form.text):
            text = form.text.value
            if form.pivot is not None and _echo(text, span) in form.pivot.value:
                continue
            if form.pivot is not None and span[1] - span[0] == 1 and _is_list(text, form.pivot):
                continue
            if form.pivot is not None and _is_glued(text[slice(*span)], form.pivot.value):
                continue
            if form.pivot and certainty == "possible" and _SENTENCES.search(form.pivot.value):
                certainty = "possible" if _NAMED.search(form.pivot.value) else "likely"
            if form.pivot is not None and span[1] - span[0] > 1 and text[span[0] - 1] == ":":
                certainty = "possible"  # how typists set off what a label says
            elif form.pivot is None and (
                form.where.file.endswith((".po", ".pot")) or text[span[0] - 1] in ".!?:…"
            ):
                certainty = "possible"
            yield rule.finding(
                form,
                message,
                span=span,
                related=[pivot_of(form)] if form.pivot else (),
                replacement=replacement,
                safe=certainty == "likely" and text[slice(*span)].strip() == replacement.strip(),
                certainty=certainty,
                form=_context(text, span),
            )


def _is_glued(sign: str, pivot: str) -> bool:
    """Say whether the pivot has a comma or semicolon without a space, too: "bit,base"."""
    return sign in (",", ";") and any(glued[0] == sign for glued in _GLUED.finditer(pivot))


def _numbers(form: Form, pivot: str) -> Iterator[Finding]:
    """Yield the numbers that stand right before a word, where the pivot has a space."""
    pattern = _GLUED_NUMBER.get(locales.language(form.text.locale))
    if pattern is None or not form.text.ask(signs) & GLUED:
        return
    for found in pattern.finditer(form.text.ask(prose)):
        number = found["number"]
        if re.search(rf"(?<!\d){number}[ \u00a0]\w", pivot) and not re.search(
            rf"(?<!\d){number}[^\W\d_]", pivot
        ):
            end = found.end("number")
            yield rule.finding(
                form,
                f"no space after {number}; add one",
                span=(end - 1, end),
                related=[pivot_of(form)],
                replacement=f"{number[-1]} ",
                form=found[0],
            )


def _is_preformatted(text: Text) -> bool:
    value = text.value
    if ("  " in value or "\t" in value) and _PREFORMATTED.search(value):
        return True
    return text.ask(signs) & _RULING != 0 and _RULED.search(value) is not None


def _ends(form: Form, pivot: str) -> Iterator[Finding]:
    here = form.text.value
    for name, there_gap, here_gap, at in (
        ("begins", _leading(pivot), _leading(here), 0),
        ("ends", _trailing(pivot), _trailing(here), len(here)),
    ):
        if there_gap == here_gap.replace("\u00a0", " ") or _is_padding(
            form, pivot, there_gap, here_gap, at
        ):
            continue
        span = (0, len(here_gap)) if at == 0 else (at - len(here_gap), at)
        message = (
            f"this {name} with a space, the pivot does not"
            if not there_gap
            else f"the pivot {name} with {_spaces(there_gap)}, this with {_spaces(here_gap)}"
        )
        doubtful = bool(there_gap) and (bool(here_gap) if at == 0 else _LOOSE_END.search(pivot))
        yield rule.finding(
            form,
            message,
            span=span,
            related=[pivot_of(form)],
            replacement=there_gap,
            safe=True,
            form=name,
            certainty="possible" if doubtful else None,
        )


def _is_padding(form: Form, pivot: str, there: str, here: str, at: int) -> bool:
    """Say whether a gap fills a column, or joins words in a script that sets none between them."""
    if here and at == 0 and _MONTH.fullmatch(form.text.value):
        return True  # beside 10月
    if len(there) >= _COLUMN and (len(here) >= _COLUMN or len(pivot) == len(form.text.value)):
        return at > 0 or min(len(there), len(here)) >= _CONTINUED
    if at == 0 and there and not here and form.text.value[:1] in (",", ";"):
        return True  # " which is": ", ein"
    if at == 0 and not there and pivot[0] in _FRENCH_SPACE:
        return locales.language(form.text.locale) == "fr"  # " : fin"
    is_unspaced = locales.language(form.text.locale) in _UNSPACED
    return is_unspaced and len(there) == 1 and not here and len(pivot) > 1


def _leading(value: str) -> str:
    return value[: len(value) - len(value.lstrip(" \u00a0\u3000"))]


def _trailing(value: str) -> str:
    return value[len(value.rstrip(" \u00a0\u3000")) :]


def _spaces(gap: str) -> str:
    return {0: "none", 1: "a space"}.get(len(gap), f"{len(gap)} spaces")


def _inside(text: Text) -> Iterator[tuple[Span, str, str, Certainty]]:
    """Yield (span, replacement, message, certainty)."""
    value, found = text.ask(prose), text.ask(signs)
    language = locales.language(text.locale)
    if "  " in value or " \u00a0" in value or "\u00a0 " in value:
        for gaps in _DOUBLE.finditer(value):
            gap = "\u00a0" if "\u00a0" in gaps[0] else " "
            yield gaps.span(), gap, f"{len(gaps[0])} spaces in a row; one is enough", "likely"
    if found & AT_A_MARK:
        yield from _at_marks(value, language)
    if language in _UNSPACED or (HOLE * 2 in value and language == ""):
        return
    for glued in _GLUED.finditer(value) if found & GLUED else ():
        sign = glued[0]
        certainty: Certainty = "likely" if sign in ",;" else "possible"
        yield glued.span(), sign + " ", f"no space after {sign}; add one", certainty


def _at_marks(value: str, language: str) -> Iterator[tuple[Span, str, str, Certainty]]:
    """Yield the spaces before marks and inside brackets."""
    for found in _BEFORE.finditer(value):
        sign = value[found.end()]
        if language in _UNSPACED and value[found.end() + 1 : found.end() + 2] == " ":
            continue  # the mark is what is spoken of
        if sign == ":" and _RATIO.match(value, found.start() - 1):
            continue
        if language != "fr" or sign not in _FRENCH_SPACE:
            yield found.span(), "", f"a space before {sign}; take it out", "likely"
    for found in _MISPLACED.finditer(value):
        sign = found[0].strip()
        yield found.span(), f"{sign} ", f"the space belongs after {sign}", "likely"
    for found in (*_BEFORE_CLOSING.finditer(value), *_AFTER_OPENING.finditer(value)):
        if value.count(")") != value.count("(") or value.count("]") != value.count("["):
            continue  # "unbalanced (": the bracket is what is spoken of
        span = found.span("gap") if "gap" in found.groupdict() else found.span()
        yield span, "", "a space inside a bracket; take it out", "likely"


def _is_list(value: str, pivot: Text) -> bool:
    """Say whether both texts are choices that a program reads: [none,name]."""
    return "," in pivot.value and " " not in value.strip() and " " not in pivot.value.strip()


def _echo(value: str, span: Span) -> str:
    """Return what of a fault shows that the pivot has it too: several spaces, or the context."""
    gap = value[slice(*span)]
    if len(gap) == 1 and value[span[1] : span[1] + 1] in _HALVES | _CLOSING:
        return value[span[0] : span[1] + 1]  # "Name :", whatever the word before it
    if len(gap) == 1 and value[span[0] - 1] in _OPENING:
        return value[span[0] - 1 : span[1]]  # "{ COMMANDS ; }"
    return gap if len(gap) > 1 else _context(value, span)


def _context(value: str, span: Span) -> str:
    return value[max(0, span[0] - 1) : span[1] + 1]
