"""Words of a neighbouring Slavic language, by letters and endings that a language does not have."""

import re

from ..signs import Test, never

_PATTERNS = {
    "ru": r"[іїєґўјљњћђѓќѕ]|ъ(?![еёюя])|[а-я]['’ʼ][яюєїе]"
    r"|(?:[аяую]ються|[аяуюи]ють|[ую]вати|[аиуюя]вся|[аиуюя]лася|[аиуюя]лося|[аиуюя]лися)$",
    "uk": r"[ыэъёўјљњћђ]|(?:тся|[аиы]лся|[аяу]ют|[иы]вать|ировать)(?<!статут)(?<!уют)$",
    "be": r"[ищъїєґјљњћђ]",
    "bg": r"[ыэёіїєґўјљњћђ]",
    "sr": r"[ыэёйьъщюяіїєґў]",
    "mk": r"[ыэёйьъщюяіїєґў]",
}
"""Own language → what a small word of another one has: letters, where they stand, endings."""


def has_strange_letters(own: str) -> Test:
    """Return what tells a small word that cannot be one of a language, by its letters."""
    pattern = _PATTERNS.get(own)
    return re.compile(pattern).search if pattern else never
