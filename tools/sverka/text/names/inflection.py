"""Base forms that an inflected name may have, by ending rules; gender is kept.

«Кудлая» may be «Кудлай» or «Кудлая»; «Мусиной» is «Мусина», never «Мусин».
"""

from functools import cache, lru_cache
from pathlib import Path

from sverka.text.names.scripts import LONGEST, language_of, script_of

_TABLE = Path(__file__).parent / "data" / "inflection.tsv"
_APOSTROPHES = str.maketrans("’ʼ", "''")
_APOSTROPHE_SUFFIXES = frozenset({"tr", "az", "fi", "hu", "et"})
_PREFIXES = {
    "ar": ("و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "ول", "وب", "فال", "كال"),
    "fa": ("و",),
    "he": ("ו", "ה", "ב", "ל", "מ", "ש", "כ", "וה", "של", "וב", "ול", "שה", "כש", "ומ"),
}
_ELIDED = {
    "fr": ("l", "d", "qu"),
    "it": ("l", "d", "dell", "all", "nell", "dall", "sull", "un"),
    "ca": ("l", "d"),
}
_SHORTEST = 3


@cache
def _rules(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(ending, base endings) of one language, longer endings first."""
    found = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(f"{language}\t"):
            _, ending, bases = line.split("\t")
            found.append((ending, tuple(b if b != "-" else "" for b in bases.split())))
    return tuple(sorted(found, key=lambda rule: -len(rule[0])))


@lru_cache(maxsize=65536)
def lemmas(name: str, locale: str) -> tuple[str, ...]:
    """The name as it stands, then the base forms it may be an inflected form of.

    Several words are taken one by one («Ирины Поддубной»): the result then holds the words' forms
    of equal rank, not all combinations.

    >>> lemmas("Мусиной", "ru")
    ('Мусиной', 'Мусина', 'Мусиная')
    """
    if " " in name:
        words = [lemmas(word, locale) for word in name[: 10 * LONGEST].split()]
        most = max((len(word) for word in words), default=1)
        ranks = (" ".join(w[min(n, len(w) - 1)] for w in words) for n in range(most))
        return tuple(dict.fromkeys((name, *ranks)))
    if len(name) > LONGEST:
        return (name,)
    language = language_of(locale)
    word = name.translate(_APOSTROPHES)
    found = [name]
    if language in _APOSTROPHE_SUFFIXES and "'" in word[1:]:
        found.append(name[: word.index("'", 1)])
    found += _without_prefix(name, word, language)
    # A Latin name in Russian text with an apostrophe suffix, or an undeclined one, has no endings.
    folded = word.lower()
    if language not in ("ru", "uk", "be", "bg") or script_of(name) == "Cyrl":
        for ending, bases in _rules(language):
            stem = len(name) - len(ending)
            shortest = 2 if language == "ko" else _SHORTEST
            if stem >= shortest - ("" not in bases) and folded.endswith(ending):
                fitting = (base for base in bases if _fits(folded[stem - 1], base))
                found += [name[:stem] + _cased(base, name) for base in fitting]
    return tuple(dict.fromkeys(found))


def _without_prefix(name: str, word: str, language: str) -> list[str]:
    """The name without the clitics or the elided article written together with it."""
    for elided in _ELIDED.get(language, ()):
        if word.lower().startswith(elided + "'"):
            return [name[len(elided) + 1 :]]
    clitics = _PREFIXES.get(language, ())
    return [name[len(c) :] for c in clitics if len(name) >= len(c) + 2 and name.startswith(c)]


def _fits(before: str, ending: str) -> bool:
    """«й» follows a vowel; «ь», «ий», «ый», «ой», «ая» follow a consonant."""
    is_vowel = before in "аеёиоуыэюяєіїаў"
    if ending == "й":
        return is_vowel
    return not is_vowel or ending not in ("ь", "ий", "ый", "ой", "ая", "ья", "ьй")


def _cased(ending: str, name: str) -> str:
    return ending.upper() if len(name) > 1 and name.isupper() else ending
