"""Traditional and Japanese characters as the simplified ones of the same meaning.

Which belong together is known from OpenCC's tables (TSCharacters, JPVariants; Apache-2.0, after
Unicode's Unihan); those of Big5's first level were taken, of which each has one usual counterpart.
"""

from functools import lru_cache
from importlib import resources


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    path = resources.files("sverka.text") / "data/simplified.txt"
    before, after = path.read_text("utf-8").split()
    return {ord(a): b for a, b in zip(before, after, strict=True)}


def simplified(value: str) -> str:
    """Return a text, of the same length, in simplified characters."""
    return value.translate(_table())
