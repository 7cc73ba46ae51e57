"""Relative addresses in an article: which lead to another article, which to a file beside it."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from sverka.article import Article
from sverka.build.model import Settings

FILES = "files"
"""Folder of the output in which the files stand that articles show or link to."""

_ADDRESSES = re.compile(
    r"""\]\(\s{0,9}<?(?P<inline>[^()\s<>"]{1,2000})
      | ^[ \t>]{0,20}\[[^\[\]\n]{1,500}\]:[ \t]{0,9}<?(?P<label>[^\s<>]{1,2000})
      | \b(?:src|href)\s{0,9}=\s{0,9}(?:"(?P<double>[^"<>]{0,2000})"|'(?P<single>[^'<>]{0,2000})')
    """,
    re.VERBOSE | re.MULTILINE,
)
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[/#?]|$")
_TAIL = re.compile(r"[?#].*", re.DOTALL)
_IN_TAG = re.compile(r'(<(?:a|img)\s(?:[^<>"]*"[^<>"]*")*?[^<>"]*\b(?:href|src)=")([^"<>]*)(?=")')


class Link(NamedTuple):
    """What stands at a place that an article names.

    `target` is the name of an article, or where a file of the project stands below the output
    folder; both are "" if nothing is there that can be shown. `locales` are those in which an
    article is published, none if that is not known.
    """

    kind: str
    target: str
    locales: tuple[str, ...] = ()

    def nearest(self, chain: Iterable[str], pivot: str) -> str:
        """Return the first locale of `chain` in which an article is published, else the pivot."""
        return next((one for one in chain if one in self.locales or not self.locales), pivot)


Links = Mapping[str, Link]
"""What stands at each path that an article writes."""


def links(article: Article, path: Path, settings: Settings) -> Links:
    """Find what an article links to. Only files of the project that are not hidden are taken."""
    if article.format == "text":
        return {}
    paths = dict.fromkeys(addresses(article.text))
    return {written: standing(place_of(path, written), settings) for written in paths}


def place_of(article: Path, written: str) -> str:
    """Return the path that an article names, as the system finds it."""
    return os.path.normpath(article.parent / written)


def addresses(text: str) -> Iterator[str]:
    """Yield the relative paths that an article writes, without queries and fragments."""
    for match in _ADDRESSES.finditer(text):
        address = unescape(match[match.lastindex or 0])
        if not _ELSEWHERE.match(address) and "\0" not in (path := unquote(_bare(address))):
            yield path


def _bare(address: str) -> str:
    return _TAIL.sub("", address)


def standing(place: str, settings: Settings) -> Link:
    """Say what stands at a place now."""
    if name := settings.articles.get(place):
        return Link("article", name, settings.shown.get(name, ()))
    if settings.root is None or not Path(place).is_file():
        return Link("", "")
    try:
        inside = Path(place).resolve().relative_to(settings.root.resolve())
    except (ValueError, OSError):
        return Link("", "")
    if any(part.startswith(".") for part in inside.parts):
        return Link("", "")
    return Link("file", f"{FILES}/{inside.as_posix()}")


Address = Callable[[Link], str | None]
"""Returns the address of an article or a file in a page, quoted; None leaves the old one."""


def led(text: str, found: Links, address: Address) -> str:
    """Return HTML whose relative addresses are those that `address` gives; None: left as is."""

    def new(match: re.Match[str]) -> str:
        old = unescape(match[2])
        link = found.get(unquote(_bare(old)), Link("", ""))
        if not link.kind or _ELSEWHERE.match(old) or (target := address(link)) is None:
            return match[0]
        tail = _TAIL.search(old)
        return match[1] + target + (tail[0].replace("&", "&amp;") if tail else "")

    return _IN_TAG.sub(new, text)
