"""Whether a name is written as Cyrillic letters are rewritten, under any of the usual standards.

Learned tables forgive what a rewriting never does: a vowel exchanged, a syllable added. They say
who may be meant; this says whether the letters are right: Шапошников is Shaposhnikov,
Schaposchnikow and Chapochnikov, and never Shaposhnokov.
"""

import re
import unicodedata
from functools import lru_cache

from .names import lemmas

_LONGEST = 40
_LATIN = {
    "а": "a", "б": "b|p", "в": "v|w|f|b", "г": "gh?|gu|h|v|j", "ґ": "g", "д": "dh?|t",
    "е": "[yij]?e|[yj]o|ae", "ё": "[yij]?[oe]|eu|oe", "є": "[yij]?e", "ж": "zh?|s?ch|sh|j|g|dj",
    "з": "[zs]", "и": "i[ey]?|y|[yj]i|ee", "і": "[yji]|[yj]i", "ї": "[yj]?i", "й": "[yij]?",
    "к": "[ckqx]|ck|kh|ch|qu|g", "л": "l[ij]?", "м": "m", "н": "n[iy]?", "о": "oh?|au|ou|eau",
    "п": "ph?", "р": "rh?", "с": "c|s[cz]?|z", "т": "th?|tt", "у": "ou?|u|w|oo", "ў": "[uwv]",
    "ф": "f|ph|v", "х": "k?h|ch|x|j", "ц": "t?[sz]|c[zs]?|tc", "ч": "(?:t|ts)?c?h|tsch|cz?|tj",
    "ш": "s?ch|sh|s[zj]?|x|c", "щ": "shch|s?c?ht?s?ch|szcz|sc|sh|s", "ъ": "", "ы": "[yij]|ui",
    "ь": "[ijy]?", "э": "a?e", "ю": "[yij]?o?u|ue|ew|yoo", "я": "[yij]?a",
}  # fmt: skip
_TOGETHER = {
    "дж": "d?j|dzh|d?sch|dj|dg|g", "кс": "x|[kc]s|cks", "ий$": "[iy][iyj]?", "ый$": "[iy][iyj]?",
    "ой$": "o[iyj]", "ье": "[ijy]?[ij]?e", "ьё": "[ijy]?[ij]?[eo]", "ья": "[ijy]{0,2}a",
    "ью": "[ijy]{0,2}o?u", "ия": "[ij]?[iy]?a", "ая$": "aj?[iy]?a", "ей": "ei|ey|ej|ai|ay|e",
    "ин$": "ine?|een", "ай": "a[iyj]|ei|i", "ау": "a[uw]", "эй": "ei|ey|ay|ai|a",
    "ська$": "[sz]c?ka(?:[ijy]*a)?", "цька$": "(?:t?[sz]|c[zs]?)ka(?:[ijy]*a)?",
    "ьо": "[ij]?o", "йо": "[yij]o", "ын": "(?:[yij]|ui)ne?", "тч": "t?s?ch|t?cz?|t?tj",
}  # fmt: skip
_UNITS = re.compile("|".join([*(k.replace("$", r"\Z") for k in _TOGETHER), "."]))
_MARKS = str.maketrans({"ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})
_FOLD = str.maketrans(
    {"і": "и", "ї": "и", "ы": "и", "й": "и", "є": "е", "э": "е", "ґ": "г", "х": "г", "ў": "в"}
    | {"ь": "", "ъ": "", "'": "", "’": "", "ʼ": "", "щ": "ш", "-": ""}
)
_DOUBLED = re.compile(r"([^\Waeiouyаеёиоуыэюяєії])\1+")
"""Consonants: they are doubled or not as the language likes."""


@lru_cache(maxsize=4096)
def spells(cyrillic: str, other: str, locale: str, other_locale: str) -> bool:
    """Whether `other` rewrites the Cyrillic word's letters, either of them inflected or not.

    >>> spells("Шапошников", "Schaposchnikow", "ru", "de")
    True
    >>> spells("Шапошников", "Shaposhnokov", "ru", "en")
    False
    """
    if max(len(cyrillic), len(other)) > _LONGEST:
        return False
    theirs = {_latin(form) for form in lemmas(other, other_locale)}
    if any(map(str.isascii, theirs)):
        patterns = [_pattern(form.lower()) for form in lemmas(cyrillic, locale)]
        return any(pattern.fullmatch(form) for pattern in patterns for form in theirs)
    ours = {_folded(form, yo) for form in lemmas(cyrillic, locale) for yo in "ео"}
    theirs = {_folded(form, yo) for form in lemmas(other, other_locale) for yo in "ео"}
    return not ours.isdisjoint(theirs)


@lru_cache(maxsize=4096)
def _pattern(word: str) -> re.Pattern[str]:
    """All rewritings of a word in Latin letters without marks and doubled letters."""
    word = _DOUBLED.sub(r"\1", re.sub(r"[^а-яёєіїґў]", "", word))
    word = re.sub("(?<=[жчшщ])е", "ё", word)  # Рогачев is Рогачёв, in print
    units = _UNITS.findall(word)
    end = "$" if units else ""
    parts = (
        _TOGETHER.get(unit + (end if n == len(units) - 1 else "")) or _TOGETHER.get(unit)
        or _LATIN.get(unit, re.escape(unit))
        for n, unit in enumerate(units)
    )  # fmt: skip
    return re.compile("".join(f"(?:{part})" for part in parts))


def _latin(word: str) -> str:
    marks = unicodedata.normalize("NFD", word.lower().translate(_MARKS))
    kept = "".join(c for c in marks if c.isalpha() and not unicodedata.combining(c))
    return _DOUBLED.sub(r"\1", kept)


def _folded(word: str, yo: str) -> str:
    """A Cyrillic word in letters that Russian, Ukrainian, Belarusian and Bulgarian share."""
    word = re.sub("ё|[ьй]о|(?<=[жчшщ])[ео]", yo, word.lower())
    word = re.sub("(?:ая|яя)$", "а", word.translate(_FOLD)).replace("аи", "еи")
    return _DOUBLED.sub(r"\1", re.sub("(?:[иео]и)$", "и", word))
