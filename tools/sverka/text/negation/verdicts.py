"""What a text says that one must, may, can or should do, and what not."""

import re
from functools import lru_cache

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.phrases import Phrases
from sverka.text.prose import prose

from . import denial
from .tables import UNSPACED, table, whole

Spans = tuple[tuple[int, int], ...]

_NEXT = 2
"""Code points, where no spaces are written, from a denial to what it denies."""
_IDLE = re.compile(
    r"\s*(?:(?:l[oae]s?|se|me|te|nos|ya|le|y|en|всегда|завжди|always|immer|auch|toujours)\s+)*",
    re.IGNORECASE,
)
"""What may stand between a denial and what it denies."""


@lru_cache(maxsize=64)
def _words(kind: str, language: str) -> Phrases:
    words = [w for name in ("verdicts", "advice") for w in table(name)[kind].get(language, [])]
    return Phrases(words, spaced=language not in UNSPACED)


def forbidden(text: Text) -> Spans:
    """Return the spans of what forbids, advises against or spares: an analyser."""
    words = _words("against", locales.language(text.locale))
    return tuple([hit.span() for hit in words.finditer(text.ask(prose))])


def allowed(text: Text) -> Spans:
    """Return the spans of what allows, advises or demands, and is not denied close before: an
    analyser."""
    words = _words("for", locales.language(text.locale))
    found = {hit.span() for hit in words.finditer(text.ask(prose))}
    spans = sorted({*found, *text.ask(denial).permissions})
    weak = text.ask(denial).weak() if spans else ()
    return tuple([span for span in spans if not any(_denies(text, one, span) for one in weak)])


def _denies(text: Text, at: tuple[int, int], span: tuple[int, int]) -> bool:
    """Say whether a word denies one that stands beside it, or after one more word."""
    if at[1] > span[0]:
        return at[0] < span[1]
    between = text.value[at[1] : span[0]]
    if locales.language(text.locale) in UNSPACED:
        return len(between) <= _NEXT
    return _IDLE.fullmatch(between) is not None


def is_bounded(text: Text) -> bool:
    """Say whether a word bounds what is allowed: only, at most, otherwise."""
    kind = "han" if locales.language(text.locale) in UNSPACED else "all"
    words = whole("verdicts", "bounded", kind)
    return words is not None and words.search(text.ask(prose)) is not None
