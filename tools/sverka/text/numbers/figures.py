"""Numbers that are written in digits."""

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import signs
from sverka.text.traits import DIGIT

from .han import AND_HALF, SOME, shares_in
from .lexicon import HAN_SCALES, scale
from .masks import mask
from .number import Number, Value
from .separators import APOSTROPHES, MARKS, SPACES, readings, separators

_RUN = re.compile(r"[0-9]+(?:[.,'’٫٬\u00a0\u202f\u2009 ][0-9]+)*")
_BEFORE = 24
"""So many characters before a number can tell what it is."""
_KILO = re.compile("[千兆][克米瓦卡焦赫伏帕字比电電欧歐]|百分")
"""千, 兆 and 百 that are part of a unit: kilogram, megavolt, per cent."""
_LETTER = re.compile(r"[A-Za-zÀ-ɏͰ-ϿЀ-ӿ_]")
_PHONE = re.compile(
    r"\+[0-9][0-9 ()\u00a0\u202f.\-‑–]{6,}[0-9]"
    r"|(?<![0-9-])(?:[0-9]{1,3}[ \u00a0-])?\(?[0-9]{3,5}\)?[ \u00a0-]"
    r"[0-9]{2,3}[-‑–][0-9]{2}[-‑–][0-9]{2}(?![0-9-])"
)
_PHONED = re.compile(r"\+[0-9]|[0-9][-‑–][0-9]{2}[-‑–][0-9]{2}")
"""Without it no text has a telephone number."""
_ISBN = re.compile(r"(?<=ISBN)[\s:]*(?:97[89][- ]?)?[0-9][0-9 -]{7,14}[0-9Xx]")
_DECADE = re.compile(
    r"['’]?s\b|-?[еx]\b|[-‑–](?:е|х|м|ми|ті|і|их)\b|er(?:n|s)?\b|年代|년대", re.IGNORECASE
)
_NEXT_WORD = re.compile(r"[\s\u00a0\u202f-]?([^\W\d_]+)")
_SIGN = re.compile(r"(?:(?:^|[\s(\[{~≈<>=:/\ufffc])[-−–‑]|[\u3040-\u30ff\u4e00-\u9fff：（、，]−)$")
_CURRENCY = re.compile(r"(?:[$€£₽₴¥₹]|\b(?:USD|EUR|GBP|RUB|CHF))[\s\u00a0]?$")
_SHORT_SCALE = re.compile(r"[\s\u00a0]?(k|m|mn|bn|b|tn)(?![^\W\d_])", re.IGNORECASE)
_SHORT_SCALES = {
    "k": Decimal(10**3), "m": Decimal(10**6), "mn": Decimal(10**6), "b": Decimal(10**9),
    "bn": Decimal(10**9), "tn": Decimal(10**12),
}  # fmt: skip
"""Letters after an amount of money: €2.3m."""
_MINUS_WORDS = frozenset(
    """minus negative минус мінус moins menos meno eksi ujemn mínus ناقص سالب
    零下 マイナス 负 負""".split()  # noqa: SIM905 - a list of words reads best as words
)
_MINUSES = tuple(_MINUS_WORDS)
_AT_LEAST = re.compile(
    r"\b(?:al?|por lo|lo|au|du|pelo|ao|at?|il) (?:menos|moins|meno)\s?$", re.IGNORECASE
)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s?$")
_BETWEEN = re.compile(
    r"\s*(?:[-–—‑~〜～至到]|to|or|and|до|или|и|bis|oder|und|à|ou|et|a|o|y|або|і|та|ile)\s*"
)
_HALF = Decimal("0.5")
_OTHER_DIGITS = re.compile(r"(?![0-9])\d")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_POWER = re.compile(r"(?<=10)[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FRACTIONS = re.compile(r"[½¼¾⅓⅔⅛⅜⅝⅞]")


def figures(text: Text) -> tuple[Number, ...]:
    """Return the numbers that a text writes in digits, in their order: an analyser."""
    if not text.ask(signs) & DIGIT:
        return ()
    value = ascii_digits(text.ask(mask))
    taken = [False] * (len(value) + 1)
    found: list[Number] = []
    for pattern, guard in ((_PHONE, _PHONED), (_ISBN, _ISBN)):
        for hit in pattern.finditer(value) if guard.search(value) else ():
            digits = re.sub(r"[^0-9Xx]", "", hit[0])
            if len(digits) >= 7 and not any(taken[hit.start() : hit.end()]):
                start = hit.end() - len(hit[0].lstrip(" \u00a0:"))
                found.append(
                    Number(start, hit.end(), frozenset({digits}), "code", value[start : hit.end()])
                )
                taken[start : hit.end()] = [True] * (hit.end() - start)
    if locales.language(text.locale) in ("zh", "ja"):
        for part in shares_in(value):
            taken[part.start : part.end] = [True] * (part.end - part.start)
    for hit in _RUN.finditer(value):
        if not taken[hit.start()]:
            found += _run(value, hit.start(), hit[0], text.locale)
    if "10" in value:
        found += _powers(value)
    return tuple(
        number._replace(raw=text.value[number.start : number.end])
        for number in _shared_scales(sorted(found), value)
    )


def has_digits(text: Text) -> bool:
    """Say whether a text has a decimal digit of any script: an analyser."""
    return text.ask(signs) & DIGIT != 0


def ascii_digits(text: str) -> str:
    """Replace the decimal digits of all scripts by ASCII's; the length stays."""
    if text.isascii() or not _OTHER_DIGITS.search(text):
        return text
    return "".join(
        str(unicodedata.decimal(char)) if char.isdecimal() and not char.isascii() else char
        for char in text
    )


def _run(text: str, start: int, run: str, locale: str) -> Iterator[Number]:
    """Cut digits and the marks between them into numbers."""
    parts = re.split(r"([^0-9])", run)
    index = passed = 0
    while index < len(parts):
        values: frozenset[Value]
        end = last = _grouped_end(parts, index, locale)
        if end > index:
            whole = "".join(parts[index : end + 1 : 2])
            if end + 2 < len(parts) and parts[end + 1] in MARKS:
                last, whole = end + 2, f"{whole}.{parts[end + 2]}"
            values = frozenset({Decimal(whole)})
        else:
            while last + 2 < len(parts) and parts[last + 1] in MARKS:
                last += 2
            values = frozenset(readings("".join(parts[index : last + 1]), locale))
        raw = "".join(parts[index : last + 1])
        offset = start + passed
        passed += sum(len(part) for part in parts[index : last + 2])
        if values:
            yield _number(text, offset, raw, values, locale)
        else:
            for item in re.finditer("[^,]+", raw):
                one: frozenset[Value] = frozenset(readings(item[0], locale)) or frozenset({item[0]})
                yield _number(text, offset + item.start(), item[0], one, locale)
        index = last + 2


def _grouped_end(parts: list[str], index: int, locale: str) -> int:
    """Return the index of the last part of a number grouped by spaces or apostrophes."""
    first = parts[index]
    end = index
    if not 1 <= len(first) <= 3 or first.startswith("0"):
        return end
    while end + 2 < len(parts) and len(parts[end + 2]) == 3:
        mark = parts[end + 1]
        if mark in APOSTROPHES:
            joins = True
        elif mark in SPACES:
            spaced = separators(locale).group in SPACES
            joins = mark != " " or spaced or parts[end + 2] == "000"
        else:
            joins = False
        if not joins or (end > index and mark != parts[index + 1]):
            break
        end += 2
    return end


def _number(text: str, start: int, raw: str, values: frozenset[Value], locale: str) -> Number:
    end = start + len(raw)
    before = text[max(0, start - _BEFORE) : start]
    language = locales.language(locale)
    glued = bool(before and _LETTER.match(before[-1]))
    hyphened = len(before) > 1 and before[-1] in "-‑" and bool(_LETTER.match(before[-2]))
    if glued or hyphened:
        more = frozenset({raw}) if len(raw.split(".")) == 2 else frozenset()
        return Number(start, end, values | more, "code", raw)
    if _SIGN.search(before) and not before[:-1].rstrip()[-1:].isdigit():
        start -= 1
        values = _negative(values)
    elif _after_minus(before):
        values = _negative(values)
    fraction = _FRACTIONS.match(text, end)
    if fraction:
        part = Decimal(str(unicodedata.numeric(fraction[0])))
        values, end = frozenset(v + part for v in values if isinstance(v, Decimal)), end + 1
    factor, end = _scale(text, end, language)
    if factor == 1 and (short := _SHORT_SCALE.match(text, end)) and _CURRENCY.search(before):
        factor, end = _SHORT_SCALES[short[1].lower()], short.end()
    if factor != 1:
        values = frozenset(v * factor for v in values if isinstance(v, Decimal))
    elif language in ("zh", "ja") and AND_HALF.match(text, end):
        values |= {v + _HALF for v in values if isinstance(v, Decimal)}
    elif decade := _DECADE.match(text, end):
        values = values | _decades(values)
        end = decade.end()
    return Number(start, end, values, "figure", text[start:end], factor)


def _after_minus(before: str) -> bool:
    if not before.rstrip().lower().endswith(_MINUSES) or _AT_LEAST.search(before):
        return False
    word = _LAST_WORD.search(before)
    return bool(word and word[1].lower() in _MINUS_WORDS) or before.endswith(_MINUSES)


def _negative(values: frozenset[Value]) -> frozenset[Value]:
    return frozenset(-v if isinstance(v, Decimal) else v for v in values)


def _scale(text: str, end: int, language: str) -> tuple[Decimal, int]:
    """Return the factor of the scale words that follow, and where they end."""
    factor = Decimal(1)
    if language in ("zh", "ja"):
        end += 1 if SOME.match(text, end) else 0
        while (char := text[end : end + 1]) in HAN_SCALES and not _KILO.match(text, end):
            factor *= HAN_SCALES[char]
            end += 1
        return factor, end
    while word := _NEXT_WORD.match(text, end):
        found = scale(word[1], language)
        if found is None and language == "ko":
            found = next((scale(word[1][:n], "ko") for n in (1,)), None)
        if found is None:
            break
        factor *= found
        end = word.end() if language != "ko" else word.start(1) + 1
        if text[end : end + 1] == "." and len(word[1]) <= 4:
            end += 1
    return factor, end


def _decades(values: frozenset[Value]) -> frozenset[Value]:
    more: set[Value] = set()
    for value in values:
        if not isinstance(value, Decimal) or value % 10:
            continue
        if 1000 <= value < 2100:
            more.add(value % 100)
        elif 10 <= value < 100:
            more.add(value + 1900)
    return frozenset(more)


def _powers(text: str) -> Iterator[Number]:
    for found in _POWER.finditer(text):
        digits = found[0].translate(_SUPERSCRIPTS).replace("⁺", "").replace("⁻", "-")
        values: frozenset[Value] = frozenset({Decimal(digits)})
        yield Number(found.start(), found.end(), values, "figure", found[0])


def _shared_scales(numbers: list[Number], text: str) -> tuple[Number, ...]:
    """Let 2 in "2–3 million" mean two million as well, and join 1億2000万."""
    result: list[Number] = []
    for this in reversed(numbers):
        after = result[-1] if result else None
        joined = after is not None and this.end == after.start
        if after is None or (after.scaled == 1 and not (joined and this.scaled >= 10**4)):
            result.append(this)
        elif joined and this.scaled > after.scaled:
            sums = frozenset({_sum(this) + _sum(after)})
            raw = this.raw + after.raw
            result[-1] = Number(this.start, after.end, sums, "figure", raw, this.scaled)
        elif this.scaled == 1 and _BETWEEN.fullmatch(text, this.end, after.start):
            small = {v for v in this.values if isinstance(v, Decimal) and v < 1000}
            more = frozenset(v * after.scaled for v in small)
            result.append(this._replace(values=this.values | more))
        else:
            result.append(this)
    return tuple(reversed(result))


def _sum(number: Number) -> Decimal:
    return next(v for v in number.values if isinstance(v, Decimal))
