"""Who is named in a file, and how its translations write them: learned from full names, and from
what stands for the same word again and again."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import Mention, lemmas, same_name
from sverka.text.names.finding import IMPERSONAL
from sverka.text.names.ideographs import is_usual
from sverka.text.names.matching import TITLES
from sverka.text.names.scripts import script_of

from ._capitals import bared, capitals, small_words
from ._fitting import is_rewritten
from ._persons import ABSENT, CASED, HEARD, SENTENCE, are_known, differ, find, is_known, told_names
from ._rows import spells_either
from ._runs import name_rows, words
from ._translations import Pair
from ._written import SURE, TWICE, written

_SHORTEST = 4
"""Letters of a name that is looked for."""
_LONG = 6
"""Letters of a surname that is known by the given name before it, whatever that is."""
_ASKED = 5
"""Sentences in which a surname is looked for that no full name has."""
_MOST = 8
"""Sentences from which it is learned how a name is written."""
_BEGINNING = 3
"""Letters in which two cases of a name do not differ."""


class Cast(NamedTuple):
    """The names of a file."""

    forms: Mapping[str, Counter[str]]
    """Name in the pivot → how often it is written how in full names, or alone."""
    alone: frozenset[str]
    """Those that no full name of the translations has, and that are heard once."""
    bases: Mapping[str, frozenset[str]]
    """Name in the pivot → its base forms in the translations."""
    persons: frozenset[str]
    """Those that stand after known given names."""
    told: frozenset[str]
    """Those that full names of the translations have."""
    rowed: frozenset[str]
    """Those of full names that translations keep as they are."""
    alike: Mapping[str, tuple[str, ...]]
    """Name in the pivot → the others that begin as it does, as a man's and a woman's do."""
    heirs: Mapping[str, str]
    """Another case of a name in the pivot → the name."""
    kin: Mapping[str, Collection[str]]
    """Name in the pivot → the others of which a case is spelled alike: Belov's and Belova's."""
    partners: Mapping[str, Collection[str]]
    """Surname in the pivot → the given names before it."""
    small_there: Callable[[], frozenset[str]]
    """The words that the pivot writes with a small letter."""
    small: Callable[[], frozenset[str]]
    """The words that the translations write with a small letter."""

    pivots: tuple[str, ...]
    """The pivot texts."""

    targets: tuple[str, ...]
    """Their translations."""

    def kept(self, word: str) -> int:
        """Return how many translations have a word as the pivot writes it."""
        return sum(word in text for text in self.targets)

    def apart(self, word: str, other: str) -> int:
        """Return how many pivot texts have a word without the other one."""
        return sum(word in text and other not in text for text in self.pivots)

    def name_of(self, word: str) -> str:
        """Return the name that a word of the pivot is, "" if it is none."""
        if word in self.forms:
            return word
        bare = bared(word)
        return bare if bare in self.forms else self.heirs.get(bare, "")

    def given(self, surname: str) -> set[str]:
        """Return the given names that stand before a surname, in whatever case of either."""
        words = chain.from_iterable(self.partners.get(k, ()) for k in self.kin.get(surname, ()))
        return {one for word in words for one in (word, self.name_of(word))}

    def is_word(self, name: str) -> bool:
        """Say whether the pivot writes a name with a small letter, too."""
        word = name.lower()
        return not self.small_there().isdisjoint((word, f"{word}s", word.removesuffix("s")))


def cast(found: Sequence[Pair], pivot: str, there: str) -> Cast:
    """Return the names of what is translated."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    persons, full, rowed = set[str](), set[str](), dict[str, int]()
    partners: dict[str, set[str]] = defaultdict(set)
    for pair in found:
        for mention in told_names(pair.pivot) if pair.pivot.ask(name_rows) else ():
            surname = surname_of(mention)
            before = [word.text for word in words(mention.text.removesuffix(surname))]
            partners[surname].update(before)
            if form := _surname(mention, pair.pivot, pair.target):
                forms[surname][form] += 1
            elif _is_kept(mention, surname, pair):
                rowed[surname] = rowed.get(surname, 0) + 1
            bare = " ".join((*before[-1:], surname))  # without a profession
            if is_known(mention.text, pivot) or is_known(bare, pivot):
                persons.add(surname)
                if are_known(mention.text, pivot):
                    full.add(surname)
    places, inside = _places(found)
    told = dict(forms)
    small = cache(lambda: small_words(pair.pivot for pair in found))
    forms |= _repeated(places, inside, told, found, there, small)
    rows_alone = {name: Counter({name: n}) for name, n in rowed.items() if name not in forms}
    forms |= rows_alone
    heirs = _heirs(places, forms, pivot, there)
    unheard = sorted(persons - forms.keys() - heirs.keys())
    alone = {name: form for name in unheard if (form := _alone(name, found))}
    persons -= alone.keys() - full
    persons |= {name for case, name in heirs.items() if case in persons}
    forms |= {name: Counter({form: 1}) for name, form in alone.items()}
    bases = {
        name: frozenset(_base(name, form, pivot, there) for form in written)
        for name, written in forms.items()
    }
    alike = {
        name: tuple(other for other in forms if other != name and other[:3] == name[:3])
        for name in forms
    }
    return Cast(
        forms,
        frozenset(alone),
        bases,
        frozenset(persons),
        frozenset(told),
        frozenset(rowed),
        alike,
        heirs,
        _kin(forms, pivot),
        partners,
        small,
        cache(lambda: small_words(pair.target for pair in found)),
        tuple(pair.pivot.value for pair in found),
        tuple(pair.target.value for pair in found),
    )


def _is_kept(mention: Mention, surname: str, pair: Pair) -> bool:
    """Say whether a translation of the pivot's script has a full name as it is."""
    is_long = len(surname) >= _SHORTEST and len(mention.text.split()) > 1
    return is_long and mention.text in pair.target.value and bool(SENTENCE.search(pair.pivot.value))


def surname_of(mention: Mention) -> str:
    """Return the last word of a full name, with its hyphens."""
    return bared(regex.split(r"[\s.]+", mention.text)[-1])


def _places(found: Sequence[Pair]) -> tuple[dict[str, list[Pair]], frozenset[str]]:
    """Return where each word with a capital is, and those that have it inside a sentence."""
    places: dict[str, list[Pair]] = defaultdict(list)
    inside = set[str]()
    for pair in found:
        for one in pair.pivot.ask(capitals):
            word = bared(one.text)
            if len(word) < _SHORTEST or word.isupper():
                continue
            if not one.sentence_initial:
                inside.add(word)
            if not places[word] or places[word][-1] is not pair:
                places[word].append(pair)
    return places, frozenset(inside)


def _repeated(
    places: Mapping[str, Sequence[Pair]],
    inside: Collection[str],
    told: Mapping[str, Counter[str]],
    found: Sequence[Pair],
    locale: str,
    small: Callable[[], frozenset[str]],
) -> dict[str, Counter[str]]:
    """Return the names of which several sentences tell how a translation writes them; `told` is
    what full names tell, `small` gives the words that the pivot writes with a small letter."""
    forms: dict[str, Counter[str]] = {}
    if not found:
        return forms
    is_kept = not differ(found[0].pivot.locale, locale)
    pivot = found[0].pivot.locale
    for word, (cases, where) in _cases(places, told, pivot).items():
        is_common = word.lower() in IMPERSONAL or word.lower() in TITLES
        if len(where) < TWICE or is_common or cases.isdisjoint(inside):
            continue
        if locales.language(locale) == "zh" and word in told:
            continue
        if not is_kept:
            if forms_there := written(word, where[:_MOST], told.get(word, Counter())):
                forms[word] = forms_there
            continue
        kept = sum(word in pair.target.value for pair in where)
        least = max(told[word].values()) if word in told else 1
        usual = told[word].most_common(1)[0][0] if word in told else word
        times = sum(usual in pair.target.value for pair in where)
        if least <= kept < len(where):
            is_own = kept >= times and not (kept == times and is_rewritten(word, usual, locale))
            is_own = is_own or usual in word
            forms[word] = Counter({word: kept} if is_own else {usual: times})
    return {
        word: written
        for word, written in forms.items()
        if small().isdisjoint((word.lower(), f"{word.lower()}s", word.lower().removesuffix("s")))
    }


def _cases(
    places: Mapping[str, Sequence[Pair]], told: Mapping[str, object], locale: str
) -> dict[str, tuple[set[str], list[Pair]]]:
    """Return where each word is, be it in another case that no full name has, and its cases."""
    known: dict[str, str] = {}
    cases: dict[str, tuple[set[str], list[Pair]]] = {}
    if locales.language(locale) == "en":
        return {word: ({word}, [*where]) for word, where in places.items()}
    for word in sorted(places, key=lambda one: (one not in told, -len(places[one]), one)):
        bases = lemmas(word, locale)
        name = next((known[base] for base in bases if base in known), word)
        if word in told or name[:_BEGINNING] != word[:_BEGINNING]:
            name = word
        for base in bases:
            known.setdefault(base, name)
        words_of_name, where = cases.setdefault(name, (set(), []))
        words_of_name.add(word)
        where.extend(places[word])
    return cases


def _heirs(
    places: Mapping[str, object], forms: Mapping[str, Iterable[str]], locale: str, there: str
) -> dict[str, str]:
    """Return the words that are other cases of names; what may be a man's as well as a woman's
    has the letters of the name's translation."""
    known: dict[str, str] = {}
    for name in forms:
        for base in lemmas(name, locale):
            known.setdefault(base, name)
    found: dict[str, str] = {}
    for word in places:
        name = next((known[base] for base in lemmas(word, locale) if base in known), "")
        if word in forms or name[:_BEGINNING] != word[:_BEGINNING]:
            continue
        is_told = not differ(locale, there) or {word[-1:], name[-1:]}.isdisjoint("ая")
        if is_told or any(spells_either(word, form, locale, there) for form in forms[name]):
            found[word] = name
    return found


def _kin(forms: Iterable[str], locale: str) -> dict[str, set[str]]:
    """Return the names that share a base form with each other."""
    known: dict[str, set[str]] = defaultdict(set)
    for name in forms:
        for base in lemmas(name, locale):
            known[base].add(name)
    return {name: set().union(*(known[base] for base in lemmas(name, locale))) for name in forms}


def _alone(name: str, found: Sequence[Pair]) -> str:
    """Return a surname of which no full name is heard, as the first sentence writes it where it
    stands alone."""
    if len(name) < _SHORTEST or not differ(found[0].pivot.locale, found[0].target.locale):
        return ""
    for pair in islice((pair for pair in found if name in pair.pivot.value), _ASKED):
        pivot, text = pair.pivot, pair.target
        heard = find(name, pivot.locale, text.value, text.locale)
        if heard and heard.score >= SURE and script_of(heard.text) != locales.script(pivot.locale):
            return bared(heard.text)
    return ""


def _base(name: str, form: str, pivot: str, locale: str) -> str:
    """Return the base form of a surname that sounds most like it does in the pivot."""
    return max(lemmas(form, locale), key=lambda base: same_name(name, base, pivot, locale))


def _surname(mention: Mention, pivot: Text, text: Text) -> str:
    """Return the surname of a full name as a translation writes it, "" if that is not heard."""
    surname = surname_of(mention)
    *_, last_given = ("", *(word.text for word in words(mention.text.removesuffix(surname))))
    script = locales.script(text.locale)
    is_row = bool(last_given) and last_given in text.value and len(surname) >= _LONG
    is_long = len(words(mention.text)) > len((last_given, surname)) + surname.count("-")
    is_person = is_known(mention.text, pivot.locale)
    is_person = is_person or (is_long and is_known(last_given, pivot.locale))
    is_told = is_person or is_row or differ(pivot.locale, text.locale)
    if len(surname) < _SHORTEST or not is_told:
        return ""
    found = find(mention.text, pivot.locale, text.value, text.locale)
    if not found or found.score < ABSENT:
        return ""
    *before, last = regex.split(r"[\s·・•‧＝=]+", bared(found.text))
    is_person = is_person and (script in CASED or are_known(mention.text, pivot.locale))
    is_left = locales.script(pivot.locale) == script_of(last) != script
    if is_left or not (before or is_person) or (surname == last and not is_person):
        return ""
    last = _whole(surname, last, found.end, pivot, text)
    is_heard = min(found.score, same_name(surname, last, pivot.locale, text.locale)) >= HEARD
    return last if is_heard or spells_either(surname, last, pivot.locale, text.locale) else ""


def _whole(surname: str, form: str, end: int, pivot: Text, text: Text) -> str:
    """Return a Chinese surname with the characters after it that write names too and fit it
    better."""
    while text.value[end : end + 1] and is_usual(text.value[end]):
        longer = form + text.value[end]
        scores = (same_name(surname, one, pivot.locale, text.locale) for one in (longer, form))
        if next(scores) < next(scores):
            break
        form, end = longer, end + 1
    return form
