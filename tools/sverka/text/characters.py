"""Characters that a reader does not see, or sees as rubbish."""

import re
import unicodedata
from typing import NamedTuple

from . import locales
from .analysis import Text

Span = tuple[int, int]


class Odd(NamedTuple):
    """A run of odd characters: where it stands, and their names."""

    span: Span
    names: str


CONTROL = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufff0-\ufffc\ufffe\uffff\ue000-\uf8ff\ufdd0-\ufdef"
    r"\U000f0000-\U0010ffff]"
)
"""A pattern of the characters that `controls` looks for."""
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f\ufeff\ufff0-\ufffc\ufffe\uffff\ue000-\uf8ff\ufdd0-\ufdef]+"
    r"|\x1b(?!\[[0-9;]*m)|[\U000f0000-\U0010ffff]+"
)
_REPLACEMENT = re.compile("\ufffd+")
ZERO_WIDTH = (
    r"[\u200b\u2060\u180e\u00ad\u200c\u200d\u034f\u115f\u1160\u17b4\u17b5\u2061-\u2064\u3164\uffa0]"
)
"""A pattern of the characters that `zero_widths` looks for."""
_ZERO_WIDTH = re.compile(f"{ZERO_WIDTH}+")
_JOINERS = "\u200c\u200d"
_JOINING = frozenset(
    (
        *("Arab", "Deva", "Beng", "Gujr", "Guru", "Knda", "Mlym", "Orya", "Sinh", "Taml", "Telu"),
        *("Khmr", "Mong", "Syrc", "Mymr", "Thaa", "Tibt", "Hebr"),
    )
)
_SPACELESS = frozenset(("Thai", "Laoo", "Khmr", "Mymr", "Jpan", "Tibt"))
_OVERRIDES = re.compile("[\u202d\u202e]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")

# What UTF-8 looks like when it was read as Windows-1252, or Cyrillic as Windows-1251 and the like.
_MOJIBAKE = re.compile(
    r"(?:Ã[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022\u2026"
    r"\u2030\u2039\u203a\u20ac\u2122]|Â[\u00a0-\u00bf]|â€[\u0080-\u00bf\u0152\u0153\u201c\u201d"
    r"\u2122\u02dc\u2013\u2014\u00a2\u00a6\u00b9\u2039\u203a\u2018\u2019]?)+"
    r"|(?:[ÐÑ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2022"
    r"\u2026\u2030\u2039\u203a\u20ac\u2122]){2,}"
    r"|(?:[РС][\u0402-\u040f\u0452-\u045f\u00a0-\u00bf\u2013-\u2022\u2026\u2030\u2039\u203a\u20ac"
    r"\u2116\u2122\u0490\u0491\u0404\u0454\u0401\u0451\u0406\u0456\u0407\u0457]){3,}"
    r"|(?:[РС][а-яА-Я\u0402-\u040f\u0452-\u045f\u00b0-\u00bf]){5,}"
)


def controls(text: Text) -> tuple[Odd, ...]:
    """Return control characters, noncharacters, private use and byte order marks."""
    return _odd(_CONTROL, text.value)


def replacements(text: Text) -> tuple[Odd, ...]:
    """Return runs of U+FFFD, which stand for what could not be read."""
    return _odd(_REPLACEMENT, text.value)


def zero_widths(text: Text) -> tuple[Odd, ...]:
    """Return invisible characters that the text's script has no use for.

    Joiners belong to Arabic, Indic and other scripts and to emoji, zero-width spaces to scripts
    without spaces; a soft hyphen is for the typesetter, not for a text.
    """
    value = text.value
    if value.isascii():
        return ()
    script = locales.script(text.locale) if locales.is_locale(text.locale) else "Latn"
    result: list[Odd] = []
    for found in _ZERO_WIDTH.finditer(value):
        start, end = found.span()
        if all(sign in _JOINERS for sign in found[0]) and (
            script in _JOINING or _joins(value, start, end)
        ):
            continue
        if set(found[0]) <= {"\u200b", "\u2060"} and script in _SPACELESS:
            continue
        result.append(Odd((start, end), _names(found[0])))
    return tuple(result)


def _joins(value: str, start: int, end: int) -> bool:
    """Say whether a joiner stands within an emoji, or beside a letter of a joining script."""
    around = value[max(0, start - 1) : start] + value[end : end + 1]
    names = [unicodedata.name(sign, "") for sign in around]
    return any(
        unicodedata.category(sign) == "So"
        or sign == "\ufe0f"
        or name.startswith(("ARABIC", "DEVANAGARI", "BENGALI", "EMOJI", "MALAYALAM", "SINHALA"))
        for sign, name in zip(around, names, strict=True)
    )


def overrides(text: Text) -> tuple[Odd, ...]:
    """Return the characters that force a direction upon what follows."""
    return _odd(_OVERRIDES, text.value)


def unclosed_bidi(text: Text) -> tuple[Odd, ...]:
    """Return the embeddings and isolates that are not closed in their line, or close nothing."""
    if text.value.isascii():
        return ()
    result: list[Odd] = []
    opened: list[re.Match[str]] = []
    for line in re.finditer(r"[^\n]*", text.value):
        opened = []
        for found in _BIDI.finditer(text.value, *line.span()):
            sign = found[0]
            if sign in "\u202c\u2069":
                fits = "\u202a\u202b\u202d\u202e" if sign == "\u202c" else "\u2066\u2067\u2068"
                if opened and opened[-1][0] in fits:
                    opened.pop()
                    continue
                result.append(Odd(found.span(), _names(sign)))
            else:
                opened.append(found)
        result += (Odd(found.span(), _names(found[0])) for found in opened)
    return tuple(result)


def mojibake(text: Text) -> tuple[tuple[Span, str], ...]:
    """Return (span, what was meant) of text that was read in the wrong charset."""
    if text.value.isascii():
        return ()
    result: list[tuple[Span, str]] = []
    for found in _MOJIBAKE.finditer(text.value):
        meant = _meant(found[0])
        if meant and meant != found[0]:
            result.append((found.span(), meant))
    return tuple(result)


def _meant(garbled: str) -> str | None:
    for charset in ("cp1252", "cp1251", "latin-1"):
        raw = bytearray()
        for sign in garbled:
            try:
                raw += sign.encode(charset)
            except UnicodeEncodeError:
                if ord(sign) > 0xFF:
                    break
                raw.append(ord(sign))
        else:
            try:
                return raw.decode("utf-8")
            except UnicodeDecodeError:
                continue
    return None


def _odd(pattern: re.Pattern[str], value: str) -> tuple[Odd, ...]:
    return tuple(Odd(found.span(), _names(found[0])) for found in pattern.finditer(value))


def _names(signs: str) -> str:
    return ", ".join(
        f"U+{ord(sign):04X} {unicodedata.name(sign, '').lower()}".strip()
        for sign in dict.fromkeys(signs)
    )
