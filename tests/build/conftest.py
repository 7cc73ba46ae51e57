from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from sverka.build import Order
from sverka.catalogue import Catalogue, Entry

Make = Callable[..., Order]


def write_catalogue(
    path: Path, locale: str, texts: Mapping[str, str], fuzzy: tuple[str, ...] = ()
) -> Path:
    entries = [
        Entry(msgid=msgid, msgstr=msgstr, flags=("fuzzy",) if msgid in fuzzy else ())
        for msgid, msgstr in texts.items()
    ]
    header = {"Language": locale, "Content-Type": "text/plain; charset=UTF-8"}
    path.parent.mkdir(parents=True, exist_ok=True)
    Catalogue.from_entries(entries, header).save(path)
    return path


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Write an article and its catalogues; return the order to build it."""

    def make(
        text: str,
        *,
        name: str = "a",
        suffix: str = ".txt",
        fuzzy: tuple[str, ...] = (),
        **locales: Mapping[str, str],
    ) -> Order:
        article = tmp_path / "seeds" / f"{name}{suffix}"
        article.parent.mkdir(parents=True, exist_ok=True)
        article.write_bytes(text.encode())
        catalogues = {
            locale: write_catalogue(tmp_path / locale / f"{name}.po", locale, texts, fuzzy)
            for locale, texts in locales.items()
        }
        return Order(name, article, catalogues)

    return make
