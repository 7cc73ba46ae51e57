"""Which numbers of a pivot's text its translation has."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.locales import language
from sverka.text.numbers import Number, Value, figures, knows, separators, spelled
from sverka.text.numbers.figures import ascii_digits
from sverka.text.numbers.lexicon import values_of
from sverka.text.numbers.named import is_named
from sverka.text.numbers.words import NUMBER_WORD, SHARING
from sverka.text.signs import signs
from sverka.text.units import converted, lasts, ranged, worded

from ._counting import in_two_parts, is_repeated, is_share, storeys_apart
from ._dates import Calendar, compare_dates

_TWO = frozenset(
    ("two", "zwei", "два", "две", "двух", "двум", "дві", "двох", "двом", "deux", "dos")
)
_HUNDREDS = {Decimal(100), Decimal(1000)}
_COUNTED = re.compile(
    "[个個名位次年月日天周週岁歳歲例种種项項人件块章节節本条條回倍篇部元秒克升米吨噸层層间間只隻张張台輛辆"
    "座家所届屆期阶階代]|分[钟鐘間]|小[时時]|時間|[かカヶケ]月|千克|毫[克升米]|厘米|世[纪紀]"
)


class Gap(NamedTuple):
    """A number without its counterpart; or two that stand for each other and differ."""

    pivot: Number | None
    target: Number | None
    alone: bool
    """Whether it is the only gap of its text."""


def compare_numbers(pivot: Text, target: Text) -> tuple[Gap, ...]:
    """Match the numbers of two texts by value and return what is left over."""
    if not pivot.ask(figures) and not target.ask(figures):
        return _words_apart(pivot, target, (), ())
    calendar = compare_dates(pivot, target)
    left = _outside(pivot.ask(figures), calendar.pivot_spans)
    right = _outside(target.ask(figures), calendar.target_spans)
    missing, extra = _match(left, right)
    if missing or extra:
        missing, extra = _excuse(missing, extra, pivot, target, calendar)
    if len(missing) == len(extra) == 1 and storeys_apart(missing[0], extra[0], pivot, target):
        missing, extra = [], []
    strict_missing = [n for n in missing if not _present(n, right, target)]
    strict_extra = [n for n in extra if not _present(n, left, pivot)]
    if not strict_missing and not strict_extra:
        if len(missing) == len(extra) == 1 and len(left) == len(right):
            return (Gap(missing[0], extra[0], False),)
        return _words_apart(pivot, target, left, right)
    if not strict_missing:
        strict_missing = _likeliest(missing, strict_extra)
    elif not strict_extra:
        strict_extra = _likeliest(extra, strict_missing)
    if len(strict_missing) == 1 and not strict_extra:
        strict_extra = _odd_words(target, pivot, left)
    elif len(strict_extra) == 1 and not strict_missing:
        strict_missing = _odd_words(pivot, target, right)
    return _pair(strict_missing, strict_extra)


def _pair(missing: Sequence[Number], extra: Sequence[Number]) -> tuple[Gap, ...]:
    if len(missing) == len(extra):
        alone = len(missing) == 1
        return tuple(Gap(a, b, alone) for a, b in zip(missing, extra, strict=True))
    alone = len(missing) + len(extra) == 1
    twins = [(a, b) for a in missing for b in extra if _digits(a) == _digits(b)]
    if len(twins) == 1 and "" not in map(_digits, twins[0]):
        missing, extra = (
            [n for n in missing if n != twins[0][0]],
            [n for n in extra if n != twins[0][1]],
        )
    else:
        twins = []
    return (
        *(Gap(a, b, False) for a, b in twins),
        *(Gap(number, None, alone) for number in missing),
        *(Gap(None, number, alone) for number in extra),
    )


def _digits(number: Number) -> str:
    """Return the digits of a number, zeros apart, by size: what is left if two change places."""
    return "".join(sorted(re.sub(r"[\D0]", "", ascii_digits(number.raw))))


def _match(left: Sequence[Number], right: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Pair equal numbers one to one; return those that have no partner."""
    rest = list(right)
    alone = []
    for number in left:
        found = next((other for other in rest if number.values & other.values), None)
        if found is None:
            alone.append(number)
        else:
            rest.remove(found)
    return alone, rest


def _excuse(
    missing: list[Number], extra: list[Number], pivot: Text, target: Text, calendar: Calendar
) -> tuple[list[Number], list[Number]]:
    """Take out the numbers that stand in the other text in another dress."""
    mine, theirs = _match(pivot.ask(_apart), target.ask(_apart))
    extra, _ = _match(extra, mine)
    if not (len(missing) == len(extra) == 1 and _articles(missing[0])):
        missing, _ = _match(missing, theirs)
    for number in tuple(missing):
        twin = next((other for other in extra if _elided(number, other, pivot, target)), None)
        if twin is None and number.scaled != 1 and not knows(target.locale):
            twin = next((o for o in extra if _times(o, number.scaled) & number.values), None)
        if twin is not None:
            missing.remove(number)
            extra.remove(twin)
    missing, extra = _conversions(missing, extra, pivot, target)
    missing = [n for n in _said(missing, pivot, target) if not is_share(n, pivot, target)]
    extra = [n for n in _said(extra, target, pivot) if not is_share(n, target, pivot)]
    missing = [n for n in missing if not is_repeated(n, pivot)]
    extra = [n for n in extra if not is_repeated(n, target)]
    missing, extra = _listed(missing, extra)
    extra, missing = _listed(extra, missing)
    missing = [n for n in missing if not _in_words(n, target)]
    extra = [n for n in extra if not _in_words(n, pivot)]
    return missing, extra


def _in_words(number: Number, text: Text) -> bool:
    return _written(number, text) or in_two_parts(number, text) or is_named(number, text.value)


def _apart(text: Text) -> tuple[Number, ...]:
    """Return the spelled numbers that are no scale words of figures: an analyser."""
    scaled = [n.span for n in text.ask(figures) if n.scaled != 1]
    return tuple(_outside(text.ask(spelled), scaled)) if scaled else text.ask(spelled)


def _articles(number: Number) -> bool:
    """Say whether a number's word is an article or the like: it excuses no figure that changed."""
    return max(_decimals(number), default=Decimal(3)) <= 2


def _conversions(
    missing: list[Number], extra: list[Number], pivot: Text, target: Text
) -> tuple[list[Number], list[Number]]:
    """Take out quantities that were converted: 10 miles, 16 km."""
    if not missing or not extra:
        return missing, extra
    left = [q for q in pivot.ask(ranged) if q.number in missing]
    right = [q for q in target.ask(ranged) if q.number in extra]
    for mine in left:
        twin = next((q for q in right if q.number in extra and converted(mine, q)), None)
        if twin:
            missing = [n for n in missing if n != mine.number]
            extra = [n for n in extra if n != twin.number]
    return missing, extra


def _said(numbers: list[Number], here: Text, there: Text) -> list[Number]:
    """Leave out quantities that stand in words there, or here in a second unit as well."""
    if not numbers:
        return numbers
    mine = here.ask(ranged)
    left = [q for q in mine if q.number in numbers]
    excused = {
        q.number
        for q in left
        if lasts(q, there)
        or any(converted(q, other) for other in mine if other not in left)
        or any(converted(q, other) for other in there.ask(worded))
    }
    return [number for number in numbers if number not in excused]


def _listed(these: list[Number], those: list[Number]) -> tuple[list[Number], list[Number]]:
    """Take out what may be a list: 0,1 beside 0, 1."""
    rest = list(those)
    left = []
    for number in these:
        items = [o for part in number.raw.split(",") for o in rest if o.raw == part]
        if "," in number.raw and len(items) >= number.raw.count(",") + 1:
            rest = [other for other in rest if other not in items]
        else:
            left.append(number)
    return left, rest


def _written(number: Number, other: Text) -> bool:
    """Say whether the other text has a long number's digits, however it parts them."""
    digits = re.sub(r"\D", "", ascii_digits(number.raw))
    if len(digits) < 5 or number.scaled != 1 or "." in number.raw.strip("."):
        return False
    marks = separators(other.locale)
    kept = "" if marks.divided or number.raw.endswith("000") else marks.decimal
    parting = "".join(mark for mark in ".,'’" if mark != kept)
    runs = re.sub(rf"(?<=\d)[\s\u00a0\u202f(){parting}–-]+(?=\d)", "", ascii_digits(other.value))
    return re.search(rf"(?<!\d){digits}(?!\d)", runs) is not None


def _elided(a: Number, b: Number, pivot: Text, target: Text) -> bool:
    """Say whether one is the other's last two digits after a dash: 1995–98."""
    for short, text, full in ((a, pivot, b), (b, target, a)):
        if text.value[: short.start][-1:] in tuple("-–—/'’") and any(
            isinstance(v, Decimal) and v >= 1000 and v % 100 in short.values for v in full.values
        ):
            return True
    return False


def _words_apart(
    pivot: Text, target: Text, left: Sequence[Number], right: Sequence[Number]
) -> tuple[Gap, ...]:
    """Compare the numbers that both texts spell out, three and more."""
    both = pivot.ask(signs) & target.ask(signs)
    if not both & NUMBER_WORD:
        return ()
    if not pivot.ask(_plain_words):
        return _shares_apart(pivot, target, left, right)
    mine, theirs = _odd_words(pivot, target, right), _odd_words(target, pivot, left)
    if len(mine) + len(theirs) == 1 and len(pivot.ask(spelled)) == len(target.ask(spelled)):
        mine, theirs = mine or _odd_twos(pivot, target), theirs or _odd_twos(target, pivot)
    if len(mine) != 1 or len(theirs) != 1:
        return _shares_apart(pivot, target, left, right)
    if _converts(mine[0], theirs[0], pivot, target):
        return ()
    return (Gap(mine[0], theirs[0], True),)


def _converts(mine: Number, theirs: Number, pivot: Text, target: Text) -> bool:
    """Say whether two spelled numbers are one quantity in two units (ten miles, 16 km), a time
    with a name of its own (a fortnight), or a floor, of which some countries count one less."""
    left = [q for q in pivot.ask(worded) if q.number == mine]
    right = [q for q in target.ask(worded) if q.number == theirs]
    if any(converted(a, b) for a in left for b in right):
        return True
    if any(lasts(q, target) for q in left) or any(lasts(q, pivot) for q in right):
        return True
    return storeys_apart(mine, theirs, pivot, target)


def _odd_words(text: Text, other: Text, figures_of_other: Sequence[Number]) -> list[Number]:
    """Return the spelled numbers of a text that the other one has in no form."""
    values: set[Value] = set()
    for number in (*figures_of_other, *other.ask(spelled)):
        values |= number.values
    return [number for number in text.ask(_plain_words) if not number.values & values]


def _shares_apart(
    pivot: Text, target: Text, left: Sequence[Number], right: Sequence[Number]
) -> tuple[Gap, ...]:
    """Compare the shares, if each text has one: two thirds, 三分之一."""
    if not {language(text.locale) for text in (pivot, target)} <= SHARING:
        return ()
    mine = pivot.ask(_shares)
    theirs = target.ask(_shares) if len(mine) == 1 else ()
    if len(theirs) != 1 or mine[0].values & theirs[0].values:
        return ()
    if any(n.values & mine[0].values for n in (*right, *target.ask(spelled))):
        return ()
    if any(n.values & theirs[0].values for n in (*left, *pivot.ask(spelled))):
        return ()
    return (Gap(mine[0], theirs[0], True),)


def _shares(text: Text) -> tuple[Number, ...]:
    """Return the shares that a text spells out, other than halves: an analyser."""
    return tuple(
        number
        for number in text.ask(spelled)
        if len(number.values) > 1
        and any(0 < value < 1 and value * 2 != 1 for value in _decimals(number))
    )


def _odd_twos(text: Text, other: Text) -> list[Number]:
    """Return the words for two of a text of which the other says nothing."""
    if any(2 in number.values for number in (*other.ask(spelled), *other.ask(figures))):
        return []
    return [number for number in text.ask(spelled) if number.raw.lower() in _TWO]


def _plain_words(text: Text) -> tuple[Number, ...]:
    """Return the spelled numbers that mean a number and nothing else: an analyser."""
    han = text.locale[:2] in ("zh", "ja")
    return tuple(
        number
        for number in text.ask(spelled)
        if len(number.values - _halves(number)) == 1
        and all(_plain(value, number, language(text.locale)) for value in _decimals(number))
        and (not han or _COUNTED.match(text.value, number.end))
        and (number.kind == "word" or set(number.raw) <= set("IVXХІ"))
        and len(number.raw) > (1 if number.kind == "roman" else 0)
    )


def _halves(number: Number) -> frozenset[Value]:
    """Return the second value of "three and a half", which other languages put last."""
    more = {v + Decimal("0.5") for v in _decimals(number)} & _decimals(number)
    return frozenset(more if len(number.values) == 2 else ())


def _plain(value: Decimal, number: Number, name: str) -> bool:
    """Say whether a word means just its number: not "two", nor "thousands"."""
    if number.kind == "roman":
        return value >= 2
    if value < 1000:
        return value >= 3
    first = number.raw.split()[0]
    return first != number.raw and not values_of(first, name) & _HUNDREDS  # сотни тысяч


def _likeliest(spare: Sequence[Number], found: Sequence[Number]) -> list[Number]:
    """Return the repeated numbers of which one too few stands in the other text."""
    return list(spare) if len(spare) == len(found) else []


def _outside(numbers: Iterable[Number], spans: Sequence[tuple[int, int]]) -> list[Number]:
    return [n for n in numbers if not any(n.start < end and start < n.end for start, end in spans)]


def _present(number: Number, others: Sequence[Number], text: Text) -> bool:
    """Say whether a number stands among others; a year may stand anywhere, in a date as well."""
    year = any(1000 <= value < 2200 for value in _decimals(number))
    return any(number.values & o.values for o in (text.ask(figures) if year else others))


def _times(number: Number, factor: Decimal) -> set[Decimal]:
    return {value * factor for value in _decimals(number)}


def _decimals(number: Number) -> set[Decimal]:
    return {value for value in number.values if isinstance(value, Decimal)}
