"""Terms in texts: one pass over a text finds all terms of an index, in inflected forms.

A text is cut into tokens, hyphens and apostrophes cut too, and each token has keys (`inflection`).
The index holds terms by the keys of their first word; the longest match wins.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

import regex

from . import locales
from .analysis import Text
from .compounds import BUILDING, contains
from .inflection import keys, lemma_keys, verb_keys
from .vocabulary import Remembered

_TOKEN = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]|[[\p{L}\p{M}\p{N}]--"
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]]+",
    flags=regex.V1,
)
_IDEOGRAPH = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]"
)
_SMALL_WORDS = {
    "fr": "de du des d la le les l à au aux en par pour et",
    "es": "de del la el los las a al en con por para y",
    "it": "di del della dei delle degli dello il la lo i gli le a al con per da in e l d",
    "pt": "de do da dos das a o os as em com por para e",
    "ca": "de del la el els les a al en amb per d l i",
    "ro": "de a al ai ale cu în la pe și",
    "de": "der die das des dem den ein eine einer eines einem einen",
}
_MARKS = ".,:;!?()[]{}\"'`*"
_GAP = 3
"""Words that may stand between the words of a term."""
_JOINTS = " -‐‑\n’'"
"""What may stand between the words of a term."""


class Token(NamedTuple):
    """A word of a text."""

    text: str
    start: int
    end: int


class Part(NamedTuple):
    """A word of a term, and the keys by which its inflected forms meet."""

    text: str
    keys: frozenset[str]


class Pattern(NamedTuple):
    """A term's form, ready for matching."""

    parts: tuple[Part, ...]
    """Without articles and prepositions."""
    language: str
    case: bool
    verb: bool


class Match(NamedTuple):
    """A term in a text."""

    id: int
    start: int
    end: int


def tokens_of(text: Text) -> tuple[Token, ...]:
    """Return the tokens of a text. An analyser of `Text.ask`."""
    return tokens(text.value)


def tokens(value: str) -> tuple[Token, ...]:
    """Cut a string into tokens; ideographs and letters of unspaced scripts are tokens each."""
    return tuple(Token(found[0], *found.span()) for found in _TOKEN.finditer(value))


@lru_cache(maxsize=65536)
def pattern(form: str, locale: str, case: bool = False, verb: bool = False) -> Pattern:
    """Prepare a term in dictionary form for matching."""
    language = locales.language(locale)
    small = set(_SMALL_WORDS.get(language, "").split())
    cut = [token.text for token in tokens(form)]
    content = [word for word in cut if word not in small] or cut
    parts = tuple(Part(word, _keys(word, language, verb)) for word in content)
    return Pattern(parts, language, case, verb)


def _keys(word: str, language: str, verb: bool) -> frozenset[str]:
    known = keys(word, language)
    return known | verb_keys(word, language) if verb else known


class _Node:
    """What can follow the words of a term so far, and the terms that end here."""

    __slots__ = ("ids", "next")

    def __init__(self) -> None:
        self.next: dict[int, _Node] = {}
        self.ids: list[int] = []


class Index:
    """Many terms of one language, found in one pass over a text of that language.

    The terms make a tree, a step a word. Which words of the tree a word of a text is a form of is
    looked up once a word, so that the number of terms costs next to nothing.
    """

    def __init__(self, terms: Iterable[tuple[int, Pattern]]) -> None:
        self._root = _Node()
        self._language = ""
        self._verbs = False
        self._parts: dict[tuple[Part, bool], int] = {}
        self._by_key: dict[str, list[tuple[int, Part, Pattern]]] = {}
        self._known = Remembered(self._forms_of)
        self._beginnings = Remembered(self._may_begin)
        for number, term in terms:
            node = self._root
            self._language = term.language
            self._verbs |= term.verb
            for part in term.parts:
                node = node.next.setdefault(self._file(part, term), _Node())
            if term.parts:
                node.ids.append(number)

    def _file(self, part: Part, term: Pattern) -> int:
        number = self._parts.setdefault((part, term.case), len(self._parts))
        if number == len(self._parts) - 1:
            for key in part.keys:
                self._by_key.setdefault(key, []).append((number, part, term))
        return number

    def matches(self, text: Text) -> list[Match]:
        """Return the terms of a text, the longest where they overlap, in order.

        An analyser of `Text.ask`.
        """
        value = text.value
        if not any(map(self._beginnings.__getitem__, value.split())):
            return []
        words = text.ask(tokens_of)
        parts = [self._known[word.text] for word in words]
        found: list[tuple[int, int, int]] = []
        for start, first in enumerate(parts):
            if not first:
                continue
            nodes = [node for part in first if (node := self._root.next.get(part))]
            end = start + 1
            while nodes:
                found += [(start, end, number) for node in nodes for number in node.ids]
                if end == len(words) or value[words[end - 1].end : words[end].start].strip(_JOINTS):
                    break
                nodes = [node for n in nodes for part in parts[end] if (node := n.next.get(part))]
                end += 1
        return [Match(number, words[a].start, words[b - 1].end) for a, b, number in _longest(found)]

    def _may_begin(self, piece: str) -> bool:
        """Say whether a term may begin in what stands between white space."""
        bare = piece.strip(_MARKS)
        if bare.isascii() and bare.isalpha():
            parts = self._known[bare]
        else:
            parts = tuple(chain.from_iterable(map(self._known.__getitem__, _TOKEN.findall(piece))))
        return not self._root.next.keys().isdisjoint(parts)

    def _forms_of(self, word: str) -> tuple[int, ...]:
        """Return the words of terms that a word of a text is a form of."""
        known = _keys(word, self._language, self._verbs)
        if self._by_key.keys().isdisjoint(known):
            return ()
        filed = {entry[0]: entry for key in known for entry in self._by_key.get(key, ())}
        return tuple([number for number, part, term in filed.values() if fits(part, word, term)])


def _longest(found: Iterable[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return of (start, end, id) the longest where they overlap, in order."""
    taken: set[int] = set()
    spans: set[tuple[int, int]] = set()
    kept = []
    for start, end, number in sorted(set(found), key=lambda m: (m[0] - m[1], m)):
        if (start, end) in spans or taken.isdisjoint(range(start, end)):
            taken.update(range(start, end))
            spans.add((start, end))
            kept.append((start, end, number))
    return sorted(kept)


def fits(part: Part, word: str, term: Pattern) -> bool:
    """Say whether a word of a text can be a form of a term's word."""
    known = _keys(word, term.language, term.verb)
    return not part.keys.isdisjoint(known) and _same_case(part.text, word, term.case)


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
    places: list[list[int]] = []
    for part in term.parts:
        places.append(_places(part, text, term, lemmas))
        if not places[-1]:
            return None
    window = _window(places, len(term.parts) + _gap(term)) if places else None
    return (words[window[0]].start, words[window[1]].end) if window else None


Places = dict[str, list[int]]
"""Key → the numbers of the tokens that have it."""


def _places_of_keys(text: Text) -> Places:
    return _collect(text, keys)


def _places_of_lemmas(text: Text) -> Places:
    return _collect(text, lemma_keys)


def _collect(text: Text, keys_of: Callable[[str, str], frozenset[str]]) -> Places:
    language = locales.language(text.locale)
    places: Places = {}
    for number, token in enumerate(text.ask(tokens_of)):
        for key in keys_of(token.text, language):
            places.setdefault(key, []).append(number)
    return places


def _places(part: Part, text: Text, term: Pattern, lemmas: bool) -> list[int]:
    """Return the numbers of the words that can be forms of a term's word, in order."""
    words = text.ask(tokens_of)
    known = text.ask(_places_of_keys)
    numbers = {number for key in part.keys if key in known for number in known[key]}
    if lemmas:
        known = text.ask(_places_of_lemmas)
        wanted = lemma_keys(part.text, term.language)
        numbers.update(number for key in wanted if key in known for number in known[key])
    found = {n for n in numbers if _same_case(part.text, words[n].text, term.case)}
    if term.verb or term.language in BUILDING:
        found |= {
            n for n, word in enumerate(words) if n not in found and _renders(part, word.text, term)
        }
    return sorted(found)


def _gap(term: Pattern) -> int:
    if any(_IDEOGRAPH.match(part.text) for part in term.parts):
        return 0
    return _GAP + len(term.parts) // 2 if len(term.parts) > 1 else 0


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


def _renders(part: Part, word: str, term: Pattern) -> bool:
    """Say whether a word is a form of a term's word, or a compound with it."""
    if fits(part, word, term):
        return True
    return (
        len(part.text) >= 3
        and not _loud(part.text)
        and contains(word.casefold(), part.text.casefold(), term.language)
    )


def unspaced(form: str) -> bool:
    """Say whether a form is written in a script without spaces between words."""
    return _IDEOGRAPH.search(form) is not None
