"""Words of the pivot that were left as they are in a text of another script."""

import re
from collections.abc import Iterator, Sequence

from sverka.text import locales
from sverka.text.languages.evidence import own_scripts

from ._translations import Pair

_MOST = 3
"""So many texts with such words are slips; more are the catalogue's manner …"""
_SHARE = 2
"""… and so is one of so many texts with any word in Latin letters, be it code."""
_MARKS = r"\w./@:=*+~^|'\"_-"
_RUN = re.compile(
    rf"(?<![{_MARKS}«„“‘(\[])(?<![A-Za-z] )[a-z]+(?:[ -][a-z]+){{0,3}}+"
    r"(?![./@:]*[\w/@=*+~^|'\"»”’)\]_-])(?! [A-Za-z])"
)
_CODE = re.compile(r"[`{}<>$%\\]|//|--|\]?\(")
_LATIN = re.compile(r"[a-z]{4}")
_KEPT = frozenset(
    """online offline email mail blog chat cookie cookies software hardware vitro vivo situ silico
    utero alia versus versa facto post ibid circa coli aureus""".split()  # noqa: SIM905 - as words
)
"""Words that many languages write in Latin letters."""
_BINOMIAL = re.compile(r"(?:[A-Z][a-z]+|[A-Z]\.|[A-Z]{2,}) $")


def left_words(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, tuple[int, int]]]:
    """Yield the texts in which words of the pivot were left, and the span, if they are few."""
    if not pairs or locales.script(pairs[0].pivot.locale) != "Latn":
        return
    if "Latn" in own_scripts(pairs[0].target.locale):
        return
    prose = sum(
        pair.pivot.value.rstrip("\"'”’») ").endswith((".", "!", "?", "…")) for pair in pairs
    )
    if 3 * prose < 2 * len(pairs):
        return  # a program's messages name many things
    latin = [pair for pair in pairs if _LATIN.search(pair.target.value)]
    if _SHARE * len(latin) > len(pairs) + _MOST:
        return
    found = [(pair, span) for pair in latin if (span := _left(pair))]
    if len(found) <= _MOST:
        yield from found


def _left(pair: Pair) -> tuple[int, int] | None:
    value = pair.target.value
    if _CODE.search(value):
        return None
    for hit in _RUN.finditer(value):
        if not _LATIN.search(hit[0]):
            continue
        words = re.split("[ -]", hit[0])
        before = value[: hit.start()]
        if (
            _KEPT.isdisjoint(words)
            and not _BINOMIAL.search(before)
            and re.search(rf"(?<![\w.-]){re.escape(hit[0])}(?![\w.-]*\w)", pair.pivot.value)
        ):
            return hit.span()
    return None
