"""The number words of a language."""

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.text import locales

from .measures import measured

HAN_DIGITS = {c: v for v, chars in enumerate(("〇零", "一", "二两兩", "三")) for c in chars}
HAN_DIGITS |= {c: v for v, c in enumerate("四五六七八九", 4)}
HAN_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4}
HAN_SCALES |= {"億": 10**8, "亿": 10**8, "兆": 10**12}
_PREFIXES = {
    "ar": ("ولل", "وبال", "وال", "فال", "بال", "كال", "لل", "ال", "وب", "ول", "و", "ب", "ل", "ف"),
    "he": ("וה", "ה", "ו", "ב", "ל", "כ"),
}
_NO_NUMBERS = frozenset({"لست"})
"""Words that only look like numbers with something glued to them: I am not, for six."""
_BARE = str.maketrans("أإآٱى", "ااااي") | dict.fromkeys([*range(0x64B, 0x653), 0x670, 0x640])
_HALF = Decimal("0.5")
LEAST = 3
"""Letters of a stem."""
MEASURED = 9
"""Letters of an adjective of measure with two numbers, at least."""
_GLUED = {"de": "und", "nl": "en", "it": ""}


class Table(NamedTuple):
    """The number words of a language."""

    exact: dict[str, frozenset[Decimal]]
    stems: dict[str, frozenset[Decimal]]
    beginnings: frozenset[str]
    """The first letters, `LEAST` of them, of the stems."""


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
            form = bare(form) if language == "ar" else form
            where, key = (stems, form[:-1]) if form.endswith("*") else (exact, form)
            where[key] = where.get(key, frozenset()) | {value}
    if language in _GLUED:
        for word, value in _compounds(exact, _GLUED[language]):
            exact.setdefault(word, frozenset({value}))
    return Table(exact, stems, frozenset([stem[:LEAST] for stem in stems]))


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
    if joint == "und":
        whole = {w: v for w, vs in exact.items() for v in vs if 2 <= v <= 12}
        yield from ((word + "einhalb", value + _HALF) for word, value in whole.items())
    hundred = next((w for w, vs in exact.items() if Decimal(100) in vs), "")
    for digit, unit in digits.items():
        yield digit + hundred, unit * 100


def beginnings(language: str) -> frozenset[str] | None:
    """Return the first letters, `LEAST` of them, with which number words in small letters begin,
    of less than `MEASURED` letters; None where other words may be glued before them."""
    if language in _PREFIXES:
        return None
    known = table(language)
    found = known.beginnings | {word[:LEAST] for word in known.exact}
    return found | {one.replace("е", "ё") for one in found} if language == "ru" else found


@lru_cache(maxsize=4096)
def values_of(word: str, language: str) -> frozenset[Decimal]:
    """Return the values that a word can have; empty if it is no number word."""
    known = table(language)
    low = word.lower()
    plain = low.replace("ё", "е") if language == "ru" else low
    for form in (plain, low):
        if form in known.exact:
            return known.exact[form]
    low = plain
    if language in _PREFIXES:
        return prefix_and_values(bare(low) if language == "ar" else low, language)[1]
    if len(low) >= MEASURED and (value := measured(low, language)) is not None:
        return frozenset({value})
    if low[:LEAST] not in known.beginnings:
        return frozenset()
    for length in range(len(low), LEAST - 1, -1):
        if low[:length] in known.stems:
            return known.stems[low[:length]]
    return frozenset()


def prefix_and_values(word: str, language: str) -> tuple[str, frozenset[Decimal]]:
    """Return what is glued before a number word, and what the word means; empty if it is none."""
    known = table(language).exact
    if word in known:
        return "", known[word]
    for prefix in _PREFIXES[language] if word not in _NO_NUMBERS else ():
        if word.startswith(prefix) and word[len(prefix) :] in known:
            return prefix, known[word[len(prefix) :]]
    return "", frozenset()


def bare(word: str) -> str:
    """Return an Arabic word without vowel signs, and with one letter for all kinds of alif."""
    return word.translate(_BARE)


def scale(word: str, language: str) -> Decimal | None:
    """Return the factor of a scale word ("million", «млн»); None if it is none."""
    known = [v for v in values_of(word, language) if v >= 1000]
    return max((v for v in known if f"{v:f}".startswith("1")), default=max(known, default=None))


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
