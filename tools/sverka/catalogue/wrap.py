"""Breaking a long string into lines where msgcat breaks it.

msgcat follows the pair table of Unicode Standard Annex #14 with the deviations that
`linebreak.tsv` records; the width of a character is that of UAX #11.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from importlib import resources
from itertools import accumulate, repeat
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import regex

_CLASSES = """
AL NU ID IS SY EX HY OP CP CL QU PR PO BA B2 BB NS IN GL ZW WJ SP CM ZWJ AI CJ SA HL H2 H3 JL JV JT
EB EM RI CB BK CR LF NL SG XX
"""
# Classes that behave as another one (UAX #14, rules LB1, LB10, LB26).
_RESOLVED = {"AI": "AL", "SA": "AL", "SG": "AL", "XX": "AL", "CJ": "NS", "H3": "H2"}
_ASCII = dict.fromkeys(map(chr, range(128)), "AL") | {
    " ": "SP", "!": "EX", '"': "QU", "$": "PR", "%": "PO", "'": "QU", "(": "OP", ")": "CP",
    "+": "PR", ",": "IS", "-": "HY", ".": "IS", "/": "SY", ":": "IS", ";": "IS", "?": "EX",
    "[": "OP", "\\": "PR", "]": "CP", "{": "OP", "|": "BA", "}": "CL",
    **dict.fromkeys("0123456789", "NU"),
}  # fmt: skip
# Classes that changed after the Unicode version of gettext 0.21.
_OLD = {"·": "AL"} | dict.fromkeys("\u00ad\u2010֊־᐀⸗", "BA")
_DIRECTIVE = re.compile(
    r"%(?:\d+\$)?[-+ #0'I]*(?:\*(?:\d+\$)?|\d+)?(?:\.(?:\*(?:\d+\$)?|\d+)?)?"
    r"(?:hh?|ll?|[Lqjzt])?[a-zA-Z%]"
)
_NO_BREAK_AFTER_SPACE = frozenset({"IS", "SY", "EX", "CP", "CL", "WJ", "ZW"})
_SYLLABLE = {"JL": {"JL", "JV", "H2"}, "JV": {"JV", "JT"}, "H2": {"JV", "JT"}, "JT": {"JT"}}
_ATTACHED = frozenset({"CM", "ZWJ"})


def at_space(text: str, place: int) -> bool:
    """Whether `text[place]` follows a space and is none."""
    return text[place - 1] == " " != text[place]


# Letters and signs that take one column each: Latin, Greek, Cyrillic, Hebrew, Arabic, dashes,
# quotation marks, currencies.
_NARROW = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u0384-\u0482\u048a-\u052f\u05d0-\u05ea"
    "\u0621-\u064a\u2010-\u2027\u2030-\u205e\u20a0-\u20a8\u20aa-\u20bf\u27e6-\u27eb]*"
)
# The end of a line in which no other place than its beginning can be one to break at.
_WORD = re.compile("[0-9A-Za-z\u00c0-\u024f\u0388-\u03ff\u0400-\u0481\u048a-\u052f]+[,.]?")


def outside_directives(text: str, place: int) -> bool:
    """`may_break`, but not inside a printf directive such as `%-*.3ld`."""
    start = text.rfind("%", 0, place)
    found = _DIRECTIVE.match(text, start) if start >= 0 else None
    return may_break(text, place) and not (found and found.end() > place)


def wrap(
    text: str, room: int, wide: bool = False, allowed: Callable[[str, int], bool] | None = None
) -> list[str]:
    """Cut escaped text into lines of at most `room` columns, where a line may break.

    `wide` says that characters of ambiguous width take two columns, as in the legacy
    encodings of East Asia. `allowed(text, place)` says where a line may end (`may_break`).
    """
    if len(text) <= room and text.isascii():
        return [text]
    may_end = allowed or may_break
    lines: list[str] = []
    start = 0
    narrow = text.isascii() or (not wide and bool(_NARROW.fullmatch(text)))
    while True:
        limit = start + room if narrow else _reach(text, start, room, wide)
        if limit >= len(text):
            return [*lines, text[start:]]
        place = text.rfind(" ", start, limit) + 1
        is_word = place > start and _WORD.fullmatch(text, place, limit + (text[limit] != " "))
        if not is_word or not may_end(text, place):
            places = range(limit, start, -1)
            place = next((place for place in places if may_end(text, place)), 0)
        if not place:
            places = range(limit + 1, len(text))
            place = next((place for place in places if may_end(text, place)), 0)
        if not place:
            return [*lines, text[start:]]
        lines.append(text[start:place])
        start = place


def width(text: str, wide: bool = False) -> int:
    """Columns that a text takes."""
    return len(text) if text.isascii() else sum(_width(letter, wide) for letter in text)


def may_break(text: str, place: int) -> bool:
    """Whether a line may end before `text[place]` (0 < place < len(text))."""
    after = line_break_class(text[place])
    if after == "SP":
        return False
    if text[place] == "\\" and text[place:] == "\\n":
        return False
    before = place - 1
    if text[before] == " ":
        while before >= 0 and text[before] == " ":
            before -= 1
        return _after_spaces("AL" if before < 0 else _class_before(text, before), after)
    if after in _ATTACHED:
        return False
    if text[before] == "\\" and _backslashes(text, place) % 2:
        return False  # inside an escape sequence
    left = _class_before(text, before)
    if left == "RI" and after == "RI":
        return _regional(text, before) % 2 == 0
    if text[before] == "\u200d" and after in {"ID", "EB", "EM"}:
        return False
    return after in _breaks().get(left, frozenset())


def _after_spaces(before: str, after: str) -> bool:
    if before == "ZW":
        return after != "ZW"
    if after in _NO_BREAK_AFTER_SPACE or before in {"OP", "WIDE_OP"}:
        return False
    return (before, after) not in {("QU", "OP"), ("QU", "WIDE_OP"), ("CL", "NS"), ("B2", "B2")}


def _class_before(text: str, place: int) -> str:
    """The class of the character at `place`, or of the one that it is attached to."""
    while (found := line_break_class(text[place])) in _ATTACHED:
        place -= 1
        if place < 0 or line_break_class(text[place]) in {"SP", "ZW"}:
            return "AL"
    return found


def _backslashes(text: str, end: int) -> int:
    return end - len(text[:end].rstrip("\\"))


def _regional(text: str, place: int) -> int:
    start = place
    while start >= 0 and line_break_class(text[start]) == "RI":
        start -= 1
    return place - start


def _reach(text: str, start: int, room: int, wide: bool) -> int:
    """The end of the longest piece from `start` that takes at most `room` columns."""
    for place, used in enumerate(accumulate(map(_width, text[start:], repeat(wide))), start):
        if used > room:
            return place
    return len(text)


@cache
def _width(letter: str, wide: bool) -> int:
    if letter == "\u00ad" or unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    kind = unicodedata.east_asian_width(letter)
    return 2 if kind in {"W", "F"} or (wide and kind == "A") else 1


@cache
def line_break_class(letter: str) -> str:
    """The resolved Line_Break class of a character."""
    if found := _ASCII.get(letter):
        return found
    found = next((name for name, pattern in _patterns() if pattern.match(letter)), "AL")
    name = _OLD.get(letter, _RESOLVED.get(found, found))
    return "WIDE_OP" if name == "OP" and _width(letter, False) == 2 else name


@cache
def _patterns() -> "list[tuple[str, regex.Pattern[str]]]":
    import regex

    return [(name, regex.compile(rf"\p{{Line_Break={name}}}")) for name in _CLASSES.split()]


@cache
def _breaks() -> dict[str, frozenset[str]]:
    """Class → classes before which a line may break directly after it."""
    text = resources.files(__package__).joinpath("linebreak.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    table = {name: frozenset(allowed.split()) for name, allowed in rows}
    for name, allowed in table.items():
        if "H2" in allowed:
            table[name] = allowed | {"JV", "JT"}
    for name in ("JV", "JT"):
        table[name] = table["H2"] | {"JV", "JT"}
    return {name: allowed - _SYLLABLE.get(name, set()) for name, allowed in table.items()}
