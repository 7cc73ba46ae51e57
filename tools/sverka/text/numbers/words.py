"""Numbers that are spelled out, and the scale words after figures."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache, partial
from importlib import resources
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.vocabulary import Remembered, Spotter, words_in

from .masks import mask
from .number import Number, Value

HAN_DIGITS = {c: v for v, chars in enumerate(("〇零", "一", "二两兩", "三")) for c in chars}
HAN_DIGITS |= {c: v for v, c in enumerate("四五六七八九", 4)}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4}
HAN_SCALES |= {"億": 10**8, "亿": 10**8, "兆": 10**12}
_HAN = re.compile(f"[{''.join(HAN_DIGITS)}{''.join(HAN_SCALES)}]+")
_WORD = re.compile(r"[^\W\d_]+(?:[’ʼ'][^\W\d_]+)*")
_ROMAN = re.compile(r"(?<![\w-])[IVXLCМMХІ]+(?=(?:(?<=[IVX])(?:e|ème|è|º|ᵉ)|(?<=I)er)?(?!\w))")
"""Ordinals too: XIXe, Ier."""
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_SHARES = frozenset((Decimal("0.5"), Decimal("1.5")))
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_AND = frozenset({"and", "und", "y", "et", "e", "en", "kai", "και"})
_PREFIXES = {"ar": ("وال", "بال", "ال", "و", "ب", "ل", "ف"), "he": ("וה", "ה", "ו", "ב", "ל", "כ")}
_GLUED = {"de": "und", "nl": "en", "it": ""}


_FRACTIONS = {
    language: re.compile("|".join(f"({word})" for word in words.split()), re.IGNORECASE)
    for language, words in {
        "en": r"thirds? quarters? fifths",
        "de": r"drittel\w* viertel\w* fünftel\w*",
        "ru": r"трет(?:и|ь|ью|ей|ям|ями) четверт(?:и|ь|ью|ей|ям|ями) пят(?:ых|ая|ой|ую|ыми)",
        "uk": r"третин\w* чверт\w* п.ят(?:их|а|ої|у|ими)",
        "fr": r"tiers quarts? cinquièmes?",
        "es": r"tercios? cuartos? quintos?",
    }.items()
}
"""The words for thirds, fourths and fifths."""


class Table(NamedTuple):
    """The number words of a language."""

    exact: dict[str, frozenset[Decimal]]
    stems: dict[str, frozenset[Decimal]]


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[Decimal, list[str]]]]:
    rows: dict[str, list[tuple[Decimal, list[str]]]] = {}
    data = (resources.files("sverka.text.numbers") / "data/words.tsv").read_text("utf-8")
    for line in data.splitlines()[1:]:
        language, value, forms = line.split("\t")
        rows.setdefault(language, []).append((Decimal(value), forms.split("|")))
    return rows


@lru_cache(maxsize=64)
def table(language: str) -> Table:
    """Return the number words of a language; empty tables if they are not known."""
    exact: dict[str, frozenset[Decimal]] = {}
    stems: dict[str, frozenset[Decimal]] = {}
    for value, forms in _rows().get(language, []):
        for form in forms:
            where, key = (stems, form[:-1]) if form.endswith("*") else (exact, form)
            where[key] = where.get(key, frozenset()) | {value}
    if language in _GLUED:
        for word, value in _compounds(exact, _GLUED[language]):
            exact.setdefault(word, frozenset({value}))
    return Table(exact, stems)


def knows(locale: str) -> bool:
    """Say whether the number words of a locale's language are known."""
    language = locales.language(locale)
    return language in ("zh", "ja") or language in _rows()


def _compounds(exact: dict[str, frozenset[Decimal]], joint: str) -> Iterator[tuple[str, Decimal]]:
    """Yield 21 to 99 and the hundreds of a language that writes them in one word."""
    digits = {w: v for w, vs in exact.items() for v in vs if 1 <= v < 10 and len(w) > 1}
    tens = {w: v for w, vs in exact.items() for v in vs if 20 <= v < 100 and v % 10 == 0}
    for ten, value in tens.items():
        for digit, unit in digits.items():
            if joint:
                yield (
                    digit.removesuffix("s") + joint + ten if unit == 1 else digit + joint + ten,
                    (value + unit),
                )
                yield digit + "ën" + ten, value + unit
            else:
                yield (ten[:-1] if digit[0] in "ou" else ten) + digit, value + unit
    hundred = next((w for w, vs in exact.items() if Decimal(100) in vs), "")
    for digit, unit in digits.items():
        yield digit + hundred, unit * 100


@lru_cache(maxsize=65536)
def values_of(word: str, language: str) -> frozenset[Decimal]:
    """Return the values that a word can have; empty if it is no number word."""
    known = table(language)
    low = word.lower().replace("ё", "е") if language == "ru" else word.lower()
    for form in (low, word.lower()):
        if form in known.exact:
            return known.exact[form]
    for prefix in _PREFIXES.get(language, ()):
        if low.startswith(prefix) and low[len(prefix) :] in known.exact:
            return known.exact[low[len(prefix) :]]
    for length in range(len(low), 2, -1):
        if low[:length] in known.stems:
            return known.stems[low[:length]]
    return frozenset()


@lru_cache(maxsize=64)
def _values(language: str) -> Remembered[frozenset[Decimal]]:
    return Remembered(partial(values_of, language=language))


def scale(word: str, language: str) -> Decimal | None:
    """Return the factor of a scale word ("million", «млн»); None if it is none."""
    return max((v for v in values_of(word, language) if v >= 1000), default=None)


@lru_cache(maxsize=64)
def _spotter(language: str) -> Spotter:
    """Return what tells that no word of a text is a number."""
    if language in ("zh", "ja"):
        return Spotter(lambda word: _HAN.search(word) or _ROMAN.search(word))
    return Spotter(
        lambda word: (
            _ROMAN.search(word) or any(values_of(part, language) for part in _WORD.findall(word))
        )
    )


def spelled(text: Text) -> tuple[Number, ...]:
    """Return the numbers that a text spells out, Roman numerals among them: an analyser."""
    language = locales.language(text.locale)
    value = text.ask(mask)
    if not _spotter(language).spots(words_in(value)):
        return ()
    found = [*_romans(value)]
    if language in ("zh", "ja"):
        found += _han(value)
    elif language in _rows():
        found += _words(value, language)
    return _with_fractions(_with_halves(sorted(found), value), value, language)


def _with_halves(numbers: list[Number], text: str) -> list[Number]:
    """Make one number of "half a dozen" and "one and a half million". What else it may mean
    is kept with it: other languages have words of their own for halves, or put them last."""
    found: list[Number] = []
    for number in numbers:
        half = found[-1] if found else None
        big = max((v for v in number.values if isinstance(v, Decimal)), default=Decimal(0))
        if not half or half.values.isdisjoint(_SHARES) or (big < 1000 and big != 12):
            found.append(number)
            continue
        if text[half.end : number.start].strip(" \u00a0-‑").lower() not in ("", "a"):
            found.append(number)
            continue
        found.pop()
        share, start = max(v for v in _SHARES if v in half.values), half.start
        if found and text[found[-1].end : start].strip() in ("and a", "с", "з"):
            before = found.pop()
            start = before.start
            share += min(v for v in before.values if isinstance(v, Decimal))
        raw = text[start : number.end]
        values = frozenset[Value]({(share * big).to_integral_value(), big if big < 1000 else share})
        found.append(Number(start, number.end, values, "word", raw))
    return found


def _with_fractions(numbers: list[Number], text: str, language: str) -> tuple[Number, ...]:
    """Make one number of "three quarters": 0.75, and 75 for a hundred."""
    pattern = _FRACTIONS.get(language)
    if pattern is None or len(numbers) < 2:
        return tuple(numbers)
    found: list[Number] = []
    for number in numbers:
        before = found[-1] if found else None
        part = pattern.fullmatch(number.raw)
        if not part or not before or text[before.end : number.start].strip(" \u00a0-‑"):
            found.append(number)
            continue
        below = next(place for place, group in enumerate(part.groups(), 3) if group)
        share = [value * 100 / below for value in before.values if isinstance(value, Decimal)]
        values = {Decimal(round(value)) for value in share} | {
            Decimal(int(value)) for value in share
        }
        values |= {round(value, 1) for value in share} | {round(value / 100, 2) for value in share}
        found[-1] = Number(
            before.start,
            number.end,
            frozenset[Value](values),
            "word",
            text[before.start : number.end],
        )
    return tuple(found)


def _words(text: str, language: str) -> Iterator[Number]:
    run: list[tuple[int, int, frozenset[Decimal]]] = []
    known = _values(language)
    for found in _WORD.finditer(text):
        values = known[found[0]]
        if not run and not values:
            continue
        if run and text[run[-1][1] : found.start()].strip(" \u00a0-‑"):
            yield from _compose(run, text)
            run = []
        if values:
            run.append((found.start(), found.end(), values))
        elif found[0].lower() not in _AND:
            yield from _compose(run, text)
            run = []
        elif run:
            run.append((found.start(), found.end(), frozenset()))
    yield from _compose(run, text)


def _compose(run: list[tuple[int, int, frozenset[Decimal]]], text: str) -> Iterator[Number]:
    """Join the words of one number; words that cannot belong together are numbers of their own."""
    start = end = -1
    total = current = Decimal(0)
    many: frozenset[Decimal] = frozenset()

    def number() -> Iterator[Number]:
        if start >= 0:
            values = many if len(many) > 1 else frozenset({total + current})
            yield Number(start, end, frozenset(values), "word", text[start:end])

    for begin, stop, values in run:
        if not values:
            continue
        value = min(values)
        if start >= 0 and len(many) == 1 and len(values) == 1 and _joins(current, value):
            if value >= 1000:
                total, current = total + max(current, Decimal(1)) * value, Decimal(0)
            elif value == 100 or (current == 4 and value == 20):
                current *= value
            else:
                current += value
            end = stop
            continue
        yield from number()
        start, end, many = begin, stop, values
        total, current = (value, Decimal(0)) if value >= 1000 else (Decimal(0), value)
    yield from number()


def _joins(current: Decimal, value: Decimal) -> bool:
    if value >= 1000:
        return current > 0
    if value == 100:
        return 1 < current < 10
    if value == 20 and current == 4:
        return True
    room = current % 100
    if value > 100 or current == 0:
        return current == 0
    if room == 0:
        return current >= 100 and value < 100
    return (room >= 20 and room % 10 == 0 and value < 10) or (room in (60, 80) and value < 20)


def _han(text: str) -> Iterator[Number]:
    for found in _HAN.finditer(text):
        if (value := han_value(found[0])) is not None:
            yield Number(found.start(), found.end(), frozenset({value}), "word", found[0])


def han_value(run: str) -> Decimal | None:
    """Return the value of Han numerals: 七 is 7, 二十五万 is 250000, 二〇二二 is 2022."""
    if all(char in HAN_DIGITS for char in run):
        return Decimal("".join(str(HAN_DIGITS[char]) for char in run))
    total = section = digit = 0
    for char in run:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
        elif (factor := HAN_SCALES[char]) < 10**4:
            section += (digit or 1) * factor
            digit = 0
        else:
            if section + digit == 0:
                return None
            total += (section + digit) * factor
            section = digit = 0
    return Decimal(total + section + digit)


def _romans(text: str) -> Iterator[Number]:
    for found in _ROMAN.finditer(text):
        roman = found[0].translate(str.maketrans("МХІ", "MXI"))
        if _ROMAN_FORM.fullmatch(roman):
            yield Number(
                found.start(), found.end(), frozenset({Decimal(_roman(roman))}), "roman", found[0]
            )


def _roman(numeral: str) -> int:
    values = [_ROMAN_VALUES[char] for char in numeral]
    return sum(
        -value if any(value < other for other in values[place + 1 :]) else value
        for place, value in enumerate(values)
    )
