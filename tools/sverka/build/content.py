"""Markdown and HTML articles as the content of a page, with marks for what is not translated."""

import re
from collections.abc import Callable

from markupsafe import Markup

from sverka.article import Article, Segment, render
from sverka.article.markdown import body as markdown_body
from sverka.article.markdown import parser
from sverka.build.choosing import Choice
from sverka.text import locales

# Marks that pass through the renderers: Aegean punctuation, in use for 3500 years, but not here.
_OPEN, _OPENED, _CLOSE = "\U00010100", "\U00010101", "\U00010102"
_MARKS = re.compile(f"{_OPEN}(\\d+){_OPENED}|{_CLOSE}")
_ANY_MARK = re.compile(f"{_OPEN}\\d*{_OPENED}|[{_OPEN}{_OPENED}{_CLOSE}]")
_OPENINGS = re.compile(f"{_OPEN}(\\d+){_OPENED}")
_MARKED = re.compile(f"{_OPEN}\\d+{_OPENED}[^{_CLOSE}]*{_CLOSE}")
_BLOCK = re.compile(
    r"<(?P<tag>p|li|h[1-6]|td|th|dt|dd|figcaption)>"
    r"(?P<inner>(?:(?!</?(?:p|li|ul|ol|h[1-6]|td|th|dt|dd|figcaption|div|pre|table)\b).)*)</(?P=tag)>",
    re.DOTALL,
)
_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_ADDRESS = re.compile(r'<a (?=href="(?P<to>[^"]*)"[^<>]*>(?P=to)</a>)')
_BODY = re.compile(r"<body\b[^>]*>(.*?)(?:</body\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HEAD = re.compile(r"<head\b.*?</head\s*>", re.DOTALL | re.IGNORECASE)

_TAGS = frozenset(
    [
        *("a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br"),
        *("caption", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div"),
        *("dl", "dt", "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre"),
        *("q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong", "sub"),
        *("summary", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "u"),
        *("ul", "var", "wbr"),
    ]
)
_ATTRIBUTES = {
    "*": {"lang", "dir", "title", "id", "class", "translate"},
    "a": {"href", "hreflang"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "type", "reversed"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
    "del": {"datetime", "cite"},
    "ins": {"datetime", "cite"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "details": {"open"},
}


def content(
    article: Article, locale: str, chosen: tuple[Choice, ...], led: Callable[[str], str]
) -> Markup | None:
    """Return the article as sanitised HTML; None for plain text, which the template lays out.

    `led` returns HTML with its relative addresses led to where they should. What is not in the
    reader's language stands in a `span` with its own `lang` and `dir`.
    """
    if article.format == "text":
        return None
    by_place = dict(zip((one.start for one in article.segments), chosen, strict=True))

    def marked(segment: Segment) -> str | None:
        choice = by_place[segment.start]
        if segment.kind in ("attribute", "front matter"):
            return choice.text
        if not choice.locale and choice.state != "stale":
            return choice.text
        text = segment.text if choice.text is None else choice.text
        return f"{_OPEN}{numbers[segment.start]}{_OPENED}{_ANY_MARK.sub('', text)}{_CLOSE}"

    numbers = {segment.start: index for index, segment in enumerate(article.segments)}
    text = render(article, marked, locale)
    if article.format == "markdown":
        text = parser(whole=True).render(markdown_body(text))
    else:
        found = _BODY.search(text)
        text = found[1] if found else _HEAD.sub("", text)
    clean = _ADDRESS.sub('<a class="address" ', _clean(text))  # which need not be printed twice
    return Markup(_with_spans(led(clean), chosen))


def _clean(text: str) -> str:
    import nh3

    return nh3.clean(
        text,
        tags=set(_TAGS),
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer",
        clean_content_tags={"script", "style", "title", "template", "noscript"},
    )


def _with_spans(text: str, chosen: tuple[Choice, ...]) -> str:
    text = _TAG.sub(lambda tag: _ANY_MARK.sub("", tag[0]), text)
    opened = 0
    for match in _MARKS.finditer(text):
        opened += 1 if match[1] else -1
        if opened not in (0, 1):
            return _ANY_MARK.sub("", text)
    text = _BLOCK.sub(lambda match: _block(match, chosen), text)
    return _MARKS.sub(lambda match: _span(match, chosen), text)


def _block(match: re.Match[str], chosen: tuple[Choice, ...]) -> str:
    """Mark the block itself if all its words are in one other language."""
    tag, inner = match["tag"], match["inner"]
    found = [chosen[int(number)] for number in _OPENINGS.findall(inner)]
    rest = _TAG.sub("", _MARKED.sub("", inner)).strip()
    if not found or rest or len({choice.locale for choice in found}) > 1:
        return match[0]
    states = " ".join(sorted({choice.state for choice in found}))
    return f"<{tag}{_marks(found[0].locale, states)}>{_ANY_MARK.sub('', inner)}</{tag}>"


def _span(match: re.Match[str], chosen: tuple[Choice, ...]) -> str:
    if not match[1]:
        return "</span>"
    choice = chosen[int(match[1])]
    return f"<span{_marks(choice.locale, choice.state)}>"


def _marks(locale: str, states: str) -> str:
    if not locale:
        return f' class="stale" data-state="{states}"'
    lang, direction = locales.bcp47(locale), locales.direction(locale)
    return f' class="untranslated" lang="{lang}" dir="{direction}" data-state="{states}"'
