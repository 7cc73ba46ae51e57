"""A name word by word: which word of the row that stands for it is none of its words."""

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

import regex

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import are_one_given_name, is_name_word, sounds_like_name
from sverka.text.names import Found, same_name
from sverka.text.names.matching import is_patronymic
from sverka.text.slavic_names import gender_of, given_names
from sverka.text.spelling import spells

from ._runs import Word, is_office, rows, words

RIGHT = 0.6
"""Score from which a word of the row is the name's."""
WRONG = {"given": 0.02, "surname": 0.05}
"""Score below which it is another's: at most 1 in 100 of true pairs of names lie there."""
_WRONG_PATRONYMIC = 0.1
"""The same for what stands in the place of a patronymic, between given name and surname."""
HEARD_BADLY = {"zh": 0.001, "ja": 0.001}
"""The same for languages that change names more; what must be low beside pivot and source alike
may be higher."""
_STEADY = frozenset({"en", "de", "fr", "es", "it", "pt", "ca", "nl", "sv", "da", "nb", "uk", "be"})
"""Languages whose endings are known well enough for a name's letters to be compared."""
_OWN = regex.compile(r"(?:[оеё]в|[иы]н|[сц]к(?:ий|ой))(?:а|ая)?$|ская$|цкая$|(?:енко|[чщ]?ук|юк)$")
"""Surnames that are rewritten letter by letter, wherever their bearer lives."""
_FOREIGN_TOO = regex.compile(r"ина?$|у[кн]$|юк$")
"""Surnames of which that is known only after a Slavic given name."""
_WOMANS = regex.compile(r"(?:[оеё]ва|ина|[сц]кая)$")
_MANS = regex.compile(r"(?:[оеё]в|[иы]н|[сц]к[иі]й)$")
_WOMANS_LATIN = regex.compile(r"(?:[oe]va|[iy]na|[sc]ka(?:ya|ia)?)$")
_ONE_SYLLABLE = 5
"""Letters of a surname that one ideograph may write."""
_DOT = regex.compile(r"(\p{Han}{1,8})[·・•‧](?=(\p{Han}{1,10}))")
_INITIAL_OF = {
    "а": "ae", "б": "b", "в": "vwb", "г": "gh", "д": "dj", "е": "eyji", "ё": "yjeio", "ж": "zjg",
    "з": "zs", "и": "iyjea", "й": "yji", "к": "kcqx", "л": "l", "м": "m", "н": "n", "о": "oa",
    "п": "p", "р": "r", "с": "scz", "т": "t", "у": "uwo", "ф": "fpvt", "х": "hkcjx", "ц": "tcz",
    "ч": "ct", "ш": "scx", "щ": "sc", "э": "eai", "ю": "yuji", "я": "yjia", "і": "iyj", "ї": "yij",
    "є": "yjei", "ґ": "g",
}  # fmt: skip
_SAME_CYRILLIC = ("иіїй", "еєэо", "гґх", "нм", "ао", "пф", "ёйо")
"""Initials that Slavic languages exchange: Елена is Олена, Николай is Микола."""

Kind = Literal["given", "surname", "initials", "spelling"]


class Odd(NamedTuple):
    """A row of words that is a name's but for one word."""

    start: int
    end: int
    kind: Kind


class Side(NamedTuple):
    """A name as one text writes it."""

    name: str
    locale: str


def odd_word(names: Sequence[Side], found: Found, text: Text) -> Odd | None:
    """The one word, or the initials, of the row around a found name that is not the name's as
    pivot and source write it; None if all are, or too few for the row to stand for the name."""
    if locales.language(text.locale) == "zh":
        return _odd_ideographs(names, found, text)
    whole = [(words(side.name), side.locale) for side in names]
    size = len(whole[0][0])
    sides = [side for side in whole if len(side[0]) == size]
    if not 2 <= size <= 5:
        return None
    odd: Odd | None = None
    for here in rows(text, found, size):
        named, strange = _compare(here, sides, text.locale)
        if named and not strange:
            is_odd = _odd_initials(here, sides)
            return Odd(here[0].start, here[-1].end, "initials") if is_odd else None
        if named and len(strange) == 1:
            odd = Odd(here[0].start, here[-1].end, strange[0])
    return odd


def _compare(
    here: Sequence[Word], sides: Sequence[tuple[tuple[Word, ...], str]], locale: str
) -> tuple[int, list[Kind]]:
    """How many words of a row are the name's, and what those are that are not."""
    most = HEARD_BADLY.get(locales.language(locale), 1.0)
    named, odd = 0, list[Kind]()
    for place, word in enumerate(here):
        theirs = [(side[place].text, their_locale) for side, their_locale in sides]
        if len(word.text) == 1 or any(len(their) == 1 for their, _ in theirs):
            continue
        kind: Kind = "surname" if place == len(here) - 1 else "given"
        score = max(same_name(their, word.text, one, locale) for their, one in theirs)
        named += score >= RIGHT
        if 0 < place < len(here) - 1 and score < _WRONG_PATRONYMIC:
            odd += ["given"] * any(map(is_patronymic, (word.text, *(their for their, _ in theirs))))
        elif kind == "surname" and _is_misspelt(word.text, theirs, locale, here, sides):
            odd.append("spelling")
            named += score < RIGHT
        elif score < min(WRONG[kind], most) and _is_another(word.text, theirs, kind, locale):
            odd.append(kind)
    return named, odd


def _is_another(word: str, theirs: Sequence[tuple[str, str]], kind: Kind, locale: str) -> bool:
    """Whether a word that does not sound like the name's is a name."""
    if kind == "surname":
        return not any(spells_either(word, their, locale, one) for their, one in theirs)
    if any(is_office(their) for their, _ in theirs):
        return False
    if locales.script(locale) == "Latn" and not is_name_word(word, locale):
        return False
    if locales.script(locale) in ("Cyrl", "Arab"):
        is_name = is_name_word(word, locale) or sounds_like_name(word, locale)
        if not is_name:
            return False
    return not any(are_one_given_name(their, word, one, locale) for their, one in theirs)


def spells_either(a: str, b: str, locale_a: str, locale_b: str) -> bool:
    """Whether one of two words rewrites the other's Cyrillic letters."""
    if locales.script(locale_a) == "Cyrl":
        return spells(a, b, locale_a, locale_b)
    return locales.script(locale_b) == "Cyrl" and spells(b, a, locale_b, locale_a)


def _is_misspelt(
    word: str,
    theirs: Sequence[tuple[str, str]],
    locale: str,
    here: Sequence[Word],
    sides: Sequence[tuple[tuple[Word, ...], str]],
) -> bool:
    """Whether a surname that the others rewrite letter by letter has a wrong letter here, or is a
    man's after a woman's given name.

    With one side only, the surname must be one that is always rewritten so.
    """
    if locales.script(locale) == "Cyrl" and all(one[1] == "en" for one in theirs):
        return all(_is_womans_for_mans(here[:-1], word, latin) for latin, _ in theirs)
    if locales.language(locale) not in _STEADY or len(word) < 5:
        return False
    cyrillic = [side for side in theirs if locales.script(side[1]) == "Cyrl"]
    others = [side for side in theirs if locales.script(side[1]) == "Latn"]
    if not cyrillic or any(word == other for other, _ in others):
        return False
    source, of_source = cyrillic[0]
    if others and not all(spells(source, other, of_source, one) for other, one in others):
        return False
    *given, _ = next(side for side, one in sides if locales.script(one) == "Cyrl")
    if not others and not _is_slavic(source.lower(), given, of_source):
        return False
    if locales.script(locale) == "Latn" and _is_mans_for_womans(given, source, word):
        return not others or not any(_is_mans_for_womans(given, source, one) for one, _ in others)
    return not any(spells_either(word, their, locale, one) for their, one in theirs)


def _is_womans_for_mans(given: Iterable[Word], cyrillic: str, latin: str) -> bool:
    """Whether a woman's given name has a man's surname in Cyrillic letters, and a woman's in Latin
    ones: Анна Воронцов, Anna Vorontsova."""
    is_hers = any(one.text.lower() in given_names("f") for one in given)
    return is_hers and bool(_MANS.search(cyrillic)) and bool(_WOMANS_LATIN.search(latin))


def is_slavic(surname: str) -> bool:
    """Whether a surname in small letters looks like one that is rewritten letter by letter."""
    return bool(_OWN.search(surname))


def _is_slavic(surname: str, given: Iterable[Word], locale: str) -> bool:
    """Whether a surname is always rewritten letter by letter: «Дарвин» only looks so."""
    if not is_slavic(surname):
        return False
    return not _FOREIGN_TOO.search(surname) or any(gender_of(one.text, locale) for one in given)


def _is_mans_for_womans(given: Iterable[Word], cyrillic: str, latin: str) -> bool:
    """Whether a woman's given name and surname in Cyrillic letters have a man's surname in Latin
    ones: Анна Воронцова, Anna Vorontsov."""
    is_hers = any(one.text.lower() in given_names("f") for one in given)
    return is_hers and bool(_WOMANS.search(cyrillic)) and not latin.lower().endswith("a")


def _odd_initials(here: Sequence[Word], sides: Sequence[tuple[tuple[Word, ...], str]]) -> bool:
    """Whether the initials of a row are none of the sides': exchanged, or others."""
    places = [n for n, word in enumerate(here) if len(word.text) == 1]
    theirs = [[side[n].text for n in places] for side, _ in sides]
    ours = [here[n].text for n in places]
    if not places or any(all(map(same_initial, ours, one)) for one in theirs):
        return False
    exchanged = any(all(map(same_initial, ours, reversed(one))) for one in theirs)
    return exchanged or len(sides) > 1


def same_initial(a: str, b: str) -> bool:
    one, other = a.lower(), b.lower()
    if one == other:
        return True
    if one in _INITIAL_OF and other in _INITIAL_OF:
        return any(one in group and other in group for group in _SAME_CYRILLIC)
    if one in _INITIAL_OF or other in _INITIAL_OF:
        return other in _INITIAL_OF.get(one, "") or one in _INITIAL_OF.get(other, "")
    return any(one in letters and other in letters for letters in _INITIAL_OF.values())


def _touches(place: int, found: Found) -> bool:
    return found.start - 1 <= place <= found.end


def _odd_ideographs(names: Sequence[Side], found: Found, text: Text) -> Odd | None:
    """The part of a Chinese name that is not the name's: the script tells only where given name
    and surname meet."""
    sides = [side for side in names if len(words(side.name)) == 2]
    dots = (dot for dot in _DOT.finditer(text.value) if _touches(dot.end(1), found))
    dot = next(dots, None)
    if not sides or not dot:
        return None
    left, right = dot[1], dot[2]
    least = 1 if len(words(sides[0].name)[1].text) <= _ONE_SYLLABLE else 2
    parts = (
        {left[-n:] for n in range(2, 7)},
        {right[:n] for n in range(least, 9)},
    )
    scores = [
        max(
            same_name(words(side.name)[place].text, part, side.locale, text.locale)
            for side in sides
            for part in some
        )
        for place, some in enumerate(parts)
    ]
    if min(scores) >= HEARD_BADLY["zh"] * len(sides) or max(scores) < RIGHT:
        return None
    middle = dot.end(1)
    if scores[0] < scores[1]:
        return Odd(
            max(dot.start(1), middle - len(words(sides[0].name)[0].text) // 2 - 1),
            found.end,
            "given",
        )
    return Odd(
        found.start, min(dot.end(2), middle + len(words(sides[0].name)[1].text) // 2 + 2), "surname"
    )
