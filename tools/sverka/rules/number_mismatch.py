"""Numbers whose values differ between a text and its translation."""

import re
from collections.abc import Iterator
from decimal import Decimal

from sverka.review import Finding, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import either, there
from sverka.review.unit import Form
from sverka.text.analysis import Text
from sverka.text.negation import denial
from sverka.text.numbers import Number, all_values, knows, separators
from sverka.text.numbers.bounds import Bound, bounds
from sverka.text.numbers.times import OFTEN, times
from sverka.text.numbers.words import NUMBER_WORD
from sverka.text.prose import prose
from sverka.text.signs import of_chars
from sverka.text.traits import DIGIT

from ._numbers import Gap, compare_numbers
from ._ratios import RATIO, ratios_apart

_FOOTNOTE_MARK = of_chars(frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹").__contains__)

rule = Rule(
    __name__,
    family="data",
    severity="error",
    needs=either(DIGIT) | there(NUMBER_WORD | OFTEN | RATIO | _FOOTNOTE_MARK),
)

_SETTING = re.compile(r"[a-z]\w*(?::\w+)+\Z")
"""What a program reads, and a locale sets: calendar:week_start:0."""
_PLAIN = re.compile(r"\d+")
_COUNTED = re.compile(
    r"[\s\u00a0\u202f](?:[^\W\d_]{3,}|%|°C|m[gl]|k[gm]|c?m)\b(?![:=(/.]\w)|\s?%"
    r"|[年个個名人岁歳日分秒天周]"
)
"""What is counted: „3.125 Jahre“."""
_NAMED = re.compile(
    r"(?:(?-i:[A-Z])[\w+#-]*\.?|\b(?:v(?:ersions?)?\.?|release|section|chapter|kapitel|abschnitt|tab\w*"
    r"|fig\w*|верси\w+|раздел\w*|глав\w+)|[=<>:(/§#`$-])\s*\Z",
    re.IGNORECASE,
)
"""What stands before a number that is a name: Rust 1.560, section 2.345."""
_FOOTNOTE = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=[.,;:!?»”)]))(?:([¹²³⁰⁴-⁹]+)|\[(\d{1,2})\](?!\s?[(:\[\ufffc]))(?!\w)"
)
_INDEX = re.compile(r"\w\[\d+\]|[¹²³⁰⁴-⁹]+")
_EXCLUSIVE = re.compile(
    r"<(?!=)|>(?!=)|under|below|less|fewer|young|over\b|above|more|old|unter|weniger|jünger|über|mehr|älter"
    r"|менее|меньше|младше|моложе|более|больше|старше|свыше|молодш|менш|старш|понад|більш|moins|plus"
    r"|menos de|menor|más de|mayor|[不未超少低大高多]",
    re.IGNORECASE,
)
"""Words of bounds that are not in the range themselves."""
_FROST = re.compile(
    r"мороз|ниже нул|нижче нул|below (?:zero|freezing)|of frost|sub-?zero|frost"
    r"|unter (?:null|dem gefrier)|(?:sous|dessous de) zéro|bajo cero|sotto zero|poniżej zera"
    r"|mróz|mrozu|零下|氷点下",
    re.IGNORECASE,
)
"""Words that make a temperature negative."""
_FOOTNOTES = frozenset("¹²³⁰⁴⁵⁶⁷⁸⁹[")
_NOTED = re.compile(r"[¹²³⁰⁴-⁹]|\[\d")
"""Without it no text has the mark of a footnote."""


@rule.check
def check(unit: Unit) -> Iterator[Finding]:
    """Compare the numbers of each form with those of its pivot text."""
    for form, pivot in unit.pairs:
        if _SETTING.match(pivot.value):
            continue
        gaps = compare_numbers(pivot, form.text)
        for gap in gaps:
            if _source_explains(gap, unit.source) or (len(unit.forms) > 1 and _counts(gap)):
                continue
            if _same_bound(gap, pivot, form.text):
                continue
            yield _finding(form, pivot, gap, len(gaps))
        if not gaps:
            yield from _times(form, pivot)
            yield from _ratios(form, pivot, unit.source)
            yield from _bounds(form, pivot)
            yield from _footnotes(form, pivot)


def _times(form: Form, pivot: Text) -> Iterator[Finding]:
    """Compare how often something happens, where each text says so once: twice, dreimal."""
    there = pivot.ask(times)
    here = form.text.ask(times) if len(there) == 1 else ()
    if len(here) == 1 and not here[0].values & there[0].values:
        message = f"{_shown(there[0])} times in the pivot, {_shown(here[0])} here"
        where = [pivot_of(form, span=there[0].span)]
        yield rule.finding(form, message, span=here[0].span, related=where, certainty="likely")


def _ratios(form: Form, pivot: Text, source: Text | None) -> Iterator[Finding]:
    """Compare how numbers stand to each other: from 50 to 75, twice as many, a third."""
    for mine, theirs in ratios_apart(pivot, form.text):
        if source is not None and any(ratios_apart(pivot, source)):
            continue
        said = pivot.value[slice(*mine)]
        other = f"“{form.text.value[slice(*theirs)]}” here" if theirs else "nothing of it here"
        where = [pivot_of(form, span=mine)]
        yield rule.finding(
            form, f"“{said}” in the pivot, {other}", span=theirs, related=where, certainty="likely"
        )


def _bounds(form: Form, pivot: Text) -> Iterator[Finding]:
    """Compare what a number bounds: at least 5, at most 5."""
    for mine in pivot.ask(bounds):
        theirs = [b for b in form.text.ask(bounds) if b.number.values & mine.number.values]
        if len(theirs) != 1 or (theirs[0].kind == mine.kind and not _stricter(mine, theirs[0])):
            continue
        signs = mine.sign and theirs[0].sign
        if not signs and (pivot.ask(denial).strong or form.text.ask(denial).strong):
            continue  # "cannot be more than one": "must be at most one"
        here, there = (theirs[0].start, theirs[0].end), (mine.start, mine.end)
        message = (
            f"“{pivot.value[slice(*there)]}” in the pivot, “{form.text.value[slice(*here)]}” here"
        )
        where = [pivot_of(form, span=there)]
        yield rule.finding(form, message, span=here, related=where, certainty="likely")


def _same_bound(gap: Gap, pivot: Text, text: Text) -> bool:
    """Say whether two whole numbers bound the same: under twelve, up to eleven."""
    if not gap.pivot or not gap.target or abs(_size(gap.pivot) - _size(gap.target)) != 1:
        return False
    ours = [(b, pivot) for b in pivot.ask(bounds) if b.number == gap.pivot]
    ours += [(b, text) for b in text.ask(bounds) if b.number == gap.target]
    if len(ours) != 2 or ours[0][0].kind != ours[1][0].kind:
        return False
    ours.sort(key=lambda one: _size(one[0].number), reverse=ours[0][0].kind == "most")
    outer, inner = (t.value[b.start : b.number.start] for b, t in ours)
    return bool(_EXCLUSIVE.match(outer)) and not _EXCLUSIVE.match(inner)


def _stricter(a: Bound, b: Bound) -> bool:
    return bool(a.sign and b.sign) and a.sign != b.sign


def _footnotes(form: Form, pivot: Text) -> Iterator[Finding]:
    """Compare the marks that lead to footnotes: word², word[3]."""
    if _FOOTNOTES.isdisjoint(pivot.value) or not (
        _NOTED.search(pivot.value) or _NOTED.search(form.text.value)
    ):
        return
    if sorted(_INDEX.findall(pivot.value)) == sorted(_INDEX.findall(form.text.value)):
        return
    mine, theirs = (sorted(_footnote(t)) for t in (pivot, form.text))
    if mine != theirs:
        lost = [mark for mark in mine if mark not in theirs] or mine
        message = f"footnote {lost[0]} of the pivot, {theirs[0] if theirs else 'none'} here"
        yield rule.finding(
            form, message, related=[pivot_of(form)], certainty="likely", form=lost[0]
        )


def _footnote(text: Text) -> list[str]:
    plain = text.ask(prose)
    return ["".join(filter(None, hit.groups())) for hit in _FOOTNOTE.finditer(plain)]


def _finding(form: Form, pivot: Text, gap: Gap, gaps: int) -> Finding:
    mine, theirs = gap.pivot, gap.target
    if mine and theirs:
        where = [pivot_of(form, span=mine.span)]
        certainty: Certainty = "certain" if gap.alone else "likely" if gaps <= 3 else "possible"
        if "word" in (mine.kind, theirs.kind) or "roman" in (mine.kind, theirs.kind):
            certainty = "likely" if gap.alone else "possible"
        if mine.raw == theirs.raw:
            sure = "," in mine.raw or (_measured(mine, pivot) and _measured(theirs, form.text))
            certainty = "likely" if sure else "possible"
            message = f"{theirs.raw} means {_value(theirs)} here, {_value(mine)} in the pivot"
        elif _decimal(mine) and _size(mine) == _size(theirs):
            signed = "°" in pivot.value or "+" in (_before(mine, pivot), _before(theirs, form.text))
            frosty = _FROST.search(pivot.value) or _FROST.search(form.text.value)
            certainty = "likely" if signed and not frosty else "possible"
            message = f"{mine.raw} in the pivot, {theirs.raw} here: the sign differs"
        else:
            message = f"{_shown(mine)} in the pivot, {_shown(theirs)} here"
        repair = _replacement(mine, theirs, form.text.locale)
        return rule.finding(
            form, message, span=theirs.span, related=where, replacement=repair, certainty=certainty
        )
    if mine:
        certainty = _certainty(mine, gap, knows(form.text.locale))
        message = f"{mine.raw} of the pivot is missing here"
        return rule.finding(
            form,
            message,
            related=[pivot_of(form, span=mine.span)],
            certainty=certainty,
            form=mine.raw,
        )
    assert theirs is not None
    certainty = _certainty(theirs, gap, knows(pivot.locale))
    return rule.finding(
        form,
        f"{theirs.raw} is not in the pivot",
        span=theirs.span,
        certainty=certainty,
        related=[pivot_of(form)],
    )


def _certainty(number: Number, gap: Gap, words_known: bool) -> Certainty:
    """Say how sure it is that a number without a counterpart is a fault."""
    if number.kind == "code":
        return "possible"
    size = _size(number)
    if size <= 2 or (size <= 12 and (gap.pivot is None or not words_known)):
        return "possible"
    if size == 100 and gap.pivot is not None:
        return "possible"  # "100% certain" is seldom a number
    return "likely" if gap.alone else "possible"


def _source_explains(gap: Gap, source: Text | None) -> bool:
    """Say whether the translation follows the source where the pivot does not."""
    if source is None:
        return False
    values = all_values(source)
    pivot_strays = gap.pivot is not None and not gap.pivot.values & values
    target_follows = gap.target is not None and bool(gap.target.values & values)
    return (pivot_strays and (gap.target is None or target_follows)) or (
        gap.pivot is None and target_follows
    )


def _counts(gap: Gap) -> bool:
    """Say whether a plural form merely leaves out, or writes out, the count one or two."""
    number = gap.pivot or gap.target
    return (gap.pivot is None or gap.target is None) and number is not None and _size(number) <= 2


def _replacement(mine: Number, theirs: Number, locale: str) -> str | None:
    """Write the pivot's number as the locale does, if both are plain numbers."""
    if mine.kind not in ("figure", "code") or theirs.kind not in ("figure", "code"):
        return None
    if (
        mine.scaled != 1
        or theirs.scaled != 1
        or not re.fullmatch(r"[\d.,\s\u00a0\u202f٫٬'’]+", theirs.raw)
    ):
        return None
    if not re.fullmatch(r"[\d.,\s\u00a0\u202f'’]+", mine.raw):
        return None
    if _PLAIN.fullmatch(mine.raw):
        text = mine.raw
    else:
        value = next((v for v in mine.values if isinstance(v, Decimal)), None)
        if value is None or len(mine.values) > 1:
            return None
        from babel.numbers import format_decimal

        marks = separators(locale)
        whole, _, fraction = f"{value:f}".partition(".")
        text = format_decimal(int(whole), locale=_babel(locale)) if int(whole) > 999 else whole
        text += marks.decimal + fraction if fraction else ""
    return _in_digits_of(text, theirs.raw)


def _babel(locale: str) -> str:
    from sverka.text.locales import language

    return language(locale)


def _in_digits_of(text: str, model: str) -> str:
    zero = next((ord(char) - int(char) for char in model if char.isdecimal()), ord("0"))
    return "".join(chr(zero + int(c)) if c.isascii() and c.isdigit() else c for c in text)


def _measured(number: Number, text: Text) -> bool:
    """Say whether a number counts what the next word names: no version, no code."""
    ahead, behind = text.value[number.end :], text.value[: number.start]
    return bool(_COUNTED.match(ahead)) and not _NAMED.search(behind)


def _before(number: Number, text: Text) -> str:
    return text.value[: number.start][-1:]


def _decimal(number: Number) -> bool:
    return any(isinstance(value, Decimal) for value in number.values)


def _size(number: Number) -> Decimal:
    return min((abs(v) for v in number.values if isinstance(v, Decimal)), default=Decimal(10**6))


def _value(number: Number) -> str:
    return " or ".join(sorted(f"{v:f}" if isinstance(v, Decimal) else v for v in number.values))


def _shown(number: Number) -> str:
    return f"{number.raw} ({_value(number)})" if number.kind in ("word", "roman") else number.raw
