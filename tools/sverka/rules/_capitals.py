"""The words of a text that may be names: those with a capital, or in the script of names."""

from collections.abc import Iterable
from itertools import chain

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import Mention
from sverka.text.prose import prose
from sverka.text.vocabulary import Remembered

_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lo}][\p{L}\p{M}'’ʼ]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)*")
_SMALL_WORD = regex.compile(r"(?<![\p{L}\p{M}\p{N}'’-])\p{Ll}[\p{L}\p{M}]+")
_POSSESSIVE = regex.compile(r"['’](?:s|S)?$")
_BEFORE = regex.compile(r"(?:[\p{Ll}\p{N},;)»”’']|(?<!\p{L})\p{Lu}) ?$")
"""What stands before a capital that is not the sentence's."""


def bared(word: str) -> str:
    """Return a word without the English possessive's ending."""
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word


def capitals(text: Text) -> tuple[Mention, ...]:
    """Return the words of a text that may be names, and whether they open a sentence: in Japanese
    those in katakana, in scripts without capitals all; an analyser."""
    language = locales.language(text.locale)
    if language == "zh":
        return ()
    pattern = _KATAKANA if language == "ja" else _CAPITALISED
    value = text.ask(prose)
    return tuple(
        Mention(
            *m.span(),
            m[0],
            not _BEFORE.search(value[max(0, m.start() - 3) : m.start()]),
        )
        for m in pattern.finditer(value)
    )


def small_words(texts: Iterable[Text]) -> frozenset[str]:
    """Return the words that texts write with a small letter."""
    pieces = frozenset(chain.from_iterable([text.value.split() for text in texts]))
    return frozenset(chain.from_iterable(map(_small.__getitem__, pieces)))


_small = Remembered(lambda piece: tuple(_SMALL_WORD.findall(piece)))
