"""Words such as "every" and "alone", of which a denial leaves a part."""

import re
from functools import cache

from sverka.text import locales
from sverka.text.analysis import Text

from .tables import table

_NEAR = 60
"""Code points after a word that denies in which such a word is of what is denied."""
_END = re.compile(r"[,;:.!?()—–]")


@cache
def _words(language: str) -> dict[str, re.Pattern[str]]:
    kinds = table("universal").get(language, {})
    return {
        kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        for kind, words in kinds.items()
    }


def limited(text: Text, denied_at: tuple[int, int]) -> str:
    """Return the kind of such a word that follows a word that denies, in one clause: "all" of "not
    every", "alone" of "not alone"; "" if there is none."""
    start = denied_at[1]
    stop = _END.search(text.value, start, start + _NEAR)
    end = stop.start() if stop else start + _NEAR
    kinds = _words(locales.language(text.locale))
    return next((kind for kind, words in kinds.items() if words.search(text.value, start, end)), "")


def says(text: Text, kind: str) -> bool:
    """Say whether a text has a word of a kind."""
    words = _words(locales.language(text.locale)).get(kind)
    return words is not None and words.search(text.value) is not None
