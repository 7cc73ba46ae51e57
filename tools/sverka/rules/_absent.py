"""Full names of the pivot of which nothing stands in a translation, though nothing else in the file
tells that they are names."""

from collections.abc import Iterator

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import city, is_name_word, is_translated
from sverka.text.names import Mention, lemmas
from sverka.text.names.matching import TITLES
from sverka.text.slavic_names import gender_of

from ._capitals import capitals
from ._persons import CASED, SENTENCE, are_known, is_known, strangers, told_names
from ._rows import is_slavic
from ._runs import is_office, name_rows, words
from ._stand_ins import is_unheard
from ._translations import Pair

_SHORTEST = 4
"""Letters of a surname."""
_MOST = 3
"""Words of such a name."""
_SAYS = "says|said|adds|added|explains|explained|recalls|recalled|told|asked|writes|wrote"
_TRADES = r"\p{Ll}{3,}(?:ist|or|er|ian)|[Dd]octor|[Nn]urse"
_KIN = "mother|father|wife|husband|son|daughter"
_BEFORE = regex.compile(rf"\b(?:{_SAYS}|by|called|{_TRADES}) $")
_AFTER = regex.compile(rf" (?:{_SAYS})\b|, (?:who|the|an?|\d\d) |['’]s (?:{_KIN})\b")
"""What stands beside a person's name in English."""
_SAMPLES = frozenset({"doe", "public", "bloggs", "roe", "smith"})
"""Surnames of nobody in particular, for whom every language has its own."""


def absent(pair: Pair) -> Iterator[tuple[Mention, Mention | None]]:
    """Yield the people's full names of which a translation has no word, and the full name that
    stands there in place of the only one."""
    pivot, text = pair.pivot, pair.target
    if locales.script(text.locale) not in CASED or not pivot.ask(name_rows):
        return
    if not SENTENCE.search(pivot.value):
        return
    names = [one for one in told_names(pivot) if _may_be_absent(one, pair)]
    names = [one for one in names if _is_unheard(one, pair)]
    if not names:
        return
    there = [one for one in strangers(pivot, text) if _is_other(one, pair)]
    for name in names:
        if len(names) == len(there) == 1:
            if not (are_known(name.text, pivot.locale) and is_known(there[0].text, text.locale)):
                yield name, there[0]
        elif not there and _is_person(name, pivot) and not _may_stand(pair):
            yield name, None


def _may_be_absent(name: Mention, pair: Pair) -> bool:
    *given, surname = [one.text for one in words(name.text)]
    locale = pair.pivot.locale
    if not given or len(given) >= _MOST or len(surname) < _SHORTEST:
        return False
    if any(is_office(one) or one.lower() in TITLES or is_translated(one, locale) for one in given):
        return False
    if surname.lower() in _SAMPLES or is_translated(surname, locale) or city(surname, locale):
        return False
    return not any(one in pair.target.value for one in (*given, surname))


def _is_unheard(name: Mention, pair: Pair) -> bool:
    parts = (one.text for one in words(name.text) if len(one.text) > 1)
    return is_unheard(name.text, pair) and all(is_unheard(part, pair) for part in parts)


def _is_other(name: Mention, pair: Pair) -> bool:
    """Say whether a full name of a translation is a person's: its given name is known."""
    first = words(name.text)[0].text
    return is_name_word(first, pair.target.locale) and name.text not in pair.pivot.value


def _is_person(name: Mention, pivot: Text) -> bool:
    """Say whether a full name is a person's beyond doubt."""
    *given, surname = [one.text for one in words(name.text)]
    if locales.script(pivot.locale) == "Cyrl":
        is_given = any(gender_of(one, pivot.locale) for one in given)
        return is_given and any(is_slavic(base.lower()) for base in lemmas(surname, pivot.locale))
    if locales.language(pivot.locale) != "en" or not is_known(name.text, pivot.locale):
        return False
    before, after = pivot.value[: name.start], pivot.value[name.end :]
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def _may_stand(pair: Pair) -> bool:
    """Say whether a translation of another script has a word that may be the name all the same."""
    if locales.script(pair.pivot.locale) == "Cyrl" or locales.script(pair.target.locale) == "Latn":
        return False
    return any(not one.sentence_initial for one in pair.target.ask(capitals))
