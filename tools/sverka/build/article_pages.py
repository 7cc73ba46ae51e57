"""One article in one locale: the page's content, its head, its notice."""

from collections.abc import Callable, Container, Mapping
from typing import Any

from sverka.article import Article
from sverka.article.states import Messages
from sverka.build import titles
from sverka.build.choosing import Choice, choose
from sverka.build.content import content
from sverka.build.model import Settings
from sverka.build.pages import metadata
from sverka.build.places import link, page_name
from sverka.build.views import groups
from sverka.build.wording import language_name, listed, long_date, number, own_name, phrases
from sverka.text import locales


def choices(
    article: Article,
    locale: str,
    settings: Settings,
    catalogues: Mapping[str, Messages],
    stale: Container[str] = (),
) -> tuple[Choice, ...]:
    """Choose the text of every segment, in the order of the article.

    `stale` are the messages whose source has changed since; the source itself is not stale.
    """
    if locales.same(locale, article.locale):
        own = Choice(None, "", "translated")
        return tuple(
            own._replace(state="stale") if segment.text in stale else own
            for segment in article.segments
        )
    chain = settings.fallback.get(locale, ())
    chosen = (choose(article, segment, locale, chain, catalogues) for segment in article.segments)
    if not stale or (settings.source and locales.same(locale, settings.source)):
        return tuple(chosen)
    return tuple(
        choice._replace(state="stale")
        if choice.state == "translated" and segment.text in stale
        else choice
        for segment, choice in zip(article.segments, chosen, strict=True)
    )


def dated(article: Article, locale: str, chosen: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """Write date lines that nobody has translated in the locale's long form."""
    pairs = zip(article.segments, chosen, strict=True)
    return tuple(
        Choice(long_date(date, locale), "", "translated")
        if choice.state not in ("translated", "stale")
        and (date := article.blocks[segment.block].date)
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
    title = titles.title(article, chosen)
    heading, other = titles.heading(article, chosen)
    about = titles.description(article, chosen)
    return {
        "lang": locales.bcp47(locale),
        "dir": locales.direction(locale),
        "title": title,
        "description": about,
        "heading": heading,
        "heading_lang": locales.bcp47(other) if other else "",
        "heading_dir": locales.direction(other) if other else "",
        "canonical": link(at, at, settings.url) if settings.url else "",
        "alternates": _alternates(at, article, published, settings),
        "languages": _languages(at, article, locale, published, settings),
        "notice": _notice(locale, chosen, settings),
        "complete": all(choice.state == "translated" for choice in chosen),
        "groups": groups(article, locale, lambda one: by_place[one.start]),
        "content": content(article, locale, chosen, led),
        "metadata": _metadata(at, article, locale, title, about, published, settings),
    }


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
    stale = sum(choice.state == "stale" for choice in chosen)
    done = stale + sum(choice.state == "translated" for choice in chosen)
    changed = phrases(locale)["stale"].format(number=number(stale, locale)) if stale else ""
    if done == len(chosen):
        if locales.same(locale, original):
            return changed
        told = phrases(locale)["complete"].format(language=language_name(original, locale))
        return _both(told, changed)
    others = dict.fromkeys(choice.locale for choice in chosen if choice.locale)
    shown = listed([language_name(other, locale) for other in others], locale)
    told = phrases(locale)["partial"].format(
        done=number(done, locale), total=number(len(chosen), locale), language=shown
    )
    return _both(told, changed)


def _both(told: str, more: str) -> str:
    """Return one sentence after the other; a wide full stop brings its own space."""
    gap = "" if told.endswith("。") else " "
    return f"{told}{gap}{more}" if more else told


def _metadata(
    at: str,
    article: Article,
    locale: str,
    title: str,
    about: str,
    published: tuple[str, ...],
    settings: Settings,
) -> Any:
    values: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": title,
        "inLanguage": locales.bcp47(locale),
    }
    if about:
        values["description"] = about
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
