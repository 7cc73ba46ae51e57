"""Whether a word is a name with a letter or two wrong, and not another form or another name."""

from functools import lru_cache

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import lemmas
from sverka.text.names.ideographs import is_usual

_LETTERS_A_SLIP = 5
"""A spelling has one wrong letter in so many, and at least one."""
_ENDING = {
    **dict.fromkeys(("ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pt"), 1),
    **dict.fromkeys(("be", "bg", "ru", "uk"), 1),
}
"""So many last letters are an ending in whatever form; in other languages three."""
_ADDING = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
"""Languages whose endings leave a name's last letter as it is."""
_ENDINGS = "aeinors'’"
"""Letters that those endings begin with; a woman's surname has one more vowel."""
_ENDING_OF_GENDER = regex.compile(r"(?:aya|aia|a|[iy]{1,3})$")
_ROOT = 4
"""Letters that another suffix leaves alone …"""
_LETTERS_ANOTHER_SUFFIX = 3
"""… and of so many one may be another."""
_LONG_NAME = 8
_LONG_ROW = 4
"""Ideographs of a name of which the first may be the wrong one."""


def is_slip(usual: str, word: str, locale: str, *, is_alone: bool) -> bool:
    """Say whether a word is a name with a letter or two wrong, and no other ending; with more of
    them if it begins and ends alike, and the name stands nowhere else in the text."""
    language = locales.language(locale)
    if language == "zh":
        alike = sum(a == b for a, b in zip(usual, word, strict=False))
        is_row = len(usual) > 2 and (usual[:1] == word[:1] or len(usual) > _LONG_ROW)
        if is_alone and _is_near_row(usual, word):
            return True
        is_row = is_row and len(usual) == len(word)
        return is_row and (alike == len(usual) - 1 > 2 or sorted(usual) == sorted(word))
    if _is_cut(usual, word, language) or _is_prolonged(usual, word, language):
        return True
    if language in _ADDING and folded(usual) == folded(word):
        return not is_marked_alike(usual, word)
    if is_alone and usual[-1:] == "s" and usual[:-1] == word and len(word) > _LETTERS_A_SLIP:
        return language in _ADDING
    return any(_is_near(usual, base, language, is_alone) for base in lemmas(word, locale))


def _is_near_row(usual: str, word: str) -> bool:
    """Say whether ideographs are a name's but for one or two, of characters that write names."""
    from rapidfuzz.distance import LCSseq

    if len(usual) < 3 or word[:1] != usual[:1] or len(word) != len(usual):
        return False
    if word[-1] != usual[-1] and len(usual) <= _LONG_ROW:
        return False
    same = LCSseq.similarity(usual, word)
    return max(2, len(usual) - 2) <= same < len(usual) and all(map(is_usual, word))


def is_alike(usual: str, word: str) -> bool:
    """Say whether a word is a name of five letters and more with one wrong, be it the first, or of
    eight and more with two."""
    from rapidfuzz.distance import OSA

    most = 2 if len(usual) >= _LONG_NAME else int(len(usual) >= _LETTERS_A_SLIP)
    is_same_end = usual[-2:] == word[-2:]
    return is_same_end and most > 0 and OSA.distance(usual, word, score_cutoff=most) <= most


@lru_cache(maxsize=4096)
def folded(word: str) -> str:
    """Return a word without marks, and with one letter for what a language without them writes.

    >>> folded("Sørensen") == folded("Soerensen"), folded("Weißmüller") == folded("Weissmueller")
    (True, True)
    """
    from anyascii import anyascii

    return regex.sub(r"(?<=[aou])e", "", anyascii(word).lower())


_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "æ": "ae", "å": "aa", "œ": "oe"}
)
"""How letters are written where there are none of them."""


def is_marked_alike(form: str, word: str) -> bool:
    """Say whether a word has a form's letters and marks, or spells its umlauts out; a capital may
    have lost its mark.

    >>> is_marked_alike("Söderqvist", "Soederqvist"), is_marked_alike("Söderqvist", "Soderqvist")
    (True, False)
    """
    one, other = (name.lower().translate(_SPELLED_OUT) for name in (form, word))
    return one == other or (one[1:] == other[1:] and folded(one[:1]) == other[:1])


def are_of_two_genders(a: str, b: str) -> bool:
    """Say whether two words are a man's and a woman's form of one surname, in whatever letters.

    >>> are_of_two_genders("Зарецька", "Зарецький"), are_of_two_genders("Belov", "Belova")
    (True, True)
    """
    one, two = folded(a), folded(b)
    is_womans = one.endswith("a") != two.endswith("a")
    return is_womans and _ENDING_OF_GENDER.sub("", one) == _ENDING_OF_GENDER.sub("", two)


def is_adding(locale: str) -> bool:
    """Say whether the endings of a language leave a name's last letter as it is."""
    return locales.language(locale) in _ADDING


def _is_cut(name: str, word: str, language: str) -> bool:
    """Say whether a word is a name without its last letter, which no ending takes away."""
    is_ending = name[-1:] in "sn'"
    return (
        language in _ADDING and len(word) > _LETTERS_A_SLIP and name[:-1] == word and not is_ending
    )


def is_longer(form: str, text: Text) -> bool:
    """Say whether a text has a form with one more letter, which is no ending."""
    end = text.value.find(form) + len(form)
    word = text.value[end - len(form) : end + 2]
    return (
        len(word) > len(form) + 1
        and not word[-1].isalpha()
        and _is_prolonged(form, word[:-1], locales.language(text.locale))
    )


def _is_prolonged(name: str, word: str, language: str) -> bool:
    """Say whether a word is a name with one more letter, which is no ending."""
    is_one_more = len(name) >= _LETTERS_A_SLIP and word[:-1] == name
    is_one_more = is_one_more and word[-1].isalpha() and word[-1] not in _ENDINGS
    return is_one_more and language in _ADDING


def _is_near(usual: str, word: str, language: str, is_alone: bool) -> bool:
    from rapidfuzz.distance import OSA

    if not usual.isascii() and language in _ADDING:
        usual, word = folded(usual), folded(word)
    if "-" in usual and usual.count("-") == word.count("-"):
        parts = zip(usual.split("-"), word.split("-"), strict=True)
        odd = [part for part in parts if part[0] != part[1]]
        return len(odd) == 1 and _is_near(*odd[0], language, is_alone)
    same = next((n for n, (a, b) in enumerate(zip(usual, word, strict=False)) if a != b), None)
    if not same:
        return False
    most = max(1, len(usual) // _LETTERS_A_SLIP)
    if is_alone and language in _ENDING and same >= _ROOT:
        most = max(most, len(usual) // _LETTERS_ANOTHER_SUFFIX)
    if OSA.distance(usual, word, score_cutoff=most) > most:
        return False
    if language in _ENDING and usual[-1] == word[-1]:
        return True
    is_exchanged = language in _ADDING and len(usual) == len(word)
    return same < len(usual) - (0 if is_exchanged else _ENDING.get(language, 3))
