"""Numbers that bound others: "≥ 5", "more than 5", «не более 5», 5以上."""

import re
import tomllib
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text

from .lexicon import HAN_DIGITS
from .number import Number
from .words import all_numbers

_SIGNS = {
    "<": ("most", "<"), "&lt;": ("most", "<"), "≤": ("most", "≤"), "⩽": ("most", "≤"),
    "<=": ("most", "≤"), "≦": ("most", "≤"), ">": ("least", ">"), "&gt;": ("least", ">"),
    "≥": ("least", "≥"), "⩾": ("least", "≥"), ">=": ("least", "≥"), "≧": ("least", "≥"),
}  # fmt: skip
_SIGN = re.compile(r"(?<![-=<>&;])(<=?|>=?|&[lg]t;|[≤≥⩽⩾≦≧])[ \u00a0\u202f]?[-−+±]?$")
_HAN_GAP = rf"[^\d，。、,.；;：:不未多少超過过於于上下{''.join(HAN_DIGITS)}]{{0,4}}"
"""What may stand between a Chinese or Japanese bound and its number: at least (for) 60 days."""
_REACH = 24
"""So many characters before or after a number can make it a bound."""


class Bound(NamedTuple):
    """A number that is the least or the most that there may be."""

    number: Number
    kind: str
    """`least` or `most`."""
    sign: str
    """The sign that says so: <, ≤, >, ≥; empty if words do."""
    start: int
    end: int


class _Table(NamedTuple):
    before: "re.Pattern[str]"
    after: "re.Pattern[str]"


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, str]]:
    path = resources.files("sverka.text.numbers") / "data/bounds.toml"
    return tomllib.loads(path.read_text("utf-8"))


@lru_cache(maxsize=32)
def _table(language: str) -> _Table | None:
    row = _data().get(language)
    if row is None:
        return None
    spaced = language not in ("zh", "ja")
    kinds = ("least", "most")
    before = "|".join(f"(?P<{kind}>{row[f'{kind}_before']})" for kind in kinds)
    after = "|".join(f"(?P<{kind}>{row[f'{kind}_after']})" for kind in kinds)
    edge, gap, rest = (
        (r"(?<!\w)", r"[\s\u00a0]?", r"(?:[\s-][^\s.,;:()]+){0,2}?\s")
        if spaced
        else ("", _HAN_GAP, r"[^\d，。、,.]{0,3}?")
    )
    return _Table(
        re.compile(rf"{edge}(?:{before}){gap}$", re.IGNORECASE),
        re.compile(rf"{rest}(?:{after})(?!\w)" if spaced else rf"{rest}(?:{after})", re.IGNORECASE),
    )


def bounds(text: Text) -> tuple[Bound, ...]:
    """Return the numbers of a text that are bounds: an analyser."""
    value = text.value
    table = _table(locales.language(text.locale))
    found = []
    for number in all_numbers(text):
        if number.kind in ("code", "roman"):
            continue
        before = value[max(0, number.start - _REACH) : number.start]
        if sign := _SIGN.search(before):
            kind, mark = _SIGNS[sign[1]]
            found.append(Bound(number, kind, mark, number.start - len(sign[0]), number.end))
        elif table and (word := table.before.search(before)):
            start = number.start - len(word[0])
            found.append(Bound(number, word.lastgroup or "", "", start, number.end))
        elif table and (word := table.after.match(value, number.end)):
            found.append(Bound(number, word.lastgroup or "", "", number.start, word.end()))
    return tuple(found)
