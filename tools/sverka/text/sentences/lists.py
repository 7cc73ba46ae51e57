"""List items inside one block: lines with a marker, and `1) … 2) …` in running text."""

from __future__ import annotations

import re

Span = tuple[int, int]

BULLETS = "•‣◦▪●○⁃∙"
_REACH = 4000  # code points: a list in running text is no longer
_ASIDE = 60  # code points: a remark is no longer
_STOPPED = re.compile(r"[.!?…।؟][»”’\")\]]? $")
_MARKER = re.compile(r"(?P<open>\(?)(?P<value>\d{1,2}|[a-z])(?P<close>\.\)|\)|\.)(?=\s)")
_COUNTED = re.compile(r"\d+\.\s+[^\W\d_A-ZА-Я]+\s+")  # German "5. und 6. Mai"
_LINE = re.compile(r"\n[^\S\n]*(?=(?P<marker>[-*+–—]|\d{1,3}[.)])[^\S\n])")


def _successor(value: str) -> str:
    return str(int(value) + 1) if value.isdigit() else chr(ord(value) + 1)


def continues_list(text: str, start: int, head: int, value: str) -> bool:
    """Whether `value` at `text[:head]` numbers an item of the list that begins at `start`."""
    if head - start > _REACH:
        return False
    marker = _MARKER.match(text, start)
    if not marker or marker["close"] == ")" or marker["value"].isdigit() != value.isdigit():
        return False
    position, wanted = start, marker["value"]
    while position < head and wanted != value:
        wanted = _successor(wanted)
        position = _next_item(text, position + 1, head + 1, f"{marker['open']}{wanted}.")
        if position < 0:
            return False
    return position + len(marker["open"]) + len(value) == head


def _next_item(text: str, low: int, high: int, label: str) -> int:
    """Where the next item with `label` begins, after white space, or -1."""
    while (found := text.find(label, low, high)) > 0:
        if text[found - 1].isspace():
            return found
        low = found + 1
    return -1


def items(text: str, start: int, end: int) -> list[Span]:
    """The list items of the sentence `text[start:end]`, or the sentence itself."""
    first = text[start]
    starts: list[int] = []
    if first in BULLETS:
        starts = _bullets(text, start, end, first)
    elif not first.isupper() and (marker := _MARKER.match(text, start, end)):
        starts = _numbered(text, start, end, marker)
    elif text.find("\n", start, end) >= 0:
        starts = _lines(text, start, end)
    elif first in "([" and (close := _aside(text, start, end)):
        starts = [end - len(text[close:end].lstrip())]
    return _cut(text, start, end, starts)


def _aside(text: str, start: int, end: int) -> int:
    """Where a remark between two sentences ends, as "(Applause)", or 0."""
    close = text.find(")" if text[start] == "(" else "]", start, min(end, start + _ASIDE)) + 1
    if not close or not _STOPPED.search(text, max(0, start - 4), start):
        return 0
    following = text[close:end].lstrip()[:1]
    wordy = text[start + 1].isalpha() and following.isalpha()
    if not wordy or not text[close : close + 1].isspace() or close - start < 4:
        return 0
    return 0 if following.islower() else close


def _bullets(text: str, start: int, end: int, bullet: str) -> list[int]:
    return [
        index
        for index in range(start + 1, end)
        if text[index] == bullet and text[index - 1].isspace()
    ]


def _numbered(text: str, start: int, end: int, marker: re.Match[str]) -> list[int]:
    starts, value, position = list[int](), marker["value"], start
    while value not in ("99", "z"):
        value = _successor(value)
        label = marker["open"] + value + marker["close"]
        position = _next_item(text, position + 1, end, label)
        if position < 0 or not text[position + len(label) : position + len(label) + 1].isspace():
            break
        if not starts and _COUNTED.fullmatch(text, start, position):
            break
        starts.append(position)
    return starts


def _lines(text: str, start: int, end: int) -> list[int]:
    """Lines with a weak marker (`-`, `1.`) are items after a colon or a line so marked."""
    starts, listed = [], text[start] in "-*+–—"
    line = start
    for match in _LINE.finditer(text, start, end):
        ended = text[line : match.start()].rstrip()
        if listed or ended.endswith((":", ";")):
            starts.append(match.end())
            listed = True
        line = match.end()
    return starts


def _cut(text: str, start: int, end: int, starts: list[int]) -> list[Span]:
    parts = []
    for next_start in starts:
        close = next_start
        while text[close - 1].isspace():
            close -= 1
        parts.append((start, close))
        start = next_start
    return [*parts, (start, end)]
