"""What looks like text and is not read as such: addresses, placeholders, tags, entities."""

import re
from functools import lru_cache

_MASKS = re.compile(
    r"""
      (?:https?|ftp|file)://(?:[\w.~:/?\#@!$&*+,;=%'-]|\([^\s()]*\))+    # addresses
    | (?:mailto|doi):[\w./+@%-]+
    | (?<=\]\()[^)\s]*(?=[\s)])                       # Markdown link targets
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+                    # e-mail addresses
    | \b(?:www\.)[\w./%?&=\#-]+
    | </?[A-Za-z][^<>]{0,300}>                        # tags
    | &(?:\#\d+|\#x[0-9A-Fa-f]+|[A-Za-z]+\d*);        # entities
    | %\d+\$[-+\#0-9.*hlqjzt]*[A-Za-z]                # %1$s
    | %\([^()\s]+\)[-+\#0-9.]*[A-Za-z]                # %(name)s
    | (?<![\d\s])(?<!\d\s)%[-+\#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|q|j|z|t|L)?[sdifuxXcgeEpn](?![A-Za-z])
    | (?<!\d)(?<!\d\s)%[-+\#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|q|j|z|t|L)?[sdifuxXcgeEpn](?![A-Za-z])
    | %\d+(?!\d)                                      # %1
    | \$?\{\{?[^{}\n]{0,60}\}?\}                      # {0}, {{name}}, ${x}
    | \\x[0-9A-Fa-f]{2}|\\u\{?[0-9A-Fa-f]{2,6}\}?|\\[0-7]{3}
    """,
    re.VERBOSE | re.ASCII,
)
_SUSPECT = re.compile(r"[<&%{@\\:]|www\.|\]\(")
"""Without one of these there is nothing to mask."""


@lru_cache(maxsize=256)
def masked(text: str) -> str:
    """Return `text`, of the same length, with U+FFFC for what is not to be read as words."""
    if not _SUSPECT.search(text):
        return text
    return _MASKS.sub(lambda found: "\ufffc" * len(found[0]), text)
