"""Numbers that are spelled out, and the scale words after figures."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from itertools import chain

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import Test, of_words, places_of, signs
from sverka.text.vocabulary import Remembered

from .arabic import arabic
from .arabic import is_number as is_arabic
from .figures import ascii_digits, figures
from .han import han
from .idle import idle
from .lexicon import HAN_DIGITS, HAN_SCALES, LEAST, MEASURED, beginnings, knows, values_of
from .masks import mask
from .number import Number, Value
from .shares import share

_HAN = re.compile(rf"[{''.join(HAN_DIGITS)}{''.join(HAN_SCALES)}]+|\d\s?[割成分]")
_WORD = re.compile(r"[^\W\d_]+(?:[’ʼ'][^\W\d_]+)*")
_ROMAN = re.compile(
    r"(?:(?<![\w-])|(?<=[^\W\d_]{2}-)(?=[IVX]{2}))[IVXLCМMХІ]+"
    r"(?=(?:(?<=[IVX])(?:e|ème|è|º|ᵉ)|(?<=I)er)?(?!\w))"
)
"""Ordinals too: XIXe, Ier."""
_ROMAN_FORM = re.compile(r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_HALF, _MORE, _QUARTER = Decimal("0.5"), Decimal("1.5"), Decimal(25)
_SHARES = frozenset((_HALF, _MORE, _QUARTER))
_DOZENS = (10, 12, 100)
"""Smaller numbers of which there are halves: a dozen, «десяток», a century."""
_AND_HALF = re.compile(
    r"\s(?:and (?:a|one) half|с половиной|з половиною|et demie?|y medi[oa]|e mezz[oa]|i pół)\b",
    re.IGNORECASE,
)
_SCALED = re.compile(
    r"\s(?:hundred|thousand|mill?i|bill?i|тысяч|милли|миль|мільй|мільярд|тисяч|dozen)"
)
_DOZEN = re.compile(
    r"dozen|dutzend|дюжин|десятк|десятк|десяток|douzaine|docena|dizaine|decena|tuzin", re.IGNORECASE
)
_OF = frozenset({"", "a", "of a", "von einer", "de"})
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_APART = re.compile(
    r"[ \u00a0‑-]*(?:(?:and|und|y|et|e|en|kai|και)(?![^\W\d_])[ \u00a0‑-]*)*", re.IGNORECASE
)
"""What may stand between the words of one number."""

_FRACTIONS = {
    language: re.compile("|".join(f"({word})" for word in words.split()), re.IGNORECASE)
    for language, words in {
        "en": r"thirds? quarters? fifths",
        "de": r"drittel\w* viertel\w* fünftel\w*",
        "ru": r"трет(?:и|ь|ью|ей|ям|ями) четверт(?:и|ь|ью|ей|ям|ями) пят(?:ых|ая|ой|ую|ыми)",
        "uk": r"третин\w* чверт\w* п.ят(?:их|а|ої|у|ими)",
        "fr": r"tiers quarts? cinquièmes?",
        "es": r"terc(?:ios?|eras?) cuart[oa]s? quint[oa]s?",
    }.items()
}
"""The words for thirds, fourths and fifths."""
SHARING = frozenset((*_FRACTIONS, "zh", "ja", "ar"))
"""Languages whose shares are read."""


@lru_cache(maxsize=64)
def _values(language: str) -> Remembered[frozenset[Decimal]]:
    return Remembered(partial(values_of, language=language))


def _is_number(locale: str) -> Test:
    """Return what tells that a word may be a number."""
    language = locales.language(locale)
    if language in ("zh", "ja"):
        return lambda word: _HAN.search(word) or _ROMAN.search(word)

    if language == "ar":
        return lambda word: _ROMAN.search(word) or is_arabic(word)

    begins = beginnings(language)

    def is_number(word: str) -> object:
        if word.isalpha() and word.islower():
            if begins is None or len(word) >= MEASURED or word[:LEAST] in begins:
                return values_of(word, language)
            return False
        return _ROMAN.search(word) or any(values_of(part, language) for part in _WORD.findall(word))

    return is_number


NUMBER_WORD = of_words(_is_number)
"""A number that is spelled out, or a Roman numeral."""


def spelled(text: Text) -> tuple[Number, ...]:
    """Return the numbers that a text spells out, Roman numerals among them: an analyser."""
    if not text.ask(signs) & NUMBER_WORD:
        return ()
    language = locales.language(text.locale)
    value, places = text.ask(mask), places_of(text, NUMBER_WORD)
    found = [*_romans(value, places)]
    if language in ("zh", "ja"):
        found += han(ascii_digits(value))
    elif language == "ar":
        found += arabic(value)
    elif knows(language):
        found += _words(value, places, language)
    if found and (spans := idle(value, language)):
        found = [n for n in found if not any(a <= n.start < b for a, b in spans)]
    found = _dozens(_with_halves(sorted(found), value), value)
    return _with_fractions(found, value, language)


def all_numbers(text: Text) -> tuple[Number, ...]:
    """Return the numbers of a text, first those in figures, then those that are spelled out."""
    return (*text.ask(figures), *text.ask(spelled))


def all_values(text: Text) -> frozenset[Value]:
    """Return whatever the numbers of a text can mean."""
    return frozenset([value for number in all_numbers(text) for value in number.values])


def _with_halves(numbers: list[Number], text: str) -> list[Number]:
    """Make one number of "half a dozen" and "one and a half million". What else it may mean
    is kept with it: other languages have words of their own for halves, or put them last."""
    found: list[Number] = []
    for number in numbers:
        if and_half := _AND_HALF.match(text, number.end):
            small = {v for v in number.values if isinstance(v, Decimal) and v < 1000}
            if small and number.kind == "word" and not _SCALED.match(text, and_half.end()):
                raw = text[number.start : and_half.end()]
                more = frozenset[Value](small | {value + _HALF for value in small})
                number = Number(number.start, and_half.end(), more, "word", raw)
        half = found[-1] if found else None
        if half and number.end <= half.end:
            continue
        big = max((v for v in number.values if isinstance(v, Decimal)), default=Decimal(0))
        if not half or half.values.isdisjoint(_SHARES) or (big < 1000 and big not in _DOZENS):
            found.append(number)
            continue
        if text[half.end : number.start].strip(" \u00a0-‑").lower() not in (
            "",
            "a",
            "of a",
            "von einer",
            "de",
        ):
            found.append(number)
            continue
        found.pop()
        quarter = _QUARTER in half.values
        if quarter and big < 1000:
            found.append(number)
            continue
        part = _QUARTER / 100 if quarter else max(v for v in _SHARES if v in half.values)
        start = half.start
        if found and text[found[-1].end : start].strip() in ("and a", "с", "з"):
            before = found.pop()
            start = before.start
            part += min(v for v in before.values if isinstance(v, Decimal))
        raw = text[start : number.end]
        values = frozenset[Value]({(part * big).to_integral_value(), big if big < 1000 else part})
        found.append(Number(start, number.end, values, "word", raw))
    return found


def _dozens(numbers: list[Number], text: str) -> list[Number]:
    """Make one number of "two dozen" and «три десятка»; ten and twelve are kept with it."""
    found: list[Number] = []
    for number in numbers:
        before = found[-1] if found else None
        if (
            before
            and before.kind == "word"
            and _DOZEN.match(number.raw)
            and not text[before.end : number.start].strip(" \u00a0-")
        ):
            size = min(v for v in number.values if isinstance(v, Decimal))
            small = [v for v in before.values if isinstance(v, Decimal) and 2 <= v <= 10]
            if small:
                values = frozenset[Value]({size * v for v in small} | number.values)
                raw = text[before.start : number.end]
                found[-1] = Number(before.start, number.end, values, "word", raw)
                continue
        found.append(number)
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
        parts = (share(value, below) for value in before.values if isinstance(value, Decimal))
        values = frozenset[Value]().union(*parts)
        found[-1] = Number(
            before.start,
            number.end,
            values,
            "word",
            text[before.start : number.end],
        )
    return tuple(found)


def _words(value: str, places: Sequence[tuple[int, int]], language: str) -> Iterator[Number]:
    """Yield the numbers in those places of a text where number words stand."""
    run: list[tuple[int, int, frozenset[Decimal]]] = []
    known = _values(language)
    for found in chain.from_iterable(_WORD.finditer(value, *place) for place in places):
        values = known[found[0]]
        if not values:
            continue
        if run and not _APART.fullmatch(value, run[-1][1], found.start()):
            yield from _compose(run, value)
            run = []
        run.append((found.start(), found.end(), values))
    yield from _compose(run, value)


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


def _romans(text: str, places: Sequence[tuple[int, int]]) -> Iterator[Number]:
    for found in chain.from_iterable(_ROMAN.finditer(text, *place) for place in places):
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
