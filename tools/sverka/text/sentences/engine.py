"""The engine: one pattern finds the candidates, `decisions` judges each, `lists` cuts items."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sverka.text.sentences.candidate import STOPS, Candidate, lower
from sverka.text.sentences.decisions import ends_spaced, ends_thai, ends_unspaced
from sverka.text.sentences.lists import items
from sverka.text.sentences.nesting import WINDOW, embedded
from sverka.text.sentences.rules import WIDE, Rules

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*|\n(?=[^\S\n]*[•‣◦▪●○⁃∙])")
_NEVER_FIRST = ",;:)]}%/№"
_PERCENTAGE = re.compile(r"%\d")  # Turkish
_REACH = 48  # code points in which the word before a stop is sought


def spans(text: str, rules: Rules) -> list[Span]:
    """The sentences of `text` as spans without surrounding white space."""
    found: list[Span] = []
    if "\n" not in text and "\u2029" not in text:
        if part := _trimmed(text, 0, len(text)):
            if _single(text, *part, rules):
                return [part]
            _sentences(text, *part, rules, found)
        return found
    for start, end in paragraphs(text):
        _sentences(text, start, end, rules, found)
    return found


def paragraphs(text: str) -> Iterator[Span]:
    """The parts of `text` between blank lines, trimmed; a bulleted line is a part of its own."""
    start = 0
    if "\n" in text or "\u2029" in text:
        for blank in _BLANK_LINE.finditer(text):
            if part := _trimmed(text, start, blank.start()):
                yield part
            start = blank.end()
    if part := _trimmed(text, start, len(text)):
        yield part


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end].rstrip()
    end = start + len(piece)
    return (end - len(piece.lstrip()), end) if piece else None


def _single(text: str, start: int, end: int, rules: Rules) -> bool:
    """Whether a line has no stop but at its end, nor begins as a list does: one sentence."""
    if rules.stops is None or not text[start : start + 2].isalpha():
        return False
    last = start + len(text[start:end].rstrip(rules.final))
    return rules.stops.search(text, start, last) is None


def _sentences(text: str, start: int, end: int, rules: Rules, found: list[Span]) -> None:
    begin, kept = start, None
    pairs: list[tuple[str, str]] | None = None
    lines = text.find("\n", start, end) >= 0
    for match in rules.candidate.finditer(text, start, end):
        (head, following), (_, stop), (_, close), (_, gap) = match.regs
        if following >= end:
            break
        after = text[following]
        if head == start or (after in _NEVER_FIRST and not _PERCENTAGE.match(text, following)):
            continue
        if text[gap] == '"' and gap > close == stop and _closes(text, start, gap):
            close = gap = gap + 1
            while text[gap].isspace():
                gap += 1
        if stop == head:
            if not ends_thai(Candidate(text, start, head, stop, close, following), end, rules):
                continue
        elif gap == close:
            if text[close] == '"' and text.count('"', max(start, close - WINDOW), close) % 2:
                close = gap = close + 1
            if (close > stop or text[close] in STOPS or text[head] not in WIDE) and (
                not ends_unspaced(Candidate(text, start, head, stop, close, close), rules)
            ):
                continue
        elif (close > head + 1 or lower(after) or not _ordinary(text, start, head, rules)) and (
            not ends_spaced(Candidate(text, start, head, stop, close, following), rules)
        ):
            continue
        if pairs is None:
            pairs = [pair for pair in rules.pairs if text.find(pair[0], start, end) >= 0]
        if pairs and embedded(text, start, close, end, pairs, rules.titles):
            continue
        if kept is None:
            kept = _exceptions(text, begin, end, rules)
        if kept and _inside(kept, close):
            continue
        if lines or not text[start].isupper():
            _add(text, start, close, rules, found)
        else:
            found.append((start, close))
        start = gap
    _add(text, start, end, rules, found)


def _add(text: str, start: int, end: int, rules: Rules, found: list[Span]) -> None:
    """Append a sentence; the items of a list are texts of their own."""
    parts = items(text, start, end)
    if len(parts) == 1:
        found.append((start, end))
        return
    for low, high in parts:
        _sentences(text, low, high, rules, found)


def _ordinary(text: str, start: int, head: int, rules: Rules) -> bool:
    """Whether a common word, no abbreviation, stands before the stop: most cases, at once."""
    space = text.rfind(" ", max(start, head - _REACH), head)
    if space < start + _REACH // 4 or text[space - 1] == ".":
        return False
    return rules.common(text[space + 1 : head])


def _closes(text: str, start: int, mark: int) -> bool:
    """Whether the straight quotation mark between white space closes a quotation."""
    return (
        text[mark + 1 : mark + 2].isspace()
        and text.count('"', max(start, mark - WINDOW), mark) % 2 == 1
    )


def _exceptions(text: str, start: int, end: int, rules: Rules) -> list[Span]:
    if rules.exceptions is None:
        return []
    return [match.span() for match in rules.exceptions.finditer(text, start, end)]


def _inside(kept: list[Span], position: int) -> bool:
    index = bisect_left(kept, (position,)) - 1
    return index >= 0 and position < kept[index][1]
