"""The words of a text that are there to be translated."""

import re
from itertools import chain
from typing import NamedTuple

from sverka.text.analysis import Text
from sverka.text.numbers.masks import mask, masked
from sverka.text.signs import of_chars, signs
from sverka.text.traits import CODE
from sverka.text.vocabulary import Remembered

_CODE = re.compile(
    r"```.*?(?:```|\Z)|``.+?``|`[^`]*`|~~~.*?(?:~~~|\Z)"
    r"|<(?P<tag>code|pre)\b[^<]*(?:<(?!/?(?P=tag))[^<]*)*</(?P=tag)>",
    re.DOTALL | re.IGNORECASE,
)
_MARKED = of_chars(frozenset("`<~").__contains__)
WORD = re.compile(r"[^\W\d_]+(?:['’ʼ\u05f4-][^\W\d_]+)*")
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
    value = _prose(text)
    if value == text.value and not text.ask(signs) & CODE:
        return Prose(tuple(WORD.findall(value)), 0)
    value = value.replace("\ufffc", " ")
    found = [_words[token] for token in value.split()]
    codelike = found.count(None)
    return Prose(tuple(chain.from_iterable(filter(None, found))), codelike)


def _words_of(token: str) -> tuple[str, ...] | None:
    """Return the words of what stands between white space; None if it looks like code."""
    if token.isalpha():
        return (token,)
    if token.isascii() and _SYMBOLS.search(token):
        return None
    return tuple(WORD.findall(token))


_words = Remembered(_words_of)


def _prose(text: Text) -> str:
    return without_code(text.value) if text.ask(signs) & _MARKED else text.ask(mask)


def without_code(value: str) -> str:
    """Return a text of the same length with U+FFFC for code, addresses and placeholders."""
    if "`" in value or "<" in value or "~~~" in value:
        value = _CODE.sub(lambda found: "\ufffc" * len(found[0]), value)
    return masked(value)
