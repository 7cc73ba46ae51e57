"""Words for messages."""

from functools import cache


def times(number: int) -> str:
    """Say how often: once, twice, 8 times."""
    return {1: "once", 2: "twice"}.get(number, f"{number} times")


@cache
def language_name(locale: str) -> str:
    """Return the English name of a locale's language, or the locale itself."""
    from babel import Locale, UnknownLocaleError

    from sverka.text.locales import bcp47, is_locale

    if not is_locale(locale):
        return locale
    try:
        return Locale.parse(bcp47(locale), sep="-").get_language_name("en") or locale
    except (UnknownLocaleError, ValueError):
        return locale
