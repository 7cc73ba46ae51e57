"""Signs that pieces of a text show by their shape, whatever the language."""

import re

import regex

from .signs import Test, of_chars, of_shapes


def _with_capitals(pattern: str) -> Test:
    """Return what finds a pattern that needs a capital."""
    search = regex.compile(pattern).search
    return lambda piece: not piece.islower() and search(piece)


DIGIT = of_chars(str.isdecimal)
"""A decimal digit of any script."""
MACHINE = of_shapes(re.compile(r"[%\\/_$]|::|\.[a-z]|[a-z][A-Z]|(?<!\w)-[-A-Za-z]").search)
"""Something that is no wording: an identifier, a path, an option, a placeholder."""
CODE = of_shapes(
    re.compile(
        r"[_=<>{}|\\@$#^~]|(?a:--\w|::|->|\w[(/]|\w\.\w|&&)|(?<![^\s\ufffc])(?:/|[+.]\w)"
    ).search,
    "_=<>{}|\\@$#^~-:(/.&+",
)
"""A sign that looks like code."""
ACRONYM = of_shapes(_with_capitals(r"\p{Lu}[\p{L}\p{M}\p{N}]*\p{Lu}"))
"""Two capitals in one run of letters."""
LETTER = of_shapes(_with_capitals(r"(?<![\p{L}\p{N}])\p{Lu}(?![\p{Ll}\p{Lu}])"))
"""A capital that stands alone: A, T-cell, T细胞."""
AT_A_MARK = of_shapes(
    re.compile(r"(?:^|\t)[,.;:!?，。；：！？、．)\]}]|[(\[{]$").search,
    ",.;:!?，。；：！？、．()[]{}",
)
"""A space before a mark, or after an opening bracket."""
GLUED = of_shapes(re.compile(r"[,;.!?][^\W\d_]{2}|[^\W\d_]{2}[,;][^\W\d_]$|\d[^\W\d_]{4}").search)
"""Letters right after a mark, or after a digit."""
GAP = of_shapes(re.compile(r"^$|^[\u00a0\u3000]|[\u00a0\u3000]$|\u00a0\u00a0").search)
"""A space at an end of the text, several in a row, or a no-break space beside a plain one."""
