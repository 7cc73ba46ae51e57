"""Numbers that Arabic spells out: «اثنتا عشرة», «الخامسة والعشرون», «ثلاثمئة ألف».

Units stand before tens, "and" is glued to the word after it, and words agree in gender and case.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from .lexicon import bare, prefix_and_values
from .number import Number, Value
from .shares import share

_WORD = re.compile(r"[ء-غف-ي\u0640\u064b-\u0652\u0670]+")
_SPACE = re.compile(r"[ \u00a0]+")
_ONE_WORD = re.compile(r"[ \u00a0]+[ء-ي\u064b-\u0652]+[ \u00a0]+")
"""What may stand before "and a half": eight hours and a half."""
_AFTER_FIGURE = re.compile(r"[\d٠-٩][ \u00a0]*$")
_TANWEEN = "\u064b"
_HALF = Decimal("0.5")
_SHARES = {"نصف": _HALF, "ربع": _HALF / 2, "ثلث": 1 / Decimal(3)}
_TWO_THIRDS = frozenset(("ثلثا", "ثلثي", "ثلثان", "ثلثين"))
_PARTS = {"اثلاث": 3, "ارباع": 4, "اخماس": 5, "اسداس": 6, "اعشار": 10}
_OWNERS = ("هم", "هن", "ها", "هما", "ه")
"""What is glued to a share: two thirds of them."""
_MANY = frozenset(("مئات", "عشرات", "الاف", "ملايين", "مليارات", "مئة الف"))
_SECONDS = frozenset(("ثانية", "ثواني", "ثوان"))
_SCALES = (Decimal(1000), Decimal(10**6), Decimal(10**9), Decimal(10**12))


class _Word(NamedTuple):
    start: int
    end: int
    values: frozenset[Decimal]
    stem: str
    joined: bool
    """Whether "and" is glued to it."""
    definite: bool
    adjacent: bool
    """Whether only a space parts it from the number word before it."""

    @property
    def value(self) -> Decimal:
        return min(self.values, default=Decimal(0))


class _Found(NamedTuple):
    values: frozenset[Decimal]
    next: int
    scale: Decimal = Decimal(1)
    """The lowest scale word in it."""


def arabic(text: str) -> Iterator[Number]:
    """Yield the numbers that an Arabic text spells out."""
    words = _words(text)
    place = 0
    while place < len(words):
        found = _number(words, place, text)
        first, last = words[place], words[found.next - 1]
        if found.values and not _is_idle(words, place, found, text):
            values = frozenset[Value](found.values)
            raw = text[first.start : last.end]
            yield Number(first.start, last.end, values, "word", raw)
        place = found.next


def is_number(word: str) -> bool:
    """Say whether a word can be one of a number."""
    return bool(_words(word))


def value_of(phrase: str) -> frozenset[Decimal]:
    """Return what a phrase that is one number means; empty if it is none."""
    words = _words(phrase)
    found = _number(words, 0, phrase) if words else None
    return found.values if found and found.next == len(words) else frozenset()


def _words(text: str) -> list[_Word]:
    found: list[_Word] = []
    for hit in _WORD.finditer(text):
        whole = bare(hit[0])
        prefix, values = prefix_and_values(whole, "ar")
        if hit[0].startswith("وأ") and not prefix:
            prefix = "و"  # "and one", not "one"
        stem = whole[len(prefix) :]
        if not values:
            prefix, stem = _share_of(whole)
            if not stem:
                continue
            values = prefix_and_values(stem, "ar")[1]
        if _TANWEEN in hit[0] and len(values) > 1:
            values = frozenset({min(values)})
        near = bool(found) and _SPACE.fullmatch(text, found[-1].end, hit.start()) is not None
        definite = prefix.endswith(("ال", "لل"))
        found.append(_Word(*hit.span(), values, stem, prefix[:1] == "و", definite, near))
    return found


def _share_of(whole: str) -> tuple[str, str]:
    """Return what is glued before a share, and the share without what is glued after it."""
    for prefix in ("", "و", "ال", "وال", "ب", "ل", "ف"):
        stem = whole.removeprefix(prefix)
        if not whole.startswith(prefix):
            continue
        for owner in ("", *_OWNERS):
            part = stem.removesuffix(owner)
            if part in _TWO_THIRDS or part in _PARTS or (owner and part in ("نصف", "ربع", "ثلث")):
                return prefix, part
    return "", ""


def _number(words: Sequence[_Word], place: int, text: str) -> _Found:
    """Read the longest number that begins with a word."""
    word = words[place]
    if word.stem in _TWO_THIRDS:
        return _Found(_part(Decimal(2), 3), place + 1)
    if word.stem in _PARTS:
        return _Found(frozenset(), place + 1)
    ahead = _ahead(words, place + 1)
    if ahead and ahead.stem in _PARTS and 2 <= word.value <= 9:
        return _Found(_part(word.value, _PARTS[ahead.stem]), place + 2)
    part = _SHARES.get(word.stem)
    if part and ahead and not ahead.joined and (scale := _scale(ahead)):
        return _Found(frozenset({(part * scale).to_integral_value()}), place + 2)
    if part and word.joined:  # "a year and a half"
        return _Found(word.values | {1 + round(part, 2)}, place + 1)
    found = _group(words, place)
    total, least = found.values, found.scale
    while least >= 1000 and (more := _ahead(words, found.next, joined=True)):
        if more.stem in _SHARES or not more.values:
            break
        after = _group(words, found.next)
        if max(after.values) >= least:
            break
        total = frozenset(a + b for a in total for b in after.values)
        least = min(least, after.scale)
        found = after
    return _with_share(words, _Found(total, found.next, least), text)


def _with_share(words: Sequence[_Word], found: _Found, text: str) -> _Found:
    """Add "and a half", which may stand behind what is counted."""
    if found.next >= len(words):
        return found
    word, before = words[found.next], words[found.next - 1]
    part = _SHARES.get(word.stem)
    if not word.joined or part is None or before.stem in _SHARES:
        return found
    if not word.adjacent and not _ONE_WORD.fullmatch(text, before.end, word.start):
        return found
    place = found.next + 1
    if found.scale >= 1000 and word.adjacent:
        if (ahead := _ahead(words, place)) and _scale(ahead) == found.scale:
            place += 1
        more = frozenset((v + part * found.scale).to_integral_value() for v in found.values)
        return _Found(more, place)
    return _Found(found.values | {v + round(part, 2) for v in found.values}, place)


def _group(words: Sequence[_Word], place: int) -> _Found:
    """Read a number below a thousand, and the scale word after it."""
    word = words[place]
    if word.value >= 1000:
        return _Found(word.values, place + 1, min(_SCALES, key=lambda s: abs(s - word.value)))
    found = _hundreds(words, place)
    ahead = _ahead(words, found.next)
    if ahead and (scale := _scale(ahead)):
        return _Found(frozenset(v * scale for v in found.values), found.next + 1, scale)
    return found


def _hundreds(words: Sequence[_Word], place: int) -> _Found:
    word, ahead = words[place], _ahead(words, place + 1)
    if 100 <= word.value < 1000:
        total, place = word.value, place + 1
    elif ahead and ahead.value == 100 and 3 <= word.value <= 9:
        total, place = word.value * 100, place + 2
    else:
        return _tens(words, place)
    more = _ahead(words, place, joined=True)
    if more and more.stem not in _SHARES and 1 <= more.value < 100:
        rest = _tens(words, place)
        return _Found(frozenset(total + v for v in rest.values), rest.next)
    return _Found(frozenset({total}), place)


def _tens(words: Sequence[_Word], place: int) -> _Found:
    word = words[place]
    if 1 <= word.value <= 9:
        unit = min(v for v in word.values if v >= 1)
        ahead = _ahead(words, place + 1)
        if ahead and Decimal(10) in ahead.values and not ahead.definite:
            return _Found(frozenset({unit + 10}), place + 2)
        ahead = _ahead(words, place + 1, joined=True)
        if ahead and 20 <= ahead.value <= 90:
            return _Found(frozenset({unit + ahead.value}), place + 2)
    return _Found(word.values, place + 1)


def _ahead(words: Sequence[_Word], place: int, joined: bool = False) -> _Word | None:
    """Return the word at a place if it goes on with the number before it."""
    if place < len(words) and words[place].adjacent and words[place].joined == joined:
        return words[place]
    return None


def _scale(word: _Word) -> Decimal | None:
    return next((v for v in sorted(word.values) if v in _SCALES), None)


def _part(part: Decimal, whole: int) -> frozenset[Decimal]:
    return frozenset(value for value in share(part, whole) if isinstance(value, Decimal))


def _is_idle(words: Sequence[_Word], place: int, found: _Found, text: str) -> bool:
    """Say whether words count nothing: hundreds of people, thirty seconds."""
    word = words[place]
    if found.next > place + 1:
        return False
    if word.stem in _SECONDS:
        before = words[place - 1] if place else None
        is_counted = word.adjacent and before is not None and before.value >= 3
        return is_counted or _AFTER_FIGURE.search(text[: word.start]) is not None
    return word.stem in _MANY
