"""Where a text may have a person's full name: rows of words that do not begin small."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import is_name_word
from sverka.text.names import Found, Mention, is_personal, names_in
from sverka.text.names.matching import PARTICLES, is_patronymic
from sverka.text.vocabulary import Remembered

_OFFICES = (
    "king queen prince princess emperor empress pope duke duchess count countess baron captain"
    " colonel major sergeant judge justice bishop cardinal rabbi father mother sister brother"
    " uncle aunt grandmother grandfather lake mount cape san santa santo saint st los las el rio"
    " río north south east west great little northern southern eastern western"
)
_NO_NAMES = frozenset(_OFFICES.split())
"""What stands before a name, and is translated."""
_WORD = regex.compile(r"\p{Lu}(?=\.)|[\p{L}\p{M}'’ʼ׳]+(?:[-‐‑]\p{Ll}[\p{L}\p{M}]*)*")
_PARTICLES = regex.compile(r"(?: \p{Ll}+)+ ")
_BIG = r"[^\W\d_a-zß-öø-ÿа-яёіїєґ]"
_GAP = r"[ \xa0\u202f]"
_SEVERAL = re.compile(
    rf"(?<!\w){_BIG}[\w.'’ʼ‐‑-]{{0,60}}(?:(?<=\.)|{_GAP}"
    rf"(?:(?:{'|'.join(sorted(PARTICLES))}){_GAP}){{0,4}}){_BIG}"
)
"""Two words that do not begin small, with nothing but particles between them: no full name is
without them."""
_SMALL = rf"(?:{'|'.join(sorted(PARTICLES))})"
_PARTS = re.compile(rf"{_SMALL}(?:{_GAP}{_SMALL})*\Z")
_OPENS = re.compile(rf"(?:{_SMALL}{_GAP})*{_BIG}")
_ENDS = re.compile(rf"(?<!\w){_BIG}[\w.'’ʼ‐‑-]{{0,60}}(?:{_GAP}{_SMALL})*\Z")
_ROW = re.compile("w|[eb]p{0,4}[ob]")
"""The same of what `_shapes` makes of pieces."""


def _shape(piece: str) -> str:
    """Return what a piece between two spaces can be of two such words: the whole, both, end of the
    first, opening of the second, particles."""
    if _SEVERAL.search(piece):
        return "w"
    if _PARTS.match(piece):
        return "p"
    ends, opens = _ENDS.search(piece), _OPENS.match(piece)
    return ("b" if opens else "e") if ends else "o" if opens else "-"


_shapes = Remembered(_shape)
_KANA = regex.compile(r"[\p{Katakana}ー]+(?:[・＝=·][\p{Katakana}ー]+)+")
_INITIALS = regex.compile(r"(?:\p{Lu}\.[ \xa0\u202f]?)+\p{Lu}[\p{L}\p{M}'’ʼ-]{2,}$")


class Word(NamedTuple):
    """A word or an initial of a name, and where it stands."""

    start: int
    end: int
    text: str


def is_office(word: str) -> bool:
    """Whether a word before a name is translated: King, Lake."""
    return word.lower() in _NO_NAMES


def is_full(name: str) -> bool:
    """Whether a run is a person's name with a given name or initials."""
    return is_personal(name) or bool(_INITIALS.fullmatch(name))


@lru_cache(maxsize=4096)
def words(name: str, start: int = 0) -> tuple[Word, ...]:
    """The words of a name without particles; parts joined by hyphens are words."""
    found = (Word(start + m.start(), start + m.end(), m[0]) for m in _WORD.finditer(name))
    return tuple(word for word in found if not word.text.islower())


def rows(text: Text, found: Found, size: int) -> Iterator[tuple[Word, ...]]:
    """The rows of `size` words that hold a found name, where capitals or katakana tell them."""
    is_kana = locales.language(text.locale) == "ja"
    runs = _kana_rows(text) if is_kana else text.ask(runs_of)
    for run in runs:
        if not run.start <= found.start < run.end:
            continue
        here = words(run.text, run.start)
        if len(here) == size + 1 and is_patronymic(here[1].text):
            here = (here[0], *here[2:])
        for first in range(len(here) - size + 1):
            window = here[first : first + size]
            if window[0].start < found.end and found.start < window[-1].end:
                yield window


def _kana_rows(text: Text) -> tuple[Mention, ...]:
    return tuple(Mention(*m.span(), m[0], False) for m in _KANA.finditer(text.value))


def name_rows(text: Text) -> tuple[Mention, ...]:
    """Return the runs of two words and more that look like a person's full name; an analyser."""
    language = locales.language(text.locale)
    if language == "ja":
        return _kana_rows(text)
    if not text.ask(_has_several):
        return ()
    pieces = (piece for run in text.ask(runs_of) for piece in _pieces(run, text.locale))
    return tuple(_without_profession(piece, text.locale) for piece in pieces)


def _without_profession(name: Mention, locale: str) -> Mention:
    """A full name without the capitalised noun before it: «Врач Ирина Ломакина»."""
    if not (name.sentence_initial or locales.language(locale) == "de"):
        return name
    first, *others = words(name.text, name.start)
    if len(others) < 2 or len(first.text) == 1 or is_name_word(first.text, locale):
        return name
    if not is_name_word(others[0].text, locale):
        return name
    start = others[0].start
    return Mention(start, name.end, name.text[start - name.start :], False)


def _has_several(text: Text) -> bool:
    """Say whether a text has two words in a row that do not begin small; an analyser."""
    value = text.value
    shapes = "".join(map(_shapes.__getitem__, value.split(" ")))
    return _ROW.search(shapes) is not None and _SEVERAL.search(value) is not None


def long_runs(text: Text) -> tuple[Mention, ...]:
    """Return the runs of two words and more; an analyser."""
    if not text.ask(_has_several):
        return ()
    return tuple(run for run in text.ask(runs_of) if len(run.text.split()) > 1)


def _pieces(run: Mention, locale: str) -> Iterator[Mention]:
    """A run, or its parts between particles: «Sabine Krüger von der Universität»; of a part what
    follows an office: "Minister of Health Andrei Vlasov"."""
    if is_full(run.text):
        yield run
        return
    start = 0
    for part in [*_PARTICLES.finditer(run.text), None]:
        end = part.start() if part else len(run.text)
        if (start or part) and is_full(run.text[start:end]):
            opens = run.sentence_initial and not start
            yield Mention(run.start + start, run.start + end, run.text[start:end], opens)
        elif held := _holder(run.text[start:end], run.start + start, locale):
            yield held
        start = part.end() if part else end


def _holder(part: str, start: int, locale: str) -> Mention | None:
    """Return the full name that begins with a known one and that other words precede, in a run."""
    for word in words(part, start)[1:]:
        name = part[word.start - start :]
        if is_name_word(word.text, locale) and is_full(name):
            return Mention(word.start, start + len(part), name, False)
    return None


def runs_of(text: Text) -> tuple[Mention, ...]:
    """The capitalised runs of a text that may be names; an analyser."""
    return names_in(text.value, text.locale)
