"""Words that stand for what was said before: pronouns, and general nouns such as "the device"."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import regex

_ADJECTIVE = {
    "de": regex.compile(r"e[nrs]?$"),
    "en": regex.compile(r"."),
    "fr": regex.compile(r"(?:ique|ale?|aux|elle?|euse?|eux|i[fv]e?|ée?|ant|ante|aire)s?$"),
    "slavic": regex.compile(r"(?:[аяеоыі]|[ыиоеі]й|[оеі]го|[оеь]му|[ыиі][мх]|[ыиі]ми|[ую]ю|у|ої)$"),
    "": regex.compile(r"(?:[ií]c|al|os|iv|ad|id|ant|ent|ar|ari|ale|are)[aeo]?s?$"),
}
_LINKS = frozenset(
    ("für", "zur", "zum", "der", "des", "mit", "de", "d", "du", "à", "del", "della", "do", "da")
)
"""Words by which a noun is qualified after it: « appareil de … », „Gerät zur …“."""


class _Table(NamedTuple):
    pronouns: frozenset[str]
    general: frozenset[str]
    stems: tuple[str, ...]


@lru_cache(maxsize=1)
def _tables() -> dict[str, _Table]:
    rows = tomllib.loads((resources.files("sverka.text") / "data/anaphora.toml").read_text("utf-8"))
    return {
        language: _Table(
            frozenset(row["pronouns"].split()),
            frozenset(row.get("general", "").split()),
            tuple(row.get("stems", "").split()),
        )
        for language, row in rows.items()
    }


def is_known(language: str) -> bool:
    """Say whether the pronouns of a language are known."""
    return language in _tables()


def pronouns(words: Sequence[str], language: str) -> int:
    """Count the pronouns and demonstratives among the words, in small letters, of a text."""
    known = _tables().get(language)
    return sum(word in known.pronouns for word in words) if known else 0


def pronouns_in(text: str, language: str) -> int:
    """The same of a text in a script that parts no words."""
    known = _tables().get(language)
    return sum(map(text.count, known.pronouns)) if known else 0


def general_nouns(words: Sequence[str], language: str, bare: bool = False) -> int:
    """Count the general nouns among the words, in small letters, of a text.

    With `bare` only those which no word beside them makes special: the device, not the test device.
    """
    known = _tables().get(language)
    if not known:
        return 0
    return sum(
        _is_general(word, known) and not (bare and _is_qualified(place, words, language))
        for place, word in enumerate(words)
    )


def is_general(word: str, language: str) -> bool:
    """Say whether a word, in small letters, is a general noun."""
    known = _tables().get(language)
    return known is not None and _is_general(word, known)


def _is_general(word: str, known: _Table) -> bool:
    if word in known.general:
        return True
    return any(word.startswith(stem) and len(word) - len(stem) <= 4 for stem in known.stems)


def _is_qualified(place: int, words: Sequence[str], language: str) -> bool:
    before = words[place - 1] if place else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if language in ("ru", "uk", "pl"):
        return len(before) > 3 and _ADJECTIVE["slavic"].search(before) is not None
    adjective = _ADJECTIVE.get(language, _ADJECTIVE[""])
    if language in ("de", "en", "nl"):
        return after in _LINKS or (
            before not in _idle(language) and adjective.search(before) is not None
        )
    agrees = {words[place][-1:], after[-1:]} != {"a", "o"}
    return after in _LINKS or (agrees and adjective.search(after) is not None)


@lru_cache(maxsize=32)
def _idle(language: str) -> frozenset[str]:
    from .languages import function_words

    return function_words(language) | frozenset(("", "a"))
