"""Acronyms put into another script letter by letter: КАР-Т for CAR-T, PTsR for ПЦР."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from . import locales

_LETTERS = {
    "А": "A", "Б": "B", "В": "V|W|B", "Г": "G|H", "Ґ": "G", "Д": "D", "Е": "E|YE|I",
    "Ё": "YO|E|IO", "Є": "YE|IE|E", "Ж": "ZH|J|Z|G", "З": "Z|S", "И": "I|Y|E", "І": "I|Y",
    "Ї": "YI|I", "Й": "J|Y|I", "К": "CK|K|C|Q", "Л": "L", "М": "M", "Н": "N", "О": "O|A",
    "П": "P", "Р": "R", "С": "S|C", "Т": "T", "У": "U|W|Y", "Ф": "PH|F", "Х": "KH|CH|H|X",
    "Ц": "TS|TZ|CZ|C|Z", "Ч": "TCH|CH|C", "Ш": "SCH|SH|S", "Щ": "SHCH|SCH|SHH|SC", "Ъ": "",
    "Ы": "Y|I", "Ь": "", "Э": "E|AE", "Ю": "YU|IU|JU|U", "Я": "YA|IA|JA",
}  # fmt: skip
"""What a hasty hand writes for a Cyrillic letter in Latin ones, or reads as it."""


def is_letterwise(a: str, b: str) -> bool:
    """Say whether two acronyms, one Latin and one Cyrillic, are one letter by letter.

    >>> is_letterwise("CAR-T", "КАР-Т"), is_letterwise("ПЦР", "PTsR"), is_letterwise("PCR", "ПЦР")
    (True, True, False)
    """
    if a.isascii() == b.isascii():
        return False
    latin, cyrillic = (a, b) if a.isascii() else (b, a)
    pattern = _pattern(cyrillic.upper())
    return pattern is not None and pattern.fullmatch(latin.upper()) is not None


@lru_cache(maxsize=4096)
def _pattern(cyrillic: str) -> re.Pattern[str] | None:
    parts = [
        f"(?:{_LETTERS[char]})" if char in _LETTERS else re.escape(char)
        for char in cyrillic
        if char in _LETTERS or not char.isalpha() or char.isascii()
    ]
    return re.compile("".join(parts)) if len(parts) == len(cyrillic) else None


def in_words(form: str, locale: str) -> str:
    """Return what English has for an acronym of Russian or Ukrainian, "" if that is not known.

    >>> in_words("УЗИ", "ru")
    'ultrasound'
    """
    return _in_words().get(locales.language(locale), {}).get(form, "")


@cache
def _in_words() -> dict[str, dict[str, str]]:
    file = resources.files("sverka.text") / "data/acronyms_in_words.toml"
    return tomllib.loads(file.read_text("utf-8"))
