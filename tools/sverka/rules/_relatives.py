"""Single Russian words in a Ukrainian text: the source's, left as they are or spelled its way."""

import re

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.lexicon import has_not
from sverka.text.names import same_name

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ-][^\W\d_]+)*")
_SHORTEST = 4
_FEWEST = 3
"""Words of a text that may have a strange one."""
_RUSSIAN = re.compile(
    r"[ыэёъ]|и[яеиою]|[еая]ние|ни[еяю]$|ость(?:ю)?$|(?:[аяеу]ет|[аяу]ют)(?:ся)?$|тся$|[аое]е$|[ьъ]е$"
    r"|льн[оы]е|ешь$"
)
"""What no Ukrainian word has."""
_OF_NINE = re.compile(r"[бвгкмпфхлн]и(?=[бвгджзклмнпрстфхцчшщ])")
"""и after a consonant after which borrowed words have і in Ukrainian, and и in Russian."""
_BORROWED = 0.5
"""How much a word must sound like one of the pivot."""


def left_word(text: Text, source: Text, pivot: Text) -> tuple[int, int] | None:
    """Return the span of a word of the source that is Russian and not Ukrainian, if one stands in a
    Ukrainian text, small and outside quotations; None for all other languages."""
    if (locales.language(text.locale), locales.language(source.locale)) != ("uk", "ru"):
        return None
    there = frozenset(_WORD.findall(source.value))
    for hit in _WORD.finditer(text.value):
        word = hit[0]
        if word in there and word.islower() and len(word) >= _SHORTEST and not word.isascii():
            if _is_quoted(text.value, *hit.span()):
                continue
            if _RUSSIAN.search(word) or _is_borrowed(word, pivot) or has_not("uk", word, "ru"):
                return hit.span()
    return None


_ALONE = re.compile(
    r"\w*[ыэёъ]\w*|\w+(?:[еая]ние|ость|остью|тся)|(?!пласк)\w{2,}[^ь\W]ск(?:ая|ое|ий|ие|ого|ому|ую|ими?|их|ой)"
)
"""Words that no Ukrainian text has, whatever the source says."""


def lone_word(text: Text, plain: str, pivot: Text) -> tuple[int, int] | None:
    """Return the span of a small Russian word in a Ukrainian text, by its letters and its ending.

    `plain`: the text with spaces for what is code or quoted.
    """
    if locales.language(text.locale) != "uk":
        return None
    words = [hit for hit in _WORD.finditer(plain) if not hit[0].isascii()]
    for hit in words if len(words) >= _FEWEST else ():
        if hit[0].islower() and _ALONE.fullmatch(hit[0]) and hit[0] not in pivot.value:
            return hit.span()
    return None


def _is_quoted(value: str, start: int, end: int) -> bool:
    """Say whether a word alone is quoted."""
    return value[start - 1 : start] in "«“„\"'" and value[end : end + 1] in "»”“\"'" and start > 0


def _is_borrowed(word: str, pivot: Text) -> bool:
    """Say whether a word sounds like one of the pivot and has the vowel of the Russian form."""
    if not _OF_NINE.search(word):
        return False
    others = (other for other in _WORD.findall(pivot.value) if len(other) >= _SHORTEST)
    return any(same_name(word, other, "ru", pivot.locale) > _BORROWED for other in others)
