"""The articles of a locale as one EPUB book."""

import os
import re
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import escape

from sverka.article import Article
from sverka.article.states import messages_of
from sverka.build.article_pages import choices, page
from sverka.build.assembling import stale_messages
from sverka.build.epub import IMAGES, Book, Chapter, epub
from sverka.build.linking import Link, Links, led, links, place_of
from sverka.build.memory import Memory, combined, digest, is_fresh
from sverka.build.model import Built, Order, Settings, Trouble
from sverka.build.places import link, put
from sverka.build.planning import published
from sverka.build.textual import CONTROL
from sverka.build.wording import phrases
from sverka.build.writing import pages
from sverka.catalogue import load
from sverka.text import locales

NAME = "articles.epub"
_NAMESPACE = uuid.UUID("b1d3a1f8-6ad5-5a5e-9f0a-0f6d6a7f2b11")
_DIRECTION = re.compile(r"(?<![\w-])(?:direction|unicode-bidi)\s*:[^;}]*;?")
_URL = re.compile(r"[^\s<>\"{}|\\^`\[\]#]*(?:#[^\s<>\"{}|\\^`\[\]#]*)?")
_BLOCKS = frozenset(
    [
        *("address", "article", "aside", "blockquote", "details", "div", "dl", "figure", "footer"),
        *("header", "hr", "main", "nav", "ol", "pre", "section", "table", "ul"),
    ]
)


def books(orders: Sequence[Order], settings: Settings, shaping: str, memory: Memory) -> Built:
    """Make the book of every locale that is published, unless it is made of the same already."""
    members: dict[str, list[Order]] = {}
    for order in orders:
        rows = memory.articles.get(order.name, {}).get("locales", {})
        if order.name in memory.articles:
            percents = {locale: row["percent"] for locale, row in rows.items()}
            for locale in published(percents, settings):
                members.setdefault(locale, []).append(order)
    total = Built()
    for locale, articles in members.items():
        if not settings.locales or any(locales.same(locale, one) for one in settings.locales):
            total += _book(locale, articles, settings, shaping, memory)
    return total


def _book(
    locale: str, orders: Sequence[Order], settings: Settings, shaping: str, memory: Memory
) -> Built:
    name = f"{locale}/{NAME}"
    chain = (locale, *settings.fallback.get(locale, ()))
    given = [
        (
            order.name,
            (known := memory.articles[order.name])["sha256"],
            sorted((written, *to, tuple(told)) for written, (*to, told) in known["links"].items()),
            known.get("stale"),
            [known["locales"].get(one, {}).get("sha256") for one in chain],
            [
                memory.outputs.get(target, {}).get("inputs")
                for _, (_, target, _) in sorted(known["links"].items())
            ],
        )
        for order in orders
    ]
    key = combined(shaping, "epub", _modified(()), given)
    if is_fresh(memory, settings, name, key):
        return Built(unchanged=1)
    try:
        data = epub(_filled(locale, orders, settings))
    except Exception as error:
        message = f"the book could not be made: {type(error).__name__}: {error}"
        return Built(troubles=(Trouble(name, 0, message),))
    built = put(settings, name, data)
    if not built.troubles:
        memory.outputs[name] = {"inputs": key, "size": len(data), "sha256": digest(data)}
    return built


def _filled(locale: str, orders: Sequence[Order], settings: Settings) -> Book:
    names = {order.name: f"{order.name}.xhtml" for order in orders}
    read = [(order, order.read(settings.pivot)) for order in orders]
    bodies: dict[str, HtmlElement] = {}
    titles: dict[str, str] = {}
    images: dict[str, bytes] = {}
    for order, article in read:
        found = links(article, order.article, settings)
        title, body = _body(locale, order, article, names, found, settings)
        titles[order.name], bodies[names[order.name]] = title, body
        images |= _images(order, found)
    for name, body in bodies.items():
        _settle(name, body, bodies, images)
    phrase = phrases(locale)
    dates = [block.date for _, article in read for block in article.blocks if block.date]
    return Book(
        identifier=f"urn:uuid:{uuid.uuid5(_NAMESPACE, combined(locale, sorted(names)))}",
        title=next(iter(titles.values())) if len(titles) == 1 else phrase["articles"],
        contents=phrase["articles"],
        lang=locales.bcp47(locale),
        dir=locales.direction(locale),
        modified=_modified(dates),
        style=_DIRECTION.sub("", pages(settings.theme).style),  # which EPUB wants in attributes
        chapters=[
            Chapter(names[name], title, _xhtml(bodies[names[name]]))
            for name, title in titles.items()
        ],
        images=images,
    )


def _modified(dates: Sequence[str]) -> str:
    """Return the time of SOURCE_DATE_EPOCH, else the latest date of the articles, else 1980."""
    if (epoch := os.environ.get("SOURCE_DATE_EPOCH", "")).isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{max(dates, default='1980-01-01')}T00:00:00Z"


def _body(
    locale: str,
    order: Order,
    article: Article,
    names: Mapping[str, str],
    found: Links,
    settings: Settings,
) -> tuple[str, HtmlElement]:
    chain = (locale, *settings.fallback.get(locale, ()))
    known = {
        one: messages_of(load(order.catalogues[one])) for one in chain if one in order.catalogues
    }
    chosen = choices(article, locale, settings, known, stale_messages(order, settings))
    at = f"text/{names[order.name]}"

    def address(target: Link) -> str | None:
        if target.kind == "article" and target.target in names:
            return link(at, f"text/{names[target.target]}", "")
        is_image = target.kind == "file" and Path(target.target).suffix.lower() in IMAGES
        return link(at, target.target, "") if is_image else None

    values: dict[str, Any] = page(
        article, locale, chosen, (locale,), settings, lambda text: led(text, found, address)
    )
    kind = "notice complete" if values["complete"] else "notice"
    notice = f'<p class="{kind}">{escape(values["notice"])}</p>' if values["notice"] else ""
    text = CONTROL.sub("", notice + pages(settings.theme).article(values))
    return values["title"], html.fragment_fromstring(text, create_parent="article")


def _images(order: Order, found: Links) -> dict[str, bytes]:
    return {
        each.target: Path(place_of(order.article, written)).read_bytes()
        for written, each in found.items()
        if each.kind == "file" and Path(each.target).suffix.lower() in IMAGES
    }


def _settle(
    name: str, body: HtmlElement, bodies: Mapping[str, HtmlElement], images: Mapping[str, bytes]
) -> None:
    """Take out of a chapter what a book cannot hold: files that are not in it, repeated ids."""
    seen: set[str] = set()
    for element in list(_elements(body)):
        ident = element.get("id")
        if ident is not None and (not ident or ident in seen or re.search(r"\s", ident)):
            del element.attrib["id"]
        seen.add(ident or "")
        if element.tag == "pre":
            element.set("dir", "ltr")
        elif element.tag == "details" and not _opens(element):
            for each in (element, *(child for child in element if child.tag == "summary")):
                each.tag = "div"
                each.attrib.pop("open", None)
        elif element.tag == "p" and any(each.tag == "summary" for each in element.iterancestors()):
            element.tag = "span"
        if element.tag == "img" and not _stands(name, element.get("src", ""), images):
            alt = element.get("alt", "")
            element.tag = "span"
            for attribute in ("src", "alt", "width", "height"):
                element.attrib.pop(attribute, None)
            element.text = alt
        elif element.tag == "a" and not _leads(name, element.get("href"), bodies):
            element.tag = "span"
            for attribute in ("href", "hreflang", "rel"):
                element.attrib.pop(attribute, None)


def _opens(details: HtmlElement) -> bool:
    """Whether it begins with a summary, and this holds nothing but words."""
    first = details[0] if len(details) else None
    if first is None or first.tag != "summary":
        return False
    return not any(each.tag in _BLOCKS for each in _elements(first))


def _elements(body: HtmlElement) -> Iterator[HtmlElement]:
    return (each for each in body.iter() if isinstance(each.tag, str))


def _stands(name: str, source: str, images: Mapping[str, bytes]) -> bool:
    return any(source == link(f"text/{name}", image, "") for image in images)


def _leads(name: str, address: str | None, bodies: Mapping[str, HtmlElement]) -> bool:
    if address is None or re.match(r"(?:https?|mailto):", address):
        return address is not None and bool(_URL.fullmatch(address))
    path, _, fragment = address.partition("#")
    targets = {quote(name): name, "": name}
    targets |= {link(f"text/{name}", f"text/{other}", ""): other for other in bodies}
    if path not in targets:
        return False
    wanted = unquote(fragment)
    return not wanted or any(each.get("id") == wanted for each in _elements(bodies[targets[path]]))


def _xhtml(body: HtmlElement) -> str:
    for element in _elements(body):
        if lang := element.get("lang"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", lang)
    return etree.tostring(body, encoding="unicode", method="xml")
