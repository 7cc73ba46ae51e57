"""What stands in a translation where a surname of the pivot should: a stranger's, or nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, groupby, pairwise

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import city, is_exactly_name, is_name_word, sounds_like_name
from sverka.text.names import Mention, lemmas, same_name
from sverka.text.names.finding import IMPERSONAL
from sverka.text.names.ideographs import is_usual
from sverka.text.names.matching import TITLES, is_patronymic

from ._capitals import bared, capitals
from ._cast import Cast
from ._persons import ABSENT, CASED, HEARD, find
from ._runs import name_rows, runs_of, words
from ._translations import Pair

_AND = frozenset({"and", "&", "or", "und", "et", "y", "e", "i", "и", "й", "та", "і", ""})
"""What joins two people; a comma does so too."""
_GAP = 5
"""Letters between them."""
_CAPITALISED = regex.compile(r"\p{Lu}[\p{L}\p{M}'’ʼ-]+")
_SMALL = regex.compile(r"[\p{Ll}\p{N},;)»”] ?$")
"""What stands before a capital that is not the sentence's."""
_NOUNS_TOO = frozenset({"de", "lb"})
"""Languages that write all nouns with a capital."""
_DETERMINERS = frozenset(
    word + ending
    for word in (
        "ein",
        "kein",
        "mein",
        "dein",
        "sein",
        "ihr",
        "unser",
        "dies",
        "jed",
        "all",
        "viel",
    )
    for ending in ("", "e", "em", "en", "er", "es")
) | {
    "der",
    "die",
    "das",
    "dem",
    "den",
    "des",
    "im",
    "am",
    "zum",
    "zur",
    "vom",
    "beim",
    "ins",
    "ans",
    "mehr",
    "welche",
    "manche",
}
"""German words that stand before a noun, and before no name."""
_PREPOSITIONS = {
    "de": ("in", "aus von", "bei nahe", "nach"),
    "en": ("in at", "from of", "near by", "to into"),
    "es": ("en", "de desde", "cerca", "a hasta"),
    "fr": ("à en", "de d d' d’ du", "près", "à vers"),
    "ru": ("в во на", "из с со от", "под возле у", "в во на к"),
    "uk": ("в у на", "з із зі від", "під біля коло", "до в у на"),
}
"""Where, where from, near what, where to."""
_BEFORE = regex.compile(r"(?<![\p{L}’'])(\p{L}+[’']?)[ \xa0]?$")
_SHORTEST = 4
"""Letters of what may be a name."""
_LONG_WORD = 7
"""Letters of a word of a script without capitals that sounds like a name by no chance."""
_ARTICLE = ("ال", "ה")
_LONG_ROW = 3
"""Chinese characters used for names that hardly are a word."""
_SMALL_WORDS = regex.compile(r"(?:[\p{L}\p{M}]+ ){1,2}$")
_LAST = regex.compile(r"[\p{L}\p{M}'’ʼ-]+$")
_HAN = regex.compile(r"\p{Han}+")
_KATAKANA = regex.compile(r"\p{Katakana}")


def is_unheard(name: str, pair: Pair, other: Mention | None = None) -> bool:
    """Say whether nothing in a translation sounds like a name but, it may be, another's."""
    found = find(name, pair.pivot.locale, pair.target.value, pair.target.locale)
    if not found or found.score < ABSENT:
        return True
    return other is not None and other.start <= found.start and found.end <= other.end


def stranger(
    mention: Mention,
    name: str,
    free: Sequence[Mention],
    pair: Pair,
    rivals: Collection[str],
    known: Cast,
) -> Mention | None:
    """Return the only word of a translation that may be a name and stands for no word of the
    pivot, if `name` is the pivot's only name that nothing stands for; `rivals` are the words of
    the pivot that are names."""
    text, word = pair.target, bared(mention.text)
    if locales.language(text.locale) == "zh":
        alone = [one for one in _name_rows(text) if not _is_any(one.text, pair)]
    else:
        partners = known.partners.get(name, ())
        rest = [one for one in free if _may_be_name(one, text) and not _is_any(one.text, pair)]
        rest = [one for one in rest if not _is_one_of(one.text, partners, pair)]
        is_given = is_name_word(_given(mention, pair.pivot), pair.pivot.locale)
        alone = [one for one in rest if is_given and follows_given(one, mention, pair)]
        opens = mention.sentence_initial
        rest = [one for one in rest if opens or not one.sentence_initial]
        is_person = name in known.persons or is_name_word(name, pair.pivot.locale)
        alone = alone or [one for one in rest if _is_namely(one, pair, known, is_person)]
        alone = alone or [*_is_only(mention, rest, pair, known)]
        alone = alone or _placed(mention, rest, pair)
    if len(alone) != 1 or not is_unheard(word, pair):
        return None
    others = (one for one in rivals if one != name and one not in word)
    return None if any(is_unheard(one, pair) for one in others) else alone[0]


def _placed(mention: Mention, free: Sequence[Mention], pair: Pair) -> list[Mention]:
    """Return the words that stand behind a preposition such as that before a place in the pivot."""
    there = _preposition(mention, pair.pivot)
    return [one for one in free if there & _preposition(one, pair.target)]


def _preposition(one: Mention, text: Text) -> set[int]:
    """Return the meanings that the preposition before a word may have."""
    before = _BEFORE.search(text.value[max(0, one.start - 12) : one.start])
    word = before[1].lower() if before else ""
    known = _PREPOSITIONS.get(locales.language(text.locale), ())
    return {meaning for meaning, words in enumerate(known) if word in words.split()}


def _is_only(name: Mention, free: Sequence[Mention], pair: Pair, known: Cast) -> Sequence[Mention]:
    """Return the only word with a capital inside a sentence, if `name` is the only such word of
    the pivot that nothing stands for."""
    locale = pair.target.locale
    if locales.script(locale) not in CASED or locales.language(locale) in _NOUNS_TOO:
        return ()
    inside = [one for one in free if not one.sentence_initial]
    if len(inside) != 1 or not known.small().isdisjoint(
        map(str.lower, lemmas(inside[0].text, locale))
    ):
        return ()
    theirs = [one for one in pair.pivot.ask(capitals) if not one.sentence_initial]
    others = [one for one in theirs if bared(one.text) != bared(name.text)]
    return () if any(is_unheard(bared(one.text), pair) for one in others) else inside


def is_given_alone(name: Mention, pair: Pair, known: Cast) -> bool:
    """Say whether a translation has the given name of a full name, and nothing for the surname.

    What stands in the pivot without the surname again and again is none: Rust, Mercedes.
    """
    pivot, text = pair.pivot, pair.target
    given = _given(name, pivot)
    if is_patronymic(name.text):
        return False
    if not given or pivot.value.count(given) > 1 or not is_name_word(given, pivot.locale):
        return False
    if known.apart(given, name.text) > 1:
        return False
    found = find(given, pivot.locale, text.value, text.locale)
    if not found or found.score < HEARD or not is_unheard(name.text, pair):
        return False
    after = text.value[found.end : found.end + 2].lstrip(" \xa0\u202f·・＝=-")
    return not (after and (after[0].isupper() or _KATAKANA.match(after)))


def _given(name: Mention, pivot: Text) -> str:
    """Return the word before the surname that ends a full name, "" if it stands alone."""
    for row in pivot.ask(name_rows):
        if row.start < name.start < row.end <= name.end:
            before = [word.text for word in words(row.text, row.start) if word.end < name.start]
            return before[-1] if before and len(before[-1]) > 1 else ""
    return ""


def follows_given(one: Mention, name: Mention, pair: Pair) -> bool:
    """Say whether a word stands behind the given name that the surname has in the pivot."""
    given, text = _given(name, pair.pivot), pair.target
    if locales.script(text.locale) not in (*CASED, "Jpan"):
        return False
    before = text.value[: one.start].rstrip(" \xa0\u202f·・＝=")
    if not given or not (len(before) < one.start):
        return False
    found = _LAST.search(before)
    word = found[0] if found else ""
    return bool(word) and same_name(given, word, pair.pivot.locale, text.locale) >= HEARD


def _may_be_name(one: Mention, text: Text) -> bool:
    if (
        len(one.text) < _SHORTEST - (locales.language(text.locale) == "ja")
        or one.text.isupper()
        or one.text.lower() in TITLES
        or one.text.lower() in IMPERSONAL
    ):
        return False
    if locales.language(text.locale) not in _NOUNS_TOO:
        return True
    before = _SMALL_WORDS.search(text.value[: one.start])
    return not (before and not _DETERMINERS.isdisjoint(before[0].lower().split()))


def _is_namely(one: Mention, pair: Pair, known: Cast, is_person: bool) -> bool:
    """Say whether a word is the name of several people or, in place of no person's, of a city."""
    text = pair.target
    word, locale = bared(one.text), text.locale
    if one.sentence_initial and word.lower() in known.small():
        return False
    if (place := city(word, locale)) and not is_person:
        there = {city(bared(w.text), pair.pivot.locale) for w in pair.pivot.ask(capitals)}
        return place not in there
    if not is_person and (locales.language(locale) in _NOUNS_TOO or one.sentence_initial):
        return False
    script = locales.script(locale)
    if script == locales.script(pair.pivot.locale):
        return is_exactly_name(word)
    if any(word.startswith(base) for base in chain.from_iterable(known.bases.values())):
        return True
    if is_name_word(word, locale):
        return True
    is_long = sum(map(str.isalpha, word)) >= _LONG_WORD and not word.startswith(_ARTICLE)
    is_told = script in CASED or script == "Jpan" or is_long
    return is_told and sounds_like_name(word, locale)


def _name_rows(text: Text) -> Iterator[Mention]:
    """The rows of Chinese characters that write names."""
    for run in _HAN.finditer(text.value):
        at = run.start()
        for is_name, chars in groupby(run[0], is_usual):
            row = "".join(chars)
            is_long = len(row) >= _LONG_ROW
            if (
                is_name
                and len(row) > 1
                and (is_long or city(row, text.locale) or sounds_like_name(row, text.locale))
            ):
                yield Mention(at, at + len(row), row, False)
            at += len(row)


def is_left_out(name: Mention, free: Sequence[Mention], pair: Pair, right: Collection[str]) -> bool:
    """Whether one of two people named side by side is not there, while the other is."""
    beside = _beside(name, pair.pivot)
    if not any(words(one)[-1].text in right for one in beside):
        return False
    text = pair.target
    is_cased = locales.script(text.locale) in CASED
    names = [one.text for one in free if is_cased and _is_inside(one, text)]
    if any(is_name_word(one, text.locale) and not _is_any(one, pair) for one in names):
        return False
    return is_unheard(name.text, pair)


def _beside(name: Mention, pivot: Text) -> Iterator[str]:
    """The runs of capitals that "and" or a comma joins with the one that holds a name."""
    runs = pivot.ask(runs_of)
    for one, other in pairwise(runs):
        gap = pivot.value[one.end : other.start]
        if len(gap) > _GAP or gap.strip(" ,") not in _AND:
            continue
        if one.start <= name.start < one.end:
            yield other.text
        elif other.start <= name.start < other.end:
            yield one.text


def _is_inside(one: Mention, text: Text) -> bool:
    return bool(_SMALL.search(text.value[max(0, one.start - 2) : one.start]))


def _is_any(word: str, pair: Pair) -> bool:
    """Say whether a word of the translation sounds like one of the pivot."""
    return _is_one_of(word, _CAPITALISED.findall(pair.pivot.value), pair)


def _is_one_of(word: str, theirs: Iterable[str], pair: Pair) -> bool:
    pivot, locale = pair.pivot.locale, pair.target.locale
    return any(same_name(their, word, pivot, locale) >= ABSENT for their in theirs)
