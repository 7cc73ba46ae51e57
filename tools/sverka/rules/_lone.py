"""Where a translation writes a name of the file otherwise than elsewhere, or has another's."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import regex

from sverka.catalogue import Catalogue
from sverka.review import CatalogueFile, Fact, Related
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import is_name_word, is_translated
from sverka.text.names import Mention, lemmas, same_form, same_name
from sverka.text.names.scripts import script_of

from ._absent import absent
from ._capitals import bared, capitals
from ._cast import Cast, cast
from ._fitting import is_rewritten
from ._persons import CASED, HEARD, SENTENCE, differ
from ._rows import same_initial
from ._runs import name_rows
from ._slips import (
    are_of_two_genders,
    folded,
    is_adding,
    is_alike,
    is_longer,
    is_marked_alike,
    is_slip,
)
from ._stand_ins import follows_given, is_given_alone, is_left_out, is_unheard, stranger
from ._translations import Pair, Recall, changed

_ENDINGS = 4
"""More letters than a case's ending has."""
_TWICE = 2
_ENDING = 3
"""Letters in which an adjective differs from another one."""
_ROOT = 4
"""Letters in which the usual form and another word derived from the name agree."""
_SMALL = re.compile(r"\b[^\W\d_A-Z]{2,}\b")
_LONG = 6
"""Letters of a name that is known by its sound in its own language."""
_SOUNDS = 0.9
"""Score from which it is."""
_RESPELLING = frozenset({"en", "de", "es", "fr", "it", "nl", "pt"})
_FEWEST = 3
"""Letters of a word that is another's surname."""
_HAN = regex.compile(r"\p{Han}+")

_CONSONANTS = dict.fromkeys(("be", "bg", "ru", "uk"), "бвгґджзклмнпрстфхцчшщ")
"""Last letters that no ending takes away."""

Kind = Literal["variant", "copied", "other", "missing", "given", "absent"]


class Lone(NamedTuple):
    """A place where a name of the pivot is not written as elsewhere."""

    pair: Pair
    name: Mention
    """The name in the pivot."""
    here: Mention
    """What stands for it in the translation."""
    usual: str
    """How the name is written elsewhere, "" if it stands nowhere else."""
    times: int
    kind: Kind


def lone(file: CatalogueFile, kind: Kind) -> Iterator[Lone]:
    """Yield where a file writes names otherwise than elsewhere, leaves them in the pivot's
    script, or has another person's."""
    found = _lone(file.catalogue, file.background.pivot, file.where.locale, file.recall)
    return (one for one in found if one.kind == kind)


def placed(file: CatalogueFile, one: Lone) -> Fact:
    """Return the place of what stands for a name."""
    where = file.place(one.pair.entry, "msgstr", one.pair.plural)
    return Fact(where, (one.here.start, one.here.end), one.here.text)


def named(file: CatalogueFile, one: Lone) -> Related:
    """Return the name in the pivot, as evidence."""
    where = file.place(one.pair.entry, one.pair.field)
    return Related(where, one.name.text, "pivot", (one.name.start, one.name.end))


@lru_cache(maxsize=1)
def _lone(catalogue: Catalogue, pivot: str, locale: str, recall: Recall) -> tuple[Lone, ...]:
    found = changed(catalogue, pivot, locale, recall)
    known = cast(found, pivot, locale)
    looked = (one for pair in found for one in _look(pair, known)) if known.forms else ()
    looked = (_turned(one, found) for one in looked)
    return (*looked, *(one for pair in found for one in _absent(pair)))


def _turned(one: Lone, pairs: Sequence[Pair]) -> Lone:
    """Return the place of the usual form instead if it stands but once, with a given name, and is
    the pivot's, and the other one is how the language writes the name: Yershov, Jerschow."""
    name, locale = bared(one.name.text), one.pair.target.locale
    is_own = one.kind == "variant" and one.usual == name and one.times == 1
    if not is_own or not is_rewritten(name, one.here.text, locale):
        return one
    for pair in pairs:
        for word in pair.target.ask(capitals) if one.usual in pair.target.value else ():
            at = pair.pivot.value.find(name)
            if word.text == one.usual and at >= 0:
                there = Mention(at, at + len(name), name, False)
                return Lone(pair, there, word, one.here.text, 1, one.kind)
    return one


def _absent(pair: Pair) -> Iterator[Lone]:
    """Look for full names that stand nowhere else in the file, and are not in this translation."""
    for name, there in absent(pair):
        yield Lone(pair, name, there or name, "", 0, "other" if there else "absent")


def _look(pair: Pair, known: Cast) -> Iterator[Lone]:
    places: dict[str, list[Mention]] = defaultdict(list)
    for word in pair.pivot.ask(capitals):
        if name := known.name_of(word.text):
            places[name].append(word)
    if not places or all(_is_plain(name, pair, known) for name in places):
        return
    here = _tokens(pair.target, known)
    right = {
        name: [
            one for one in here if any(_bears(one.text, k, known, pair) for k in known.kin[name])
        ]
        for name in places
    }
    others = [one for one in here if not any(one in ones for ones in right.values())]
    full = [(one.start, one.end) for one in pair.pivot.ask(name_rows)]
    for name, where in places.items():
        if len(right[name]) >= len(where):
            continue
        alone = [one for one in where if not any(a <= one.start < b for a, b in full)]
        mention = (alone or where)[0]
        usual, times = known.forms[name].most_common(1)[0]
        if found := _otherwise(others, pair, usual, known, name, mention, right):
            yield Lone(pair, mention, found[0], usual, times, found[1])


def _is_plain(name: str, pair: Pair, known: Cast) -> bool:
    """Say whether a usual form stands in a translation as often as the name in the pivot."""
    times = pair.pivot.value.count(name)
    text = pair.target
    return any(
        text.value.count(form) >= times > 0 and not is_longer(form, text)
        for form in known.forms[name]
    )


def _otherwise(
    others: list[Mention],
    pair: Pair,
    usual: str,
    known: Cast,
    name: str,
    mention: Mention,
    right: Mapping[str, list[Mention]],
) -> tuple[Mention, Kind] | None:
    """Return what stands in place of a name, and what that is; `right` has what stands for each
    of the pivot's."""
    pivot, text = pair.pivot, pair.target
    is_absent, is_told = not right[name], name not in known.alone
    word = bared(mention.text)
    at = text.value.find(word)
    is_person = name in known.persons or not is_told
    is_name = name in known.persons and is_name_word(name, pivot.locale)
    if known.is_word(name) and not is_name:
        return None
    if at >= 0 and not is_longer(word, text):
        if _is_respelled(name, usual, known, pair):
            return Mention(at, at + len(word), word, False), "variant"
        is_left = differ(pivot.locale, text.locale) and is_absent
        times = known.forms[name].total()
        kept = known.kept(name)
        is_rare = kept <= (times if is_name_word(name, pivot.locale) else 1)
        is_often = times >= _TWICE and is_rare and not known.is_word(name)
        is_left = is_left and (name in known.persons or is_often)
        return (Mention(at, at + len(word), word, False), "copied") if is_left else None
    strange = [one for one in others if not _stands(one.text, pivot.value)]
    if differ(pivot.locale, text.locale):
        strange = [one for one in strange if script_of(one.text) != locales.script(pivot.locale)]
    borne = {one: _bearer(one.text, name, known, text.locale) for one in strange}
    is_text = _SMALL if is_person else SENTENCE
    is_replaced = is_absent and bool(is_text.search(pivot.value))
    is_named = is_person or name in known.rowed or differ(pivot.locale, text.locale)
    is_alone = is_replaced and is_named
    for one in strange if is_told else ():
        may_vary = _may_vary(name, usual, one.text, known, pair)
        may_vary = may_vary or follows_given(one, mention, pair)
        is_free = may_vary and not borne[one]
        if is_free and _is_spelling(name, usual, one.text, pair, is_alone=is_alone):
            return one, "variant"
        if is_replaced and may_vary and are_of_two_genders(usual, one.text):
            return one, "other"
    if not is_replaced or known.is_word(name) or is_translated(word, pivot.locale):
        return None
    partners = known.given(name)
    for one in strange if is_told else ():
        theirs = borne[one]
        is_another = theirs and theirs not in right and theirs not in partners
        is_another = is_another and name not in known.given(theirs)
        is_derived = theirs[:_ROOT] == name[:_ROOT] and not are_of_two_genders(theirs, name)
        is_another = is_another and not (
            is_derived or _stands(theirs, pivot.value) or is_translated(theirs, pivot.locale)
        )
        if is_another and is_unheard(word, pair, one):
            return one, "other"
    free = [one for one in strange if not borne[one] and one.text[:_ROOT] != usual[:_ROOT]]
    rivals = [one for one, there in right.items() if one != name and not there]
    if is_told and (found := stranger(mention, name, free, pair, rivals, known)):
        return found, "other"
    if is_person and is_given_alone(mention, pair, known):
        return mention, "given"
    if is_person and is_left_out(mention, free, pair, _named(pair, known, right)):
        return mention, "missing"
    return None


def _is_respelled(name: str, usual: str, known: Cast, pair: Pair) -> bool:
    """Say whether full names of the translations respell a name that is kept here."""
    is_one = not differ(pair.pivot.locale, pair.target.locale) and name in known.told
    is_usual = known.forms[name][usual] >= _TWICE and sum(usual in t for t in known.targets) > 1
    is_usual = is_usual or is_rewritten(name, usual, pair.target.locale)
    return is_one and is_usual and usual not in name and name not in usual


def _named(pair: Pair, known: Cast, right: Mapping[str, list[Mention]]) -> set[str]:
    """Return the words of the pivot that are names for which something stands."""
    here = (bared(one.text) for one in pair.pivot.ask(capitals))
    return {word for word in here if right.get(known.name_of(word))}


def _stands(word: str, text: str) -> bool:
    """Say whether a word stands in a text as a whole."""
    at = text.find(word)
    return at >= 0 and bool(regex.search(rf"(?<!\p{{L}}){regex.escape(word)}(?!\p{{L}})", text))


def _may_vary(name: str, usual: str, word: str, known: Cast, pair: Pair) -> bool:
    """Say whether another spelling of a name would be wrong: who is no person may be translated,
    or be an adjective."""
    if name in known.persons or name in known.rowed:
        return True
    locale = pair.target.locale
    is_declined = locales.script(locale) == "Cyrl"
    if is_declined and usual[:-_ENDING] == word[: len(usual) - _ENDING]:
        return False
    is_sounding = differ(pair.pivot.locale, locale) and locales.script(locale) in CASED
    return name in known.told or is_sounding


def _is_spelling(name: str, usual: str, word: str, pair: Pair, *, is_alone: bool) -> bool:
    """Say whether a word is another spelling of a name than the usual one: with a slip, or by its
    sound."""
    pivot, locale = pair.pivot.locale, pair.target.locale
    if is_slip(usual, word, locale, is_alone=is_alone):
        return True
    if is_alone and any(is_alike(usual, base) for base in lemmas(word, locale)):
        return True
    is_respelling = locales.language(locale) in _RESPELLING and len(usual) >= _LONG
    if is_alone and is_respelling and same_name(usual, word, locale, locale) >= _SOUNDS:
        return True
    if not differ(pivot, locale) or locales.script(locale) not in CASED:
        return False
    return (
        is_alone
        and same_initial(name[0], word[0])
        and (same_name(name, word, pivot, locale) >= HEARD)
    )


def _bearer(word: str, name: str, known: Cast, locale: str) -> str:
    """Return whose name a word is other than `name`'s, "" if nobody's."""
    bases = lemmas(word, locale) if len(word) >= _FEWEST else ()
    return next(
        (o for o, forms in known.bases.items() if o != name and not forms.isdisjoint(bases)),
        "",
    )


def _bears(word: str, name: str, known: Cast, pair: Pair) -> bool:
    """Say whether a word is a form of a name: its base form is one of those that stand elsewhere,
    or nearly so and nobody else's."""
    locale = pair.target.locale
    forms = known.forms[name]
    bases = lemmas(word, locale)
    if not known.bases[name].isdisjoint(bases):
        return True
    if is_adding(locale) and any(is_marked_alike(f, base) for f in forms for base in bases):
        return True
    if locales.script(locale) == "Latn" and any(folded(form) == folded(word) for form in forms):
        return not is_adding(locale)
    near = [form for form in forms if form[:2] == word[:2] and len(form) - len(word) < _ENDINGS]
    language = locales.language(locale)
    if is_adding(locale):
        near = [f for f in near if word.startswith(f) or (f != name and f == f"{word}s")]
        near = [form for form in near if not are_of_two_genders(word, form)]
    elif language in _CONSONANTS:
        near = [f for f in near if f[:-1] != word or f[-1] not in _CONSONANTS[language]]
    if language == "zh" or not any(same_form(word, f, locale) for f in near):
        return False
    return all(known.bases[other].isdisjoint(bases) for other in known.alike[name])


def _tokens(text: Text, known: Cast) -> list[Mention]:
    """Return the words of a translation that may be names; in Chinese rows as long as names."""
    if locales.language(text.locale) != "zh":
        return list(text.ask(capitals))
    sizes = sorted({len(form) for forms in known.forms.values() for form in forms})
    return [
        Mention(start, start + size, run[0][start - run.start() :][:size], False)
        for run in _HAN.finditer(text.value)
        for size in sizes
        for start in range(run.start(), run.end() - size + 1)
    ]
