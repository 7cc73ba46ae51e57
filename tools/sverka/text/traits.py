"""What the pieces of a text between two spaces may be: looked up once for many analysers.

Most texts have nothing for most analysers. A piece is tested once a vocabulary; an analyser that
needs an acronym, say, has nothing to do where no piece has that trait::

    if not text.ask(traits) & ACRONYM: return ()
"""

import re

import regex

from .analysis import Text
from .numbers.masks import mask
from .prose import prose
from .vocabulary import Remembered

MACHINE = 1
"""Something that is no wording: an identifier, a path, an option, a placeholder."""
CODE = 2
"""A sign that looks like code."""
ACRONYM = 4
"""Two capitals in one run of letters."""
LETTER = 8
"""A capital that stands alone: A, T-cell, T细胞."""
AT_A_MARK = 16
"""A space before a mark, or after an opening bracket."""
GLUED = 32
"""Letters right after a mark."""

_TESTS = (
    (MACHINE, re.compile(r"[%\\/_$]|::|\.[a-z]|[a-z][A-Z]|(?<!\w)-[-A-Za-z]")),
    (
        CODE,
        re.compile(
            r"[_=<>{}|\\@$#^~]|(?a:--\w|::|->|\w[(/]|\w\.\w|&&)|(?<![^\s\ufffc])(?:/|[+.]\w)"
        ),
    ),
    (ACRONYM, regex.compile(r"\p{Lu}[\p{L}\p{M}\p{N}]*\p{Lu}")),
    (LETTER, regex.compile(r"(?<![\p{L}\p{N}])\p{Lu}(?![\p{Ll}\p{Lu}])")),
    (AT_A_MARK, re.compile(r"(?:^|\t)[,.;:!?，。；：！？、．)\]}]|[(\[{]$")),
    (GLUED, re.compile(r"[,;.!?][^\W\d_]{2}|[^\W\d_]{2}[,;][^\W\d_]$")),
)
_ENDS = frozenset(".,:;!?…")
"""Marks after which a common word is still nothing else."""


def _test(piece: str) -> int:
    word = piece[:-1] if piece[-1:] in _ENDS else piece
    if word.isalpha() and word[1:].islower():
        return 0
    return sum(trait for trait, pattern in _TESTS if pattern.search(piece))


_pieces = Remembered(_test)


def traits(text: Text) -> int:
    """Return the traits of a text's prose, as bits: an analyser. It may say too much."""
    value, masked = text.ask(prose), text.ask(mask)
    found = 0
    for piece in value.split(" "):
        found |= _pieces[piece]
    if masked != value:
        for piece in masked.split(" "):
            found |= _pieces[piece]
    return found
