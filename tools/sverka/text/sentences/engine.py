"""The engine: one pattern finds the candidates, tables decide on each."""

from __future__ import annotations

import re

from sverka.text.sentences.nesting import embedded
from sverka.text.sentences.rules import WIDE, Rules

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*|\n(?=[^\S\n]*[•‣◦▪●○⁃∙])")
_ENUMERATOR = re.compile(r"\W{0,4}(?:\d{1,3}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\W{0,2}")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3})+")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_WORD = re.compile(r"\w{1,32}")
_INITIAL = re.compile(r"\w\.")
_TAIL = 48  # code points looked at to the left of a stop


def spans(text: str, rules: Rules) -> list[Span]:
    """The sentences of `text` as spans without surrounding white space."""
    found: list[Span] = []
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        _paragraph(text, start, blank.start(), rules, found)
        start = blank.end()
    _paragraph(text, start, len(text), rules, found)
    return found


def _paragraph(text: str, start: int, end: int, rules: Rules, found: list[Span]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start == end:
        return
    kept = _exceptions(text, start, end, rules)
    for match in rules.candidate.finditer(text, start, end):
        (head, following), (_, stop), (_, close), (_, gap) = match.regs
        if following >= end:
            break
        if not _ends(text, start, end, head, stop, close, gap, following, rules):
            continue
        if embedded(text, start, close, end, rules):
            continue
        if kept and any(low < close < high for low, high in kept):
            continue
        found.append((start, close))
        start = gap
    found.append((start, end))


def _exceptions(text: str, start: int, end: int, rules: Rules) -> list[Span]:
    if rules.exceptions is None:
        return []
    return [match.span() for match in rules.exceptions.finditer(text, start, end)]


def _lower(char: str) -> bool:
    return char.islower() and not "ა" <= char <= "ჿ"


def _ends(
    text: str,
    start: int,
    end: int,
    head: int,
    stop: int,
    close: int,
    gap: int,
    following: int,
    rules: Rules,
) -> bool:
    """Whether a sentence ends with the stop `text[head:stop]` and its closers."""
    after = text[following]
    if head == start or after in ",;:)]}%":
        return False
    last = text[stop - 1]
    if gap == close:
        return last in WIDE and not (
            "particles" in rules.flags and close > stop and after in "とっのはがをにもやな"
        )
    if _lower(after):
        return False
    if stop - head > 1 or last != ".":
        return True
    return _full_stop(text, start, head, stop, close, following, rules)


def _full_stop(
    text: str, start: int, head: int, stop: int, close: int, following: int, rules: Rules
) -> bool:
    """Whether a single full stop before white space and no lower-case letter ends a sentence."""
    tokens = text[max(start, head - _TAIL) : head].split()
    if not tokens:
        return False
    word = tokens[-1].lstrip("\"'«»“”„‚‘‹([{¿¡")
    before = tokens[-2] if len(tokens) > 1 else ""
    kind = _kind(word, before, rules)
    after = text[following]
    if close > stop:
        return kind not in ("never_final", "before_name", "before_number")
    if kind == "":
        if word.isdigit() or ("ordinals" in rules.flags and _ROMAN.fullmatch(word)):
            return _number(text, start, head, word, following, rules)
        if (len(word) == 1 and word.isalpha()) or _DOTTED.fullmatch(word):
            kind = "either"
        else:
            return True
    if len(word) <= 5 and head - start <= 8 and _ENUMERATOR.fullmatch(text, start, head):
        return False
    if kind == "never_final":
        return False
    if kind == "before_number":
        return not (after.isdigit() or _next_word(text, following).isupper())
    if kind == "after_number":
        return before[-1:].isdigit() and not after.isdigit()
    if after.isdigit():
        return False
    if kind == "before_name":
        return False
    follower = _next_word(text, following)
    if kind == "final":
        return follower.lower() not in rules.continuers
    if len(follower) == 1 and text[following + 1 : following + 2] == ".":
        return False
    return follower.lower() in rules.starters


def _number(text: str, start: int, head: int, word: str, following: int, rules: Rules) -> bool:
    """Whether a stop after a number ends a sentence: no ordinal, no list item's number."""
    if head - start <= 8 and len(word) <= 3 and _ENUMERATOR.fullmatch(text, start, head):
        return False
    if "ordinals" not in rules.flags or (len(word) > 2 and word.isdigit()):
        return True
    after = text[following]
    return not after.isalpha() or _next_word(text, following).lower() in rules.starters


def _kind(word: str, before: str, rules: Rules) -> str:
    """The kind of the abbreviation `word` (its parts may stand apart: `z. B`), or ''."""
    kinds = rules.kinds
    if before.endswith(".") and len(before) <= 6:
        kind = kinds.get(before + word) or kinds.get((before + word).lower())
        if kind:
            return kind
    kind = kinds.get(word) or kinds.get(word.lower())
    if kind:
        return kind
    for mark in "-–—/(’'":
        if mark in word:
            word = word.rpartition(mark)[2]
    return kinds.get(word) or kinds.get(word.lower(), "")


def _next_word(text: str, following: int) -> str:
    match = _WORD.match(text, following)
    return match[0] if match else ""
