"""Making text from files harmless for the terminal that shows it."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_RIGHT = ("R", "AL", "AN")
FSI, PDI = "\u2068", "\u2069"


def visible(text: str) -> str:
    """Replace control characters, escape sequences and bidi controls by visible signs."""
    return "".join(_sign(char) for char in text)


def isolated(text: str) -> str:
    """Return `visible` text which, if it runs from right to left, does not disturb its line."""
    shown = visible(text)
    if any(unicodedata.bidirectional(char) in _RIGHT for char in shown):
        return FSI + shown + PDI
    return shown


def _sign(char: str) -> str:
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if 0x80 <= code < 0xA0 or char in _BIDI or 0xD800 <= code < 0xE000 or code == 0xFEFF:
        return f"<U+{code:04X}>"
    return char
