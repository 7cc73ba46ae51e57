"""Spellings of one full name that endings do not explain, though they might be endings."""

from sverka.text import locales
from sverka.text.names import lemmas
from sverka.text.names.sounds import differ_in_gender

_KEEPS = frozenset(
    {"ca", "da", "de", "en", "es", "fr", "gl", "id", "it", "nb", "nl", "no", "pt", "sv", "vi"}
)
"""Languages that leave the last letter of a name as it is."""
_VOWELS = frozenset("aeiou")
_SHORTEST = 5
"""Letters of a word of which one may be wrong."""
_ENDLESS = {"ru": "еиоэ", "be": "еіоэ", "uk": "еиіоє"}
"""Last letters of surnames that have no endings in a language where others have."""
_NOMINATIVE = frozenset("аябвгджзйклмнпрстфхцчшщ")
_START = 2


def is_misprinted(form: str, name: str, locale: str) -> bool:
    """Whether a form is a kept name but for a vowel instead of another.

    >>> is_misprinted("Amina Okonkwu", "Amina Okonkwo", "de")
    True
    """
    a, b = _odd_pair(form, name) if locales.language(locale) in _KEEPS else ("", "")
    wrong = [two for two in zip(a, b, strict=False) if two[0] != two[1]]
    return len(a) == len(b) and len(wrong) == 1 and _VOWELS.issuperset(wrong[0])


def vowels(name: str) -> str:
    """Return the vowels of a name in their order.

    >>> vowels("Marina Platonova") == vowels("Marina Platonowa")
    True
    """
    return "".join(char for char in name.lower() if char in _VOWELS)


def is_cut(form: str, name: str, locale: str) -> bool:
    """Whether a form is a kept name without its last letter: an ending would be added to it.

    >>> is_cut("Claire Desrosier", "Claire Desrosiers", "de")
    True
    """
    a, b = _odd_pair(form, name) if locales.language(locale) in _KEEPS else ("", "")
    return bool(a) and a == b[:-1]


def differ_without_endings(form: str, other: str, locale: str) -> bool:
    """Whether two forms with the same given name, in the nominative, have surnames without
    endings that differ in the last vowel.

    >>> differ_without_endings("Джулия Ферранти", "Джулия Ферранте", "ru")
    True
    """
    vowels = _ENDLESS.get(locales.language(locale), "")
    a, b = _odd_pair(form, other) if vowels else ("", "")
    if not a or a[:-1] != b[:-1] or not form.endswith(a) or not other.endswith(b):
        return False
    return a[-1] in vowels and b[-1] in vowels and form.split()[0][-1] in _NOMINATIVE


def _odd_pair(form: str, other: str) -> tuple[str, str]:
    """The only words in which two names of as many words differ; empty if they are short."""
    pairs = zip(form.split(), other.split(), strict=False)
    odd = [pair for pair in pairs if pair[0] != pair[1]]
    if len(odd) != 1 or len(form.split()) != len(other.split()) or len(form.split()) < 2:
        return "", ""
    return odd[0] if max(map(len, odd[0])) >= _SHORTEST else ("", "")


def inflected_alike(name: str, other: str, locale: str) -> bool:
    """Whether two full names may be one in two cases, word by word.

    >>> inflected_alike("Марина Колесникова", "Марины Колесниковой", "ru")
    True
    """
    one, two = name.split(), other.split()
    return len(one) == len(two) > 1 and all(
        a[:_START] == b[:_START] and not set(lemmas(a, locale)).isdisjoint(lemmas(b, locale))
        for a, b in zip(one, two, strict=True)
    )


def is_same_but_surname(form: str, other: str) -> bool:
    """Whether two full names differ in nothing but the last word, and not as those of a man and a
    woman.

    >>> is_same_but_surname("Marina Kolesnikowa", "Marina Kolesnikova")
    True
    """
    a, b = _odd_pair(form, other)
    is_last = bool(a) and form.endswith(a) and other.endswith(b)
    return is_last and not differ_in_gender(a.lower(), b.lower())
