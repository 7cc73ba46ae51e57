"""Surnames alone: how a file writes them, learned from full names, and where it does otherwise."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Literal, NamedTuple

import regex

from sverka.catalogue import Catalogue
from sverka.review import CatalogueFile, Fact, Related
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.names import Mention, lemmas, same_form, same_name
from sverka.text.names.ideographs import is_usual
from sverka.text.names.scripts import script_of

from ._persons import ABSENT, CASED, HEARD, SENTENCE, are_known, differ, find, is_known, told_names
from ._rows import name_rows, spells_either, words
from ._stand_ins import is_left_out, is_unheard, stranger
from ._translations import Pair, Recall, read

_SHORTEST = 4
"""Letters of a surname that is looked for."""
_LETTERS_A_SLIP = 5
"""A spelling has one wrong letter in so many, and at least one."""
_ENDING = {
    **dict.fromkeys(("ar", "de", "en", "es", "fr", "he", "it", "ja", "ko", "nl", "pt"), 1),
    **dict.fromkeys(("be", "bg", "ru", "uk"), 1),
}
"""So many last letters are an ending in whatever form; in other languages three."""
_ASKED = 5
"""Sentences in which a surname is looked for that no full name has."""
SURE = 0.9
"""Score from which a word alone is a name."""
_ADDING = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
"""Languages whose endings leave a name's last letter as it is."""
_ROOT = 4
"""Letters that another suffix leaves alone …"""
_LETTERS_ANOTHER_SUFFIX = 3
"""… and of so many one may be another."""
_LONG_ROW = 4
"""Ideographs of a name of which the first may be the wrong one."""
_ENDINGS = 4
"""More letters than a case's ending has."""
_FEWEST = 3
"""Letters of a word that is another's surname."""
_KATAKANA = regex.compile(r"[\p{Katakana}ー]+")
_CAPITALISED = regex.compile(r"[\p{Lu}\p{Lo}][\p{L}\p{M}'’ʼ]*(?:[-‐‑]\p{L}[\p{L}\p{M}]*)*")
_HAN = regex.compile(r"\p{Han}+")

Kind = Literal["variant", "copied", "other", "missing"]


class Known(NamedTuple):
    """The surnames of a file."""

    forms: Mapping[str, Counter[str]]
    """Surname in the pivot → how often it is written how in full names, or alone."""
    alone: frozenset[str]
    """Those that no full name of the translations has."""
    bases: Mapping[str, frozenset[str]]
    """Surname in the pivot → its base forms in the translations."""
    persons: frozenset[str]
    """Those that stand after known given names."""
    alike: Mapping[str, tuple[str, ...]]
    """Surname in the pivot → the others that begin as it does, as a man's and a woman's do."""


class Lone(NamedTuple):
    """A place where a surname of the pivot is not written as in full names."""

    pair: Pair
    name: Mention
    """The surname in the pivot."""
    here: Mention
    """What stands for it in the translation."""
    usual: str
    times: int
    kind: Kind


def lone(file: CatalogueFile, kind: Kind) -> Iterator[Lone]:
    """Yield where a file writes surnames otherwise than in full names, leaves them in the pivot's
    script, or has another person's."""
    found = _lone(file.catalogue, file.background.pivot, file.where.locale, file.recall)
    return (one for one in found if one.kind == kind)


def placed(file: CatalogueFile, one: Lone) -> Fact:
    """Return the place of what stands for a surname."""
    where = file.place(one.pair.entry, "msgstr", one.pair.plural)
    return Fact(where, (one.here.start, one.here.end), one.here.text)


def named(file: CatalogueFile, one: Lone) -> Related:
    """Return the surname in the pivot, as evidence."""
    where = file.place(one.pair.entry, one.pair.field)
    return Related(where, one.name.text, "pivot", (one.name.start, one.name.end))


@lru_cache(maxsize=1)
def _lone(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> tuple[Lone, ...]:
    found = [
        one for one in read(catalogue, pivot, locale, recall) if one.pivot.value != one.target.value
    ]
    known = _surnames(found, pivot, locale)
    if not known.forms:
        return ()
    names = "|".join(regex.escape(name) for name in sorted(known.forms, key=len, reverse=True))
    pattern = regex.compile(rf"(?<![\p{{L}}\p{{N}}-])(?:{names})(?![\p{{L}}\p{{N}}-])")
    return tuple(one for pair in found for one in _look(pair, pattern, known))


def _surnames(found: list[Pair], pivot: str, there: str) -> Known:
    """The surnames of the full names that the translations write by their sound."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    persons, full = set[str](), set[str]()
    for pair in found:
        for mention in told_names(pair.pivot):
            surname = words(mention.text)[-1].text
            if form := _surname(mention, pair.pivot, pair.target):
                forms[surname][form] += 1
            bare = " ".join(word.text for word in words(mention.text)[-2:])  # without a profession
            if is_known(mention.text, pivot) or is_known(bare, pivot):
                persons.add(surname)
                if are_known(mention.text, pivot):
                    full.add(surname)
    unheard = sorted(persons - forms.keys())
    alone = {name: form for name in unheard if (form := _alone(name, found))}
    persons -= alone.keys() - full
    forms |= {name: Counter({form: 1}) for name, form in alone.items()}
    bases = {
        name: frozenset(_base(name, form, pivot, there) for form in written)
        for name, written in forms.items()
    }
    alike = {
        name: tuple(other for other in forms if other != name and other[:3] == name[:3])
        for name in forms
    }
    return Known(forms, frozenset(alone), bases, frozenset(persons), alike)


def _alone(name: str, found: list[Pair]) -> str:
    """A surname of which no full name is heard, as the first sentence writes it where it stands
    alone."""
    if len(name) < _SHORTEST or not differ(found[0].pivot.locale, found[0].target.locale):
        return ""
    for pair in islice((pair for pair in found if name in pair.pivot.value), _ASKED):
        pivot, text = pair.pivot, pair.target
        heard = find(name, pivot.locale, text.value, text.locale)
        if heard and heard.score >= SURE and script_of(heard.text) != locales.script(pivot.locale):
            return heard.text
    return ""


def _base(name: str, form: str, pivot: str, locale: str) -> str:
    """The base form of a surname that sounds most like it does in the pivot."""
    return max(lemmas(form, locale), key=lambda base: same_name(name, base, pivot, locale))


def _surname(mention: Mention, pivot: Text, text: Text) -> str:
    """The surname of a full name as a translation writes it, "" if that is not heard."""
    surname = words(mention.text)[-1].text
    script = locales.script(text.locale)
    is_person = is_known(mention.text, pivot.locale)
    if len(surname) < _SHORTEST or not (is_person or differ(pivot.locale, text.locale)):
        return ""
    found = find(mention.text, pivot.locale, text.value, text.locale)
    if not found or found.score < ABSENT:
        return ""
    *before, last = regex.split(r"[\s·・•‧＝=]+", found.text)
    is_person = is_person and (script in CASED or are_known(mention.text, pivot.locale))
    is_left = locales.script(pivot.locale) == script_of(last) != script
    if is_left or not (before or is_person):
        return ""
    last = _whole(surname, last, found.end, pivot, text)
    is_heard = min(found.score, same_name(surname, last, pivot.locale, text.locale)) >= HEARD
    return last if is_heard or spells_either(surname, last, pivot.locale, text.locale) else ""


def _whole(surname: str, form: str, end: int, pivot: Text, text: Text) -> str:
    """A Chinese surname with the characters after it that write names too and fit it better."""
    while text.value[end : end + 1] and is_usual(text.value[end]):
        longer = form + text.value[end]
        scores = (same_name(surname, one, pivot.locale, text.locale) for one in (longer, form))
        if next(scores) < next(scores):
            break
        form, end = longer, end + 1
    return form


def _look(pair: Pair, pattern: regex.Pattern[str], known: Known) -> Iterator[Lone]:
    places: dict[str, list[regex.Match[str]]] = defaultdict(list)
    for place in pattern.finditer(pair.pivot.value):
        places[place[0]].append(place)
    if not places:
        return
    here = _tokens(pair.target, known)
    right = {name: [one for one in here if _bears(one.text, name, known, pair)] for name in places}
    others = [one for one in here if not any(one in ones for ones in right.values())]
    full = [(one.start, one.end) for one in pair.pivot.ask(name_rows)]
    for name, where in places.items():
        if len(right[name]) >= len(where):
            continue
        alone = [p for p in where if not any(a <= p.start() < b for a, b in full)]
        mention = Mention(*(alone or where)[0].span(), name, False)
        usual, times = known.forms[name].most_common(1)[0]
        if found := _otherwise(others, pair, usual, known, mention, right):
            yield Lone(pair, mention, found[0], usual, times, found[1])


def _otherwise(
    others: list[Mention],
    pair: Pair,
    usual: str,
    known: Known,
    mention: Mention,
    right: Mapping[str, list[Mention]],
) -> tuple[Mention, Kind] | None:
    """What stands in place of a surname, and what that is; `right` has what stands for each of
    the pivot's."""
    name, pivot, text = mention.text, pair.pivot, pair.target
    is_absent, is_told = not right[name], name not in known.alone
    at = text.value.find(name)
    if at >= 0:
        is_left = differ(pivot.locale, text.locale) and is_absent
        is_left = is_left and name in known.persons
        return (Mention(at, at + len(name), name, False), "copied") if is_left else None
    strange = [one for one in others if one.text not in pivot.value]
    borne = {one: _bearer(one.text, name, known, text.locale) for one in strange}
    is_person = name in known.persons or not is_told
    is_replaced = is_absent and is_person and bool(SENTENCE.search(pivot.value))
    for one in strange if is_told else ():
        if not borne[one] and _is_slip(usual, one.text, text.locale, is_alone=is_replaced):
            return one, "variant"
    if not is_replaced:
        return None
    for one in strange if is_told else ():
        if borne[one] and borne[one] not in right and is_unheard(name, pair, one):
            return one, "other"
    free = [one for one in strange if not borne[one]]
    if is_told and (found := stranger(name, free, pair)):
        return found, "other"
    if is_left_out(mention, free, pair, {n for n, ones in right.items() if ones}):
        return mention, "missing"
    return None


def _bearer(word: str, name: str, known: Known, locale: str) -> str:
    """Whose surname a word is other than `name`'s, "" if nobody's."""
    bases = lemmas(word, locale) if len(word) >= _FEWEST else ()
    return next(
        (o for o, forms in known.bases.items() if o != name and not forms.isdisjoint(bases)),
        "",
    )


def _bears(word: str, name: str, known: Known, pair: Pair) -> bool:
    """Whether a word is a form of a surname: its base form is one of those that stand in full
    names, or nearly so and nobody else's."""
    locale = pair.target.locale
    forms = known.forms[name]
    bases = lemmas(word, locale)
    if not known.bases[name].isdisjoint(bases):
        return True
    near = [form for form in forms if form[:2] == word[:2] and len(form) - len(word) < _ENDINGS]
    near = [form for form in near if not _is_cut(form, word, locales.language(locale))]
    if locales.language(locale) == "zh" or not any(same_form(word, f, locale) for f in near):
        return False
    return all(known.bases[other].isdisjoint(bases) for other in known.alike[name])


def _tokens(text: Text, known: Known) -> list[Mention]:
    """The words of a translation that may be surnames; in Chinese rows as long as
    surnames."""
    language = locales.language(text.locale)
    if language != "zh":
        pattern = _KATAKANA if language == "ja" else _CAPITALISED
        return [Mention(*m.span(), m[0], False) for m in pattern.finditer(text.value)]
    sizes = sorted({len(form) for forms in known.forms.values() for form in forms})
    return [
        Mention(start, start + size, run[0][start - run.start() :][:size], False)
        for run in _HAN.finditer(text.value)
        for size in sizes
        for start in range(run.start(), run.end() - size + 1)
    ]


def _is_slip(usual: str, word: str, locale: str, *, is_alone: bool) -> bool:
    """Whether a word is a name with a letter or two wrong, and no other ending; with more of them
    if it begins and ends alike, and the name stands nowhere else in the text."""
    language = locales.language(locale)
    if language == "zh":
        alike = sum(a == b for a, b in zip(usual, word, strict=False))
        is_row = len(usual) > 2 and (usual[:1] == word[:1] or len(usual) > _LONG_ROW)
        is_row = is_row and len(usual) == len(word)
        return is_row and (alike == len(usual) - 1 > 2 or sorted(usual) == sorted(word))
    if _is_cut(usual, word, language):
        return True
    return any(_is_near(usual, base, language, is_alone) for base in lemmas(word, locale))


def _is_cut(name: str, word: str, language: str) -> bool:
    """Whether a word is a name without its last letter, which no ending takes away."""
    is_ending = name[-1:] in "sn'"
    return (
        language in _ADDING and len(word) > _LETTERS_A_SLIP and name[:-1] == word and not is_ending
    )


def _is_near(usual: str, word: str, language: str, is_alone: bool) -> bool:
    from rapidfuzz.distance import OSA

    if "-" in usual and usual.count("-") == word.count("-"):
        parts = zip(usual.split("-"), word.split("-"), strict=True)
        odd = [part for part in parts if part[0] != part[1]]
        return len(odd) == 1 and _is_near(*odd[0], language, is_alone)
    same = next((n for n, (a, b) in enumerate(zip(usual, word, strict=False)) if a != b), None)
    if not same:
        return False
    most = max(1, len(usual) // _LETTERS_A_SLIP)
    if is_alone and language in _ENDING and same >= _ROOT:
        most = max(most, len(usual) // _LETTERS_ANOTHER_SUFFIX)
    if OSA.distance(usual, word, score_cutoff=most) > most:
        return False
    if language in _ENDING and usual[-1] == word[-1]:
        return True
    is_exchanged = language in _ADDING and len(usual) == len(word)
    return same < len(usual) - (0 if is_exchanged else _ENDING.get(language, 3))
