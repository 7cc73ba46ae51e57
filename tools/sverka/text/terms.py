"""Terms in texts: one pass over a text finds all terms of an index, in inflected forms.

A text is cut into tokens, hyphens and apostrophes cut too, and each token has keys (`inflection`).
The index holds terms by the keys of their first word; the longest match wins.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from . import locales
from .analysis import Text
from .inflection import keys, lemma_keys, stem, verb_keys

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[[\p{L}\p{M}\p{N}]--"
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+",
    flags=regex.V1,
)
_IDEOGRAPH = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
_COMPOUNDING = frozenset({"de", "nl", "sv", "da", "nb", "no", "nn", "fi", "hu", "is", "et"})
_AGGLUTINATING = frozenset({"tr", "az", "fi", "hu", "et", "kk", "ky", "uz", "tt", "eu", "ka", "ko"})
_BUILDING = _COMPOUNDING | _AGGLUTINATING
_SMALL_WORDS = {
    "fr": "de du des d la le les l à au aux en par pour et",
    "es": "de del la el los las a al en con por para y",
    "it": "di del della dei delle degli dello il la lo i gli le a al con per da in e l d",
    "pt": "de do da dos das a o os as em com por para e",
    "ca": "de del la el els les a al en amb per d l i",
    "ro": "de a al ai ale cu în la pe și",
    "de": "der die das des dem den ein eine einer eines einem einen",
}
_POSSESSIVE = regex.compile(r"(?<=[aeıioöuü])s[ıiuü]$|(?<=[^aeıioöuüs])[ıiuü]$")
_GAP = 3
"""Words that may stand between the words of a term."""


class Token(NamedTuple):
    """A word of a text, and the keys by which its inflected forms meet."""

    text: str
    start: int
    end: int
    keys: frozenset[str]


class Pattern(NamedTuple):
    """A term's form, ready for matching."""

    tokens: tuple[Token, ...]
    """Without articles and prepositions."""
    language: str
    case: bool


class Match(NamedTuple):
    """A term in a text."""

    id: int
    start: int
    end: int


def tokens_of(text: Text) -> tuple[Token, ...]:
    """Return the tokens of a text. An analyser of `Text.ask`."""
    return tokens(text.value, locales.language(text.locale))


def tokens(value: str, language: str) -> tuple[Token, ...]:
    """Cut a string into tokens; ideographs and letters of unspaced scripts are tokens each."""
    return tuple(
        Token(found[0], *found.span(), keys(found[0], language)) for found in _TOKEN.finditer(value)
    )


@lru_cache(maxsize=65536)
def pattern(form: str, locale: str, case: bool = False, verb: bool = False) -> Pattern:
    """Prepare a term in dictionary form for matching."""
    language = locales.language(locale)
    small = set(_SMALL_WORDS.get(language, "").split())
    cut = tokens(form, language)
    content = tuple(token for token in cut if token.text not in small) or cut
    if verb:
        content = tuple(t._replace(keys=t.keys | verb_keys(t.text, language)) for t in content)
    return Pattern(content, language, case)


class Index:
    """Many terms of one language, found in one pass over a text.

    A term is filed under the keys of that of its words which the fewest terms have.
    """

    def __init__(self, terms: Iterable[tuple[int, Pattern]]) -> None:
        filed = [(number, term) for number, term in terms if term.tokens]
        common = Counter(key for _, term in filed for token in term.tokens for key in token.keys)
        self._by_key: dict[str, list[tuple[int, Pattern, int]]] = {}
        for number, term in filed:
            crowds = [max(common[key] for key in token.keys) for token in term.tokens]
            anchor = crowds.index(min(crowds))
            entry = number, term, anchor
            for key in term.tokens[anchor].keys:
                self._by_key.setdefault(key, []).append(entry)
        self._verbs = any(key[0] == "v" for key in self._by_key)

    def matches(self, text: Text) -> list[Match]:
        """Return the terms of a text, the longest where they overlap, in order."""
        if not self._by_key:
            return []
        words = text.ask(tokens_of)
        language = locales.language(text.locale)
        found = set()
        for position, word in enumerate(words):
            known = word.keys | verb_keys(word.text, language) if self._verbs else word.keys
            filed = {id(entry): entry for key in known for entry in self._by_key.get(key, ())}
            for number, term, anchor in filed.values():
                start = position - anchor
                end = _adjacent(words, start, term, text.value) if start >= 0 else 0
                if end:
                    found.add(Match(number, words[start].start, end))
        return _longest(found)


def _adjacent(words: tuple[Token, ...], position: int, term: Pattern, value: str) -> int:
    """Return where a term ends that begins at a token, 0 if it does not stand there whole."""
    number = len(term.tokens)
    if position + number > len(words):
        return 0
    for offset, token in enumerate(term.tokens):
        word = words[position + offset]
        if not fits(token, word, term):
            return 0
        if offset and len(value[words[position + offset - 1].end : word.start].strip(" -‐‑\n’'")):
            return 0
    return words[position + number - 1].end


def _longest(found: set[Match]) -> list[Match]:
    ordered = sorted(found, key=lambda m: (m.start - m.end, m.start, m.id))
    kept: list[Match] = []
    for match in ordered:
        if all(
            match.end <= other.start
            or other.end <= match.start
            or (match.start, match.end) == (other.start, other.end)
            for other in kept
        ):
            kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end, m.id))


def fits(token: Token, word: Token, term: Pattern) -> bool:
    """Say whether a word of a text can be a form of a term's word."""
    shared = token.keys & word.keys
    if not shared and not (
        any(key[0] == "v" for key in token.keys)
        and token.keys & verb_keys(word.text, term.language)
    ):
        return False
    return _same_case(token.text, word.text, term.case)


def _same_case(token: str, word: str, strict: bool) -> bool:
    """Capitals of an acronym count always; those of other words only if the glossary says so."""
    if _loud(token):
        length = min(len(token), len(word))
        return word[:length] == token[:length] or word.upper() == word == token.upper()
    if strict:
        return not (_loud(word) and len(word) > 1) and token[:1].isupper() <= word[:1].isupper()
    return True


@lru_cache(maxsize=65536)
def _loud(word: str) -> bool:
    return len(word) > 1 and any(char.isupper() for char in word[1:])


def find(text: Text, terms: Iterable[Pattern], lemmas: bool = True) -> tuple[int, int] | None:
    """Return the span of the first of several forms of a term in a translation, or None.

    Its words may be inflected, stand in another order, with up to three others between them, or
    be parts of a compound. Lemmatizers are asked only when surfaces and stems do not meet.
    """
    forms = tuple(terms)
    for deep in (False, True) if lemmas else (False,):
        for term in forms:
            if span := _find(text, term, deep):
                return span
    return None


def _find(text: Text, term: Pattern, lemmas: bool) -> tuple[int, int] | None:
    words = text.ask(tokens_of)
    known = text.ask(_places_of_lemmas if lemmas else _places_of_keys)
    places: list[list[int]] = []
    for token in term.tokens:
        places.append(_places(token, words, known, term, lemmas))
        if not places[-1]:
            return None
    window = _window(places, len(term.tokens) + _gap(term)) if places else None
    return (words[window[0]].start, words[window[1]].end) if window else None


Places = dict[str, list[int]]
"""Key → the numbers of the tokens that have it."""


def _places_of_keys(text: Text) -> Places:
    return _collect((number, token.keys) for number, token in enumerate(text.ask(tokens_of)))


def _places_of_lemmas(text: Text) -> Places:
    language = locales.language(text.locale)
    return _collect(
        (number, token.keys | lemma_keys(token.text, language))
        for number, token in enumerate(text.ask(tokens_of))
    )


def _collect(numbered: Iterable[tuple[int, frozenset[str]]]) -> Places:
    places: Places = {}
    for number, found in numbered:
        for key in found:
            places.setdefault(key, []).append(number)
    return places


def _places(
    token: Token, words: tuple[Token, ...], known: Places, term: Pattern, lemmas: bool
) -> list[int]:
    """Return the numbers of the words that can be forms of a term's word, in order."""
    wanted = token.keys | lemma_keys(token.text, term.language) if lemmas else token.keys
    found = {
        number
        for key in wanted
        for number in known.get(key, ())
        if _same_case(token.text, words[number].text, term.case)
    }
    if term.language in _BUILDING or any(key[0] == "v" for key in token.keys):
        found |= {
            n for n, word in enumerate(words) if n not in found and _renders(token, word, term)
        }
    return sorted(found)


def _gap(term: Pattern) -> int:
    if any(_IDEOGRAPH.match(token.text) for token in term.tokens):
        return 0
    return _GAP + len(term.tokens) // 2 if len(term.tokens) > 1 else 0


def _window(places: list[list[int]], limit: int) -> tuple[int, int] | None:
    """Return the narrowest run of at most `limit` tokens with a place of every word."""
    best: tuple[int, int] | None = None
    for start in sorted({place for group in places for place in group}):
        end = start
        for group in places:
            after = next((place for place in group if place >= start), None)
            if after is None:
                return best
            end = max(end, after)
        if end - start < limit and (best is None or end - start < best[1] - best[0]):
            best = start, end
    return best


def _renders(token: Token, word: Token, term: Pattern) -> bool:
    if fits(token, word, term):
        return True
    if len(token.text) < 3 or _loud(token.text):
        return False
    return any(
        part in word.text.casefold() for part in _parts(token.text, word.text, term.language)
    )


def _parts(token: str, word: str, language: str) -> Iterator[str]:
    """Yield stems that a compound or an agglutinated form of the token would contain."""
    small, other = token.casefold(), word.casefold()
    if language in _COMPOUNDING and len(word) > len(token):
        root = stem(token, language)
        if len(root) >= 4 and (other.startswith((small, root)) or root in other[2:]):
            yield root if root in other else small
    if language in _AGGLUTINATING:
        root = _root(small)
        if other.startswith(root):
            yield root


def _root(word: str) -> str:
    """Return a Turkic or Uralic noun without its possessive and the consonant that softens."""
    root = _POSSESSIVE.sub("", word) if len(word) > 4 else word
    return root[:-1] if len(root) > 4 and root[-1] in "pçtk" else root


def unspaced(form: str) -> bool:
    """Say whether a form is written in a script without spaces between words."""
    return _IDEOGRAPH.search(form) is not None
