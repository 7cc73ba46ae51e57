"""An article with some of its segments replaced; every other character stays as it is."""

from collections.abc import Callable, Sequence

from sverka.article.encoding import encode
from sverka.article.model import Article, Segment
from sverka.article.rst_inline import widened

Translate = Callable[[Segment], str | None]

_UNSPACED = ("zh", "ja", "yue", "wuu")
_WIDE_STOPS = "。！？…；：”』」》）"


def render(article: Article, translate: Translate, locale: str = "") -> str:
    """Return the article's text with the segments replaced that `translate` gives a text for.

    A segment for which it returns None or the message itself keeps its characters, line breaks
    included. "" takes a sentence out, with the white space before it: its translation stands in
    the sentence before. A translation is written as the format wants it: line breaks become
    spaces, what would begin a list or end a table cell is escaped. Where `locale` writes no spaces
    between sentences (Chinese, Japanese), those between two translated sentences go.
    """
    segments = sorted(article.segments, key=lambda one: (one.start, -one.end))
    unspaced = _is_unspaced(locale)
    text = _range(article, segments, 0, len(article.text), translate, unspaced)
    if article.format != "rst" or text == article.text:
        return text
    return widened(
        text,
        {
            _range(article, block.segments, block.start, block.end, translate, unspaced)
            for block in article.blocks
            if block.kind == "heading"
        },
    )


def side_by_side(first: str, second: str, locale: str) -> str:
    """Return two translations as they stand in a paragraph, one after the other."""
    gap = "" if _is_unspaced(locale) and first[-1:] in _WIDE_STOPS else " "
    return first + gap + second


def _is_unspaced(locale: str) -> bool:
    return locale.replace("_", "-").lower().split("-")[0] in _UNSPACED


def _range(
    article: Article,
    segments: Sequence[Segment],
    start: int,
    end: int,
    translate: Translate,
    unspaced: bool,
) -> str:
    """Render the stretch `start` to `end`, which holds `segments`, some of them nested."""
    parts: list[str] = []
    at, index = start, 0
    before: Segment | None = None
    while index < len(segments):
        segment = segments[index]
        after = index + 1
        while after < len(segments) and segments[after].start < segment.end:
            after += 1
        inner = segments[index + 1 : after]
        given = translate(segment)
        gap = article.text[at : segment.start]
        if given == "" and segment.position > 1:
            new, gap = "", gap.strip()
        elif not given or not given.strip() or given == segment.text:
            new = _inside(article, inner, segment.start, segment.end, translate, unspaced)
            before = None
        else:
            new = encode(article, segment, given, _raw(article, inner, translate, unspaced))
            if unspaced and before and before.block == segment.block and not gap.strip():
                gap = ""
            before = segment if new[-1:] in _WIDE_STOPS else None
        parts += (gap, new)
        at, index = segment.end, after
    parts.append(article.text[at:end])
    return "".join(parts)


def _inside(
    article: Article,
    inner: Sequence[Segment],
    start: int,
    end: int,
    translate: Translate,
    unspaced: bool,
) -> str:
    if not inner:
        return article.text[start:end]
    return _range(article, inner, start, end, translate, unspaced)


def _raw(
    article: Article, inner: Sequence[Segment], translate: Translate, unspaced: bool
) -> Callable[[int, int], str]:
    """Return how markup inside a translated segment is written: with its own segments replaced."""

    def raw(start: int, end: int) -> str:
        held = [segment for segment in inner if start <= segment.start and segment.end <= end]
        return _inside(article, held, start, end, translate, unspaced)

    return raw
