"""Reading an article in any of the formats."""

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from sverka.article.blocks import RawBlock
from sverka.article.cutting import Splitter, cut, whole
from sverka.article.model import Article, ArticleError, Block, Segment

Reader = Callable[..., Iterator[RawBlock]]

FORMATS = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".mdx": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rst": "rst",
}
"""Format by file suffix; what has another suffix is read as plain text."""

_IDENT_WORDS = 5


def read(
    source: Path | str,
    locale: str,
    *,
    format: str | None = None,
    name: str | None = None,
    unit: str = "sentence",
    split: Splitter | None = None,
    front_matter: Sequence[str] | None = None,
    comments: bool = False,
) -> Article:
    """Read an article from a file (a `Path`) or from its text (a `str`).

    `format` is "text", "markdown", "html" or "rst"; by default the file's suffix decides. `unit` is
    "sentence" or "block"; `split` cuts blocks into sentences, by default `sverka.split`. Of
    Markdown, `front_matter` names the keys whose values are text (by default title, description
    and their like), and `comments` says whether the comments in code blocks are.

    Raises ArticleError if the file is not UTF-8 or contains NUL, OSError if it cannot be read.
    """
    path = source if isinstance(source, Path) else None
    text = _text(source) if isinstance(source, Path) else source
    if format is None:
        format = FORMATS.get(path.suffix.lower(), "text") if path else "text"
    if name is None:
        name = path.stem if path else "article"
    options: dict[str, Any] = {}
    if format == "markdown":
        options["comments"] = comments
        if front_matter is not None:
            options["keys"] = front_matter
    found = _reader(format)(text, locale, **options)
    blocks = tuple(_blocks(found, _splitter(unit, split), locale))
    return Article(name, locale, format, text, blocks, path)


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8; save the article as UTF-8"
        raise ArticleError(str(path), line, message) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ArticleError(str(path), line, "contains a NUL character; is this a text file?")
    return text


def _reader(format: str) -> Reader:
    if format == "text":
        from sverka.article import plain

        return plain.blocks
    if format == "markdown":
        from sverka.article import markdown

        return markdown.blocks
    if format == "html":
        from sverka.article import html

        return html.blocks
    if format == "rst":
        from sverka.article import rst

        return rst.blocks
    raise ValueError(f"{format!r} is no format of articles: text, markdown, html or rst")


def _splitter(unit: str, split: Splitter | None) -> Splitter:
    if unit == "block":
        return whole
    if split is not None:
        return split
    from sverka.text import sentences

    return sentences.split


def _blocks(found: Iterator[RawBlock], split: Splitter, locale: str) -> Iterator[Block]:
    used: dict[str, int] = {}
    index = 0
    for raw in found:
        splitter = whole if raw.kind in ("date", "attribute", "code comment") else split
        cuts = list(cut(raw.pieces, splitter, locale))
        if not cuts:
            continue
        segments = tuple(
            Segment(text, start, end, index, raw.kind, number, len(cuts), changes)
            for number, (start, end, text, changes) in enumerate(cuts, start=1)
        )
        ident = _ident(segments[0].text, used)
        ends = raw.pieces[0].start, raw.pieces[-1].end
        yield Block(raw.kind, *ends, segments, ident, raw.level, raw.date)
        index += 1


def _ident(text: str, used: dict[str, int]) -> str:
    words = re.findall(r"\w+", text.casefold())[:_IDENT_WORDS]
    ident = "-".join(words)[:60] or "block"
    used[ident] = used.get(ident, 0) + 1
    return ident if used[ident] == 1 else f"{ident}-{used[ident]}"
