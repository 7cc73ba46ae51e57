"""Words of a text that contain a term's word: Krebsimmuntherapien, tümörümüzde."""

import re

from .inflection import stem

_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "no", "nn", "fi", "hu", "is", "et"})
_AGGLUTINATING = frozenset({"tr", "az", "fi", "hu", "et", "kk", "ky", "uz", "tt", "eu", "ka", "ko"})
BUILDING = _COMPOUNDING | _AGGLUTINATING
"""Languages that join words, or endings of several syllables."""
_POSSESSIVE = re.compile(r"(?<=[aeıioöuü])s[ıiuü]$|(?<=[^aeıioöuüs])[ıiuü]$")


def contains(word: str, inner: str, language: str) -> bool:
    """Say whether a word contains another in any form; both are in small letters."""
    if language in _COMPOUNDING and len(word) > len(inner):
        root = stem(inner, language)
        if len(root) >= 4 and (word.startswith((inner, root)) or root in word[2:]):
            return True
    return language in _AGGLUTINATING and word.startswith(_root(inner))


def _root(word: str) -> str:
    """Return a Turkic or Uralic noun without its possessive and the consonant that softens."""
    root = _POSSESSIVE.sub("", word) if len(word) > 4 else word
    return root[:-1] if len(root) > 4 and root[-1] in "pçtk" else root
