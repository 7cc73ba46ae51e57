"""Building: every article in every locale, and the index of them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sverka.article import Article, ArticleError, read, render, spoken
from sverka.article.states import Messages, messages, progress
from sverka.build.article_pages import choices, page
from sverka.build.choosing import Choice
from sverka.build.model import Built, Order, Settings, Trouble
from sverka.build.pages import Pages
from sverka.build.places import PlaceError, link, output_name, page_name, write
from sverka.build.wording import listed, own_name, phrases, phrases_locale
from sverka.text import locales


def build(orders: Iterable[Order], settings: Settings) -> Built:
    """Build the articles. What cannot be built is told in `troubles`; the rest is built.

    Raises jinja2.TemplateError or OSError if the theme cannot be used at all.
    """
    pages = Pages(settings.theme)
    total = Built()
    listing = []
    for order in sorted(orders):
        built, row = _build_article(order, settings, pages)
        total = _sum(total, built)
        if row:
            listing.append(row)
    if "html" in settings.formats and listing:
        total = _sum(total, _put(settings, "index.html", _index(listing, settings, pages)))
    return total


def _sum(one: Built, other: Built) -> Built:
    return Built(
        one.written + other.written,
        one.unchanged + other.unchanged,
        one.troubles + other.troubles,
        one.warnings + other.warnings,
        one.withheld + other.withheld,
    )


def _build_article(
    order: Order, settings: Settings, pages: Pages
) -> tuple[Built, dict[str, Any] | None]:
    try:
        article = read(order.article, settings.pivot, name=order.name, unit=order.unit)
        page_name(settings.pivot, order.name)
    except ArticleError as error:
        return Built(troubles=(Trouble(error.file, error.line, error.message),)), None
    except PlaceError as error:
        return Built(troubles=(Trouble(str(order.article), 0, str(error)),)), None
    except OSError as error:
        return Built(troubles=(_os_trouble(str(order.article), error),)), None
    if not article.segments:
        message = "the article is empty; there is nothing to build"
        return Built(troubles=(Trouble(str(order.article), 1, message),)), None
    known, total = _load(order)
    shares = {locale: progress(article, found).share for locale, found in known.items()}
    withheld = {
        locale: int(100 * share)
        for locale, share in shares.items()
        if 100 * share < settings.threshold
    }
    targets = [locale for locale in known if not locales.same(locale, settings.pivot)]
    published = (settings.pivot, *(locale for locale in targets if locale not in withheld))
    total = replace(
        total,
        withheld=tuple((order.name, locale, share) for locale, share in withheld.items()),
    )
    for locale in published:
        if not settings.locales or any(locales.same(locale, one) for one in settings.locales):
            total = _sum(total, _outputs(article, order, locale, known, published, settings, pages))
    return total, _row(article, published, tuple(withheld), settings)


def _load(order: Order) -> tuple[dict[str, Messages], Built]:
    from sverka.catalogue import load

    known: dict[str, Messages] = {}
    troubles: list[Trouble] = []
    for locale, path in order.catalogues.items():
        try:
            page_name(locale, order.name)
            catalogue = load(path)
        except OSError as error:
            troubles.append(_os_trouble(str(path), error))
            continue
        except PlaceError as error:
            troubles.append(Trouble(str(path), 0, str(error)))
            continue
        troubles += [Trouble(each.file, each.line, each.message) for each in catalogue.problems]
        known[locale] = messages(catalogue.entries)
    return known, Built(troubles=tuple(troubles))


def _outputs(
    article: Article,
    order: Order,
    locale: str,
    known: Mapping[str, Messages],
    published: tuple[str, ...],
    settings: Settings,
    pages: Pages,
) -> Built:
    chosen = choices(article, locale, settings, known)
    total = Built(warnings=tuple(_warnings(article, order.catalogues.get(locale), chosen)))
    if "html" in settings.formats:
        shown = page(article, locale, chosen, published, settings)
        try:
            data = pages.render("page.html", shown, phrases(locale))
        except Exception as error:
            message = f"the page template failed: {type(error).__name__}: {error}"
            return Built(troubles=(Trouble(page_name(locale, article.name), 0, message),))
        total = _sum(total, _put(settings, page_name(locale, article.name), data))
    if "same" in settings.formats:
        by_place = dict(zip((one.start for one in article.segments), chosen, strict=True))
        text = render(article, lambda one: by_place[one.start].text, locale)
        name = output_name(locale, article.name, order.article.suffix)
        if "html" in settings.formats and name == page_name(locale, article.name):
            message = "both formats would stand here; build them in different folders"
            return _sum(total, Built(troubles=(Trouble(name, 0, message),)))
        total = _sum(total, _put(settings, name, text.encode("utf-8")))
    return total


def _warnings(
    article: Article, catalogue: Path | None, chosen: tuple[Choice, ...]
) -> Iterator[Trouble]:
    for segment, choice in zip(article.segments, chosen, strict=True):
        if choice.fault:
            message = f"not used, {choice.fault}: {segment.text[:60]!r}"
            yield Trouble(str(catalogue), choice.line, message)


def _put(settings: Settings, name: str, data: bytes) -> Built:
    try:
        changed = write(settings.output, name, data)
    except PlaceError as error:
        return Built(troubles=(Trouble(str(settings.output / name), 0, str(error)),))
    except OSError as error:
        return Built(troubles=(_os_trouble(str(settings.output / name), error),))
    return Built(written=(settings.output / name,)) if changed else Built(unchanged=1)


def _os_trouble(file: str, error: OSError) -> Trouble:
    return Trouble(file, 0, error.strerror or str(error))


def _row(
    article: Article, published: tuple[str, ...], withheld: tuple[str, ...], settings: Settings
) -> dict[str, Any]:
    reader = phrases_locale(settings.pivot)
    waiting = listed([own_name(locale) for locale in withheld], reader) if withheld else ""
    headings = [block for block in article.blocks if block.level == 1] or list(article.blocks)
    return {
        "title": " ".join(spoken(article, segment.text) for segment in headings[0].segments),
        "lang": locales.bcp47(article.locale),
        "href": link("index.html", page_name(article.locale, article.name), ""),
        "languages": [
            {
                "lang": locales.bcp47(locale),
                "dir": locales.direction(locale),
                "name": own_name(locale),
                "href": link("index.html", page_name(locale, article.name), ""),
            }
            for locale in published
        ],
        "waiting": phrases(reader)["waiting"].format(languages=waiting) if waiting else "",
    }


def _index(listing: list[dict[str, Any]], settings: Settings, pages: Pages) -> bytes:
    reader = phrases_locale(settings.pivot)
    shown = {
        "lang": locales.bcp47(reader),
        "dir": locales.direction(reader),
        "title": phrases(reader)["articles"],
        "articles": listing,
    }
    return pages.render("index.html", shown, phrases(reader))
