"""Single words of another language in a sentence, by words that the sentence's own language does
not have."""

import re
from collections.abc import Callable, Sequence

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.endings import SENTENCE_END
from sverka.text.languages.left_words import LEFT, left_words, looks_english, strange_words
from sverka.text.languages.neighbours import has_strange_letters
from sverka.text.signs import signs

Span = tuple[int, int]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTED = re.compile(r"»[^«»]*«|‚[^‚‘]*‘|‘[^‘’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)|\[[^][]*\]")
_CODE = frozenset("`<>{}$%\\=_|#")
_LONG = 3
"""So many words has a sentence, at least."""
_LATIN_PHRASE = re.compile(r"\s(?:al|cetera|alii|seq)\b")
"""What may stand after "et"."""
_FREQUENT = frozenset(("and", "from", "of", "the", "they", "was", "were", "which", "with"))
"""Words that are left, or put, where the pivot has another."""
_GLUE = frozenset("-/@.+’'")


def intruder(
    text: Text, pivot: Text, plain: Callable[[str], str | None]
) -> tuple[Span, bool] | None:
    """Return the span of words in a sentence that its language does not have, and whether the
    pivot has them.

    `plain` blanks code and quotations of a text, and gives None where it cannot.
    """
    if not text.ask(signs) & LEFT or not SENTENCE_END.search(pivot.value):
        return None
    if not _CODE.isdisjoint(text.value) or not _CODE.isdisjoint(pivot.value):
        return None
    if "\n" in pivot.value.strip():
        return None
    own = locales.language(text.locale)
    value = plain(text.value)
    if value is None:
        return None
    value = _QUOTED.sub(lambda found: " " * len(found[0]), value)
    english = left_words(own) if locales.language(pivot.locale) == "en" else frozenset[str]()
    strange, letters = strange_words(own), has_strange_letters(own)
    words = list(_WORD.finditer(value))
    if len(words) < _LONG:
        return None
    there = pivot.value.split()
    first = there[0].lower()
    bare = frozenset(word.strip(".,;:!?()\"“”'’‘") for word in there)
    for at, word in enumerate(words):
        if not _stands_alone(value, word, at == 0):
            continue
        small = word[0]
        if at == 0 and words[1][0].islower():
            small = small.lower()
        if english and (
            (small in english and (small in bare or small in _FREQUENT or small == first))
            or (small in bare and looks_english(small))
        ):
            if not _of_a_name(words, at, bare):
                return _run(words, at, bare), True
        elif (small in strange or (small.islower() and letters(small))) and word[0] not in bare:
            if _LATIN_PHRASE.match(value, word.end()) or _of_a_name(words, at, bare):
                continue
            return word.span(), False
    return None


def _stands_alone(value: str, word: "re.Match[str]", first: bool) -> bool:
    """Say whether a word is small, or the first of its sentence, and joined to nothing."""
    start, end = word.span()
    if (
        not (word[0].islower() or (first and word[0].istitle()))
        or value[start - 1 : start] in _GLUE
    ):
        return False
    after = value[end : end + 2]
    return not (after[:1] in _GLUE and after[1:].isalnum()) if after else True


def _of_a_name(words: Sequence["re.Match[str]"], at: int, there: frozenset[str]) -> bool:
    """Say whether a word beside this one has a capital and stands in the pivot as well; no name
    ends with "and"."""
    beside: Sequence[re.Match[str]] = (*words[max(at - 1, 0) : at], *words[at + 1 : at + 2])
    if words[at][0] == "and":
        beside = words[at + 1 : at + 2]
    return any(word[0][0].isupper() and word[0] in there for word in beside)


def _run(words: Sequence["re.Match[str]"], at: int, there: frozenset[str]) -> Span:
    """Return the span of the words around this one that stand in the pivot as well."""
    last = at
    while last + 1 < len(words) and words[last + 1][0] in there:
        last += 1
    return words[at].start(), words[last].end()
