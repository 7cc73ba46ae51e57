"""The words of the table of opposites as regular expressions, and what shows that one is there."""

import re

_LETTER = re.compile(r"(?<!\\)[^\W\d_]")
_CAPITAL_NEXT = re.compile(re.escape(r"(?!\s\p{Lu})"), re.IGNORECASE)
"""Of no use in small letters."""
_GROUP = re.compile(r"\([^()]*\)")
_SPANNING = re.compile(r"\\[sW]|\([^()]*_|_[^(]*\)")
"""What may hold a space besides those that part the pieces of a word of the table."""
_PARTICLE = r"(?=\s(?:[^.,;:!?]*\s)?{}(?:[.,;:!?)“”»]|$|\s(?:und|oder|aber|als|wie)\s))"
"""Where the particle of a separable verb stands: at the end of its clause."""


def small(words: list[str]) -> re.Pattern[str]:
    """Return what finds words in small letters, tried by the first one: the standard library's is
    fast there."""
    begun: dict[str, list[str]] = {}
    for word in words:
        low = _CAPITAL_NEXT.sub("", _LETTER.sub(lambda found: found[0].lower(), word))
        first = low[0] if low[:2].isalpha() and "|" not in _GROUP.sub("", low) else ""
        begun.setdefault(first, []).append(low.removeprefix(first))
    parts = [f"{first}(?:{'|'.join(rests)})" for first, rests in begun.items()]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")


def written(word: str) -> str:
    """Return the regular expression of a word of the table."""
    verb, apart, particle = word.replace("_", " ").partition("…")
    return verb + _PARTICLE.format(particle) if apart else verb


def head(word: str) -> str:
    """Return what the first piece of a word's text is matched with."""
    return re.split("_|…", word.lstrip("+!"))[0]


def telling(word: str) -> str:
    """Return what a piece is matched with without which a word of the table is in no text: the last
    of several, as the first is often "a" or "to"."""
    last = word.rpartition("_")[2]
    return head(word) if "…" in word or _SPANNING.search(word) else last.lstrip("+!")
