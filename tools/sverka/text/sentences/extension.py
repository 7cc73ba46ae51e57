"""A project's own entries: `i18n/segmentation.toml`, a table a locale and one for all.

[all]
exceptions = ["NMIC DGOI. Dmitry Rogachev"]   # no sentence ends inside these texts
[ru]
before_name = "каф. лаб."                     # the keys of the language files
remove = "г"                                  # no longer an abbreviation
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from sverka.text.sentences.rules import KINDS, Rules, language_chain, rules_for

EVERY_LOCALE = "all"
KEYS = (*KINDS, "starters", "remove", "exceptions")

Extension = Mapping[str, Mapping[str, Any]]


def read_extension(path: str | Path) -> Extension:
    """Read a `segmentation.toml`.

    Raises ValueError, naming the file, the line and the remedy, when it is not valid TOML or has
    a key or a value that means nothing; OSError when it cannot be read.
    """
    try:
        text = Path(path).read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}:1: not UTF-8; save the file as UTF-8") from error
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise ValueError(f"{path}:{line}: not valid TOML: {error}") from error
    for locale, key, message in _mistakes(table):
        raise ValueError(f"{path}:{_line(text, locale, key)}: {message}")
    return table


def checked(table: Mapping[str, Any], path: str = "segmentation.toml") -> Extension:
    """The parsed `table` itself, if every key and value in it means something.

    Raises ValueError, which names `path`, the table and the key.
    """
    for _, _, message in _mistakes(table):
        raise ValueError(f"{path}: {message}")
    return table


def _mistakes(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The table, the key and the description of everything that means nothing."""
    for locale, entries in table.items():
        if not isinstance(entries, Mapping):
            yield (
                "",
                locale,
                f"{locale!r} stands outside a table; write it under [{EVERY_LOCALE}]",
            )
            continue
        for key, value in entries.items():
            if key not in KEYS:
                yield locale, key, f"[{locale}] unknown key {key!r}; known: {', '.join(KEYS)}"
            elif isinstance(value, str) and key == "exceptions":
                yield locale, key, f"[{locale}] exceptions must be a list of strings"
            elif not _strings(value):
                yield locale, key, f"[{locale}] {key} must be a list of strings"


def _strings(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    return isinstance(value, str)


def _line(text: str, locale: str, key: str) -> int:
    """The line on which `key` is set in the table `locale`."""
    name, header = (rf"[\"']?{re.escape(part)}[\"']?" for part in (key, locale))
    table = re.search(rf"^\s*\[\s*{header}\s*\]", text, re.MULTILINE) if locale else None
    place = re.compile(rf"^[^\S\n]*{name}\s*=", re.MULTILINE).search(
        text, table.end() if table else 0
    )
    return text.count("\n", 0, place.start()) + 1 if place else 1


def extended_rules(locale: str, extension: Extension) -> Rules:
    """The rules of `locale` with the entries of `extension` for it and for all locales added."""
    chain = language_chain(locale)
    tables = [
        entries
        for name, entries in extension.items()
        if name == EVERY_LOCALE or language_chain(name)[0] in chain
    ]
    rules = rules_for(locale)
    return rules.extended(*tables) if tables else rules
