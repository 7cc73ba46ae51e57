"""Clauses of which a Chinese, Japanese or Arabic translation has no word, or that it adds."""

import re
from collections.abc import Sequence
from itertools import pairwise

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words
from sverka.text.lexicon import east
from sverka.text.numbers import all_values, spelled
from sverka.text.prose import machine, prose

from ._sentences import Model, spoken
from ._translations import Measured

_LONGEST = 600
"""Code points up to which a text is compared."""
_BREAK = re.compile(
    r"[;:.!?—–()“”\"]+(?=\s|$)|,\s"
    r"|,?\s(?:and|but|while|although|because|which|who|where|when|so that|as)\s"
)
"""What parts clauses in English."""
_STOP = re.compile(r"\s*[;.!?—–]")
"""What parts those that can stand alone."""
_MARKS = re.compile(r"[,;:.!?—–]+(?=\s|$)|[，。；：、！？，；،؛]")
_REST, _FEWEST = 0.75, 2
"""The share of the other words that must have a counterpart, and how many at least."""
_BRIEF = 160
"""Code points up to which a clause may be one of which the table knows but one word well …"""
_SHORT = 0.85
"""… if the translation is so short, as against what is to be expected."""
_LONG = 1.25
"""How much longer than to be expected a text may be that lost a clause."""
_EXPLAINED, _STRANGE = 0.19, 3
"""The share of a sentence's words that may answer to the pivot's, and how many may not at least."""
_KNOWN = 3
"""Words of an English text that must be known for a sentence to be strange to it."""
_WORD = re.compile(r"(?<![\w-])[a-z]{4,}")
_CLOSING, _QUOTED = "”」』", re.compile('[“"].+[”"]')
_FIGURE = re.compile(r"\d|[A-Z]{2}")


def dropped(one: Measured, model: Model) -> tuple[int, int] | None:
    """Return the clause of an English text of which a translation has no word.

    It has two words, or one if the translation has a mark less and the clause stands between marks
    that end sentences, or has a vague word besides in a text that is short; what they mean is
    usually translated, and the rest of the text is.
    """
    pivot, target = one.pair.pivot, one.pair.target
    if not east.knows(target.locale) or locales.language(pivot.locale) != "en":
        return None
    if len(pivot.value) > _LONGEST or one.target.weight > _LONG * one.pivot.weight * model.ratio:
        return None
    said = pivot.ask(east.english)
    if len(said) <= _FEWEST:
        return None
    kept = {word: east.covers(word, target) for word in said}
    if all(kept.values()):
        return None
    fewer = len(_MARKS.findall(target.value)) < len(_MARKS.findall(pivot.value))
    is_brief = len(pivot.value) < _BRIEF
    is_short = is_brief and one.target.weight < _SHORT * one.pivot.weight * model.ratio
    for start, end in _clauses(pivot):
        inner = [word for word in said if start <= word.start < end]
        missing = [word for word in inner if not kept[word]]
        lost = {word.rows for word in missing if not east.is_vague(word)}
        outer = [word for word in said if word not in inner]
        again = {rows for word in outer for rows in word.rows}
        if not lost or any(kept[word] and again.isdisjoint(word.rows) for word in inner):
            continue
        rest = [kept[word] for word in outer]
        if len(rest) < _FEWEST or sum(rest) < _REST * len(rest):
            continue
        is_bound = _is_apart(pivot, start, end) or (is_short and len(missing) > 1)
        if len(lost) < 2 and not (fewer and all(rest) and is_bound):
            continue
        if _FIGURE.search(pivot.value, start, end) or _numbers_kept(pivot, target, start, end):
            continue
        return start, end
    return None


def added(one: Measured) -> tuple[int, int] | None:
    """Return a sentence of a Chinese or Japanese translation, one of more than the English text
    has, that has no word for any of that text's, all of which the other sentences render."""
    pivot, target = one.pair.pivot, one.pair.target
    if one.target.sentences <= one.pivot.sentences or len(target.value) > _LONGEST:
        return None
    if locales.language(target.locale) not in ("zh", "ja"):
        return None
    if locales.language(pivot.locale) != "en" or len(pivot.ask(east.english)) < _KNOWN:
        return None
    said = pivot.ask(east.english)
    if len(said) < len(_content(pivot)) / 2 or pivot.ask(machine):
        return None
    rows = {number for word in said for number in word.rows}
    for start, end in target.ask(spoken)[1:]:
        if target.value[:start].rstrip()[-1:] in _CLOSING and _QUOTED.search(pivot.value):
            continue  # who says it
        words = east.stems_in(target, start, end)
        known = sum(not rows.isdisjoint(meanings) for meanings in words)
        strange = len(words) - known
        if strange < _STRANGE or known > _EXPLAINED * len(words):
            continue
        rest = Text(target.value[:start] + target.value[end:], target.locale)
        if all(east.covers(word, rest) for word in said if not east.is_vague(word)):
            return start, end
    return None


def _content(text: Text) -> list[str]:
    """Return the words of an English text that say something, but for names."""
    words = _WORD.findall(text.ask(prose))
    return [word for word in words if word not in function_words("en")]


def _clauses(text: Text) -> Sequence[tuple[int, int]]:
    """Return the clauses of an English text."""
    plain = text.ask(prose)
    places = [0, *(hit.end() for hit in _BREAK.finditer(plain)), len(plain)]
    return [(start, end) for start, end in pairwise(places) if plain[start:end].strip()]


def _is_apart(text: Text, start: int, end: int) -> bool:
    """Say whether a clause stands between marks that end sentences."""
    before = text.value[:start].rstrip()[-1:]
    return before in ";.!?—–" and bool(_STOP.match(text.value, max(start, end - 1)))


def _numbers_kept(here: Text, there: Text, start: int, end: int) -> bool:
    """Say whether a translation has a number that stands in a clause."""
    values = all_values(there)
    inner = (n for n in here.ask(spelled) if start <= n.start < end)
    return any(not values.isdisjoint(number.values) for number in inner)
