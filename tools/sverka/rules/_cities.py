"""Large cities that the pivot names, and all languages of an article but one."""

import re
from collections.abc import Sequence

from sverka.text.analysis import Text
from sverka.text.known_names import cities, city

from ._persons import ABSENT, HEARD, find
from ._voices import FEWEST

_PLACE = re.compile(
    r"\b(?:in|from|to|at|near|of|outside|leave|left|reach(?:ed)?)\s(?P<name>[A-Z]\w{3,})\b(?!\s[A-Z])"
)
_ENDING, _STEM = 3, 3
"""Letters that a city's name loses in another case, or as an adjective, and that it keeps."""


def lost_city(pivot: Text, text: Text, others: Sequence[Text]) -> tuple[int, int] | None:
    """Return the place of a city in the pivot of which only this text says nothing."""
    if len(others) < FEWEST:
        return None
    for hit in _PLACE.finditer(pivot.value):
        name = hit["name"]
        zone = city(name, pivot.locale)
        if (
            not zone
            or zone not in cities(text.locale)
            or _names(name, pivot.locale, zone, text, ABSENT)
        ):
            continue
        named = sum(_names(name, pivot.locale, zone, other, HEARD) for other in others)
        if named >= max(FEWEST, len(others) - 1):
            return hit.span("name")
    return None


def _names(name: str, pivot: str, zone: str, text: Text, least: float) -> bool:
    """Say whether a text names a city, by the name in its language or one that sounds like it."""
    own = cities(text.locale).get(zone, name)
    stem = own[: max(len(own) - _ENDING, _STEM)] if own[0].isupper() else own
    if stem.lower() in text.value.lower():
        return True
    found = find(name, pivot, text.value, text.locale)
    return found is not None and found.score >= least
