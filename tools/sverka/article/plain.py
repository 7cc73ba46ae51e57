"""Plain text: what a reader takes for a date line, heading, list, quotation or footer.

A blank line ends a block, a bullet begins one. The line breaks inside a block become spaces in
the message.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources

from sverka.article.blocks import RawBlock, literal, soft_break
from sverka.article.dates import iso_date
from sverka.article.model import Piece

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_BULLET = re.compile(r"[•‣⁃◦▪▫●○■□►]\s*|[-*+][ \t\u00a0]+")
_NUMBER = re.compile(r"(?:\d{1,3}|[a-zа-яіїєґ])[.)][ \t\u00a0]+")
_OPENING = "\"“„«‹'‘‚「『《”"
_CLOSING = "\"”“»›'’‘」』》"
_DIRECT_SPEECH = re.compile(rf"[,?!….]?[{_CLOSING}][,.]?\s+[—–-]\s|[,?!…][{_CLOSING}]\s+\w")
_STOPS = ".!?…:;,。！？：；，،؛؟।"
_LINK = re.compile(r"https?://|\bwww\.|[\w.+-]+@[\w-]+\.\w|[©®]", re.IGNORECASE)
_HEADING_LENGTH = 120
_FOOTER_LENGTH = 160

Line = tuple[int, int]


def blocks(text: str, locale: str) -> Iterator[RawBlock]:
    """Yield the blocks of a plain text."""
    found = [RawBlock("", tuple(_pieces(text, lines, locale))) for lines in _groups(text)]
    kinds = [_kind(text, block.pieces) for block in found]
    footers = _footers(text, [block.pieces for block in found], kinds, locale)
    title = True
    for index, (block, kind) in enumerate(zip(found, kinds, strict=True)):
        if index >= footers:
            yield block._replace(kind="footer")
        elif kind != "heading":
            yield block._replace(kind=kind)
        elif date := iso_date(text[block.pieces[0].start : block.pieces[-1].end], locale):
            yield block._replace(kind="date", date=date)
        else:
            yield block._replace(kind=kind, level=1 if title else 2)
            title = False


def _groups(text: str) -> Iterator[list[Line]]:
    """Yield the lines of every block, without indentation and trailing white space."""
    group: list[Line] = []
    for match in _LINE.finditer(text, text.startswith("\ufeff")):
        start, end = match.span()
        line = text[start:end]
        content = line.strip()
        if not content:
            if group:
                yield group
            group = []
            if end == len(text):
                return
            continue
        start = text.index(content, start)
        if group and _begins_item(text, start, group):
            yield group
            group = []
        group.append((start, start + len(content)))
    if group:
        yield group


def _begins_item(text: str, start: int, group: list[Line]) -> bool:
    """Say whether the line at `start` is a list item of its own, after the lines of `group`.

    A dash or number there may be part of a wrapped sentence: it counts after another item or a
    colon.
    """
    if text[start] in "•‣⁃◦▪▫●○■□►":
        return True
    for pattern in (_BULLET, _NUMBER):
        if pattern.match(text, start):
            first, last = group[0], group[-1]
            return bool(pattern.match(text, first[0])) or text[last[1] - 1] in ":："
    return False


def _pieces(text: str, lines: list[Line], locale: str) -> Iterator[Piece]:
    for index, (start, end) in enumerate(lines):
        if index:
            yield soft_break(lines[index - 1][1], start)
        elif not iso_date(text[start:end], locale):
            bullet = _BULLET.match(text, start, end) or _NUMBER.match(text, start, end)
            start = bullet.end() if bullet and bullet.end() < end else start
        yield literal(text, start, end)


def _kind(text: str, pieces: tuple[Piece, ...]) -> str:
    start, end = pieces[0].start, pieces[-1].end
    line_start = text.rfind("\n", 0, start) + 1
    line_start = max(line_start, text.rfind("\r", line_start, start) + 1)
    if text[line_start:start].strip("\ufeff \t\u00a0"):
        return "list item"
    content = text[start:end]
    if content[0] in _OPENING and (
        content.rstrip(".,!?…")[-1:] in _CLOSING or _DIRECT_SPEECH.search(content)
    ):
        return "quotation"
    if len(pieces) == 1 and len(content) <= _HEADING_LENGTH and content[-1] not in _STOPS:
        return "heading"
    return "paragraph"


def _footers(text: str, found: list[tuple[Piece, ...]], kinds: list[str], locale: str) -> int:
    """Return the index of the first of the footer lines with which the text ends."""
    first = len(found)
    while first > 1 and kinds[first - 1] in ("heading", "paragraph"):
        pieces = found[first - 1]
        content = text[pieces[0].start : pieces[-1].end]
        if len(content) > _FOOTER_LENGTH or not (
            _LINK.search(content) or _furniture(locale).search(content)
        ):
            break
        first -= 1
    return first


@lru_cache(maxsize=64)
def _furniture(locale: str) -> re.Pattern[str]:
    """Return a pattern of the phrases that pages put below an article."""
    data = resources.files("sverka.article").joinpath("furniture.toml").read_text("utf-8")
    phrases: dict[str, list[str]] = tomllib.loads(data)
    language = re.split("[-_]", locale)[0].lower()
    known = phrases["en"] + phrases.get(language, [])
    return re.compile("|".join(rf"\b{re.escape(phrase)}" for phrase in known), re.IGNORECASE)
