"""German nouns, which are written with a capital.

`german_nouns.toml` has nouns; endings and compounds whose last part is a noun give more.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from typing import NamedTuple

from .analysis import Text
from .locales import language
from .prose import prose
from .signs import Test, never, of_words, signs

Span = tuple[int, int]

_SMALL = re.compile(
    r"(?<![\w/.'’@#$%&{<=-])(?<!-\n)(?<![]=] )(?<!\w\()[a-zäöüß]{3,}"
    r"(?![\w/(='’@-]|\.\w| =)"
)
_DERIVED = re.compile(
    r"[a-zäöüß]{3,}(?:(?:ung|heit|keit|schaft|[tsx]ion|ität|enz|erei|thek|tor|(?<!aut)(?<!hom)(?<!heter)ologe)(?:en|n|s)?"
    r"|[bdfghklmnprstz](?<!schr)(?<!kn)(?<!sch)(?<!sp)(?<!bed)ien?|[bdfghkmnprst]osen?"
    r"|(?:er|ist|ent|ant|tor|log|iker)in(?:nen)?|ismus|nis(?:se|sen|ses)?|itis|plastik|anz|eur"
    r"|iums?|ling|(?:gramm|graph|ment)(?:e[ns]?|s)?|zyten?|(?<!s)(?<!sch)(?<!be)(?<!ent)(?<!ver)(?<!auf)(?<!aus)(?<!ab)werte?n?|ikern?|(?<!w)ärzten?"
    r"|(?:gen|lymph|myel|sark|karzin|melan|aden|gli|häm|fibr|my|syndr)om(?:en?|s)?)"
)
"""What ends as nouns do."""
_PARTICIPLE = re.compile(
    r"\w*(?:(?:ge|miss|schl)lungen|schlungen|sungen|sprungen|zwungen|drungen|klungen|schwungen"
    r"|(?:ge|er|ent|w)rungen|[bg]edungen)|\w*j[uü]ng|[bn]eunung"
)
_PREFIXES = re.compile(
    r"(?:ab|an|auf|auseinander|aus|be|bei|dar|durch|ein|empor|entgegen|ent|er|fest|fort|frei|gegen"
    r"|ge|heraus|herum|her|hinab|hinaus|hinein|hinunter|hin|los|miss|mit|nach|nieder|rück|um|un"
    r"|unter|ver|voran|voraus|vor|weg|weiter|wieder|zer|zu|zurück|zusammen|über)*(?:zu|ge)?"
)
"""What stands before verbs: no first part of a compound noun."""
_PREPOSITION = (
    r"[Ii]m|[Aa]m|[Bb]eim|[Vv]om|[Zz]u[mr]|[Ii]ns|[Aa]ns|[Aa]ufs|(?:[MmSs]ein|[Ii]hr|unser)e[ms]"
)
_ARTICLE = (
    r"[Dd](?:er|ie|as|en|em|es|iese[mnrs]?)|(?:[Kk]?[Ee]in|k?ein|[MmSs]ein|[Ii]hr|unser)(?:e[mnrs]?)?"
    r"|[Jj]ede[mnrs]?|" + _PREPOSITION
)
_FOLLOWING = (
    r"(?=[.,;:!?)“”»]|$| (?:wird|wurden?|werden|ist|war|waren|sind|sei|hat|hatten?|haben|kann"
    r"|konnten?|können|muss|mussten?|müssen|soll|sollten?|sollen|darf|durften?|dürfen|will|wollten?|wollen"
    r"|bleibt|blieb|geht|ging|kommt|kam|steht|stand|liegt|lag|gibt|gab|dauert|beginnt|begann|zeigt"
    r"|und|oder|sowie|als|wie|aber|an|auf|aus|bei|bis|durch|für|gegen|hinter|in|im|am|ins|vom|von|vor"
    r"|zu|zum|zur|mit|nach|neben|ohne|seit|trotz|über|um|unter|während|wegen|zwischen|der|die|das|den"
    r"|dem|des|eine?[mnrs]?|er|sie|es|wir|ich|nicht|noch|auch|nur|schon|sich|dass|ob|wenn|weil)\b)"
)
"""What seldom stands between an article and its noun."""

_ADJECTIVE = re.compile(
    r"\w+(?:[iae]l|iv|[ae]nt|ar|bar|isch|lich|ig|sam|haft|los|voll|end|e[mnrst]?|ös|[iau]d|t)"
)
"""What ends as adjectives and verbs do."""


class _Nouns(NamedTuple):
    """The words of `german_nouns.toml`, which says what they are."""

    nouns: frozenset[str]
    parts: frozenset[str]
    others: frozenset[str]
    after_articles: frozenset[str]
    after_prepositions: frozenset[str]
    plain: frozenset[str]


@lru_cache(maxsize=1)
def _nouns() -> _Nouns:
    path = resources.files("sverka.text") / "data/german_nouns.toml"
    row = {name: text.split() for name, text in tomllib.loads(path.read_text("utf-8")).items()}
    nouns = frozenset(form for noun in row["nouns"] for form in _forms(noun))
    parts = frozenset(form for noun in row["parts"] for form in (noun, f"{noun}s"))
    return _Nouns(
        nouns,
        frozenset(part for part in nouns | parts if len(part) > 3) - set(row["alone"]),
        frozenset(row["others"]),
        frozenset(row["after_articles"]),
        frozenset(row["after_prepositions"]),
        frozenset(row["plain"]),
    )


def _forms(noun: str) -> Iterator[str]:
    """Yield a noun with the endings that it may have."""
    yield noun
    if noun.endswith("e"):
        endings = ["n"]
    elif noun.endswith(("en", "chen", "lein")):
        endings = ["s"]
    elif noun.endswith(("er", "el")):
        endings = ["s", "n"]
    else:
        endings = ["es", "e", "en"] if noun[-1] in "sßz" else ["s", "es", "e", "en"]
    yield from (noun + ending for ending in endings)


def _is_noun(word: str) -> bool:
    if len(word) < 3 or not word.islower():
        return False
    known = _nouns()
    if word in known.others:
        return False
    if word in known.nouns or (_DERIVED.fullmatch(word) and not _PARTICIPLE.fullmatch(word)):
        return True
    return any(
        word[at:] in known.parts and not _PREFIXES.fullmatch(word, 0, at)
        for at in range(3, len(word) - 3)
    )


def is_common(word: str) -> bool:
    """Say whether a word is a noun of the list, not only by its ending or last part."""
    return word in _nouns().nouns


def _may_be_noun(word: str) -> bool:
    return word in _nouns().after_articles or word in _nouns().after_prepositions


@lru_cache(maxsize=1)
def _after() -> "re.Pattern[str]":
    known = _nouns()
    articles, prepositions = map("|".join, (known.after_articles, known.after_prepositions))
    return re.compile(
        rf"(?<![\w-])(?:(?:{_ARTICLE}) (?P<any>{articles}){_FOLLOWING}"
        rf"|(?:mit|bei|von|gegen|durch|für|aus|wegen|trotz|per|unter|über|ohne) "
        rf"(?P<bare>{articles}|{prepositions})(?=[.,;:!?])"
        rf"|(?:{_PREPOSITION}) (?P<verb>{prepositions})(?![\w-]| [a-zäöüß]+e[mnrs]? [A-ZÄÖÜ]))"
    )


def _nouns_of(locale: str) -> Test:
    return _is_noun if language(locale) == "de" else never


def _possible_nouns_of(locale: str) -> Test:
    return _may_be_noun if language(locale) == "de" else never


_CERTAIN = of_words(_nouns_of)
_POSSIBLE = of_words(_possible_nouns_of)
NOUN = _CERTAIN | _POSSIBLE
"""A word that may be a noun with a small letter, in a German text."""


def small_nouns(text: Text) -> tuple[Span, ...]:
    """Return where nouns stand with a small letter in a German text: an analyser.

    >>> small_nouns(Text("Das tut der seele gut.", "de"))
    ((12, 17),)
    >>> small_nouns(Text("Sie schule Kinder in der schule.", "de"))
    ((25, 31),)
    """
    shown = text.ask(signs)
    found: list[Span] = []
    if shown & _CERTAIN:
        found += (hit.span() for hit in _SMALL.finditer(text.ask(prose)) if _is_noun(hit[0]))
    if shown & _POSSIBLE:
        found += (hit.span(hit.lastgroup or 0) for hit in _after().finditer(text.ask(prose)))
    return tuple(sorted(found))


def _left_of(locale: str) -> Test:
    return _may_be_left if language(locale) == "de" else never


def _may_be_left(word: str) -> bool:
    """Say whether a small word is neither an adjective nor a verb, as far as endings tell."""
    small = len(word) > 3 and word.isascii() and word.islower() and word.isalpha()
    if not small or word in _nouns().plain:
        return False
    return _ADJECTIVE.fullmatch(word) is None


LEFT_NOUN = of_words(_left_of)
"""A word that may be a noun of another language, in a German text."""


@lru_cache(maxsize=1)
def _one_small() -> "re.Pattern[str]":
    return re.compile(
        rf"(?<!, )(?<![\w-])(?:{_ARTICLE}) (?:[a-zäöüß]{{3,}}e[nrsm]? )?"
        rf"(?P<word>[a-z]{{4,}}){_FOLLOWING}"
    )


def small_after_articles(text: Text) -> tuple[Span, ...]:
    """Return the small words that stand in a German text where an article needs a noun, and that
    are no adjectives as far as endings tell: an analyser.

    >>> small_after_articles(Text("Die swelling ging zurück.", "de"))
    ((4, 12),)
    """
    if not text.ask(signs) & LEFT_NOUN:
        return ()
    found = _one_small().finditer(text.ask(prose))
    return tuple(hit.span("word") for hit in found if _may_be_left(hit["word"]))
