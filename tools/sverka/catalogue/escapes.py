"""Escape sequences inside the quoted strings of a PO file."""

import re

_SIMPLE = {
    "n": "\n",
    "t": "\t",
    "b": "\b",
    "r": "\r",
    "f": "\f",
    "v": "\v",
    "a": "\a",
    "\\": "\\",
    '"': '"',
}
# A run of numeric escapes is one run of bytes, so it is decoded as one.
ESCAPE = re.compile(r"(?:\\[0-7]{1,3}|\\x[0-9a-fA-F]{1,2})+|\\(.)|\\", re.DOTALL)
_NUMERIC = re.compile(r"\\x([0-9a-fA-F]+)|\\([0-7]+)")
_ESCAPED = {value: f"\\{letter}" for letter, value in _SIMPLE.items()}
_SPECIAL = re.compile(r'["\\\x07-\x0d]')


def unescape(text: str, charset: str = "utf-8") -> str:
    """The value of what stands between the quotes of a PO string.

    `charset` is that of the file: octal and hexadecimal escapes stand for its bytes.
    An escape that PO does not know (`\\q`) keeps its backslash.
    """
    if "\\" not in text:
        return text
    if "\\\\" in text:  # a run of backslashes pairs off from its start
        return "\\".join(unescape(part, charset) for part in text.split("\\\\"))
    text = text.replace("\\n", "\n").replace('\\"', '"')
    if "\\" not in text:
        return text
    return ESCAPE.sub(lambda found: unescape_one(found, charset), text)


def unescape_one(found: re.Match[str], charset: str) -> str:
    """The value of one match of `ESCAPE`."""
    letter = found[1]
    if letter == "\n":  # a line continued after a backslash, as gettext allows
        return ""
    if letter is not None:
        return _SIMPLE.get(letter, found[0])
    values = [
        int(hexadecimal, 16) if hexadecimal else int(octal, 8) & 255
        for hexadecimal, octal in _NUMERIC.findall(found[0])
    ]
    return bytes(values).decode(charset, "replace") or found[0]


def escape(text: str) -> str:
    """`text` as it stands between the quotes of a PO string, without line breaks."""
    if not _SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda found: _ESCAPED[found[0]], text)
