"""A project's own entries: `i18n/segmentation.toml`, a table a locale and one for all.

[all]
exceptions = ["NMIC DGOI. Dmitry Rogachev"]   # no sentence ends inside these texts
[ru]
before_name = "каф. лаб."                     # the keys of the language files
remove = "г"                                  # no longer an abbreviation
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sverka.text.sentences.rules import KINDS, Rules, language_chain, rules_for

EVERY_LOCALE = "all"
KEYS = (*KINDS, "starters", "remove", "exceptions")

Extension = Mapping[str, Mapping[str, Any]]


def read_extension(path: str | Path) -> Extension:
    """Read a `segmentation.toml`.

    Raises ValueError, naming the file and the remedy, when it is not valid TOML or has a key or
    a value that means nothing; OSError when it cannot be read.
    """
    try:
        table = tomllib.loads(Path(path).read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path}: not valid TOML: {error}") from error
    return checked(table, str(path))


def checked(table: Mapping[str, Any], path: str = "segmentation.toml") -> Extension:
    """The parsed `table` itself, if every key and value in it means something.

    Raises ValueError, which names `path`, the table and the key.
    """
    for locale, entries in table.items():
        if not isinstance(entries, Mapping):
            raise ValueError(
                f"{path}: {locale!r} stands outside a table; write it under [{EVERY_LOCALE}]"
            )
        for key, value in entries.items():
            if key not in KEYS:
                raise ValueError(
                    f"{path}: [{locale}] unknown key {key!r}; known: {', '.join(KEYS)}"
                )
            listed = isinstance(value, list) and all(isinstance(item, str) for item in value)
            if not (listed or (isinstance(value, str) and key != "exceptions")):
                raise ValueError(f"{path}: [{locale}] {key} must be a list of strings")
    return table


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
