"""Which words of a text are nouns, as far as capitals, endings and neighbours tell."""

import regex

from .term_words import ADJECTIVE, Words

_OPENING = frozenset('.!?:;„“"»«(…—–•')
_SHORTEST = {"en": 3}
_LETTERS = 4
"""Letters of a noun at least."""
_VERB = regex.compile(
    r"(?:[аяуеиі]ть?|[аяуе]ет|[еи]т|[уюая]т|[аяеи]шь|[еи]те|ться|тся|[аеиоуыя]л[аои]?|[лр]ись|л[ао]?с[ья]"
    r"|вши|ясь|[аяую]є|[аую]ти|[^ц]ити|[^о]сти|[йз]ти|[аи]ємо|(?:л|н|в|з|с|д)[ае]н[аоы])$"
)
_UKRAINIAN_VERB = regex.compile(r"[жчдшн]е$")
_ADVERB = regex.compile(r"(?:(?<!ст)в|[нктлш])о$|ски$|^(?:в|с)сегда$|^сразу$|жды$")
_ENGLISH = regex.compile(r"(?:ly|[^e]ed|ing)$")
_AFTER = regex.compile(r"(?:[^s]s|ed)$")
"""What the verb after a noun ends in."""
_ENGLISH_BEFORE = """
the a an this that these those his her its their our my your each every no any some of in at from
with by for to on against before after during without under over about than one two three another
first second third last most more very s
"""
_FRENCH_BEFORE = """
le la les l un une des du de d au aux ce cet cette ces son sa ses leur leurs chaque en par
"""
_SPANISH_BEFORE = """
el la los las un una unos unas del de al su sus este esta cada en por con sin
"""
_BEFORE = {
    "en": frozenset(_ENGLISH_BEFORE.split()),
    "fr": frozenset(_FRENCH_BEFORE.split()),
    "es": frozenset(_SPANISH_BEFORE.split()),
}
"""Words before nouns."""
_REACH = 4
"""English words between such a word and the noun."""
_NO_NOUNS = """
now today again soon tomorrow yesterday here there even
came went took began fell rose got made lay stood ran grew felt held kept lost met meant sat sent
told became drew gave knew saw spoke wrote
"""
_NEXT = frozenset(_NO_NOUNS.split())
"""Words after a noun."""


def is_known(language: str) -> bool:
    """Say whether anything is known of the nouns of a language."""
    return language in {"de", "ru", "uk", *_BEFORE}


def is_noun(words: Words, at: int, language: str, reach: int = _REACH) -> bool:
    """Say whether the word at a place of a text is a noun, and no name.

    Few of those that are none are taken for one; of those that are, some are not seen. In English
    an article or a preposition stands at most `reach` words before.
    """
    small, key, surface = words.at(at)
    if not key or len(small) < _SHORTEST.get(language, _LETTERS):
        return False
    before = words.at(at - 1)
    is_first = not before.small or before.small in _OPENING
    if language == "de":
        return surface[0].isupper() and not is_first
    if surface[0].isupper() and not is_first:
        return False
    if language in ("ru", "uk"):
        is_part = len(before.small) == 1 and before.key == "" and before.surface.isalpha()
        return not (
            (language == "uk" and is_part and before.small in "пбмвф")
            or (language == "uk" and _UKRAINIAN_VERB.search(small))
            or _VERB.search(small)
            or _ADVERB.search(small)
            or (ADJECTIVE.search(small) and not small.endswith(("ов", "ев")))
        )
    if language == "en":
        return _is_english(words, at, reach)
    return before.small in _BEFORE.get(language, ())


def is_before(small: str, language: str) -> bool:
    """Say whether a word stands before nouns."""
    return small in _BEFORE.get(language, ())


def may_be_verb(small: str) -> bool:
    """Say whether an English word ends as the verb after a noun does."""
    return small in _NEXT or _AFTER.search(small) is not None


def _is_english(words: Words, at: int, reach: int) -> bool:
    if _ENGLISH.search(words.at(at).small):
        return False
    after = words.at(at + 1)
    if after.small == "s":
        return False  # the noun is what somebody has
    if after.key and not may_be_verb(after.small):
        return False
    before = words.at(at - 1)
    if may_be_verb(words.at(at).small) and before.key and _is_english(words, at - 1, reach):
        return False
    for back in range(1, reach + 1):
        before = words.at(at - back)
        if before.small in _BEFORE["en"]:
            return True
        if not before.key:
            return False
    return False
