"""A text that alone affirms what the pivot and all other languages of an article deny."""

from collections.abc import Sequence

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.negation.tables import whole

from ._voices import FEWEST, Voice


def affirms_alone(
    pivot: Text, text: Text, told: Voice, one: Voice, others: Sequence[Voice]
) -> bool:
    """Say whether a text has nothing that could deny what the pivot and every other text denies."""
    known = [other.denials for other in others if other.denials]
    language = locales.language(text.locale)
    soft, besides = whole("denying", "soft", language), whole("denying", "besides", "en")
    if not (one.denials and told.denials and soft and besides) or one.denials[0]:
        return False
    if len(known) < FEWEST or not told.denials[1] or any(strong == 0 for strong, _ in known):
        return False
    return len(soft.findall(text.value)) <= len(besides.findall(pivot.value))
