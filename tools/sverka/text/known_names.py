"""Words that are names of people: those with five bearers and more in Wikidata (CC0 1.0).

The table is learned by `tests/benchmarks/names/known.py`. It proves nothing alone (Mark, Rose), and
most names of the world are not in it: it tells Brigitte from a title before a surname.
"""

import gzip
import re
from functools import cache, lru_cache
from importlib import resources

from .names import lemmas, same_names
from .names.scripts import language_of, symbols
from .names.skeleton import skeleton

_SHORTEST = 4
"""Letters of a name that a word may sound like."""
_SURE = {"zh": 0.7}
"""Score from which a word sounds like a name, if not .9."""


@cache
def _words() -> frozenset[str]:
    data = (resources.files("sverka.text") / "known_names.txt.gz").read_bytes()
    return frozenset(gzip.decompress(data).decode("utf-8").split("\n"))


def is_name_word(word: str, locale: str) -> bool:
    """Whether a word, inflected or not, is the given name or surname of several people.

    >>> is_name_word("Дмитрия", "ru"), is_name_word("Chefärztin", "de")
    (True, False)
    """
    known = _words()
    return any(
        form in known or symbols(form, "ru") in known
        for form in map(str.lower, lemmas(word, locale))
    )


def is_exactly_name(word: str) -> bool:
    """Whether a word of Latin letters is, as it stands, the name of several people."""
    return word.lower() in _words()


@cache
def _forms() -> dict[str, frozenset[int]]:
    """Given name → the lines of the table that have it."""
    text = (resources.files("sverka.text") / "given_names.txt").read_text("utf-8")
    found: dict[str, set[int]] = {}
    for number, line in enumerate(text.splitlines()[1:]):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def are_one_given_name(a: str, b: str, locale_a: str, locale_b: str) -> bool:
    """Whether two given names are known as forms of one in two languages, or short for it.

    >>> are_one_given_name("Nicholas", "Миколі", "en", "uk")
    True
    """
    known = _forms()
    left = {n for form in lemmas(a, locale_a) for n in known.get(form.lower(), ())}
    return any(left & known.get(form.lower(), frozenset()) for form in lemmas(b, locale_b))


@cache
def _cities(locale: str) -> dict[str, str]:
    """City → its time zone, as CLDR names both."""
    from babel import Locale, UnknownLocaleError
    from babel.core import get_global

    try:
        named = Locale.parse(locale.replace("-", "_")).time_zones
    except (UnknownLocaleError, ValueError):
        return {}
    zones = [zone for zone in get_global("zone_territories") if "/" in zone]
    english = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in zones}
    return {named.get(zone, {}).get("city", name): zone for zone, name in english.items()}


def cities(locale: str) -> dict[str, str]:
    """The time zone of a large city → its name in a language."""
    return {zone: name for name, zone in _cities(locale).items()}


def city(word: str, locale: str) -> str:
    """The time zone of the large city that a word names, inflected or not, "" if it names none:
    the same in all languages.

    >>> city("Лондоне", "ru"), city("London", "en"), city("Haus", "de")
    ('Europe/London', 'Europe/London', '')
    """
    cities = _cities(locale)
    return next((cities[form] for form in lemmas(word, locale) if form in cities), "")


@cache
def _translated(locale: str) -> frozenset[str]:
    from babel import Locale, UnknownLocaleError

    try:
        known = Locale.parse(locale.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return frozenset()
    named = [*known.territories.values(), *known.languages.values()]
    return frozenset(word for name in named for word in name.split())


def is_translated(word: str, locale: str) -> bool:
    """Whether a word is one of countries, languages and the like, which are translated (CLDR).

    >>> is_translated("Welsh", "en"), is_translated("Leeds", "en")
    (True, False)
    """
    return any(form in _translated(locale) for form in lemmas(word, locale))


def _key(sounds: str) -> str:
    """The consonants that every language writes: h may be г, and r be silent."""
    return re.sub(r"^k|l", "", skeleton(sounds))


@cache
def _by_skeleton() -> dict[str, tuple[str, ...]]:
    """Consonant skeleton → the names in Latin letters that have it."""
    found: dict[str, list[str]] = {}
    for word in sorted(_words()):
        if len(word) >= _SHORTEST and word[0].isascii():
            found.setdefault(_key(symbols(word, "en")), []).append(word)
    return {consonants: tuple(words) for consonants, words in found.items()}


@lru_cache(maxsize=4096)
def sounds_like_name(word: str, locale: str) -> bool:
    """Whether a word of another script sounds as the name of several people does.

    >>> sounds_like_name("ロドリゲス", "ja"), sounds_like_name("ボランティア", "ja")
    (True, False)
    """
    language = language_of(locale)
    for form in lemmas(word, locale):
        known = _by_skeleton().get(_key(symbols(form, language)), ())
        scores = same_names(((name, form) for name in known), "en", locale)
        if max(scores, default=0.0) >= _SURE.get(language, 0.9):
            return True
    return False
