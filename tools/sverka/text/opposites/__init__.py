"""Words of opposite meaning: left and right, increase and decrease, mother and father."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.hanzi import simplified
from sverka.text.negation import denial
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_pieces, pieces_with, places_of, signs, starts_in
from sverka.text.vocabulary import Remembered

from .expressions import head, small, telling, written

__all__ = [
    "OPPOSITE",
    "Pole",
    "allowed",
    "axes",
    "changed",
    "contrasted",
    "hinted",
    "knows",
    "may_oppose",
    "mentions",
    "pole_of",
    "poles",
    "turned",
]

_NOTHING = re.compile(r"(?!)")
_UNSPACED = frozenset(("zh", "ja"))
_NONE = frozenset[str]()
_STOPS = ".,:;!?"
_GLUED = "[وفبلك]{0,2}(?:ال)?"
"""What Arabic writes in one word with the next: and, by, for, like, the."""
_TURNING = {
    "en": "no|not|never|any|less|least|hardly|n['’]t|un(?:stage|do|set|mark|block|select)|half as",
    "de": "nicht|nichts|nie|kein|weniger|kaum|zu|halb so",
    "ru": "не|менее|нет|ничего|нисколько|ничуть",
    "uk": "не|менш|менше|немає|нічого",
    "fr": "pas|non|moins|guère|peu",
    "es": "no|menos|nada|poco|ni",
}
_TURNED = {language: rf"(?<!\b(?:{words})\s)" for language, words in _TURNING.items()}
"""Not after a word that makes a comparative its opposite: less often."""
_TOO = {
    "en": "too",
    "de": "zu|allzu",
    "ru": "слишком|чересчур",
    "uk": "занадто|надто|надміру",
    "fr": "trop",
    "es": "demasiado",
}
_AFTER_TOO = {language: rf"(?<=\b(?:{words})\s)" for language, words in _TOO.items()}
"""After a word that says that it is more than enough."""
_BESIDE = frozenset(("zu",))
"""Those that do so right before a word alone."""
_CLAUSE = re.compile(r",(?! (?:but|and|though) not\b)|[;:.!?()–—\n]")


class Pole(NamedTuple):
    """One of several meanings that exclude each other, as it stands in a text."""

    name: str
    span: tuple[int, int]
    """Where a word speaks for it."""


class _Plain(NamedTuple):
    names: tuple[tuple[str, str], ...]
    """The axis and the pole of each group of the pattern."""
    pattern: "regex.Pattern[str]"
    """Words that speak for a pole."""


class _Table(NamedTuple):
    names: tuple[tuple[str, str], ...]
    """The axis and the pole of each of the others."""
    plain: tuple[str, ...]
    """For each pole, words that speak for it."""
    telling: re.Pattern[str]
    """Of each what `telling` gives, in small letters: the standard library's is three times as
    fast here."""
    first: re.Pattern[str]
    """The first words of those of several."""
    hints: tuple[str, ...]
    """For each pole, all words that may."""


@lru_cache(maxsize=1)
def _data() -> dict[str, dict[str, dict[str, str]]]:
    path = resources.files("sverka.text.opposites") / "words.toml"
    return tomllib.loads(path.read_text("utf-8").replace("^", _GLUED))


@lru_cache(maxsize=32)
def _table(language: str) -> _Table | None:
    names: list[tuple[str, str]] = []
    plain: list[str] = []
    shown: list[str] = []
    first: list[str] = []
    hints: list[str] = []
    for axis, members in _data().items():
        for pole, row in members.items():
            if language not in row:
                continue
            sure, _, doubtful = row[language].partition("~")
            marks = {"+": _TURNED.get(language, ""), "!": _AFTER_TOO.get(language, "")}
            words = [marks.get(word[0], "") + written(word.lstrip("+!")) for word in sure.split()]
            more = [written(word) for word in doubtful.split()]
            names.append((axis, pole))
            shown += map(telling, sure.split())
            first += [head(word) for word in sure.split() if telling(word) != head(word)]
            plain.append("|".join(words))
            hints.append("|".join((*words, *more)))
    if not names:
        return None
    heads = small(first) if first else _NOTHING
    return _Table(tuple(names), tuple(plain), small(shown), heads, tuple(hints))


@lru_cache(maxsize=1024)
def _plain(language: str, axis: str | None = None) -> _Plain:
    """Return what finds the words that speak for a pole, of an axis or of all."""
    table = _table(language)
    assert table
    rows = [
        (name, words)
        for name, words in zip(table.names, table.plain, strict=True)
        if axis in (None, name[0])
    ]
    pattern = _whole("|".join(f"({words})" for _, words in rows), language)
    return _Plain(tuple(name for name, _ in rows), pattern)


@lru_cache(maxsize=2048)
def _whole(pattern: str, language: str) -> "regex.Pattern[str]":
    edges = ("", "") if language in _UNSPACED else (r"(?<!\w)", r"(?!\w)")
    return regex.compile(f"{edges[0]}(?:{pattern}){edges[1]}", regex.IGNORECASE)


def knows(locale: str) -> bool:
    """Say whether the opposites of a locale's language are known."""
    return _table(locales.language(locale)) is not None


def _opposes(locale: str) -> Test:
    language = locales.language(locale)
    table = _table(language)
    if table is None:
        return never
    if language in _UNSPACED:
        pattern = _plain(language).pattern
        if locales.script(locale) == "Hant":
            return lambda piece: pattern.search(simplified(piece))
        return pattern.search
    return _has(table.telling)


def _has(words: re.Pattern[str]) -> Test:
    def holds(piece: str) -> object:
        low = piece.lower()
        return words.match(low) if low.rstrip(_STOPS).isalpha() else words.search(low)

    return holds


def _begins(locale: str) -> Test:
    table = _table(locales.language(locale))
    return never if table is None else _has(table.first)


OPPOSITE = of_pieces(_opposes)
"""A word that speaks for a pole, be it the last of several."""
_FIRST = of_pieces(_begins)
"""The first of several words that speak for a pole."""


def may_oppose(text: Text) -> bool:
    """Say whether a text has a word that speaks for a pole, at small cost: an analyser."""
    return text.ask(signs) & OPPOSITE != 0


def mentions(text: Text) -> dict[str, dict[str, list[tuple[int, int]]]]:
    """Return axis → pole → where a text speaks for it: an analyser."""
    found: dict[str, dict[str, list[tuple[int, int]]]] = {}
    for names, hit in _hits(text):
        axis, pole = names[(hit.lastindex or 1) - 1]
        found.setdefault(axis, {}).setdefault(pole, []).append(hit.span())
    return found


def _hits(text: Text) -> "Iterator[tuple[tuple[tuple[str, str], ...], regex.Match[str]]]":
    """Yield the words of a text that speak for a pole, and the meaning of the match's groups."""
    language = locales.language(text.locale)
    if _table(language) is None:
        return
    value = text.ask(_wording)
    if language in _UNSPACED:
        names, pattern = _plain(language)
        yield from ((names, hit) for hit in pattern.finditer(value))
        return
    told, known, last = text.ask(axes), _axes_of(language, head), 0
    for start, end in text.ask(_places) if told else ():
        if told.isdisjoint(here := known[text.value[start:end]]):
            continue
        for at in starts_in(value, start, end):
            first = last
            for axis in filter(told.__contains__, here) if at >= first else ():
                names, pattern = _plain(language, axis)
                if hit := pattern.match(value, at):
                    last = max(last, hit.end())
                    yield names, hit


def _wording(text: Text) -> str:
    """Return the prose of a text, of the same length, as the tables spell it: an analyser."""
    value = text.ask(prose)
    return simplified(value) if locales.script(text.locale) == "Hant" else value


def _places(text: Text) -> list[tuple[int, int]]:
    """Return where the pieces stand with which what speaks for a pole may begin: an analyser."""
    return places_of(text, OPPOSITE | _FIRST)


@lru_cache(maxsize=32)
def _turning(language: str) -> re.Pattern[str] | None:
    words = _TURNING.get(language)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None


def turned(text: Text, start: int, end: int) -> bool:
    """Say whether the clause of a word may make it its opposite: "less", "without"."""
    value = text.ask(prose)
    first = max([hit.end() for hit in _CLAUSE.finditer(value, 0, start)], default=0)
    stop = _CLAUSE.search(value, end)
    last = stop.start() if stop else len(value)
    denied = text.ask(denial)
    if any(at < last and to > first for at, to in (*denied.strong, *denied.mild)):
        return True
    pattern = _turning(locales.language(text.locale))
    hits = pattern.finditer(value, first, last) if pattern else ()
    return any(hit[0].lower() not in _BESIDE or _stands_before(value, hit, start) for hit in hits)


def _stands_before(value: str, hit: re.Match[str], start: int) -> bool:
    """Say whether a word stands right before another one that is not declined: „zu hoch“."""
    word = value[start:].split(maxsplit=1)[0]
    return hit.end() + 1 == start and not word.endswith(("en", "em"))


def allowed(text: Text, axis: str) -> Counter[str]:
    """Return pole → how often a text may speak for it, doubtful words counted, too."""
    language = locales.language(text.locale)
    table, value = _table(language), text.ask(_wording)
    rows = zip(table.names, table.hints, strict=True) if table else ()
    found = {pole: hints for (name, pole), hints in rows if name == axis}
    return Counter({p: len(_whole(hints, language).findall(value)) for p, hints in found.items()})


@lru_cache(maxsize=64)
def _axes_of(language: str, part: Callable[[str], str]) -> Remembered[tuple[str, ...]]:
    """Return what tells the axes of which a piece may have a pole, in their order: `part` of it,
    `head` or `telling`."""
    parts: dict[str, list[str]] = {}
    for axis, members in _data().items():
        for row in members.values():
            sure = row.get(language, "").partition("~")[0]
            parts.setdefault(axis, []).extend(map(part, sure.split()))
    found = {axis: small(them) for axis, them in parts.items() if them}

    def axes_in(piece: str) -> tuple[str, ...]:
        if language in _UNSPACED or "%" in piece or "\\" in piece:
            return tuple(found)
        small = piece.lower()
        return tuple([axis for axis, pattern in found.items() if pattern.search(small)])

    return Remembered(axes_in)


def axes(text: Text) -> frozenset[str]:
    """Return the axes of which a text may have a pole, at small cost: an analyser."""
    known = _axes_of(locales.language(text.locale), telling)
    return _NONE.union(*[known[piece] for piece in text.ask(_pieces)])


def contrasted(text: Text) -> frozenset[str]:
    """Return the axes of which a text may have two poles, at small cost: an analyser."""
    language, pieces = locales.language(text.locale), text.ask(_pieces)
    if language in _UNSPACED:
        return text.ask(axes)
    known, found, twice = _axes_of(language, telling), set[str](), set[str]()
    for piece in pieces:
        here = known[piece]
        twice.update(found.intersection(here) if piece.rstrip(_STOPS).isalpha() else here)
        found.update(here)
    return frozenset(twice)


def _pieces(text: Text) -> list[str]:
    """Return the pieces that may speak for a pole: an analyser."""
    return pieces_with(text, OPPOSITE)


def changed(pivot: Text, target: Text, axis: str) -> tuple[Pole, Pole] | None:
    """Return the one pole of an axis of several that a translation has in place of another."""
    mine, theirs = pivot.ask(mentions)[axis], target.ask(mentions)[axis]
    lost, new = mine.keys() - theirs.keys(), theirs.keys() - mine.keys()
    if len(_data()[axis]) < 3 or len(lost) != 1 or len(new) != 1 or len(mine) != len(theirs):
        return None
    (gone,), (put,) = lost, new
    if _hints(target, axis, gone) or _hints(pivot, axis, put):
        return None
    return Pole(gone, mine[gone][0]), Pole(put, theirs[put][0])


def _hints(text: Text, axis: str, pole: str) -> bool:
    """Say whether a text may speak for a pole."""
    language = locales.language(text.locale)
    table = _table(language)
    if table is None or (axis, pole) not in table.names:
        return True
    hints = table.hints[table.names.index((axis, pole))]
    return _whole(hints, language).search(text.ask(_wording)) is not None


def poles(text: Text) -> dict[str, Pole]:
    """Return axis → the only pole of it that a text has; no axis of which it may have two.

    An analyser. Nothing is found in a language that is not known.
    """
    found = ((axis, pole_of(text, axis)) for axis in text.ask(mentions))
    return {axis: pole for axis, pole in found if pole}


def pole_of(text: Text, axis: str) -> Pole | None:
    """Return the only pole of an axis that a text has; None if it may have two."""
    language = locales.language(text.locale)
    table, members = _table(language), text.ask(mentions).get(axis, {})
    if table is None or len(members) != 1:
        return None
    value = text.ask(_wording)
    for (name, pole), hints in zip(table.names, table.hints, strict=True):
        if name == axis and pole not in members and _whole(hints, language).search(value):
            return None
    pole, spans = next(iter(members.items()))
    return Pole(pole, spans[0])


def hinted(text: Text, axis: str) -> Pole | None:
    """Return the only pole of an axis of which a text has a word, be it a doubtful one."""
    language = locales.language(text.locale)
    table, value = _table(language), text.ask(_wording)
    if table is None:
        return None
    found = [
        Pole(pole, hit.span())
        for (name, pole), hints in zip(table.names, table.hints, strict=True)
        if name == axis and (hit := _whole(hints, language).search(value))
    ]
    return found[0] if len(found) == 1 else None
