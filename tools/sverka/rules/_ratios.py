"""How numbers stand to each other: from 50 to 75, twice as many, a third, and a half."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.numbers import figures
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words, signs

Span = tuple[int, int]

_FROM = {
    "en": r"\bfrom\s[^.,;:!?()]*?(\d[\d.,]*)[^.;:!?()\d]*?\sto\s[^.;:!?()\d]*?(\d[\d.,]*)",
    "de": r"\bvon\s[^.,;:!?()]*?(\d[\d.,]*)[^.;:!?()\d]*?\s(?:auf|bis)\s[^.;:!?()\d]*?(\d[\d.,]*)",
    "ru": r"\b(?:с|от)\s[^.,;:!?()]*?(\d[\d.,]*)[^.;:!?()\d]*?\sдо\s[^.;:!?()\d]*?(\d[\d.,]*)",
    "uk": r"\b(?:з|із|від)\s[^.,;:!?()]*?(\d[\d.,]*)[^.;:!?()\d]*?\sдо\s[^.;:!?()\d]*?(\d[\d.,]*)",
}
"""From one number to another."""
_MULTIPLES = {
    "en": {
        2: r"twice(?=\sas\b|\sthe\b)|two[ -]?fold|double(?=\sthe\b)|doubl(?:ed|es|ing)|two times",
        3: r"three times(?=\sas\b|\sthe\b|\smore\b|\s\w+er\b)|three-?fold|tripl(?:ed|es|ing)",
        4: r"four times(?=\sas\b|\sthe\b|\smore\b|\s\w+er\b)|four-?fold|quadrupled",
        5: r"five times(?=\sas\b|\sthe\b|\smore\b|\s\w+er\b)|five-?fold",
        10: r"ten times(?=\sas\b|\sthe\b|\smore\b|\s\w+er\b)|ten-?fold|tenfold",
    },
    "de": {
        2: r"doppelt so|zweimal so|verdoppel\w+|zweifach\w*",
        3: r"dreimal so|verdreifach\w+|dreifach\w*",
        4: r"viermal so|vervierfach\w+|vierfach\w*",
        5: r"fünfmal so|verfünffach\w+|fünffach\w*",
        10: r"zehnmal so|verzehnfach\w+|zehnfach\w*",
    },
    "ru": {
        2: r"вдвое(?!м)|в два раза|двукратн\w+|удво(?:ил|ен|ят|ит)\w*",
        3: r"втрое(?!м)|в три раза|тр[её]хкратн\w+|утро(?:ил|ен|ят|ит)\w*",
        4: r"вчетверо(?!м)|в четыре раза|четыр[её]хкратн\w+",
        5: r"впятеро(?!м)|в пять раз|пятикратн\w+",
        10: r"вдесятеро|в десять раз|десятикратн\w+",
    },
    "uk": {
        2: r"[ву]двічі|[ву]двоє|удвічі|дворазов\w+|подво\w+",
        3: r"[ву]тричі|[ву]троє|триразов\w+|потро\w+",
        4: r"[ву]четверо|чотириразов\w+",
        5: r"[ву]п[’ʼ']ятеро|[ву] п[’ʼ']ять разів|п[’ʼ']ятиразов\w+",
        10: r"[ву]десятеро|[ву] десять разів|десятиразов\w+",
    },
}
"""How many times as much."""
_LESS = re.compile(
    r"\b(?:halv\w+|half|halb\w*|Hälfte|полов\w+|less|fewer|weniger|меньше|менее|менш\w*|треть\w*|третин\w*"
    r"|thirds?|quarters?|drittel\w*|viertel\w*|четверть|чверть)\b|\d\s?%|½",
    re.IGNORECASE,
)
"""What multiples may be said with, too: half as many."""
_DIRECTIONS = {
    "en": (
        r"(?:twice|(?:two|three|four|five|ten) times) (?:as|more)"
        r"(?! (?:few|little|low|short|weak|slow|cheap|rare|small|likely to (?:survive|recover)))"
        r"|doubled",
        r"half as (?!few|little|low|short|weak|slow|cheap|rare|small)|halved",
    ),
    "ru": (
        r"(?:вдвое|втрое|вчетверо|впятеро|в (?:два|три|четыре) раза|в (?:пять|десять) раз)"
        r" (?:больше|выше|чаще|дороже|длиннее|сильнее|тяжелее)",
        r"(?:вдвое|втрое|вчетверо|впятеро|в (?:два|три|четыре) раза|в (?:пять|десять) раз)"
        r" (?:меньше|ниже|реже|дешевле|короче|слабее|легче)",
    ),
    "uk": (
        r"(?:[ву]двічі|[ву]двоє|[ву]тричі|[ву]троє) (?:більше|вище|частіше|дорожче|довше|сильніше)",
        r"(?:[ву]двічі|[ву]двоє|[ву]тричі|[ву]троє) (?:менше|нижче|рідше|дешевше|коротше|слабше)",
    ),
    "de": (
        r"(?:doppelt|dreimal|viermal) so (?:viele?|hoch|oft|häufig|teuer|groß|stark|schwer)",
        r"halb so (?:viele?|hoch|oft|häufig|teuer|groß|stark|schwer)",
    ),
}
"""As much more, and as much less."""
_OBJECT = re.compile(r"\bas \w+ as\b|\bthan\b|, чем\b|, ніж\b|\bwie\b", re.IGNORECASE)
"""What something else is compared with."""
_SHARES = {
    "en": {
        2: r"half(?=\s(?:of|the|a(?!\s(?:year|century|hour|million|dozen|litre|kilo))|all)\b)",
        3: r"(?:a|one)[ -]third",
        4: r"(?:a|one)[ -]quarter(?=\sof)",
        5: r"(?:a|one)[ -]fifth",
    },
    "de": {
        2: r"(?:die|der) Hälfte",
        3: r"(?:ein|einem|eines) Drittels?",
        4: r"(?:ein|einem|eines) Viertels?(?! nach| vor)",
        5: r"(?:ein|einem|eines) Fünftels?",
    },
    "ru": {
        2: r"половин(?:а|ы|е|у|ой)",
        3: r"треть(?:ю|и|ей)?(?!\w)|трети",
        4: r"четверть(?:ю)?(?!\s(?:час|век))|четверти(?!\s(?:час|век))",
        5: r"пятая часть|пятой части|пятую часть",
    },
    "uk": {
        2: r"половин(?:а|и|і|у|ою)",
        3: r"третин(?:а|и|і|у|ою)",
        4: r"чверть(?!\s(?:год|стол))|чверті(?!\s(?:год|стол))",
        5: r"п[’ʼ']ята частина|п[’ʼ']ятої частини|п[’ʼ']яту частину",
    },
}
"""One part of so many."""
_HALF = {
    "en": r"\band a half\b",
    "de": r"\b\w{3,}einhalb\b",
    "ru": r"\bс половиной\b",
    "uk": r"\b[зі]з? половиною\b",
}
_HALVES = re.compile(
    r"half|halb|hälfte|½|[.,٫]5|:30|полов|полт|півт|\bпол|\bпів|month|monat|месяц|місяц|minut|минут|хвилин|six|sechs|шест|шіст"
    r"|thirty|dreißig|тридцат|eighteen|achtzehn|восемнадцат|вісімнадцят|\d00|\b(?:30|18|6|90)\b",
    re.IGNORECASE,
)
"""What may render "and a half"."""


_WORDS = {
    "en": r"twice|\w+fold|fold|doubl\w+|tripl\w+|trebled|quadrupled|times|third|quarter|fifth|half",
    "de": r"doppelt|\w+mal|\w+fach\w*|hälfte|drittels?|viertels?|fünftels?|\w+einhalb",
    "ru": r"вдвое|втрое|вчетверо|впятеро|вдесятеро|раз|раза|\w+кратн\w+|удво\w+|утро\w+|половин\w+"
    r"|трет\w+|четверт\w+|част[ьи]",
    "uk": r"[ву]двічі|[ву]двоє|[ву]тричі|[ву]троє|[ву]четверо|\w+ятеро|[ву]десятеро|раз|разів"
    r"|\w+разов\w+|подво\w+|потро\w+|половин\w+|третин\w+|чверт\w+|частин\w+",
}


def _says_ratio(locale: str) -> Test:
    words = _WORDS.get(locales.language(locale))
    return re.compile(rf"(?:{words})\Z", re.IGNORECASE).match if words else never


RATIO = of_words(_says_ratio)
"""A word that may say how numbers stand to each other."""


class Apart(NamedTuple):
    """What two texts say otherwise of how numbers stand to each other."""

    there: Span
    here: Span | None
    """None where nothing stands for it."""


def ratios_apart(pivot: Text, target: Text) -> Iterator[Apart]:
    """Yield what differs. English, German, Russian and Ukrainian."""
    mine, theirs = locales.language(pivot.locale), locales.language(target.locale)
    if not {mine, theirs} <= _FROM.keys():
        return
    if len(pivot.ask(figures)) > 1 and len(target.ask(figures)) > 1:
        yield from _turned(pivot, target, mine, theirs)
    if not pivot.ask(signs) & RATIO:
        return
    for table in (_MULTIPLES, _SHARES):
        there, here = _parts(pivot, table[mine]), _parts(target, table[theirs])
        if len(there) != 1 or len(here) != 1 or there[0][0] == here[0][0]:
            continue
        if table is _MULTIPLES and (_LESS.search(pivot.value) or _LESS.search(target.value)):
            continue
        if table is _SHARES and ("%" in pivot.value or "%" in target.value):
            continue
        yield Apart(there[0][1], here[0][1])
    if bool(_OBJECT.search(pivot.value)) == bool(_OBJECT.search(target.value)):
        yield from _reversed(pivot, target, mine, theirs)
    half = re.search(_HALF[mine], pivot.ask(prose), re.IGNORECASE)
    if half and not _HALVES.search(target.value):
        yield Apart(half.span(), None)


def _reversed(pivot: Text, target: Text, mine: str, theirs: str) -> Iterator[Apart]:
    """Yield "twice as much" where the translation says half as much."""
    up, down = _directions(pivot, mine)
    more, less = _directions(target, theirs)
    if up and less and not down and not more:
        yield Apart(up, less)
    elif down and more and not up and not less:
        yield Apart(down, more)


def _directions(text: Text, language: str) -> tuple[Span | None, Span | None]:
    """Return where a text says so many times more, and where it says so many times less."""
    hits = [
        _pattern(rf"\b(?:{words})\b").search(text.ask(prose)) for words in _DIRECTIONS[language]
    ]
    up, down = (hit.span() if hit else None for hit in hits)
    return up, down


def _turned(pivot: Text, target: Text, mine: str, theirs: str) -> Iterator[Apart]:
    """Yield "from 50 to 75" where the translation says from 75 to 50."""
    there, here = _ranges(pivot, mine), _ranges(target, theirs)
    if len(there) != 1 or len(here) != 1:
        return
    (a, b, span), (c, d, other) = there[0], here[0]
    if not (a & c or b & d) and a & d and b & c:
        yield Apart(span, other)


def _ranges(text: Text, language: str) -> list[tuple[frozenset[Decimal], frozenset[Decimal], Span]]:
    numbers = {
        number.start: frozenset(v for v in number.values if isinstance(v, Decimal))
        for number in text.ask(figures)
    }
    return [
        (numbers[hit.start(1)], numbers[hit.start(2)], hit.span())
        for hit in _pattern(_FROM[language]).finditer(text.ask(prose))
        if hit.start(1) in numbers and hit.start(2) in numbers
    ]


@lru_cache(maxsize=64)
def _pattern(value: str) -> "re.Pattern[str]":
    return re.compile(value, re.IGNORECASE)


def _parts(text: Text, words: dict[int, str]) -> list[tuple[int, Span]]:
    value = text.ask(prose)
    return [
        (count, hit.span())
        for count, word in words.items()
        for hit in _pattern(rf"(?<!\w)(?:{word})(?!\w)").finditer(value)
    ]
