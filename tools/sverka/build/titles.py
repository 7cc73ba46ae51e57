"""What a page is called and what it is about: from the article's front matter or first heading."""

import re

from sverka.article import Article, Segment, spoken
from sverka.article.frontmatter import key
from sverka.build.choosing import Choice

_DESCRIBES = re.compile(r"<meta\b[^<>]*\bname\s*=\s*[\"']?description\b[^<>]*\Z", re.IGNORECASE)
_DESCRIPTIONS = ("description", "summary")

Chosen = list[tuple[Segment, Choice]]


def title(article: Article, chosen: tuple[Choice, ...]) -> str:
    """Return the title: of the front matter, or the first heading, or the first block.

    One in the reader's language is better than one that is not.
    """
    pairs = list(zip(article.segments, chosen, strict=True))
    found = [_valued(article, pairs, ("title",)), _headings(article, pairs), pairs]
    firsts = [[pair for pair in one if pair[0].block == one[0][0].block] for one in found if one]
    if not firsts:
        return article.name
    best = next((one for one in firsts[:-1] if not any(c.locale for _, c in one)), firsts[0])
    return " ".join(_words(article, *pair) for pair in best)


def heading(article: Article, chosen: tuple[Choice, ...]) -> tuple[str, str]:
    """Return the front matter's title and its locale if the article has no heading of its own.

    The locale is "" when it is the reader's.
    """
    pairs = list(zip(article.segments, chosen, strict=True))
    found = [] if _headings(article, pairs) else _valued(article, pairs, ("title",))
    return (_words(article, *found[0]), found[0][1].locale) if found else ("", "")


def description(article: Article, chosen: tuple[Choice, ...]) -> str:
    """Return what the article says it is about, if that is in the reader's language; else ""."""
    pairs = list(zip(article.segments, chosen, strict=True))
    for segment, choice in _valued(article, pairs, _DESCRIPTIONS):
        if not choice.locale:
            return _words(article, segment, choice)
    return ""


def _headings(article: Article, pairs: Chosen) -> Chosen:
    blocks = article.blocks
    return [
        pair for pair in pairs if pair[0].kind == "heading" and blocks[pair[0].block].level == 1
    ]


def _valued(article: Article, pairs: Chosen, keys: tuple[str, ...]) -> Chosen:
    return [pair for pair in pairs if _key(article, pair[0]) in keys]


def _key(article: Article, segment: Segment) -> str:
    if segment.kind == "front matter":
        return key(article.text, segment.start)
    if segment.kind == "attribute" and article.format == "html":
        before = article.text[max(0, segment.start - 300) : segment.start]
        return "description" if _DESCRIBES.search(before) else ""
    return ""


def _words(article: Article, segment: Segment, choice: Choice) -> str:
    text = segment.text if choice.text is None else choice.text
    return text if segment.kind in ("front matter", "attribute") else spoken(article, text)
