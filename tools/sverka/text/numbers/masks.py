"""What looks like text and is not read as such: addresses, placeholders, tags, entities."""

import re
from functools import lru_cache

from sverka.text.analysis import Text
from sverka.text.signs import of_chars, signs

_CONVERSION = (
    r"%(?:-\d+l{0,2}[sdiux]"  # with a width, right before a word
    r"|[-+#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|q|j|z|t|L)?[sdifuxXcgeEpn](?![A-Za-z]))"
)
_MASKS = (
    ("://", r"(?:https?|ftp|file)://(?:[\w.~:/?#@!$&*+,;=%'-]|\([^\s()]*\))+"),  # addresses
    ("mailto:", r"mailto:[\w./+@%-]+"),
    ("doi:", r"doi:[\w./+@%-]+"),
    ("](", r"(?<=\]\()[^)\s]{0,2000}+(?=[\s)])"),  # Markdown link targets
    ("@", r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),  # e-mail addresses
    ("www.", r"\b(?:www\.)[\w./%?&=#-]+"),
    ("<", r"</?[A-Za-z][^<>]{0,300}>"),  # tags
    ("&", r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]+\d*);"),  # entities
    ("%", r"%\d+\$[-+#0-9.*hlqjzt]*[A-Za-z]"),  # %1$s
    ("%", r"%\([^()\s]+\)[-+#0-9.]*[A-Za-z]"),  # %(name)s
    ("%", rf"(?<![\d\s])(?<!\d\s){_CONVERSION}"),
    ("%", rf"(?<!\d)(?<!\d\s){_CONVERSION}"),
    ("%", r"%\d+(?!\d)"),  # %1
    ("{", r"\$?\{\{?[^{}\n]{0,60}\}?\}"),  # {0}, {{name}}, ${x}
    ("\\", r"\\x[0-9A-Fa-f]{2}|\\u\{?[0-9A-Fa-f]{2,6}\}?|\\[0-7]{3}"),
)
"""What a piece cannot do without, and its pattern."""
_SUSPECT = of_chars(frozenset(":]@<&%{\\").__contains__)
"""Without one of these, or "www.", there is nothing to mask."""


@lru_cache(maxsize=1024)
def _pattern(possible: tuple[bool, ...]) -> "re.Pattern[str] | None":
    """Return a pattern of the pieces that are possible, None if none is."""
    patterns = [pattern for (_, pattern), here in zip(_MASKS, possible, strict=True) if here]
    return re.compile("|".join(patterns), re.ASCII) if patterns else None


@lru_cache(maxsize=256)
def masked(text: str) -> str:
    """Return `text`, of the same length, with U+FFFC for what is not to be read as words."""
    pattern = _pattern(tuple([needed in text for needed, _ in _MASKS]))
    if pattern is None:
        return text
    return pattern.sub(lambda found: "\ufffc" * len(found[0]), text)


def mask(text: Text) -> str:
    """Return what `masked` makes of a text: an analyser."""
    value = text.value
    if not text.ask(signs) & _SUSPECT and "www." not in value:
        return value
    return masked(value)
