"""Web and e-mail addresses in text."""

import re
from typing import NamedTuple

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.signs import of_shapes, signs

_URL = re.compile(
    r"(?:(?:https?|ftp)://|(?<![\w@/.-])www\.)"
    r"(?:[\w.~:/?#@!$&*+,;=%'-]|\((?:[^\s()]*)\))+"
    r"|(?<![\w/.])doi:\s?10\.\d{4,9}/(?:[\w.:/;-]|\([^\s()]*\))+",
    re.IGNORECASE | re.ASCII,
)
_MARKUP = re.compile(r"\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s\"[^\"]*\")?\)|<[^<>\s]+\s[^<>]*>")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_TRAILING = ".,;:!?'*_"
_LANGUAGE_PART = re.compile(
    r"(?<=[/.=_-])[a-z]{2}(?:[-_][A-Za-z]{2,4})?(?=[/.?&#]|$)|(?<=//)[a-z]{2}(?=\.)"
)


class Address(NamedTuple):
    """An address as it stands in a text."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in code points."""
        return self.start, self.end

    @property
    def host(self) -> str:
        """The host of a web address."""
        return re.split(r"[/?#]", self.text.split("//")[-1])[0].lower()

    def near(self, other: "Address") -> bool:
        """Say whether one is a slip of the other."""
        from rapidfuzz.distance import Levenshtein

        return Levenshtein.distance(self.text, other.text, score_cutoff=4) <= 4


ADDRESS = of_shapes(re.compile(r"://|www\.|(?:^|[/:\u00a0])10\.", re.IGNORECASE).search, ":.")
"""What web addresses and DOIs have."""


def urls(text: Text) -> tuple[Address, ...]:
    """Return the web addresses and DOIs that the reader sees (not inside markup): an analyser."""
    if not text.ask(signs) & ADDRESS:
        return ()
    visible = _MARKUP.sub(lambda found: "\ufffc" * len(found[0]), text.value)
    return tuple(
        Address(found.start(), found.start() + len(address), address)
        for found in _URL.finditer(visible)
        if len(address := _trimmed(found[0])) > 8
    )


def emails(text: Text) -> tuple[Address, ...]:
    """Return the e-mail addresses of a text: an analyser."""
    if "@" not in text.value:
        return ()
    return tuple(
        Address(found.start(), found.start() + len(address), address)
        for found in _EMAIL.finditer(text.value)
        if (address := found[0].rstrip("."))
    )


def counterpart(a: str, b: str, locale: str) -> bool:
    """Say whether an address is the other one, or its page in a locale's language."""
    if _plain(a) == _plain(b):
        return True
    names = {locales.language(locale), locales.bcp47(locale).lower(), "en"}
    ends = [part.lower().replace("_", "-") for part in _LANGUAGE_PART.findall(b)]
    if not any(part in names for part in ends):
        return False
    return _LANGUAGE_PART.sub("", _plain(a)).replace("//", "/") == _LANGUAGE_PART.sub(
        "", _plain(b)
    ).replace("//", "/") or _neutral(a) == _neutral(b)


def _neutral(url: str) -> str:
    """Return an address without scheme, "www", language parts and the marks around them."""
    return re.sub(r"[/.]+", "/", _LANGUAGE_PART.sub("", _plain(url))).strip("/")


def _plain(url: str) -> str:
    url = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s?)", "doi:", url, flags=re.IGNORECASE)
    return re.sub(r"^https?://(?:www\.)?|^www\.", "//", url).rstrip("/").lower()


def _trimmed(url: str) -> str:
    url = url.rstrip(_TRAILING)
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1].rstrip(_TRAILING)
    return url
