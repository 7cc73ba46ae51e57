"""Which outputs an article has, and of what each is made."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sverka.build.memory import Memory, digest_of, output_key
from sverka.build.model import Order, OutputFormat, Settings
from sverka.build.places import output_name
from sverka.text import locales


class Output(NamedTuple):
    """An output to make: `key` is the digest of its inputs."""

    name: str
    locale: str
    format: OutputFormat
    key: str


class Inputs(NamedTuple):
    """The digests of an article's files. `catalogues` holds those that can be read."""

    article: str
    catalogues: Mapping[str, str]


def inputs(order: Order) -> Inputs:
    """Read and digest the files of an article. Raises OSError if the article cannot be read."""
    catalogues = {}
    for locale, path in order.catalogues.items():
        try:
            catalogues[locale] = digest_of(path)
        except OSError:
            continue
    return Inputs(digest_of(order.article), catalogues)


def outputs(
    order: Order, given: Inputs, published: tuple[str, ...], settings: Settings, shaping: str
) -> list[Output]:
    """Return the outputs wanted. Raises PlaceError for names that lead out of the folder."""
    found = []
    for locale in published:
        if settings.locales and not any(locales.same(locale, one) for one in settings.locales):
            continue
        chain = (locale, *settings.fallback.get(locale, ()))
        used = {one: given.catalogues[one] for one in chain if one in given.catalogues}
        for format in settings.formats:
            suffix = ".html" if format == "html" else order.article.suffix
            others = published if format == "html" else ()
            key = output_key(shaping, given.article, used, others)
            found.append(Output(output_name(locale, order.name, suffix), locale, format, key))
    return found


def published_before(
    order: Order, given: Inputs, settings: Settings, memory: Memory
) -> tuple[str, ...] | None:
    """Return the locales to publish if the last build knew these files; None if it did not."""
    known = memory.articles.get(order.name)
    if not known or known.get("sha256") != given.article or known.get("unit") != order.cutting:
        return None
    rows: dict[str, Any] = known.get("locales", {})
    if set(rows) != set(order.catalogues) or set(given.catalogues) != set(order.catalogues):
        return None
    if any(rows[locale].get("sha256") != sha for locale, sha in given.catalogues.items()):
        return None
    shares = {locale: int(rows[locale]["percent"]) for locale in rows}
    return published(shares, settings)


def published(percents: Mapping[str, int], settings: Settings) -> tuple[str, ...]:
    """Return the pivot and the locales that have come far enough."""
    return (
        settings.pivot,
        *(
            locale
            for locale, percent in percents.items()
            if not locales.same(locale, settings.pivot) and percent >= settings.threshold
        ),
    )
