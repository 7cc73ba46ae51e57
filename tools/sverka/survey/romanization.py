"""Which standard a Latin form of a Russian name follows."""

from typing import NamedTuple

from sverka.text import locales

from .names import Row


class Romanized(NamedTuple):
    """The form a scheme gives, and whether each Latin form found is that form."""

    expected: str
    follows: dict[str, bool]
    """By form, of the locales that are written in Latin letters."""


def schemes() -> tuple[str, ...]:
    """The names of all schemes, as iuliia has them."""
    import iuliia  # type: ignore[import-untyped]

    return tuple(sorted(iuliia.schemas.names()))


def romanized(row: Row, source: str, scheme: str) -> Romanized | None:
    """Compare the Latin forms of a row with a scheme's; None without a Cyrillic source form.

    Raises KeyError if there is no such scheme.
    """
    import iuliia

    if not iuliia.schemas.has(scheme):
        raise KeyError(scheme)
    forms = row.forms.get(source)
    if not forms or row.kind != "person" or locales.language(source) != "ru":
        return None
    expected = iuliia.schemas.get(scheme).translate(forms[0].text)
    latin = {
        form.text
        for locale, found in row.forms.items()
        if locales.is_locale(locale) and locales.script(locale) == "Latn"
        for form in found
    }
    return Romanized(expected, {form: form == expected for form in sorted(latin)})
