"""In which locales the articles are published to which others link."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence

from sverka.article import ArticleError
from sverka.article.states import messages_of, progress
from sverka.build.linking import addresses, place_of
from sverka.build.memory import Memory
from sverka.build.model import Order, Settings
from sverka.build.planning import published
from sverka.catalogue import load


def shown(
    orders: Sequence[Order],
    known: Mapping[str, tuple[str, ...] | None],
    settings: Settings,
    memory: Memory,
) -> dict[str, tuple[str, ...]]:
    """Return the locales of every article whose locales are known or can matter.

    `known` are those of the articles that have not changed, None for the others. How far the
    others have come is counted only if a page links to them and the `threshold` may withhold them.
    """
    found: dict[str, tuple[str, ...]] = {}
    for name, each in memory.articles.items():
        if name in known:
            continue
        percents = {locale: row["percent"] for locale, row in each["locales"].items()}
        found[name] = published(percents, settings)
    stale = [order for order in orders if known[order.name] is None]
    targets = set(_targets(orders, known, settings, memory)) if settings.threshold else set()
    for order in stale:
        percents = dict.fromkeys(order.catalogues, 100)
        if order.name in targets:
            percents = _percents(order, settings)
        found[order.name] = published(percents, settings)
    return found | {name: each for name, each in known.items() if each is not None}


def _targets(
    orders: Sequence[Order],
    known: Mapping[str, tuple[str, ...] | None],
    settings: Settings,
    memory: Memory,
) -> Iterator[str]:
    for order in orders:
        if known[order.name] is not None:
            links = memory.articles[order.name]["links"].values()
            yield from (target for kind, target, _ in links if kind == "article")
            continue
        with contextlib.suppress(OSError):
            text = order.article.read_text("utf-8", "replace")
            places = (place_of(order.article, written) for written in addresses(text))
            yield from (settings.articles[one] for one in places if one in settings.articles)


def _percents(order: Order, settings: Settings) -> dict[str, int]:
    percents = {}
    with contextlib.suppress(OSError, ArticleError):
        article = order.read(settings.pivot)
        for locale, path in order.catalogues.items():
            with contextlib.suppress(OSError):
                percents[locale] = progress(article, messages_of(load(path))).percent
    return percents
