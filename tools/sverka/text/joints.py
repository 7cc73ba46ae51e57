"""Words that join clauses, and the parts of an enumeration."""

import re
import tomllib
from functools import cache
from importlib import resources


@cache
def _tables() -> dict[str, dict[str, str]]:
    path = resources.files("sverka.text") / "data/joints.toml"
    return tomllib.loads(path.read_text("utf-8"))


@cache
def joints(kind: str) -> str:
    """Return the words of a kind in all languages, as alternatives of a regular expression.

    Raises:
        KeyError: there is no such kind.
    """
    return f"(?:{'|'.join(_tables()[kind].values())})"


@cache
def joint_of(language: str, *kinds: str) -> re.Pattern[str] | None:
    """Return what matches the words of some kinds in a language, if they are known.

    Raises:
        KeyError: there is no such kind.
    """
    known = [_tables()[kind] for kind in kinds]
    if not all(language in words for words in known):
        return None
    return re.compile(
        rf"(?<!\w)(?:{'|'.join(words[language] for words in known)})(?!\w)", re.IGNORECASE
    )
