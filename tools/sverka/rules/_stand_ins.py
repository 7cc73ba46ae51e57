"""What stands in a translation where a surname of the pivot should: a stranger's, or nothing."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import is_name_word
from sverka.text.names import Mention, same_name

from ._persons import ABSENT, CASED, find
from ._rows import runs_of, words
from ._translations import Pair

_AND = frozenset({"and", "&", "or", "und", "et", "y", "e", "i", "и", "й", "та", "і", ""})
"""What joins two people; a comma does so too."""
_GAP = 5
"""Letters between them."""
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}'’ʼ-]+")
_SMALL = regex.compile(r"[\p{Ll}\p{N},;)»”] ?$")
"""What stands before a capital that is not the sentence's."""
_NOUNS_TOO = frozenset({"de", "lb"})
"""Languages that write all nouns with a capital."""


def is_unheard(name: str, pair: Pair, other: Mention | None = None) -> bool:
    """Whether nothing in a translation sounds like a name but, it may be, another's."""
    found = find(name, pair.pivot.locale, pair.target.value, pair.target.locale)
    return not found or found.score < ABSENT or (other is not None and found.text == other.text)


def stranger(name: str, free: Sequence[Mention], pair: Pair) -> Mention | None:
    """The only word of a translation that may be a surname and stands for no word of the pivot, if
    `name` is the pivot's only word that nothing stands for."""
    text = pair.target
    language = locales.language(text.locale)
    if language in _NOUNS_TOO or locales.script(text.locale) not in CASED:
        return None
    capitals = [one for one in free if _is_inside(one, text)]
    alone = [one for one in capitals if not _is_any(one.text, pair)]
    if len(alone) != 1 or not is_name_word(alone[0].text, text.locale):
        return None
    return alone[0] if is_unheard(name, pair) and set(_unheard(pair)) == {name} else None


def is_left_out(name: Mention, free: Sequence[Mention], pair: Pair, right: Collection[str]) -> bool:
    """Whether one of two people named side by side is not there, while the other is."""
    beside = _beside(name, pair.pivot)
    if not any(words(one)[-1].text in right for one in beside):
        return False
    text = pair.target
    is_cased = locales.script(text.locale) in CASED
    names = [one.text for one in free if is_cased and _is_inside(one, text)]
    if any(is_name_word(one, text.locale) and not _is_any(one, pair) for one in names):
        return False
    return is_unheard(name.text, pair)


def _beside(name: Mention, pivot: Text) -> Iterator[str]:
    """The runs of capitals that "and" or a comma joins with the one that holds a name."""
    runs = pivot.ask(runs_of)
    for one, other in pairwise(runs):
        gap = pivot.value[one.end : other.start]
        if len(gap) > _GAP or gap.strip(" ,") not in _AND:
            continue
        if one.start <= name.start < one.end:
            yield other.text
        elif other.start <= name.start < other.end:
            yield one.text


def _is_inside(one: Mention, text: Text) -> bool:
    return bool(_SMALL.search(text.value[max(0, one.start - 2) : one.start]))


def _is_any(word: str, pair: Pair) -> bool:
    """Whether a word of the translation sounds like one of the pivot."""
    pivot, locale = pair.pivot, pair.target.locale
    return any(
        same_name(their, word, pivot.locale, locale) >= ABSENT
        for their in _CAPITALISED.findall(pivot.value)
    )


def _unheard(pair: Pair) -> Iterator[str]:
    """The capitalised words inside the sentences of the pivot that nothing sounds like."""
    pivot = pair.pivot
    for found in _CAPITALISED.finditer(pivot.value):
        word = regex.sub(r"['’]s$", "", found[0])
        if _is_inside(Mention(*found.span(), word, False), pivot) and is_unheard(word, pair):
            yield word
