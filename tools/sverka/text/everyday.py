"""Words that say little about terms, and of which translators make what they please."""

import tomllib
from functools import lru_cache
from importlib import resources
from itertools import chain

from .anaphora import is_general
from .lexicon import Concepts, said

_PLURALS = ("", "s", "n", "en", "e")


@lru_cache(maxsize=1)
def _tables() -> tuple[str, dict[str, str]]:
    path = resources.files("sverka.text") / "data/everyday.toml"
    tables = tomllib.loads(path.read_text("utf-8"))
    return tables["free"], tables["idle"]


@lru_cache(maxsize=1)
def free() -> Concepts:
    """Return what is rendered by several words as translators please."""
    return frozenset(chain.from_iterable([said(word, "en") for word in _tables()[0].split()]))


def is_free(word: str, means: Concepts, language: str) -> bool:
    """Say whether a word, of these meanings, is rendered as translators please."""
    return bool(means & free()) or (language == "en" and word in _tables()[0].split())


@lru_cache(maxsize=32)
def idle(language: str) -> frozenset[str]:
    """Return nouns of a language that may be there without a counterpart."""
    return frozenset(_tables()[1].get(language, "").split())


def is_empty(small: str, language: str) -> bool:
    """Say whether a noun is idle, or a general one in the singular or the plural."""
    if small in idle(language):
        return True
    return any(is_general(small.removesuffix(end), language) for end in _PLURALS)
