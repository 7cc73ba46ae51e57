"""Which outputs an article has, and of what each is made."""

import contextlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from sverka.build.linking import Link, Links, place_of, standing
from sverka.build.memory import Memory, combined, digest_of, is_fresh, output_key
from sverka.build.model import Order, OutputFormat, Settings
from sverka.build.places import output_name
from sverka.text import locales

Digest = Callable[[Path], str]


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
    template: str = ""


def inputs(order: Order, digest: Digest = digest_of) -> Inputs:
    """Digest the files of an article. Raises OSError if the article cannot be read."""
    catalogues = {}
    for locale, path in order.catalogues.items():
        try:
            catalogues[locale] = digest(path)
        except OSError:
            continue
    template = ""
    if order.template is not None:
        with contextlib.suppress(OSError):
            template = digest(order.template)
    return Inputs(digest(order.article), catalogues, template)


def shaping_of(shaping: str, found: Links, stale: Iterable[str]) -> str:
    """Return the digest of all that shapes the pages of an article besides its own files."""
    there = sorted((written, *link) for written, link in found.items() if link.kind)
    old = sorted(stale)
    return combined(shaping, there, old) if there or old else shaping


def links_before(order: Order, settings: Settings, memory: Memory, digest: Digest) -> Links | None:
    """Return what the last build found at the article's links; None if that has changed."""
    known = memory.articles[order.name]["links"]
    found = {written: Link(kind, to, tuple(told)) for written, (kind, to, told) in known.items()}
    for written, link in found.items():
        place = place_of(order.article, written)
        if standing(place, settings) != link:
            return None
        if link.kind == "file" and not is_fresh(memory, settings, link.target, digest(Path(place))):
            return None
    return found


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
            suffix = order.article.suffix if format == "same" else f".{format}"
            twice = (
                format == "same" and suffix in (".md", ".txt") and suffix[1:] in settings.formats
            )
            if format == "epub" or twice:
                continue
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
    if "links" not in known or known.get("template", "") != given.template:
        return None
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
