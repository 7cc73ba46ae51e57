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
    words: list[str] = []
    codelike = 0
    value = without_code(text.value)
    for token in _TOKEN.finditer(value):
        if token[0].isascii() and _SYMBOLS.search(token[0]):
            codelike += 1
            continue
        words += _WORD.findall(token[0])
    return Prose(tuple(words), codelike)


def without_code(value: str) -> str:
    """Return a text of the same length with U+FFFC for code, addresses and placeholders."""
    return masked(_CODE.sub(lambda found: "\ufffc" * len(found[0]), value))
