"""The page that lists all articles."""

from collections.abc import Sequence

from sverka.build.model import Settings
from sverka.build.pages import Pages
from sverka.build.places import link, page_name
from sverka.build.wording import listed, own_name, phrases, phrases_locale
from sverka.text import locales

Row = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""An article's name, its title, the locales it is published in, those it is not yet."""


def index(rows: Sequence[Row], settings: Settings) -> bytes:
    """Return the index. Raises what a theme raises."""
    reader = phrases_locale(settings.pivot)
    shown = {
        "lang": locales.bcp47(reader),
        "dir": locales.direction(reader),
        "title": phrases(reader)["articles"],
        "articles": [_entry(*row, reader, settings) for row in rows],
    }
    return Pages(settings.theme).render("index.html", shown, phrases(reader))


def _entry(
    name: str,
    title: str,
    shown: tuple[str, ...],
    absent: tuple[str, ...],
    reader: str,
    settings: Settings,
) -> dict[str, object]:
    waiting = [own_name(locale) for locale in absent]
    return {
        "title": title,
        "lang": locales.bcp47(settings.pivot),
        "href": link("index.html", page_name(settings.pivot, name), ""),
        "languages": [
            {
                "lang": locales.bcp47(locale),
                "dir": locales.direction(locale),
                "name": own_name(locale),
                "href": link("index.html", page_name(locale, name), ""),
            }
            for locale in shown
        ],
        "waiting": phrases(reader)["waiting"].format(languages=listed(waiting, reader))
        if waiting
        else "",
    }
