"""Projects of any size, made of the development catalogues."""

from itertools import islice
from pathlib import Path

import polib

from sverka.catalogue import Catalogue, Entry
from tests.benchmarks.catalogue.data import catalogues

HEADER = "Content-Type: text/plain; charset=UTF-8\nLanguage: {locale}\n"


def write_catalogues(folder: Path) -> list[Path]:
    """Write the development catalogues as they are."""
    paths = []
    for name, data in catalogues().items():
        path = folder / name
        path.write_bytes(data)
        paths.append(path)
    return paths


def translations() -> dict[str, list[Entry]]:
    """Return the translated entries of each locale."""
    found: dict[str, list[Entry]] = {}
    for name, data in catalogues().items():
        locale = name.split(".")[1]
        entries = Catalogue.from_bytes(data).entries
        found.setdefault(locale, []).extend(
            entry for entry in entries if entry.translated and not entry.msgid_plural
        )
    return found


def write_project(folder: Path, files: int, entries: int, locales: int = 5) -> Path:
    """Write a project of so many catalogues of so many entries; return its configuration."""
    by_locale = dict(islice(sorted(translations().items()), locales))
    for number in range(files):
        locale, found = list(by_locale.items())[number % locales]
        article = number // locales
        catalogue = polib.POFile(wrapwidth=0)
        catalogue.metadata = {
            "Content-Type": "text/plain; charset=UTF-8",
            "Language": locale,
        }
        for place in range(entries):
            entry = found[(article * entries + place) % len(found)]
            mark = f"{_word(article * entries + place)} "
            catalogue.append(polib.POEntry(msgid=mark + entry.msgid, msgstr=mark + entry.msgstr))
        path = folder / f"locales/{locale}/LC_MESSAGES/a{article}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(str(catalogue) + "\n", encoding="utf-8")
    config = folder / "sverka.toml"
    config.write_text('pivot = "en"\n', encoding="utf-8")
    return config


def _word(number: int) -> str:
    """Return a made-up word, so that no two texts are the same and no rule has more to say."""
    return "".join("abdegklmno"[int(digit)] for digit in f"{number:06}")
