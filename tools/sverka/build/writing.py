"""One output's bytes, in the format that is wanted."""

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from sverka.article import Article, render
from sverka.build.article_pages import page
from sverka.build.choosing import Choice
from sverka.build.linking import Link, Links, led
from sverka.build.model import Settings
from sverka.build.pages import Pages
from sverka.build.places import link, page_name
from sverka.build.planning import Output
from sverka.build.wording import phrases

_OWN = {"md": "markdown", "txt": "text"}


class Shown(NamedTuple):
    """An article with the texts chosen for one locale, the locales it is published in, its links.

    `chosen` stands in the order of the article's segments.
    """

    article: Article
    chosen: tuple[Choice, ...]
    published: tuple[str, ...]
    links: Links


def written(output: Output, shown: Shown, settings: Settings) -> bytes:
    """Return the bytes of an output. Raises what a theme raises."""
    article, locale = shown.article, output.locale
    if output.format == "same" or _OWN.get(output.format) == article.format:
        by_place = dict(zip((one.start for one in article.segments), shown.chosen, strict=True))
        return render(article, lambda one: by_place[one.start].text, locale).encode("utf-8")
    if output.format == "html":
        at = page_name(locale, article.name)
        chain = (locale, *settings.fallback.get(locale, ()))

        def address(found: Link) -> str:
            if found.kind != "article":
                return link(at, found.target, "")
            return link(at, page_name(found.nearest(chain, settings.pivot), found.target), "")

        values = page(
            article,
            locale,
            shown.chosen,
            shown.published,
            settings,
            lambda text: led(text, shown.links, address),
        )
        return pages(settings.theme).render("page.html", values, phrases(locale))
    from sverka.build import textual

    values = page(article, locale, shown.chosen, shown.published, settings, lambda text: text)
    source = pages(None).article(values)
    text = textual.markdown(source) if output.format == "md" else textual.plain(source)
    return text.encode("utf-8")


@lru_cache(maxsize=2)
def pages(theme: Path | None) -> Pages:
    """Return the templates, compiled once."""
    return Pages(theme)
