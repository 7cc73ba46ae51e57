"""How a text ends: the mark, whatever script it is written in."""

import re
from typing import NamedTuple

from . import locales
from .analysis import Text

Span = tuple[int, int]

_MARKS = {
    ".": ".。．｡।॥۔։።။។᠃෴",
    "!": "!！",
    "?": "?？؟፧",
    ":": ":：፡",
    "…": "…⋯",
    ",": ",，、،",
    ";": ";；؛",
}
_KIND = {sign: kind for kind, signs in _MARKS.items() for sign in signs}
_GREEK = {";": "?", "\u037e": "?", "·": ";", "\u0387": ";"}

_OWN = {
    "ja": {".": "。", "!": "！", "?": "？", ":": "：", ",": "、"},
    "zh": {".": "。", "!": "！", "?": "？", ":": "：", ",": "，", ";": "；"},
    "hi": {".": "।"},
    "bn": {".": "।"},
    "ne": {".": "।"},
    "mr": {},
    "pa": {".": "।"},
    "or": {".": "।"},
    "as": {".": "।"},
    "hy": {".": "։"},
    "am": {".": "።", "?": "?"},
    "my": {".": "။"},
    "km": {".": "។"},
    "ur": {".": "۔", "?": "؟", ",": "،", ";": "؛"},
    "ar": {"?": "؟", ",": "،", ";": "؛"},
    "fa": {"?": "؟", ",": "،", ";": "؛"},
    "ps": {"?": "؟", ",": "،", ";": "؛"},
    "el": {"?": ";", ";": "·"},
}
_WITHOUT_STOP = frozenset(("th", "lo", "my", "km", "bo", "dz"))
"""Languages that end a sentence with a space, or not always with a mark."""

_TRAILING = (
    " \t\r\n\v\f\u00a0\u202f\u3000'\"’”“‘»«›‹」』）)]*_`~\u200e\u200f\u2066\u2067\u2068\u2069\ufe0f"
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)]*\s*\Z")
"""What a text ends with that is a sentence, and no label."""
_TAG = re.compile(r"(?:</[A-Za-z][^<>]*>|<br\s*/?>)\Z")
_LONGEST_TAG = 40
_LONGEST_ABBREVIATION = 12
_SAFE = 7
"""So many letters before a mark are no abbreviation."""
_OPENING = frozenset("'\"`«“„‘‹「『")
_DOTS = frozenset(".。")
_ELLIPSIS = re.compile(r"(?:\.\s?){2}\.\Z|。{2,}\Z|\.\.\Z")
_ABBREVIATION = re.compile(
    r"\b(?:etc|e\.g|i\.e|vs|cf|al|Inc|Ltd|Co|Corp|Jr|Sr|St|No|Nr|bzw|usw|z\.B|ca|и т\. ?[дп]|и др"
    r"|тощо|та ін|гг?|др|пр|km|kg|approx|(?<!\w-)[A-ZА-Я]|[A-Z]\.[A-Z]|[a-z]\.[a-z])\.\Z"
)


class Ending(NamedTuple):
    """The mark at a text's end; `kind` is its ASCII form, "" for none."""

    kind: str
    span: Span
    """Where it stands; where it would stand if there is none."""
    doubtful: bool
    """True if the stop may belong to an abbreviation."""


def ending(text: Text) -> Ending:
    """Return how a text ends, closing quotation marks, brackets and tags apart."""
    value = text.value
    end = len(value)
    if value[-1:].isalnum():
        return Ending("", (end, end), False)
    if value[-_SAFE - 1 : -1].isalpha() and end > _SAFE and text.locale[:2] != "el":
        kind = _KIND.get(value[-1], "")
        if kind and kind not in "?!":
            return Ending(kind, (end - 1, end), False)
    if value.count("*") < 2 and value.endswith("*"):
        return Ending("", (end, end), False)
    while True:
        end = len(value[:end].rstrip(_TRAILING))
        tag = _tag_before(value, end)
        if not tag:
            break
        end = tag.start()
    greek = _GREEK if locales.language(text.locale) == "el" else {}
    head = value[:end]
    if not _DOTS.isdisjoint(head[-3:-1]) and (dots := _ELLIPSIS.search(head)):
        if head[: dots.start()][-1:] in ("/", *_OPENING) and dots.start():
            return Ending("", (end, end), True)  # a path, or a quoted sign
        return Ending("…", (dots.start(), end), False)
    sign = head[-1:]
    kind = greek.get(sign) or _KIND.get(sign, "")
    if not kind:
        place = len(value.rstrip())
        while tag := _tag_before(value, place):
            place = tag.start()
        return Ending("", (place, place), False)
    if kind == "." and head[-2:-1] and head[-2] in _OPENING and len(value) > end:
        return Ending("", (end, end), True)  # a quoted stop
    start = end - 1
    if kind in "?!":
        start = end - len(re.search(r"[?!？！؟;]*\Z", head)[0])  # type: ignore[index]
        kind = "?" if any(_KIND.get(s) == "?" for s in head[start:end]) else kind
    return Ending(kind, (start, end), kind == "." and abbreviated(head))


def kind_of(sign: str) -> str:
    """Return the ASCII form of a mark of any script; other characters as they are."""
    return _KIND.get(sign, sign)


def _tag_before(value: str, end: int) -> "re.Match[str] | None":
    if value[end - 1 : end] != ">":
        return None
    return _TAG.search(value, max(0, end - _LONGEST_TAG), end)


def abbreviated(head: str) -> bool:
    """Say whether a text ends with an abbreviation and its stop."""
    return _ABBREVIATION.search(head, max(0, len(head) - _LONGEST_ABBREVIATION)) is not None


def mark(kind: str, locale: str) -> str:
    """Return the mark of a kind as a locale writes it."""
    return _OWN.get(locales.language(locale), {}).get(kind, kind)


def writes_stops(locale: str) -> bool:
    """Say whether a locale's sentences end with a full stop."""
    return locales.language(locale) not in _WITHOUT_STOP
