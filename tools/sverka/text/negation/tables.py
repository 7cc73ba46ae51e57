"""The tables of this package, which are read when they are first asked for."""

import re
import tomllib
from functools import cache
from importlib import resources
from typing import Any

UNSPACED = frozenset({"zh", "ja"})
"""Languages that write no spaces."""


@cache
def table(name: str) -> dict[str, Any]:
    """Return what a file `name`.toml holds."""
    path = resources.files("sverka.text.negation") / f"{name}.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def whole(name: str, kind: str, language: str) -> re.Pattern[str] | None:
    """Return what matches the words of a kind in a language, None if none are known; in Chinese and
    Japanese wherever they stand."""
    words = table(name)[kind].get(language)
    if words is None:
        return None
    edges = ("", "") if language in UNSPACED or language == "han" else (r"(?<!\w)", r"(?!\w)")
    return re.compile(f"(?:{'|'.join(words)})".join(edges), re.IGNORECASE)
