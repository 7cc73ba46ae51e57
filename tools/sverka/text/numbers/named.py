"""Numbers that stand in a word: "hexadecimal" holds 16, «трёхмерный» holds 3."""

import tomllib
from decimal import Decimal
from functools import cache
from importlib import resources

import regex

from .number import Number


@cache
def _words() -> dict[Decimal, "regex.Pattern[str]"]:
    path = resources.files("sverka.text.numbers") / "data/named.toml"
    rows: dict[str, list[str]] = tomllib.loads(path.read_text("utf-8"))
    return {
        Decimal(value): regex.compile(rf"(?<!\w)(?:{'|'.join(words)})", regex.IGNORECASE)
        for value, words in rows.items()
    }


def is_named(number: Number, value: str) -> bool:
    """Say whether a text has a word that holds a number."""
    known = _words()
    return any(
        known[one].search(value)
        for one in number.values
        if isinstance(one, Decimal) and one in known
    )
