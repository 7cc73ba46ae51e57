"""Which of two spellings, each as frequent as the other, is the right one for a name."""

import re
from functools import lru_cache
from math import log

from sverka.text import locales
from sverka.text.names import lemmas, same_name

from ._rows import is_slavic, spells_either
from ._slips import folded

_SURE = 4.0
"""Log odds by which the sound of one spelling is so much better that nothing else counts …"""
_VOWEL = 1.0
"""… if they differ in vowels only."""
_VOWELS = re.compile("[aeiouyäöüаеёиоуыэюяіїєйьъ’' -]+")
_ROUNDED = frozenset("äöüøåœæ")
"""Vowels that a language without them writes in ways that sound different."""
_DOUBLED = re.compile(r"(.)\1+")
_PLAIN = dict(zip("абвгдезиклмнопрстуфыэіґў", "abvgdeziklmnoprstufyeigw", strict=True))
_PLAIN |= {"ъ": "", "ь": ""}
_OTHERS = ["ё", "ж", "й", "х", "ц", "ч", "ш", "щ", "ю", "я", "ї", "є"]
_NEWSPAPERS = {
    "en": "yo zh y kh ts ch sh shch yu ya yi ye",
    "de": "jo sch i ch z tsch sch schtsch ju ja ji je",
    "fr": "io j i kh ts tch ch chtch iou ia i ie",
    "es": "io zh i j ts ch sh shch iu ia i ie",
}
"""How newspapers of a language usually write the letters; the scholarly ways are others."""
_OWN = {"de": {"в": "w", "з": "s"}, "fr": {"у": "ou"}}
_STANDARDS = {
    language: str.maketrans(
        _PLAIN | dict(zip(_OTHERS, row.split(" "), strict=True)) | _OWN.get(language, {})
    )
    for language, row in _NEWSPAPERS.items()
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CLUMSY = str.maketrans(dict(zip(_LATIN, "абкдефгхижклмнопкрстувв?йз", strict=True)) | {"x": "кс"})
"""How letters are written by whoever does not know how a name is said."""


def better(name: str, forms: tuple[str, str], pivot: str, locale: str) -> str | None:
    """Return the form that fits a name of another script better, None if neither does.

    A slip is heard. Of what sounds alike, the better form in Latin letters is the one nearer to
    how newspapers write Cyrillic ones; in Cyrillic letters the one that is farther from a rewriting
    letter by letter, which does not know that Herrera is Эррера and Gallagher Галлахер.

    >>> better("Herrera", ("Херрера", "Эррера"), "en", "ru")
    'Эррера'
    >>> better("Щербинина", ("Sherbinina", "Shcherbinina"), "ru", "en")
    'Shcherbinina'
    """
    name, *both = _odd_words(name, *forms)
    odds = [_odds(name, form, pivot, locale) for form in both]
    steps = [_steps(name, form, pivot, locale) for form in both]
    is_heard, is_nearer = odds[1] > odds[0], steps[1] < steps[0]
    spelled = [_spelled(name, form, pivot, locale) for form in both]
    if spelled[0] != spelled[1]:
        return forms[spelled[1]]
    is_vowel = not spelled[0] and _ROUNDED.isdisjoint(name.lower())
    is_vowel = is_vowel and _consonants(both[0]) == _consonants(both[1])
    if abs(odds[0] - odds[1]) >= (_VOWEL if is_vowel else _SURE):
        is_clumsy = steps[is_heard] > steps[not is_heard] and not is_vowel
        return None if is_clumsy else forms[is_heard]
    return None if steps[0] == steps[1] else forms[is_nearer]


def is_rewritten(word: str, form: str, locale: str) -> bool:
    """Say whether a form is how newspapers of a language write the Slavic name that English ones
    write so.

    >>> is_rewritten("Zhukova", "Schukowa", "de"), is_rewritten("Zhukov", "Joukov", "fr")
    (True, True)
    """
    rewriting = _rewriting(locales.language(locale))
    if rewriting is None or word == form:
        return False
    pattern, letters = rewriting
    wanted = pattern.sub(lambda found: letters[found[0]], folded(word))
    return _edits(wanted, folded(form)) <= 1 and wanted != folded(word)


@lru_cache(maxsize=8)
def _rewriting(language: str) -> "tuple[re.Pattern[str], dict[str, str]] | None":
    """Return what finds the English letters that a language writes otherwise, and how it does."""
    if language not in _NEWSPAPERS or language == "en":
        return None
    rows = (_NEWSPAPERS[name].split() for name in ("en", language))
    letters = dict(zip(*rows, strict=True))
    own = {_PLAIN[letter]: theirs for letter, theirs in _OWN.get(language, {}).items()}
    letters |= own
    pattern = re.compile("|".join(sorted(letters, key=len, reverse=True)))
    return pattern, letters


def _odd_words(name: str, form: str, other: str) -> tuple[str, str, str]:
    """The words of a name in which two forms of it differ, if all have as many words."""
    rows = list(zip(name.split(), form.split(), other.split(), strict=False))
    if len({len(one.split()) for one in (name, form, other)}) > 1:
        return name, form, other
    odd = [row for row in rows if row[1] != row[2]]
    return tuple(map(" ".join, zip(*odd, strict=True))) if odd else (name, form, other)  # type: ignore[return-value]


def _spelled(name: str, form: str, pivot: str, locale: str) -> bool:
    """Say whether a form of Slavic surnames is the name's letters rewritten."""
    cyrillic = name if locales.script(pivot) == "Cyrl" else form
    pairs = zip(name.split()[-1:], form.split()[-1:], strict=False)
    is_own = any(is_slavic(base.lower()) for base in lemmas(cyrillic, "ru"))
    return is_own and all(spells_either(a, b, pivot, locale) for a, b in pairs)


def _consonants(form: str) -> str:
    """The consonants of a form, doubled or not."""
    return _DOUBLED.sub(r"\1", _VOWELS.sub("", form.lower()))


def _odds(name: str, form: str, pivot: str, locale: str) -> float:
    score = max(same_name(name, base, pivot, locale) for base in lemmas(form, locale))
    return log(max(score, 1e-6) / max(1 - score, 1e-4))


@lru_cache(maxsize=1024)
def _steps(name: str, form: str, pivot: str, locale: str) -> int:
    """How many letters a form is away from the usual rewriting of Cyrillic letters, or how many
    nearer to a clumsy rewriting of Latin ones."""
    scripts = locales.script(pivot), locales.script(locale)
    if scripts == ("Cyrl", "Latn"):
        standard = _STANDARDS.get(locales.language(locale), {})
        return min(_edits(base.lower().translate(standard), form) for base in lemmas(name, pivot))
    if scripts == ("Latn", "Cyrl"):
        clumsy = folded(name).translate(_CLUMSY)
        return -min(_edits(clumsy, base) for base in lemmas(form, locale))
    return 0


def _edits(a: str, b: str) -> int:
    from rapidfuzz.distance import OSA

    return OSA.distance(a, b.lower())
