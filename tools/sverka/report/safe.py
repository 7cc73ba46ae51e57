"""Making text from files harmless for the terminal that shows it."""

import re
import unicodedata

_HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""Control characters, bidi controls, lone surrogates, the byte order mark."""
_MAY_RUN_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""The blocks of the scripts that run from right to left."""
_RIGHT = ("R", "AL", "AN")
FSI, PDI = "\u2068", "\u2069"


def visible(text: str) -> str:
    """Replace control characters, escape sequences and bidi controls by visible signs."""
    return _HARMFUL.sub(_sign, text)


def isolated(text: str) -> str:
    """Return `visible` text which, if it runs from right to left, does not disturb its line."""
    shown = visible(text)
    if runs_left(shown):
        return FSI + shown + PDI
    return shown


def runs_left(text: str) -> bool:
    """Say whether a sign of the text belongs to one that runs from right to left."""
    return any(
        unicodedata.bidirectional(found[0]) in _RIGHT for found in _MAY_RUN_LEFT.finditer(text)
    )


def _sign(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"<U+{code:04X}>"
