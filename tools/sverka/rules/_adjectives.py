"""German adjectives that begin with a capital, as no adjective does but in names."""

import re
from collections.abc import Iterator

from sverka.text.analysis import Text
from sverka.text.locales import language
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words

Span = tuple[int, int]

_PLAIN = {
    "neu": "new", "alt": "old|ancient", "groß": "large|big|great", "klein": "small|little",
    "jung": "young", "lang": "long", "kurz": "short", "hoh": "high|tall", "gut": "good",
    "schlecht": "bad|poor", "schwer": "severe|heavy|serious|difficult", "stark": "strong|severe",
    "schnell": "quick|fast|rapid", "medizinisch": "medical", "klinisch": "clinical",
    "genetisch": "genetic", "wichtig": "important", "häufig": "frequent|common", "selten": "rare",
    "gesund": "healthy", "krank": "sick|ill", "weltweit": "global|worldwide", "modern": "modern",
    "möglich": "possible", "nächst": "next|closest", "letzt": "last", "erst": "first",
    "zweit": "second", "dritt": "third", "ander": "other", "ganz": "whole|entire",
    "kostenlos": "free", "öffentlich": "public", "privat": "private", "örtlich": "local",
    "wissenschaftlich": "scientific", "chronisch": "chronic", "akut": "acute", "weiß": "white",
    "rot": "red", "schwarz": "black", "blau": "blue", "grün": "green", "stationär": "inpatient",
}  # fmt: skip
"""German stems, and what of a pivot they stand for."""
_NATIONS = {
    "deutsch": "German", "französisch": "French", "englisch": "English", "britisch": "British",
    "amerikanisch": "American", "russisch": "Russian", "chinesisch": "Chinese",
    "japanisch": "Japanese", "italienisch": "Italian", "spanisch": "Spanish",
    "polnisch": "Polish", "österreichisch": "Austrian", "ukrainisch": "Ukrainian",
    "türkisch": "Turkish", "schwedisch": "Swedish", "niederländisch": "Dutch",
    "belgisch": "Belgian", "dänisch": "Danish", "norwegisch": "Norwegian", "finnisch": "Finnish",
    "indisch": "Indian", "israelisch": "Israeli", "kanadisch": "Canadian",
    "australisch": "Australian", "brasilianisch": "Brazilian", "schottisch": "Scottish",
    "irisch": "Irish", "griechisch": "Greek", "tschechisch": "Czech", "ungarisch": "Hungarian",
}  # fmt: skip
_STEMS = "|".join((*_PLAIN, *_NATIONS))
_WORD = re.compile(rf"(?P<stem>{_STEMS})(?:e[mnrs]?)", re.IGNORECASE)
_STEMS_WITH_CAPITALS = "|".join(stem.capitalize() for stem in (*_PLAIN, *_NATIONS))
_BETWEEN = re.compile(
    r"(?<![\w-])(?:[Dd](?:er|ie|as|en|em|es|iese[mnrs]?)|[Ee]ine?[mnrs]?|[Ii]hre?[mnrs]?"
    r"|[Ss]eine?[mnrs]?|[Ii]m|[Aa]m|[Bb]eim|[Vv]om|[Zz]u[mr])"
    rf" (?P<word>(?P<stem>{_STEMS_WITH_CAPITALS})e[mnrs]?) (?P<noun>[A-ZÄÖÜ][a-zäöüß]{{3,}})"
)
_OFFICES = re.compile(r"Bundestag|Bundesbank|Bahn|Bank|Post|Reich|Parlament|Republik|Kreuz|Krone")


def _adjectives_of(locale: str) -> Test:
    if language(locale) != "de":
        return never
    return lambda word: word[:1].isupper() and _WORD.fullmatch(word)


ADJECTIVE = of_words(_adjectives_of)
"""A German adjective with a capital."""


def capital_adjectives(text: Text, pivot: Text) -> Iterator[Span]:
    """Yield where an adjective before a noun has a capital that the pivot does not have."""
    for found in _BETWEEN.finditer(text.ask(prose)):
        stem = found["stem"].lower()
        if _OFFICES.match(found["noun"]):
            continue
        if words := _PLAIN.get(stem):
            if re.search(rf"\b(?:{words})", pivot.value):
                yield found.span("word")
        elif re.search(rf"\b{_NATIONS[stem]} [a-z]", pivot.value):
            yield found.span("word")
