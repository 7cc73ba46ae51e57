"""One article in one locale: the page's content, its head, its notice."""

from collections.abc import Callable, Mapping
from typing import Any

from sverka.article import Article, spoken
from sverka.article.states import Messages
from sverka.build.choosing import Choice, choose
from sverka.build.content import content
from sverka.build.model import Settings
from sverka.build.pages import metadata
from sverka.build.places import link, page_name
from sverka.build.views import groups
from sverka.build.wording import language_name, listed, long_date, number, own_name, phrases
from sverka.text import locales


def choices(
    article: Article, locale: str, settings: Settings, catalogues: Mapping[str, Messages]
) -> tuple[Choice, ...]:
    """Choose the text of every segment, in the order of the article."""
    if locales.same(locale, article.locale):
        return tuple(Choice(None, "", "translated") for _ in article.segments)
    chain = settings.fallback.get(locale, ())
    return tuple(
        choose(article, segment, locale, chain, catalogues) for segment in article.segments
    )


def dated(article: Article, locale: str, chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Write date lines that nobody has translated in the locale's long form."""
    pairs = zip(article.segments, chosen, strict=True)
    return tuple(
        Choice(long_date(date, locale), "", "translated")
        if choice.state != "translated" and (date := article.blocks[segment.block].date)
        else choice
        for segment, choice in pairs
    )


def page(
    article: Article,
    locale: str,
    chosen: tuple[Choice, ...],
    published: tuple[str, ...],
    settings: Settings,
    led: Callable[[str], str],
) -> dict[str, Any]:
    """Return what the template `page.html` is given.

    `led` returns HTML with its relative addresses led to where they should.
    """
    at = page_name(locale, article.name)
    chosen = dated(article, locale, chosen)
    by_place = dict(zip((segment.start for segment in article.segments), chosen, strict=True))
    title = _title(article, chosen)
    return {
        "lang": locales.bcp47(locale),
        "dir": locales.direction(locale),
        "title": title,
        "canonical": link(at, at, settings.url) if settings.url else "",
        "alternates": _alternates(at, article, published, settings),
        "languages": _languages(at, article, locale, published, settings),
        "notice": _notice(locale, chosen, settings),
        "complete": all(choice.state == "translated" for choice in chosen),
        "groups": groups(article, locale, lambda one: by_place[one.start]),
        "content": content(article, locale, chosen, led),
        "metadata": _metadata(at, article, locale, title, published, settings),
    }


def _title(article: Article, chosen: tuple[Choice, ...]) -> str:
    pairs = list(zip(article.segments, chosen, strict=True))
    named = [pair for pair in pairs if article.blocks[pair[0].block].level == 1] or pairs[:1]
    if not named:
        return article.name
    first = named[0][0].block
    return " ".join(
        spoken(article, segment.text if choice.text is None else choice.text)
        for segment, choice in named
        if segment.block == first
    )


def _alternates(
    at: str, article: Article, published: tuple[str, ...], settings: Settings
) -> list[dict[str, str]]:
    found = [
        {
            "lang": locales.bcp47(other),
            "href": link(at, page_name(other, article.name), settings.url),
        }
        for other in published
    ]
    default = link(at, page_name(article.locale, article.name), settings.url)
    return [*found, {"lang": "x-default", "href": default}]


def _languages(
    at: str, article: Article, locale: str, published: tuple[str, ...], settings: Settings
) -> list[dict[str, Any]]:
    return [
        {
            "lang": locales.bcp47(other),
            "dir": locales.direction(other),
            "name": own_name(other),
            "href": link(at, page_name(other, article.name), ""),
            "current": other == locale,
        }
        for other in published
    ]


def _notice(locale: str, chosen: tuple[Choice, ...], settings: Settings) -> str:
    """Say how complete the translation is; nothing on the page in the original language."""
    original = settings.source or settings.pivot
    done = sum(choice.state == "translated" for choice in chosen)
    if done == len(chosen):
        if locales.same(locale, original):
            return ""
        return phrases(locale)["complete"].format(language=language_name(original, locale))
    others = dict.fromkeys(choice.locale for choice in chosen if choice.locale)
    shown = listed([language_name(other, locale) for other in others], locale)
    return phrases(locale)["partial"].format(
        done=number(done, locale), total=number(len(chosen), locale), language=shown
    )


def _metadata(
    at: str,
    article: Article,
    locale: str,
    title: str,
    published: tuple[str, ...],
    settings: Settings,
) -> Any:
    values: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "inLanguage": locales.bcp47(locale),
    }
    dates = [block.date for block in article.blocks if block.date]
    if dates:
        values["datePublished"] = dates[0]
    if settings.url:
        values["url"] = link(at, at, settings.url)
    original = settings.source if settings.source in published else article.locale
    if locales.same(locale, original):
        others = [other for other in published if other != locale]
        values["workTranslation"] = [_work(at, article, other, settings) for other in others]
    else:
        values["translationOfWork"] = _work(at, article, original, settings)
    return metadata(values)


def _work(at: str, article: Article, locale: str, settings: Settings) -> dict[str, str]:
    work = {"@type": "Article", "inLanguage": locales.bcp47(locale)}
    if settings.url:
        work["@id"] = link(at, page_name(locale, article.name), settings.url)
    return work
