"""What a page says in the reader's language: phrases, names of languages, numbers, dates."""

import tomllib
from functools import lru_cache
from importlib import resources

from sverka.text import locales


@lru_cache(maxsize=1)
def _phrases() -> dict[str, dict[str, str]]:
    data = resources.files("sverka.build").joinpath("phrases.toml").read_text("utf-8")
    return tomllib.loads(data)


@lru_cache(maxsize=256)
def phrases(locale: str) -> dict[str, str]:
    """Return the phrases of `phrases.toml` for a locale; English where it has none."""
    known = _phrases()
    return next((known[key] for key in locales.fallbacks(locale) if key in known), known["en"])


def phrases_locale(locale: str) -> str:
    """Return the locale in which `phrases` answers: the locale itself, or en."""
    return locale if any(key in _phrases() for key in locales.fallbacks(locale)) else "en"


@lru_cache(maxsize=256)
def babel_name(locale: str) -> str:
    """Return the name by which Babel knows the locale, or the nearest it knows; else en."""
    from babel import Locale, UnknownLocaleError

    parsed = locales.parse(locale)
    names = (
        "_".join(part for part in parsed if part),
        f"{parsed.language}_{parsed.script}",
        f"{parsed.language}_{parsed.territory}",
        parsed.language,
    )
    for name in names:
        try:
            return str(Locale.parse(name))
        except (ValueError, UnknownLocaleError):
            continue
    return "en"


@lru_cache(maxsize=256)
def own_name(locale: str) -> str:
    """Return the language's name in itself, as a list shows it: Deutsch, 中文（简体）."""
    name = language_name(locale, locale)
    return name if name == locales.bcp47(locale) else name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def language_name(locale: str, reader: str) -> str:
    """Return the language's name in the reader's language: Englisch."""
    from babel import Locale

    if babel_name(locale) == "en" and locales.language(locale) != "en":
        return locales.bcp47(locale)
    parsed = locales.parse(locale)
    named = Locale.parse(babel_name(locale))
    name = named.get_display_name(babel_name(reader)) if _distinct(locale) else None
    plain = Locale.parse(babel_name(reader)).languages.get(parsed.language)
    return name or plain or locales.bcp47(locale)


def _distinct(locale: str) -> bool:
    """Whether the locale says more than its language: zh_Hans, pt_BR."""
    return locales.bcp47(locale) != locales.language(locale)


def number(value: int, locale: str) -> str:
    """Return the number with the locale's own digits and grouping."""
    from babel.numbers import format_decimal

    return format_decimal(value, locale=babel_name(locale), numbering_system="default")


def long_date(iso: str, locale: str) -> str:
    """Return an ISO date as readers of the locale write it in a text: 14. Februar 2022."""
    from datetime import date

    from babel.dates import format_date

    return format_date(date.fromisoformat(iso), "long", locale=babel_name(locale))


def listed(names: list[str], locale: str) -> str:
    """Return the names joined as the locale joins a list."""
    from babel.lists import format_list

    return format_list(names, style="standard", locale=babel_name(locale))
