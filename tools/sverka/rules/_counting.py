"""Numbers that two countries count, or two authors say, in different ways."""

import re
from decimal import Decimal
from itertools import pairwise

import regex

from sverka.text.analysis import Text
from sverka.text.numbers import Number, all_numbers, spelled

_STOREY = regex.compile(
    r"(?:\s\w+)?[\s\u00a0-]*(?:floors?|store?ys?|stock(?:werk\w*|s)?|etagen?|obergeschoss\w*|этаж\w*"
    r"|поверх\w*|паверх\w*|étages?|pisos?|plantas?|piano|pięt\w+|verdieping\w*|våning\w*)(?!\w)"
    r"|[\s-]*[层樓楼階]",
    regex.IGNORECASE,
)
_PERCENT = re.compile(
    r"\s?[%٪％]|\s(?:per ?cent|pro[cz]ent|процент|відсот|pour cent|por ciento)", re.IGNORECASE
)
_OF = re.compile(
    r"\s(?:\w+\s)?(?:in|out of|of|from|из|із|з|von|sur|de(?: cada)?|su|na)\s"
    r"(?:(?:every|каждых|je)\s)?",
    re.IGNORECASE,
)
_ALL_THE_TIME = re.compile(r"(\d+)\s?(?:heures?|h|jours?|j)\s?(?:sur\s|/)\Z", re.IGNORECASE)
_EACH = re.compile(
    r"(?:each|every|кажд\w+|кожн\w+|jede\w*|chaque|cada|co)[\s\u00a0-]$", re.IGNORECASE
)


_TIMES = regex.compile(
    r"\s(?:раза?|разів|рази|times|fois|veces|volte)(?!\w)|[\s-]?(?:mal|fold)(?!\w)",
    regex.IGNORECASE,
)
_MULTIPLIED = regex.compile(
    r"в\w+(?:ое|еро)|\w+fold|tripl\w+|doubl\w+|quadrupl\w+|ver\w+fach\w*|\w+fach\w*|удво\w+"
    r"|утро\w+|вдвічі|втричі|подво\w+|потро\w+",
    regex.IGNORECASE,
)
_JOINT = regex.compile(
    r"[\s\u00a0]*(?:(?:метр|килограмм|кило|mètre|metro|metri|Meter|euro)\w*)?\s+"
)
_METRE = regex.compile(r"(?<!\w)(?:метр|un mètre|un metro|ein(?:en)? Meter)\s+$", regex.IGNORECASE)


def storeys_apart(a: Number, b: Number, pivot: Text, target: Text) -> bool:
    """Say whether two numbers are those of one floor: what is the first floor to a Briton is the
    second to an American or a Russian."""
    if not any(abs(abs(x - y) - 1) == 0 for x in _plain(a) for y in _plain(b)):
        return False
    return all(_STOREY.match(text.value, number.end) for number, text in ((a, pivot), (b, target)))


def is_repeated(number: Number, text: Text) -> bool:
    """Say whether a number is the second of a French phrase for "all the time": 24 heures sur 24,
    7 jours sur 7."""
    before = _ALL_THE_TIME.search(text.value, 0, number.start)
    return before is not None and before[1] == number.raw


def is_share(number: Number, here: Text, there: Text) -> bool:
    """Say whether a percentage stands in another text as "one in five" or "every fifth"."""
    if not _PERCENT.match(here.value, number.end):
        return False
    return any(abs(x - y) <= 1 for x in there.ask(shares) for y in _plain(number))


def in_two_parts(number: Number, there: Text) -> bool:
    """Say whether another text says the two parts of a decimal: «три двести» are 3.2 kg."""
    parts = {
        (value // 1, value % 1 * scale)
        for value in _plain(number)
        if value % 1
        for scale in (100, 1000)
    }
    if not parts:
        return False
    numbers = there.ask(spelled)
    pairs = [
        (one, other)
        for first, second in pairwise(numbers)
        if _JOINT.fullmatch(there.value, first.end, second.start)
        for one in _plain(first)
        for other in _plain(second)
    ]
    pairs += [
        (Decimal(1), value)
        for other in numbers
        if _METRE.search(there.value[: other.start][-12:])
        for value in _plain(other)
    ]
    return any(pair in parts for pair in pairs)


def shares(text: Text) -> frozenset[Decimal]:
    """Return the parts of a hundred that a text says with two numbers, or one, and by how many
    a number grows or falls that is multiplied or divided: an analyser."""
    numbers = sorted(all_numbers(text))
    found = set()
    for number in numbers:
        if _EACH.search(text.value[: number.start][-10:]):
            found |= {100 / value for value in _plain(number) if value}
        if _TIMES.match(text.value, number.end) or _MULTIPLIED.fullmatch(number.raw):
            for value in _plain(number) - {Decimal(0)}:
                found |= {abs(value - 1) * 100, abs(1 - 1 / value) * 100}
    for part, whole in pairwise(numbers):
        if _OF.fullmatch(text.value, part.end, whole.start):
            found |= {100 * x / y for x in _plain(part) for y in _plain(whole) if y >= x > 0}
    return frozenset(found)


def _plain(number: Number) -> set[Decimal]:
    return {value for value in number.values if isinstance(value, Decimal)}
