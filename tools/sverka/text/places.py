"""Names of places, peoples, months and days, which a language never writes small."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

from . import locales
from .analysis import Text
from .prose import prose
from .signs import Test, never, of_pieces, of_words, signs, starts

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?![\w\-‐‑/@.=:]\w)(?:['’]s)?")
_APOSTROPHE = re.compile("['’ʼ]")
_GLUED = re.compile(r"[\w\-‐‑/@.=:\\]\Z")
_CASES = (
    # ending of the base form, how much of it is cut off, what is added
    ("ия", 1, "я и ю ей ею ях ям"),
    ("ія", 1, "я ї ю єю"),
    ("ья", 1, "я и ю ей е"),
    ("ье", 1, "е я ю ем"),
    ("а", 1, "а ы и е у ой ою і"),
    ("ь", 1, "ь и ю ью я ем е ём"),
    ("й", 1, "й я ю ем е єм ї"),
    ("ы", 1, "ы ов ам ах"),
)
_CONSONANT = "{0} {0}а {0}у {0}ом {0}е {0}і"
_FOLLOWED = re.compile(
    r"\s(?:fries|toast|press|doors?|windows?|measles|numerals|shepherds?|type|letters|script|wheel"
    r"|roulette|dressing|salts?|sauce|cuisine|kiss)\b"
)
"""What makes another word of a name: french fries."""


@cache
def _data() -> dict[str, Any]:
    file = resources.files("sverka.text") / "data/places.toml"
    return tomllib.loads(file.read_text("utf-8"))


def _forms(word: str) -> list[str]:
    """Return the cases of a Russian or Ukrainian name of a place."""
    for ending, cut, added in _CASES:
        if word.endswith(ending):
            return [word[:-cut] + more for more in added.split()]
    if word[-1] in "оуеэюиі":
        return [word]
    return _CONSONANT.format(word).split()


@cache
def _small(language: str) -> frozenset[str]:
    row = _data().get(language, {})
    words = row.get("words", "").split()
    forms = [form for word in words for form in _forms(word)] if language in ("ru", "uk") else words
    return frozenset(forms)


@cache
def _phrases(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return what finds names of two words, and what finds the first of them alone."""
    rows = _data().get(language, {}).get("phrases")
    if rows is None:
        return None
    heads = "|".join(row.partition(" ")[0] for row in rows)
    return re.compile(rf"(?:{'|'.join(rows)})(?!\w)"), re.compile(rf"(?:{heads})\Z")


def _is_small(locale: str) -> Test:
    words, phrases = _small(locales.language(locale)), _phrases(locales.language(locale))
    head = phrases[1].match if phrases else never
    return lambda word: not words.isdisjoint(_APOSTROPHE.split(word)) or head(word)


PLACE = of_words(_is_small)
"""A name of a place with a small letter."""


def small_places(text: Text) -> tuple[Span, ...]:
    """Return the names of places, peoples, months and days with a small letter: an analyser."""
    if not text.ask(signs) & PLACE:
        return ()
    words, value = _small(locales.language(text.locale)), text.ask(prose)
    phrases = _phrases(locales.language(text.locale))
    found = []
    for start in starts(text, PLACE, value):
        if phrases and (name := phrases[0].match(value, start)):
            found.append(name.span())
            continue
        hit = _WORD.match(value, start)
        if hit is None or _GLUED.search(value, max(0, start - 1), start):
            continue
        word = hit[0].removesuffix("'s").removesuffix("’s")
        if word in words and not _FOLLOWED.match(value, hit.end()):
            found.append((start, start + len(word)))
    return tuple(found)


@cache
def _adjectives(language: str) -> re.Pattern[str] | None:
    row = _data()["adjectives"]
    if language not in row:
        return None
    adjective = row[language].replace("(?:", "(?i:", 1)
    nouns = "|".join(row[f"{language}_nouns"].split())
    return re.compile(
        rf"(?<=[а-яёіїєґ,] )(?P<word>(?=[А-ЯЁІЇЄҐ][а-яёіїєґ]){adjective})[ \u00a0](?:{nouns})(?!\w)"
    )


def _is_adjective(locale: str) -> Test:
    row = _data()["adjectives"].get(locales.language(locale))
    if row is None:
        return never
    adjective = re.compile(row, re.IGNORECASE)
    return lambda piece: piece[:1].isupper() and adjective.match(piece)


ADJECTIVE = of_pieces(_is_adjective)
"""An adjective of a place with a capital, after a space, in a language that writes it small."""


def capital_adjectives(text: Text) -> tuple[Span, ...]:
    """Return the Russian and Ukrainian adjectives of places that have a capital though they are
    no part of a name, «Европейских стран»: an analyser."""
    if not text.ask(signs) & ADJECTIVE:
        return ()
    pattern = _adjectives(locales.language(text.locale))
    if pattern is None:
        return ()
    return tuple(found.span("word") for found in pattern.finditer(text.ask(prose)))
