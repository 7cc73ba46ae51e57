"""Two spellings inside one language: one name written two ways, or two names?"""

from functools import lru_cache
from math import exp

from sverka.text.names.inflection import lemmas
from sverka.text.names.matching import log_odds, same_name, tokens
from sverka.text.names.scripts import language_of, script_of
from sverka.text.names.sounds import sound_score, sounds

SOURCE_WEIGHT = 0.5
"""Weight of the log odds that both spellings fit the source, beside that they are alike."""


def variant_score(
    a: str,
    b: str,
    locale: str,
    source: str | None = None,
    source_locale: str | None = None,
    *,
    least: float = 0.0,
) -> float:
    """How likely `a` and `b`, both in `locale`, are spellings of one name, 0…1.

    With the name's form in the source, both must also fit that. The forms are taken as they
    stand: inflected forms should be brought to base forms first (`lemmas`). A score below `least`
    is only known to be below it: the first word that is too unlike ends the comparison.

    >>> variant_score("Ivanov", "Ivanova", "en") < 0.5
    True
    """
    left, right = tokens(a), tokens(b)
    if not left or not right:
        return 0.0
    alike = _alike(left, right, locale, least if source is None else 0.0)
    if source is None or source_locale is None or alike == 1.0:
        return alike
    fits = min(same_name(form, source, locale, source_locale) for form in (a, b))
    odds = (log_odds(alike) + SOURCE_WEIGHT * log_odds(fits)) / (1 + SOURCE_WEIGHT)
    return 1 / (1 + exp(-odds))


def same_form(a: str, b: str, locale: str) -> bool:
    """Whether `a` is spelled as `b`, inflected or shortened to some of its words.

    >>> same_form("Кудлая", "Дмитрий Кудлай", "ru"), same_form("Kudlai", "Dmitri Kudlay", "de")
    (True, False)
    """
    if a in b:
        return True
    theirs = {word for form in lemmas(b, locale) for word in form.split()}
    return all(theirs.intersection(lemmas(word, locale)) for word in a.split())


def _alike(left: tuple[str, ...], right: tuple[str, ...], locale: str, least: float) -> float:
    if len(left) != len(right):
        return same_name(" ".join(left), " ".join(right), locale, locale)
    lowest = 1.0
    for a, b in zip(left, right, strict=True):
        lowest = min(lowest, _token(a, b, locale))
        if lowest < least:
            break
    return lowest


@lru_cache(maxsize=16384)
def _token(a: str, b: str, locale: str) -> float:
    if a.lower() == b.lower():
        return 1.0
    if script_of(a) != script_of(b):
        return 0.0
    language = language_of(locale)
    return sound_score(*sounds(a, b, language, language))
