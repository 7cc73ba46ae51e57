"""What the template of a page is given: the article's blocks in one language, escaped."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from markupsafe import Markup, escape

from sverka.article import Article, Block, Segment
from sverka.build.choosing import Choice
from sverka.text import locales

_URL = re.compile(
    r"https?://[^\s<>\"'“”«»„（）。，、]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE
)
_TRAILING = ".,;:!?)]}"
_UNSPACED = ("zh", "ja", "yue")

_LISTS = {"list item": "list", "quotation": "quotation", "footer": "footer"}


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence on the page; `lang` and `dir` are "" when they are the page's."""

    html: Markup
    gap: str
    state: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """A block on the page; its `lang` is set when all of it is in another language."""

    kind: str
    level: int
    date: str
    runs: tuple[Part, ...]
    state: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Neighbouring blocks of one kind: a list, a quotation, a footer, or single blocks."""

    kind: str
    blocks: tuple[View, ...]


def groups(article: Article, locale: str, choose: Callable[[Segment], Choice]) -> tuple[Group, ...]:
    """Return the article's blocks as the page for `locale` shows them."""
    views = list(_views(article, locale, choose))
    grouped = groupby(views, key=lambda view: _LISTS.get(view.kind, "single"))
    return tuple(Group(kind, tuple(members)) for kind, members in grouped)


def _views(article: Article, locale: str, choose: Callable[[Segment], Choice]) -> Iterator[View]:
    previous = ""
    for block in article.blocks:
        view = _view(article, block, locale, choose)
        if block.kind == "heading" and block.level == 2 and previous == "title":
            view = replace(view, kind="subtitle")
        yield view
        previous = "title" if block.kind == "heading" and block.level == 1 else block.kind


def _view(article: Article, block: Block, locale: str, choose: Callable[[Segment], Choice]) -> View:
    parts = [_part(article, segment, choose(segment), locale) for segment in block.segments]
    if locales.language(locale) in _UNSPACED:
        parts = [
            replace(part, gap="") if not (part.lang or before.lang) else part
            for before, part in zip([parts[0], *parts], parts, strict=False)
        ]
    view = View(block.kind, block.level, block.date, tuple(parts))
    languages = {part.lang for part in parts}
    states = {part.state for part in parts}
    if len(languages) == 1 and parts[0].lang:
        whole = tuple(replace(part, lang="", dir="") for part in parts)
        all_states = " ".join(sorted(states))
        return replace(view, runs=whole, state=all_states, lang=parts[0].lang, dir=parts[0].dir)
    return view


def _part(article: Article, segment: Segment, choice: Choice, locale: str) -> Part:
    text = segment.text if choice.text is None else choice.text
    gap = " " if segment.position > 1 and text else ""
    html = linked(" ".join(text.split("\n")))
    if not choice.locale or locales.same(choice.locale, locale):
        return Part(html, gap, choice.state)
    lang, direction = locales.bcp47(choice.locale), locales.direction(choice.locale)
    return Part(html, gap, choice.state, lang, direction)


def linked(text: str) -> Markup:
    """Escape a text and make links of its web and e-mail addresses."""
    parts: list[Markup] = []
    at = 0
    for match in _URL.finditer(text):
        shown = match[0].rstrip(_TRAILING)
        if shown.count("(") > shown.count(")") and match[0][len(shown) :].startswith(")"):
            shown += ")"
        target = shown if "://" in shown else f"mailto:{shown}"
        parts.append(escape(text[at : match.start()]))
        parts.append(Markup('<a class="address" href="{}" dir="ltr">{}</a>').format(target, shown))
        at = match.start() + len(shown)
    parts.append(escape(text[at:]))
    return Markup("").join(parts)
