"""Names kept from the pivot, misspelt in the translation."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from operator import and_
from typing import NamedTuple

from sverka.review import CatalogueFile, Fact, Finding, Related, Rule
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_names import is_translated
from sverka.text.prose import prose

from ._translations import Pair, pairs

rule = Rule(
    __name__,
    family="names",
    severity="error",
    certainty="likely",
    yields_to=("mixed-script",),
)

_WORD = re.compile(
    r"(?<![0-9A-Za-zÀ-ɏ_’'-])[A-Za-z][A-Za-zÀ-ɏ]{4,}(?=['’]s\b|[^0-9A-Za-zÀ-ɏ_’'-]|$)"
)
_INSIDE = re.compile(r"[\w,;)] $")
"""What stands before a capital that is not the sentence's."""
_KEPT = 3
"""So often kept in the file's translations, a word is a name whatever it looks like."""
_TWICE = 2
"""A slip may be copied once; what stands oftener is a spelling."""
_RARE = 10
"""So many times rarer than the name is a misspelling."""
_VOWELS = frozenset("aeiou")
_GLIDES = frozenset("hjvwy")
"""Letters that languages exchange for vowels: Moscow, Moscou."""
_FAITHFUL = frozenset(
    {"ca", "da", "es", "fr", "gl", "id", "it", "nb", "nl", "no", "pt", "sv", "vi"}
)
"""Languages that leave people's and products' names as they are, and write nouns small."""
_LONG = 7
"""Letters of a word that no two languages spell with different vowels by chance."""
_ALIKE = (("ph", "f"), ("th", "t"), ("ch", "c"), ("y", "i"), *((a, "c") for a in "kqsz"))
_ALIKE += (("v", "u"), ("w", "u"))
"""What languages exchange when they make a name their own: Syria, Siria."""


class Words(NamedTuple):
    """The words of a file's texts."""

    kept: Counter[str]
    """Capitalised words of a pivot text that its translation has too."""
    here: Counter[str]
    """Words of the translations."""
    there: Counter[str]
    """Words of the pivot texts."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Look for words that nearly are a name which the file's translations keep."""
    found = pairs(file)
    slips = [pair for pair in found if any(_slips(pair))]
    if not slips:
        return
    words = _counted(found)
    locale = file.where.locale
    language = locales.language(locale) if locales.script(locale) == "Latn" else ""
    for pair in slips:
        odd = {word for word in _slips(pair) if not words.kept[word]}
        yield from _misspelt(file, pair, odd, words, language)


def _slips(pair: Pair) -> Iterator[str]:
    """Yield the words that only the translation has, and that nearly are a name of the pivot."""
    pivot = pair.pivot.ask(_spellings)
    names: dict[str, list[str]] = {}
    for word in pivot:
        if word[0].isupper():
            names.setdefault(word[0], []).append(word)
    if not names:
        return
    for word in pair.target.ask(_spellings):
        alike = names.get(word[0].upper())
        if alike and word not in pivot and any(_slip(name, word) for name in alike):
            yield word


def _counted(found: list[Pair]) -> Words:
    """Count the words of a file's texts."""
    there = [pair.pivot.ask(_spellings) for pair in found]
    here = [pair.target.ask(_spellings) for pair in found]
    both = chain.from_iterable(map(and_, there, here))
    return Words(
        Counter([word for word in both if word[0].isupper()]),
        Counter(chain.from_iterable(here)),
        Counter(chain.from_iterable(there)),
    )


def _misspelt(
    file: CatalogueFile,
    pair: Pair,
    odd: set[str],
    words: Words,
    language: str,
) -> Iterator[Finding]:
    target = _words(pair.target)
    for name, places in _words(pair.pivot).items():
        if name[0].islower():
            continue
        for word in target:
            if word not in odd or not _slip(name, word):
                continue
            lacks = len(target.get(name, ())) < len(places)
            if not (lacks or _unknown(word, words)):
                continue
            if language and not _proves(name, word, words, language, places[0], target[word][0]):
                continue
            if words.here[word] > max(_TWICE, words.kept[name] / _RARE):
                continue
            place = file.place(pair.entry, "msgstr", pair.plural)
            source = file.place(pair.entry, pair.field)
            kept = words.kept[name]
            elsewhere = f" and in {kept} other translations" if kept else ""
            yield rule.finding(
                Fact(place, target[word][0].span(), word),
                f"{word} here, {name} in the pivot{elsewhere}",
                related=[Related(source, name, "pivot", places[0].span())],
                replacement=name,
            )
            break


def _slip(name: str, word: str) -> bool:
    """Say whether a word is a name with one slip that is no ending."""
    from rapidfuzz.distance import OSA

    if name[0].lower() != word[0].lower() or abs(len(name) - len(word)) > 1:
        return False
    if OSA.distance(name, word, score_cutoff=1) > 1 or _bare(name) == _bare(word):
        return False
    return not name.lower().startswith(word.lower()[:-1]) and not word.lower().startswith(
        name.lower()[:-1]
    )


def _bare(word: str) -> str:
    """Return a word without marks: Chișinău, Chisinau."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _unknown(word: str, words: Words) -> bool:
    """Say whether a word stands nowhere else in the file."""
    lower = word.lower()
    return words.here[word] == 1 and not (
        words.there[word] or (lower != word and words.here[lower])
    )


def _proves(
    name: str, word: str, words: Words, language: str, there: re.Match[str], here: re.Match[str]
) -> bool:
    """Say whether a word in Latin script is a slip, and no word of the target's own.

    A language may have made the name its own (Syria, Siria), or have a word like it (Example,
    Exemple): what is not known for a name must stand inside a sentence on both sides, and one of
    its letters be exchanged for a wrong vowel or the other way round.
    """
    if words.kept[name] >= _KEPT:
        return True
    if not word.isascii() or not _unknown(word, words):
        return False
    if words.kept[name] < _TWICE and _folded(name) == _folded(word):
        return False
    is_inside = _inside(there) and _inside(here)
    if words.kept[name] and (is_inside or not words.there[name.lower()]):
        return True
    if not is_inside or len(name) != len(word):
        return False
    wrong = [two for two in zip(name, word, strict=True) if two[0] != two[1]]
    if len(wrong) != 1 or not _GLIDES.isdisjoint(wrong[0]) or is_translated(name, "en"):
        return False
    vowels = len(_VOWELS.intersection(wrong[0]))
    is_steady = language in _FAITHFUL or len(name) >= _LONG
    return vowels == 1 or (vowels == 2 and is_steady and name[-2:] == word[-2:])


def _inside(word: re.Match[str]) -> bool:
    """Say whether a capital is not that of the sentence."""
    return bool(_INSIDE.search(word.string[max(0, word.start() - 2) : word.start()]))


def _folded(word: str) -> str:
    """Return a word as other languages may spell it."""
    folded = word.lower()
    for theirs, ours in _ALIKE:
        folded = folded.replace(theirs, ours)
    return re.sub(r"(.)\1", r"\1", folded)


def _spellings(text: Text) -> frozenset[str]:
    """Return the words that may be names: an analyser."""
    return frozenset(_WORD.findall(text.ask(prose)))


def _words(text: Text) -> dict[str, list[re.Match[str]]]:
    found: dict[str, list[re.Match[str]]] = {}
    for word in _WORD.finditer(text.ask(prose)):
        found.setdefault(word[0], []).append(word)
    return found
