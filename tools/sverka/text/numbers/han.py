"""Numbers in Chinese characters: 七, 二十五万, 三十多万, 三分之二, 八个半, 三成."""

import re
from collections.abc import Iterator
from decimal import Decimal

from .lexicon import HAN_DIGITS, HAN_SCALES, han_value
from .number import Number, Value
from .shares import share

_CHARS = "".join((*HAN_DIGITS, *HAN_SCALES))
_BIG = "".join(char for char, factor in HAN_SCALES.items() if factor >= 10**4)
MORE = "多余餘几幾來来数數"
"""Characters for "and more", which may stand before the scale: 四千多万."""
SOME = re.compile(rf"[{MORE}](?=[百千]?[{_BIG}])")
_RUN = re.compile(rf"[{_CHARS}]+(?:[{MORE}](?=[百千]?[{_BIG}])[{_CHARS}]+)?")
_VAGUE = re.compile(r"[几幾数數]$")
_FEW = re.compile(r"[几幾數数]|(?<=十)[来來]")
_ONE = rf"(?:[0-9]+(?:\.[0-9]+)?|[{_CHARS}]+)"
PARTS = re.compile(rf"(?P<whole>{_ONE})\s?分[之の]\s?(?P<part>{_ONE})(?:点(?P<rest>[{_CHARS}]+))?")
"""A share: two thirds, 85 per cent."""
TENTHS = re.compile(
    rf"(?P<tens>[0-9]|[{''.join(HAN_DIGITS)}])\s?(?:割(?:(?P<ones>[0-9]|[{''.join(HAN_DIGITS)}])分)?"
    r"|成(?![员員立为為功本人年果长長分绩績熟就份型])(?P<half>半)?)"
)
"""Tenths: 三成, 8割5分."""
AND_HALF = re.compile(
    r"\s?(?:[个個]半(?=[小钟鐘月天年日世])|(?:小时|小時|时间|時間|年|倍|天|日|[かカヶケ]月|週間|周)半(?![年月天日数期]))"
)
"""What makes it half more: 八个半小时, 8時間半."""
_HALF = Decimal("0.5")
_OR_MORE = re.compile("一[二两兩]|[二两兩]三|三四|四五|五六|六七|七八|八九")
"""Two numbers that leave open which: five or six."""


def han(text: str) -> Iterator[Number]:
    """Yield the numbers that a Chinese or Japanese text spells out, shares in digits too."""
    taken = -1
    shares = sorted(shares_in(text))
    yield from shares
    for found in _RUN.finditer(text):
        if any(number.start < found.end() and found.start() < number.end for number in shares):
            continue
        if found.start() < taken or _VAGUE.search(text, 0, found.start()):
            continue
        if _FEW.match(text, found.end()):
            continue  # 十几, 几百
        if _OR_MORE.fullmatch(found[0]):
            yield from _one_by_one(found)
            continue
        value = han_value(re.sub(f"[{MORE}]", "", found[0]))
        if value is None:
            continue
        more = AND_HALF.match(text, found.end())
        values = frozenset[Value]({value, value + _HALF} if more else {value})
        yield Number(found.start(), found.end(), values, "word", found[0])


def _one_by_one(found: "re.Match[str]") -> Iterator[Number]:
    for at, digit in enumerate(found[0], found.start()):
        yield Number(at, at + 1, frozenset[Value]({Decimal(HAN_DIGITS[digit])}), "word", digit)


def shares_in(text: str) -> Iterator[Number]:
    """Yield the shares of a text: 三分之二, 百分之85, 3分の1, 三成, 8割5分."""
    if "分" in text:
        for found in PARTS.finditer(text):
            whole, part = _value(found["whole"]), _value(found["part"])
            if whole and part is not None and (values := _share(part, whole, found["rest"])):
                yield Number(found.start(), found.end(), values, "word", found[0])
    if "割" in text or "成" in text:
        for found in TENTHS.finditer(text):
            tens, ones = _value(found["tens"]), _value(found["ones"] or "0")
            before = text[found.start() - 1 : found.start()]
            if tens and ones is not None and before not in (*HAN_DIGITS, *HAN_SCALES, "第"):
                value = tens * 10 + ones + (5 if found["half"] else 0)
                yield Number(*found.span(), frozenset[Value]({value}), "word", found[0])


def _share(part: Decimal, whole: Decimal, rest: str | None) -> frozenset[Value]:
    if rest and (decimals := han_value(rest)) is not None:
        part += decimals / Decimal(10) ** len(rest)
    if whole == 100:
        return frozenset[Value]({part})
    if part > whole:
        return frozenset()
    values = share(part, whole) | ({part} if whole == 1000 else frozenset())
    return values | {whole} if part == 1 else values


def _value(run: str) -> Decimal | None:
    if run in HAN_SCALES:
        return Decimal(HAN_SCALES[run])
    return Decimal(run) if run[0].isdigit() and run[0].isascii() else han_value(run)
