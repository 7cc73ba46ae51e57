"""Keys under which the inflected forms of one word meet.

A word's keys are its surface in small letters and its Snowball stem, and where the extras are
installed, as `lemma_keys`, its lemmas by simplemma and pymorphy3. Two words are forms of one if
they share a key. English is never stemmed (see `english`). Where Snowball has nothing (Ukrainian)
or parts a dictionary form from its others (лимфоцит, лимфоциты), the endings listed here go too.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from . import english

_SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch",
    "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
}  # fmt: skip

_ENDINGS = {
    language: tuple(sorted(endings.split(), key=len, reverse=True))
    for language, endings in {
        "uk": "а я о е є и і ї у ю ь ам ям ах ях ами ями ом ем єм ою ею єю ів їв ей ові еві єві "
        "ий ій їй ого его ього ому ему ьому им ім їм их іх їх ими іми їми ої ію ая яя ою ею "
        "ість істю ості остей остям остях остями ння нню нням нні ннями ннях нь нями ттю ття ттям "
        "тті ттями ттях ія ії ію "
        "ією ій іям іях іями",
        "be": "а я о е ё ы і у ю ь ам ям ах ях амі ямі ом ем ём ою ею яй ай аў яў оў ёў ы і ага "
        "яга аму яму ым ім ых іх ымі імі ая яя ое ее ую юю асць асці",
        "pl": "a ą e ę i o u y ami ach om ów ej ego emu ym im ych ich ymi imi ie",
        "cs": "a á e é ě i í o u ů y ý ami ách ích ům em ou ého ému ým ých ými",
        "ru": "й ай ени енем ена ен енам енами енах а я о е ы и у ю ь ам ям ах ях ами ями ом ем ой "
        "ей ою ею ов ев ий ый ая яя ое ее "
        "ие ые ого его ому ему ым им их ых ыми ими ую юю ии иям иях иями ия ию ием ье ья ьи ью "
        "ьем",
        "ar": "ات ون ين ان ه ي يه",
        "es": "s es",
        "pt": "s es",
        "fr": "s x",
        "it": "o a e i io ia ie",
        "de": "um us on is a en e es n s",
        "bg": "а я о е и у ю ът ят ия та то те ове еве ища ите ата ята ото ето ия ий ция ции "
        "ния ние",
        "mk": "а о е и у от та то те ите ата ото ови еви иња ија ии",
    }.items()
}

_TURNS = {
    "fr": (("aux", "al"), ("aux", "ail")),
    "pt": (
        ("ões", "ão"), ("ães", "ão"), ("ãos", "ão"), ("ais", "al"), ("eis", "el"), ("éis", "el"),
        ("óis", "ol"), ("is", "il"), ("ns", "m"),
    ),
    "uk": (("ці", "к"), ("зі", "г"), ("сі", "х"), ("ець", "ьц")),
    "be": (("цы", "к"), ("зе", "г"), ("се", "х")),
}  # fmt: skip
"""Endings in which the stem changes too → the stem's end in the dictionary form."""

_IRREGULAR = {
    "ru": (
        "день дня дню днем дне дни дней дням днями днях",
        "человек люди людей людям людьми людях",
        "год года году годом годы годе лет годам годами годах",
        "ребенок дети детей детям детьми детях",
    ),
    "uk": (
        "день дня дню днем дні днів дням днями днях",
        "тиждень тижня тижню тижнем тижні тижнів тижням тижнями тижнях",
        "людина люди людей людям людьми людях",
        "дитина діти дітей дітям дітьми дітях",
        "мати матері матерів матерям матерями матерях",
    ),
    "pl": (
        "człowiek ludzie ludzi ludziom ludźmi ludziach",
        "dziecko dzieci dzieciom dziećmi dzieciach",
        "dzień dnia dniu dniem dni dnie dniom dniami dniach",
        "tydzień tygodnia tygodniu tygodniem tygodnie tygodni tygodniom tygodniami tygodniach",
        "rok lata lat latom latami latach",
    ),
}
_LEXEMES = {
    (language, form): "!" + forms.partition(" ")[0]
    for language, rows in _IRREGULAR.items()
    for forms in rows
    for form in forms.split()
}
"""(language, irregular form) → the key of its word."""

_SLAVIC = frozenset({"ru", "uk", "be", "pl", "cs", "sk", "bg", "mk", "sr", "hr", "sl"})
_VOWELS = frozenset("аеёиоуыэюяіїєaeiouyąęó")
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_ALEF = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_PREFIXES = re.compile(r"(?:[وف]?(?:[بكل]?ال|لل|[بلك])?)(?=\w{3})|[وف](?=\w{3})")


@lru_cache(maxsize=262144)
def keys(word: str, language: str) -> frozenset[str]:
    """Return the keys of a word in a language (`ru`, `de`, …)."""
    small = word.casefold().replace("ё", "е")
    if language == "en":
        return frozenset({small, english.noun(small)})
    found = {small}
    if language == "ar":
        small = _MARKS.sub("", unicodedata.normalize("NFC", small)).translate(_ALEF)
        found.add(small)
        found |= {small[prefix.end() :] for prefix in [_PREFIXES.match(small)] if prefix}
        bare = [form for form in found if len(form) > 2]
        found |= {"~" + _stem(form, language) for form in bare}
        found |= {"-" + _without_ending(form, _ENDINGS["ar"]) for form in bare}
        return frozenset(found)
    if len(small) > 2:
        found.add("~" + _stem(small, language))
        if language in _ENDINGS:
            found.add("-" + _without_ending(_plain(small), _ENDINGS[language]))
        if language in _TURNS:
            turns = (t for t in _TURNS[language] if small.endswith(t[0]))
            found |= {"-" + _plain(small[: -len(old)] + new) for old, new in turns}
        if language in ("uk", "be") and small[-1] in _VOWELS and len(small) > 4:
            found.add("-" + small[:-1])
        if (language, small) in _LEXEMES:
            found.add(_LEXEMES[language, small])
        if language in _SLAVIC:
            found |= {"-" + form for form in _slavic_stems(small)}
    return frozenset(found)


@lru_cache(maxsize=262144)
def lemma_keys(word: str, language: str) -> frozenset[str]:
    """Return further keys of a word by the lemmatizers of the extras; they are slow to load."""
    small = word.casefold().replace("ё", "е")
    return frozenset("+" + lemma for lemma in _lemmas(small, language))


def verb_keys(word: str, language: str) -> frozenset[str]:
    """Return further keys of a word as a verb's form; only English needs them."""
    if language != "en":
        return frozenset()
    return frozenset("=" + form for form in english.verbs(word.casefold()))


def stem(word: str, language: str) -> str:
    """Return the stem of a word, in small letters."""
    return _stem(word.casefold().replace("ё", "е"), language)


@lru_cache(maxsize=262144)
def _stem(word: str, language: str) -> str:
    stemmer = _stemmer(language)
    if stemmer:
        return stemmer(word)
    return _without_ending(word, _ENDINGS.get(language, ()))


def _slavic_stems(word: str) -> list[str]:
    """Return the stems that a Slavic noun without ending can have in its other forms.

    симптом, though it looks like an instrumental; уровень, уровн-; клеток, клетк-; хворіб, хвороб-.
    Лимфому and систему look like datives of adjectives.
    """
    if word.endswith(("ому", "ему")):
        return [word[:-1]]
    bare = word[:-1] if word[-1] in "ьй" else word
    if len(bare) < 3 or bare[-1] in _VOWELS:
        return [word[:-1]] if word[-1] == "й" or len(word) == 3 else []
    if bare[-2] in "еоeэ":
        return [bare, bare[:-2] + bare[-1]]
    if bare[-2] == "і":
        return [bare, *(bare[:-2] + vowel + bare[-1] for vowel in "ое")]
    if bare[-3] == "і":
        return [bare, bare[:-3] + "о" + bare[-2:]]
    return [bare]


def _plain(word: str) -> str:
    """Return the word without acute and circumflex: infección, infecciones; mês, meses."""
    bare = unicodedata.normalize("NFD", word).replace("\u0301", "").replace("\u0302", "")
    return unicodedata.normalize("NFC", bare)


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word


@cache
def _stemmer(language: str) -> Callable[[str], str] | None:
    if language not in _SNOWBALL:
        return None
    import snowballstemmer  # type: ignore[import-untyped, unused-ignore]

    if _SNOWBALL[language] not in snowballstemmer.algorithms():
        return None
    stemmer: Callable[[str], str] = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    return stemmer


def _lemmas(word: str, language: str) -> list[str]:
    found = [lemma(word) for lemma in _lemmatizers(language)]
    return [form.casefold().replace("ё", "е") for form in found if form]


@cache
def _lemmatizers(language: str) -> tuple[Callable[[str], str], ...]:
    """Return the lemmatizers that are installed for a language."""
    found: list[Callable[[str], str]] = []
    if language in ("ru", "uk") and (morph := _pymorphy(language)):
        found.append(lambda word: str(morph.parse(word)[0].normal_form))
    try:
        import simplemma  # type: ignore[import-not-found, unused-ignore]

        simplemma.lemmatize("x", lang=language)
        found.append(lambda word: str(simplemma.lemmatize(word, lang=language)))
    except (ImportError, ValueError):
        pass
    return tuple(found)


def _pymorphy(language: str) -> Any:
    try:
        import pymorphy3  # type: ignore[import-not-found, import-untyped, unused-ignore]

        return pymorphy3.MorphAnalyzer(lang=language)
    except (ImportError, ValueError):
        return None
