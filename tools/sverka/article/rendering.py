"""An article with some of its segments replaced; every other character stays as it is."""

import re
from collections.abc import Callable

from sverka.article.model import Article, Segment

Translate = Callable[[Segment], str | None]

_BREAK = re.compile(r"[ \t]*(?:\r\n|[\r\n\v\f\x85\u2028\u2029])\s*")
_UNSPACED = ("zh", "ja", "yue", "wuu")
_WIDE_STOPS = "。！？…；：”』」》）"


def render(article: Article, translate: Translate, locale: str = "") -> str:
    """Return the article's text with the segments replaced that `translate` gives a text for.

    A segment for which it returns None keeps its characters, line breaks included. Line breaks of
    a translation become spaces. Where `locale` writes no spaces between sentences (Chinese,
    Japanese), those between two translated sentences go.
    """
    parts: list[str] = []
    at = 0
    unspaced = locale.replace("_", "-").lower().split("-")[0] in _UNSPACED
    before: Segment | None = None
    wide = False
    for segment in article.segments:
        given = translate(segment)
        gap = article.text[at : segment.start]
        if given is None:
            new = article.text[segment.start : segment.end]
        else:
            new = _BREAK.sub(" ", given).strip()
            if wide and before and before.block == segment.block and unspaced:
                gap = gap.strip() if not gap.strip() else gap
        wide = given is not None and new[-1:] in _WIDE_STOPS
        parts += (gap, new)
        at, before = segment.end, segment
    parts.append(article.text[at:])
    return "".join(parts)
