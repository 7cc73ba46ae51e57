"""Given names of men and women of Russia, Ukraine and Belarus."""

from functools import cache
from importlib import resources
from typing import Literal

from .names import lemmas

Gender = Literal["m", "f"]


@cache
def given_names(gender: Gender) -> frozenset[str]:
    """Return the names of one gender, in the nominative, in small letters."""
    text = (resources.files("sverka.text") / "slavic_names.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return frozenset(name for of, names in rows if of == gender for name in names.split())


def gender_of(name: str, locale: str) -> Gender | None:
    """Return whose a given name is, inflected or not; None if it is none of these.

    >>> gender_of("Тимура", "ru"), gender_of("Чарльз", "ru")
    ('m', None)
    """
    for form in map(str.lower, lemmas(name, locale)):
        for gender in ("m", "f"):
            if form in given_names(gender):
                return gender
    return None
