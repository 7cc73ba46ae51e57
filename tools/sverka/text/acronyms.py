"""Acronyms in a text: CAR-T, SARS-CoV-2, mRNA, РАНХиГС; and what they stand for."""

from typing import NamedTuple

import regex

from .analysis import Text
from .signs import of_chars, signs
from .traits import ACRONYM
from .vocabulary import Remembered
from .wording import wording

_RUN = r"[\p{Latin}\p{Cyrillic}\p{Greek}\p{M}\p{N}]+"
_COMPOUND = regex.compile(rf"{_RUN}(?:[-‐‑–]{_RUN})*")
_PIECE = regex.compile(r"[^-‐‑–]+")
_CANDIDATE = regex.compile(r"\p{Lu}[\p{L}\p{M}\p{N}]*\p{Lu}")
"""No acronym is without two capitals in one run."""
_ROMAN = regex.compile(r"[XХ]{0,3}(?:[IІ][XХ]|[IІ]V|V?[IІ]{0,3})")
_PLURAL = regex.compile(r"[\p{L}\p{N}]*\p{Lu}[\p{Ll}\p{N}]*\p{Lu}\Ks|\p{Lu}{2,}\Kes")
_CASE_ENDING = regex.compile(r"[\p{Lu}&&\p{Cyrillic}]{3,}\K\p{Ll}{1,3}", flags=regex.V1)
_LOUD = regex.compile(r"\b\p{Lu}{2,}(?:[ ,:!]+\p{Lu}+\b){3,}")
_NO_CASE = regex.compile(r"\p{Lo}")
_CASELESS = of_chars(_NO_CASE.match)
_WORD = regex.compile(r"\p{L}{2,}")
_DIGIT_LIKE = regex.compile(r"[lo]\p{Nd}{1,2}|\p{Nd}{1,2}[lo]|[lo]")
"""A digit or capital that was written as the small letter that looks like it."""
_LONGEST = 9
"""Letters. Longer words in capitals are raised voices."""


class Acronym(NamedTuple):
    """An acronym and its place; a plural -s or a case ending belongs to neither."""

    form: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the text."""
        return self.start, self.end


def acronyms_of(text: Text) -> tuple[Acronym, ...]:
    """Return the acronyms of a text, in order. An analyser of `Text.ask`.

    An acronym is a run of capitals, digits and few small letters, with the single letters and
    digits joined to it by hyphens. Roman numerals are none, nor is a text all in capitals.
    """
    if not text.ask(signs) & ACRONYM:
        return ()
    value = text.ask(wording)
    if not any(map(_pieces.__getitem__, value.split(" "))):
        return ()
    value = _quieted(value)
    if _shouted(value, bool(text.ask(signs) & _CASELESS)):
        return ()
    acronyms: list[Acronym] = []
    offset = 0
    for piece in value.split(" "):
        acronyms += [Acronym(form, a + offset, b + offset) for form, a, b in _pieces[piece]]
        offset += len(piece) + 1
    return tuple(acronyms)


def _in_piece(piece: str) -> tuple[Acronym, ...]:
    """Return the acronyms of what stands between two spaces."""
    if piece[1:].islower() or not _CANDIDATE.search(piece):
        return ()
    return tuple(
        acronym
        for found in _COMPOUND.finditer(piece)
        if not found[0][1:].islower()
        for acronym in _in_compound(piece, found)
    )


_pieces = Remembered(_in_piece)


def _in_compound(value: str, found: "regex.Match[str]") -> list[Acronym]:
    acronyms: list[Acronym] = []
    run: list[tuple[int, int, bool]] = []

    def close() -> None:
        if any(strong for _, _, strong in run):
            start, end = run[0][0], run[-1][1]
            acronyms.append(Acronym(value[start:end], start, end))
        run.clear()

    for piece in _PIECE.finditer(value, *found.span()):
        start, end = piece.span()
        ends_here = _ending(value[start:end])
        rank = _rank(value[start : start + ends_here])
        dash = value[start - 1] if run else ""
        if rank is None or (dash == "–" and end - start > 2):
            close()
        if rank is not None:
            run.append((start, start + ends_here, rank))
            if start + ends_here < end:
                close()
    close()
    return acronyms


def _ending(piece: str) -> int:
    """Return the length of the piece without a plural -s or a Slavic case ending."""
    found = _PLURAL.fullmatch(piece) or _CASE_ENDING.fullmatch(piece)
    return found.start() if found else len(piece)


def _rank(piece: str) -> bool | None:
    """Return True for a piece that makes an acronym, False for one that only joins it."""
    upper = sum(char.isupper() for char in piece)
    lower = sum(char.islower() for char in piece)
    digits = sum(char.isdigit() for char in piece)
    if upper + lower > _LONGEST or upper + lower + digits < len(piece):
        return None
    if upper >= 2 and upper >= lower and not _ROMAN.fullmatch(piece):
        return True
    if _DIGIT_LIKE.fullmatch(piece):
        return False
    if lower == 0 and upper <= 1 and upper + digits <= 4:
        return False
    return False if len(piece) == 1 and piece in "αβγδκλ" else None


def _quieted(value: str) -> str:
    """Return the text with runs of four or more words in capitals in small letters."""
    return _LOUD.sub(lambda found: found[0].lower(), value)


def _shouted(value: str, may_be_caseless: bool = True) -> bool:
    if may_be_caseless and _NO_CASE.search(value):
        return False
    words: list[str] = _WORD.findall(value)
    loud = sum(word.isupper() for word in words)
    return len(words) >= 3 and loud > 0.7 * len(words)


def expansions_of(text: Text) -> dict[str, str]:
    """Return acronym → the words it stands for, where the text itself says so.

    `biomedical cell preparation (BMCP)`; after Schwartz and Hearst, "A simple algorithm for
    identifying abbreviation definitions in biomedical text", PSB 2003. An analyser of `Text.ask`.
    """
    value = text.value
    found = {}
    for acronym in text.ask(acronyms_of):
        before = value[: acronym.start]
        if before.endswith("(") and value[acronym.end : acronym.end + 1] in (")", ",", ";"):
            long_form = _long_form(acronym.form, before[:-1])
            if long_form:
                found[acronym.form] = long_form
    return found


def _long_form(short: str, before: str) -> str | None:
    letters = [char.casefold() for char in short if char.isalnum()]
    words = regex.findall(r"\S+", before)[-min(len(letters) + 5, len(letters) * 2) :]
    text = " ".join(words)
    position = len(text)
    for number, letter in enumerate(reversed(letters)):
        position -= 1
        first = number == len(letters) - 1
        while position >= 0 and (
            text[position].casefold() != letter
            or (first and position > 0 and text[position - 1].isalnum())
        ):
            position -= 1
        if position < 0:
            return None
    return text[position:].strip()
