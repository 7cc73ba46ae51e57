"""The words of a text that are there to be translated."""

import re
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.numbers.masks import masked

_CODE = re.compile(
    r"```.*?(?:```|\Z)|``.+?``|`[^`]*`|~~~.*?(?:~~~|\Z)"
    r"|<(?P<tag>code|pre)\b[^<]*(?:<(?!/?(?P=tag))[^<]*)*</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_TOKEN = re.compile(r"[^\s\ufffc]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ\u05f4-][^\W\d_]+)*")
_SYMBOLS = re.compile(r"[_=<>{}|\\@$#^~]|--\w|::|->|\w\(|\w/\w|\w\.\w|&&|^/|^[+.]\w")
_SYMBOL = re.compile(
    r"[_=<>{}|\\@$#^~]|(?a:--\w|::|->|\w[(/]|\w\.\w|&&)|(?<![^\s\ufffc])(?:/|[+.]\w)"
)
"""What any of `_SYMBOLS` has, found in a whole text."""


class Prose(NamedTuple):
    """The words of a text apart from code, addresses, placeholders and identifiers."""

    words: tuple[str, ...]
    """In their order and spelling."""
    codelike: int
    """How many tokens look like code."""

    @property
    def common(self) -> tuple[str, ...]:
        """The words in lower case only: neither names, acronyms nor identifiers."""
        return tuple(word for word in self.words if word.islower() or not word.isascii())


def prose(text: Text) -> Prose:
    """Find the words of a text that are there to be translated: an analyser."""
    value = without_code(text.value)
    if not _SYMBOL.search(value):
        return Prose(tuple(_WORD.findall(value)), 0)
    codelike = 0
    plain: list[str] = []
    for token in _TOKEN.findall(value):
        if token.isascii() and _SYMBOLS.search(token):
            codelike += 1
        else:
            plain.append(token)
    return Prose(tuple(_WORD.findall(" ".join(plain))), codelike)


def without_code(value: str) -> str:
    """Return a text of the same length with U+FFFC for code, addresses and placeholders."""
    if "`" in value or "<" in value or "~~~" in value:
        value = _CODE.sub(lambda found: "\ufffc" * len(found[0]), value)
    return masked(value)
