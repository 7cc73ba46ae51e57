"""English names of places, peoples, months and weekdays that a language has its own for."""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from . import locales
from .analysis import Text
from .signs import Test, never, of_words, signs

Span = tuple[int, int]

_WORDS = r"(?<![\w/@.#-])(?:{})(?![\w@-]|/\w|\.\w|['’]\w)"
_BEFORE = re.compile(r"(\S+) \Z")
_AFTER = re.compile(r" ([^\s,.;:!?)]+)")
_OF_A_NAME = frozenset(("of", "for", "the", "and", "&", "de", "in the", "Dr", "Dr.", "Mr", "Mrs"))
_FEWEST = 4
"""So many words has a text, at least."""


@lru_cache(maxsize=32)
def exonyms(own: str) -> dict[str, str]:
    """Return the English names that a language has its own for → that name, "" if it is not known;
    none for languages that are not known."""
    path = resources.files("sverka.text") / "data/exonyms.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    places = {name: row[own] for name, row in data["places"].items() if own in row}
    if not places:
        return {}
    found = dict.fromkeys(data["peoples"]["words"].split(), "") | _from_cldr(own) | places
    valid = frozenset(found.values())
    doubtful = frozenset(data["doubtful"]["words"].split())
    return {name: there for name, there in found.items() if name not in valid | doubtful}


def _from_cldr(own: str) -> dict[str, str]:
    from babel import Locale

    english, other = Locale("en"), Locale(own)
    pairs = [(name, other.territories.get(key)) for key, name in english.territories.items()]
    for table in ("months", "days"):
        names, others = (getattr(one, table)["format"]["wide"] for one in (english, other))
        pairs += [(name, others[key]) for key, name in names.items()]
    return {
        str(name): str(there)
        for name, there in pairs
        if there and name[0].isalpha() and name.isascii() and str(name).lower() != there.lower()
    }


@lru_cache(maxsize=32)
def _pattern(own: str) -> re.Pattern[str]:
    names = sorted(map(re.escape, exonyms(own)), key=len, reverse=True)
    return re.compile(_WORDS.format("|".join(names)))


def _foreign_to(locale: str) -> Test:
    own = locales.language(locale)
    first = frozenset(name.partition(" ")[0] for name in exonyms(own)) if own != "en" else None
    return first.__contains__ if first else never


EXONYM = of_words(_foreign_to)
"""An English name that the text's language has its own for."""


def left_names(text: Text, pivot: Text, plain: str | None) -> Iterator[tuple[Span, str]]:
    """Yield the English names in a text that its language has its own for, and that one.

    `plain` is the text without code and quotations. Names that stand beside a capital word which
    the pivot has there, too, are a part of a name (the University of Vienna, Air France).
    """
    if plain is None or not text.ask(signs) & EXONYM or plain.count(" ") + 1 < _FEWEST:
        return
    own = locales.language(text.locale)
    for hit in _pattern(own).finditer(plain):
        name = hit[0]
        if not re.search(rf"(?<!\w){re.escape(name)}(?!\w)", pivot.value):
            continue
        if exonyms(own)[name] and exonyms(own)[name] in text.value:
            continue
        before, after = _BEFORE.search(plain, 0, hit.start()), _AFTER.match(plain, hit.end())
        if before and (before[1] in _OF_A_NAME or _joined(f"{before[1]} {name}", before[1], pivot)):
            continue
        if after and _joined(f"{name} {after[1]}", after[1], pivot):
            continue
        yield hit.span(), exonyms(own)[name]


def _joined(words: str, beside: str, pivot: Text) -> bool:
    return beside[0].isupper() and words in pivot.value
