"""Words that a language does not have, and that therefore were left or put there by mistake."""

import re
import tomllib
from functools import lru_cache
from importlib import resources

from ..locales import language
from ..signs import Test, never, of_words
from .neighbours import has_strange_letters


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str] | dict[str, frozenset[str]]]:
    path = resources.files("sverka.text") / "data/left_words.toml"
    rows = tomllib.loads(path.read_text("utf-8"))
    return {
        name: frozenset(row.split())
        if isinstance(row, str)
        else {own: frozenset(words.split()) for own, words in row.items()}
        for name, row in rows.items()
    }


@lru_cache(maxsize=32)
def left_words(own: str) -> frozenset[str]:
    """Return frequent English words that a language does not have; none if it is not known."""
    table = _table()
    english, shared = table["english"], table["shared"]
    assert isinstance(english, frozenset)
    assert isinstance(shared, dict)
    return english - shared[own] if own in shared else frozenset()


@lru_cache(maxsize=32)
def strange_words(own: str) -> frozenset[str]:
    """Return frequent words of any language but English that a language does not have."""
    strange = _table()["strange"]
    assert isinstance(strange, dict)
    return strange.get(own, frozenset())


_ENGLISH = re.compile(r"[a-z]{3,}(?:[a-z]ly|ness|ful|less|ught|ously|(?:[bdfgklmnprstv])ed)")
_LOANS = frozenset(
    "family business fitness wellness harness speed breed feed need indeed embed".split()  # noqa: SIM905
)


def looks_english(word: str) -> bool:
    """Say whether a small word ends as words of no other language do."""
    return word not in _LOANS and _ENGLISH.fullmatch(word) is not None


def _left_in(locale: str) -> Test:
    own = language(locale)
    words, letters = left_words(own) | strange_words(own), has_strange_letters(own)
    if letters is not never:
        return lambda word: (small := word.lower()) in words or bool(letters(small))
    if not words:
        return never
    english = bool(left_words(own))
    return lambda word: word.lower() in words or (english and looks_english(word))


LEFT = of_words(_left_in)
"""A word that the text's language does not have."""
