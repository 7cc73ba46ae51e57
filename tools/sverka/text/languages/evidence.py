"""Which language the script, the letters and the function words of a text speak for."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from itertools import islice
from string import ascii_letters
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import Test, of_letters, of_pieces, pieces_with, signs
from sverka.text.vocabulary import Remembered

from .prose import WORD, prose

_SCRIPTS = {
    "Latn": regex.compile(r"\p{Script=Latin}"),
    "Cyrl": regex.compile(r"\p{Script=Cyrillic}"),
    "Grek": regex.compile(r"\p{Script=Greek}"),
    "Arab": regex.compile(r"\p{Script=Arabic}"),
    "Hebr": regex.compile(r"\p{Script=Hebrew}"),
    "Deva": regex.compile(r"\p{Script=Devanagari}"),
    "Hani": regex.compile(r"\p{Script=Han}"),
    "Kana": regex.compile(r"[\p{Script=Hiragana}\p{Script=Katakana}]"),
    "Hang": regex.compile(r"\p{Script=Hangul}"),
    "Thai": regex.compile(r"\p{Script=Thai}"),
}
_OWN = {"Hans": ("Hani",), "Hant": ("Hani",), "Jpan": ("Kana", "Hani"), "Kore": ("Hang",)}
# Letters by which close relatives differ: those that only these languages of a script use.
_LETTERS = {
    "ы": "ru be kk ky mn tt",
    "э": "ru be kk ky mn tt",
    "ё": "ru be",
    "ъ": "ru bg",
    "и": "ru uk bg sr mk kk ky tg",
    "щ": "ru uk bg",
    "і": "uk be kk",
    "ї": "uk",
    "є": "uk",
    "ґ": "uk",
    "ў": "be",
    "ј": "sr mk",
    "љ": "sr mk",
    "њ": "sr mk",
    "ћ": "sr",
    "ђ": "sr",
    "ә": "kk tt ba",
    "ғ": "kk ba",
    "қ": "kk",
    "ң": "kk ky tt ba",
    "ß": "de",
    "è": "fr it ca",
    "ê": "fr pt vi",
    "à": "fr it pt ca vi",
    "ç": "fr pt tr ca",
    "é": "fr es it pt hu cs sk ca vi",
    "ä": "de sv fi sk et",
    "ö": "de sv fi hu tr et is",
    "ü": "de tr hu es et",
    "ñ": "es",
    "ã": "pt vi",
    "õ": "pt et vi",
    "ł": "pl",
    "ř": "cs",
    "ů": "cs",
    "ğ": "tr az",
    "ı": "tr az",
    "ş": "tr az ro",
    "ő": "hu",
    "ű": "hu",
    "å": "sv da nb no nn fi",
    "ø": "da nb no nn",
    "æ": "da nb no nn is",
    "ș": "ro",
    "ț": "ro",
    "پ": "fa ur",
    "چ": "fa ur",
    "گ": "fa ur",
    "ٹ": "ur",
    "ے": "ur",
}
_LETTERS_OF = {letter: frozenset(names.split()) for letter, names in _LETTERS.items()}


class Verdict(NamedTuple):
    """What the evidence says."""

    language: str | None
    """The language with most evidence; None if there is too little."""
    certain: bool
    """Whether the evidence leaves no doubt."""
    words: tuple[str, ...]
    """Words and letters that speak for it."""


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    data = (resources.files("sverka.text.languages") / "words.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in data.splitlines()[1:])
    return {language: frozenset(words.split()) for language, words in lines}


def function_words(language: str) -> frozenset[str]:
    """Return the function words of a language; empty if they are not known."""
    return _words().get({"no": "nb", "nn": "nb"}.get(language, language), frozenset())


def tells_apart(a: str, b: str) -> bool:
    """Say whether the evidence can tell two languages apart."""
    if a == b:
        return False
    scripts = {_script(a), _script(b)}
    if len(scripts) > 1:
        return True
    close = [
        {"nb", "no", "nn", "da"},
        {"id", "ms"},
        {"sr", "hr", "bs"},
        {"cs", "sk"},
        {"zh", "yue"},
    ]
    return not any({a, b} <= group for group in close) and bool(
        function_words(a) and function_words(b)
    )


@lru_cache(maxsize=256)
def _script(language: str) -> str:
    return locales.script(language) if locales.is_locale(language) else "Latn"


class _Keys(dict[str, str]):
    """The key of a character's script, "" for one that has none of them."""

    def __missing__(self, char: str) -> str:
        key = next((name for name, pattern in _SCRIPTS.items() if pattern.match(char)), "")
        self[char] = key
        return key


_keys = _Keys()
_ORDER = {name: place for place, name in enumerate(_SCRIPTS)}
_NO_LETTERS = dict.fromkeys(map(ord, ascii_letters))


def scripts_of(text: str) -> Counter[str]:
    """Count the letters of a text by script."""
    if text.isascii():
        latin = len(text) - len(text.translate(_NO_LETTERS))
        return Counter({"Latn": latin} if latin else {})
    found: dict[str, int] = {}
    for char in set(text):
        if key := _keys[char]:
            found[key] = found.get(key, 0) + text.count(char)
    return Counter({key: found[key] for key in sorted(found, key=_ORDER.__getitem__)})


def letters(text: Text) -> Counter[str]:
    """Count the letters of a text's prose by script: an analyser."""
    return scripts_of(" ".join(text.ask(prose).words))


@lru_cache(maxsize=256)
def own_scripts(locale: str) -> tuple[str, ...]:
    """Return the keys of `scripts_of` in which a locale is written."""
    script = locales.script(locale)
    return _OWN.get(script, (script,))


def identify(text: Text) -> Verdict:
    """Say which language a text is written in, by its prose: an analyser.

    It names only languages whose function words are known, and Chinese, Japanese, Korean and Thai
    by their script.
    """
    joined = " ".join(text.ask(prose).words).lower()
    scripts = text.ask(letters)
    if not scripts:
        return Verdict(None, False, ())
    script = max(scripts, key=scripts.__getitem__)
    if scripts.get("Kana", 0) >= 3 and script in ("Kana", "Hani"):
        return Verdict("ja", True, ())
    if script in ("Hani", "Hang", "Thai"):
        language = {"Hani": "zh", "Hang": "ko", "Thai": "th"}[script]
        return Verdict(language, scripts[script] >= 4, ())
    return _by_words(joined.split(" "), joined, script)


def language_of(texts: Iterable[str]) -> str | None:
    """Return the language that most of the first hundred texts of some length speak for."""
    votes: Counter[str] = Counter()
    for text in islice((text for text in texts if len(text) > 20), 100):
        found = identify(Text(text, "und"))
        if found.language:
            votes[found.language] += 3 if found.certain else 1
    return votes.most_common(1)[0][0] if votes else None


@lru_cache(maxsize=32)
def _written_in(script: str) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return a script's languages, each with a score of nothing, and those of each word."""
    known = {name: words for name, words in _words().items() if _script(name) == script}
    speaking: dict[str, list[str]] = {}
    for name, words in known.items():
        for word in words:
            speaking.setdefault(word, []).append(name)
    return dict.fromkeys(known, 0), speaking


def _by_words(words: list[str], joined: str, script: str) -> Verdict:
    none, speaking_for = _written_in(script)
    letters = {letter: min(joined.count(letter), 3) for letter in _LETTERS_OF.keys() & set(joined)}
    # Every language loses what the letters count for, and those that use a letter get it back.
    scores = dict.fromkeys(none, -sum(letters.values()))
    for letter, count in letters.items():
        for language in _LETTERS_OF[letter] & none.keys():
            scores[language] += count
    for word in words:
        for language in speaking_for.get(word, ()):
            scores[language] += 1
    best = max(scores, key=scores.__getitem__, default="")
    if not best or scores[best] <= 0:
        return Verdict(None, False, ())
    *_, second, score = 0, *sorted(scores.values())
    speaking = tuple(dict.fromkeys(word for word in words if word in _words()[best]))
    own = {letter for letter in letters if best in _LETTERS_OF[letter]}
    certain = score >= 3 and score - second >= max(2, score / 3) and len(speaking) + len(own) >= 3
    return Verdict(best, certain, speaking)


_NEVER = regex.compile(r"(?!)")
_ENDINGS = {
    "ru": regex.compile(
        r"(?:тся|ает|яет|ует|юет|ают|яют|овать|ние|нием|ниях|ое|[^ь]ск(?:ая|ий|ие|ого|ому|ую|ими?|их|ой))$"
        r"|^(?:что|как|или|ли|только|если|нужно|можно|чтобы|после|когда|очень|уже|она|они|будет|есть)$"
    ),
    "uk": regex.compile(
        r"(?:[уюая]ють|увати|ювати|л[аои]ся|ння|нням|ється|ньо|ього|ьому|\w{3}[аи]ти)$"
        r"|^(?:допомогою|щодо|треба|можна|буде|будуть|бути|кожен|протягом|щодня|також|лише|має)$"
    ),
}
"""Words that one of two relatives writes so and the other does not."""
_RELATIVES = {"uk": "ru", "be": "ru", "ru": "uk", "bg": "ru", "sr": "ru", "kk": "ru"}
"""The relative whose texts are most likely to be found among a language's."""


def words_of(text: Text, language: str) -> tuple[str, ...]:
    """Return the words of a text that speak for a language and against the text's own.

    They are function words, or have letters, that its own language does not have.
    """
    own = locales.language(text.locale)
    known, mine = function_words(language), function_words(own)
    letters = _letters_only(language, own)
    words = dict.fromkeys(word.lower() for word in text.ask(prose).words)
    return tuple(
        word
        for word in words
        if (len(word) > 1 and word in known and word not in mine) or not letters.isdisjoint(word)
    )


_CHINESE = frozenset("是你您我們這個嗎說與们还")
_BY_SCRIPT = frozenset(("zh", "ja", "ko", "th", "yue"))
"""Languages that are told by the script, not by words."""


@lru_cache(maxsize=64)
def _strange_words(own: str, script: str) -> Test:
    """Return what tells the words that speak for other languages and against `own`."""
    mine = function_words(own)
    others = [name for name in _words() if name != own]
    theirs = frozenset[str]().union(*(function_words(name) for name in others)) - mine
    near = [name for name in others if own in _BY_SCRIPT or _script(name) == script]
    letters = frozenset[str]().union(*(_letters_only(name, own) for name in near))
    ending = _ENDINGS.get(_RELATIVES.get(own, ""))

    def is_strange(word: str) -> bool:
        if word in theirs or not letters.isdisjoint(word):
            return True
        return ending is not None and ending.search(word) is not None

    return Remembered(is_strange).__getitem__


@lru_cache(maxsize=64)
def _strange_letters(locale: str) -> Test:
    """Return what tells the letters of scripts other than the locale's and Latin; in Japanese also
    those that only Chinese has."""
    usual = {"", "Latn", *own_scripts(locale)}
    is_japanese = locales.language(locale) == "ja"
    return Remembered(
        lambda char: _keys[char] not in usual or (is_japanese and is_chinese(char))
    ).__getitem__


def _is_strange(locale: str) -> Test:
    """Return what tells a piece with a word that speaks for another language."""
    strange = _strange_words(locales.language(locale), locales.script(locale))

    def holds(piece: str) -> object:
        low = piece.lower().rstrip(",.:;!?")
        return strange(low) if low.isalpha() else any(map(strange, WORD.findall(low)))

    return holds


def _has_strange_letters(locale: str) -> Test:
    return _strange_letters(locale)


def is_chinese(char: str) -> bool:
    """Say whether a letter is one that only Chinese has, or that Japan's codes do not have."""
    if char.isascii() or not char.isalpha():
        return False
    if char in _CHINESE:
        return True
    try:
        return not char.encode("cp932")
    except UnicodeEncodeError:
        return True


STRANGE = of_pieces(_is_strange)
"""A word that speaks for another language than the text's own."""
STRANGE_LETTER = of_letters(_has_strange_letters)
"""A letter of a script that is neither Latin nor the locale's."""


def may_be_foreign(text: Text) -> bool:
    """Say whether a text may have a sentence in another language than its locale's.

    False only if no sentence has a letter of a third script, nor words that speak for another
    language: one beside a script that is not Latin, two in one that is.
    """
    shown = text.ask(signs)
    if shown & STRANGE_LETTER:
        return True
    if not shown & STRANGE:
        return False
    is_strange = _strange_words(locales.language(text.locale), locales.script(text.locale))
    enough = 1 + (own_scripts(text.locale) == ("Latn",))
    here = " ".join(pieces_with(text, STRANGE)).lower()
    if len(set(filter(is_strange, WORD.findall(here)))) < enough:
        return False
    words = {word.lower() for word in text.ask(prose).words}
    return len(list(filter(is_strange, words))) >= enough


@lru_cache(maxsize=64)
def _letters_only(language: str, other: str) -> frozenset[str]:
    """Return the letters of a language that another does not have."""
    return frozenset(c for c, of in _LETTERS_OF.items() if language in of and other not in of)


def foreign_letters(text: Text) -> str | None:
    """Return the relative whose letters a text has, if its own language does not use them.

    Two words with such letters (ы, э, ъ in Ukrainian) are enough, if no letter speaks for the
    text's own language against the relative.
    """
    own = locales.language(text.locale)
    relative = _RELATIVES.get(own)
    if relative is None:
        return None
    theirs, mine = _letters_only(relative, own), _letters_only(own, relative)
    words = [word.lower() for word in text.ask(prose).words]
    if len(words) < 3:
        return None
    ending, other = _ENDINGS.get(relative, _NEVER), _ENDINGS.get(own, _NEVER)
    speaking = sum([bool(ending.search(w)) or not theirs.isdisjoint(w) for w in words])
    if speaking < 2:
        return None
    against = any(other.search(word) or not mine.isdisjoint(word) for word in words)
    return None if against else relative
