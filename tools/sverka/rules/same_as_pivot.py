"""Translations that are the pivot's text once more, though it has words to translate."""

import re
from collections.abc import Iterator, Sequence

from sverka.review import CatalogueFile, Finding, Rule
from sverka.review.finding import Certainty
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words, prose
from sverka.text.languages.left_words import left_words

from ._completeness import lexicon
from ._lexicon import Lexicon
from ._translations import Pair, translations

rule = Rule(
    __name__,
    family="state",
    severity="warning",
    certainty="likely",
    roles=("source", "target"),
)

_LITERAL = re.compile(r"""(["'])(?!\1).*\1[;,]?\s*""", re.DOTALL)
_COMMENT = re.compile(r"\s*(?://|/\*|#!?\s|--\s|<!--)")
_ENGLISH = re.compile(
    r"(?:[a-z]ing|[a-z]ed|ight|ought|ness|ful|[a-z]ly|wn|ck|sh|ow|ew|ey|ay|oo[a-z]{1,2}|ee[a-z]?)$"
    r"|^(?:wh|kn|wr|th)[a-z]{2,}|^(?:a|a?no|some|every|no)?things?$|^cannot$"
)
"""What words of no Romance or Slavic language look like."""
_QUESTION = re.compile(r"(?:How|Who|Wh(?:y|at|en|ere|ich)) ")
_SYNTAX = re.compile(r"[<>\[\]{}|]|\w, \w+, \w")
"""Marks of commands, and lists."""
_SYNOPSIS = re.compile(
    r"\A(?:<[^<>]*>)*\S+://\S+\Z|\A\w+ (?:-\w+ )?\[-\w.*\]\Z|; ?do\b.*; ?done\b"
    r"|(?:\w+: (?:0x)?%[\w$]+[,)]? ?){2}",
    re.DOTALL,
)
"""How a command is written, and rows of fields."""
_CONVENTION = 3
"""So many untranslated strings of one kind, and a quarter of all, are no oversight."""
_TELLING = 2
"""So many words that are translated elsewhere tell that these are meant to be."""


@rule.inspect
def inspect(file: CatalogueFile) -> Iterator[Finding]:
    """Report what equals its pivot text, unless strings of its kind are left by convention."""
    pivot, locale = file.background.pivot, file.where.locale
    if locales.language(locale) == locales.language(pivot):
        return
    kinds: dict[str, list[bool]] = {}
    same: list[tuple[Pair, str]] = []
    for pair in translations(file):
        kind = code_kind(pair.pivot.value)
        text, there, singular = pair.target.value, pair.pivot.value, pair.entry.msgid
        left = _same(text, there) or (there != singular and _same(text, singular))
        if kind:
            kinds.setdefault(kind, []).append(left)
        if left:
            same.append((pair, kind))
    sure = [translatable(pair.pivot, locale) for pair, _ in same]
    words = lexicon(file)
    words.find(
        word
        for (pair, _), certainty in zip(same, sure, strict=True)
        if certainty in (None, "possible") and len(plain := _plain(pair.pivot)) >= _TELLING
        for word in plain
    )
    for (pair, kind), certainty in zip(same, sure, strict=True):
        message = "the pivot's words stand here untranslated"
        habit = kinds.get(kind, [])
        if sum(habit) >= _CONVENTION and sum(habit) >= len(habit) / 4:
            if not certainty:
                continue
            certainty = "possible"
            message += f", as in {sum(habit)} of {len(habit)} {kind}s of this file"
        elif certainty in (None, "possible"):
            if rendered := _rendered(pair.pivot, words):
                certainty = "likely"
                message += f"; elsewhere in this file {' and '.join(rendered)} are translated"
            elif certainty:
                message += "; if they are to stay, dismiss this"
        if certainty:
            here = file.place(pair.entry, "msgstr", pair.plural)
            yield rule.finding(here, message, certainty=certainty, form=pair.target.value)


def _same(text: str, other: str) -> bool:
    """Say whether two texts are the same, white space apart."""
    first = text.split(maxsplit=1)[:1]
    return first == other.split(maxsplit=1)[:1] and text.split() == other.split()


def _rendered(pivot: Text, words: Lexicon) -> list[str]:
    """Return words of a text that this file translates whenever else they occur."""
    plain = _plain(pivot)
    found = [word for word in sorted(plain) if words.translates(word)]
    if len(found) < _TELLING or 2 * len(found) < len(plain):
        return []
    return [f"“{word}”" for word in sorted(found, key=len)[-_TELLING:]]


def _plain(pivot: Text) -> set[str]:
    return {word for word in pivot.ask(prose)[0] if word.islower() and len(word) > 2}


def _is_spoken(value: str, words: Sequence[str], telling: set[str]) -> bool:
    """Say whether an English text is a short sentence or question, and no title: only its first
    word has a capital."""
    if len(words) < 2 or _SYNTAX.search(value) or not all(map(str.islower, words[1:])):
        return False
    if value.rstrip("\"”’' ").endswith(("?", ".", "!")) and not value.endswith("..."):
        return len(telling) >= 2 or (bool(telling) and value.rstrip().endswith("?"))
    return len(words) > 2 and len(telling) >= 2 and bool(_QUESTION.match(value))


def code_kind(pivot: str) -> str:
    """Return what kind of code a whole text is; empty for prose."""
    if _LITERAL.fullmatch(pivot):
        return "string literal"
    return "code comment" if _COMMENT.match(pivot) else ""


def translatable(pivot: Text, locale: str) -> Certainty | None:
    """Say how sure it is that a text ought to look different in another language."""
    words, codelike = pivot.ask(prose)
    if _SYNOPSIS.search(pivot.value):
        return None
    known = function_words(locales.language(pivot.locale))
    own = locales.language(locale)
    shared = function_words(own)
    speaking = {w for word in words if (w := word.lower()) in known and w not in shared}
    plain = [word for word in words if word.islower() and len(word) > 2]
    foreign = locales.script(pivot.locale) != locales.script(locale)
    if codelike > len(words) / 4:
        return "possible" if foreign and len(speaking) > 2 else None
    if len(plain) >= 3 and speaking:
        return "certain" if len(plain) >= 4 and len(speaking) >= 2 else "likely"
    if len(plain) == 2 and speaking and len(words) >= 4 and not codelike and words[0].islower():
        return "likely"
    english = locales.language(pivot.locale) == "en"
    telling = speaking | {w for word in words if (w := word.lower()) in left_words(own)}
    if english and not codelike and _is_spoken(pivot.value, words, telling):
        return "likely"
    english = english and any(_ENGLISH.search(word.lower()) for word in words)
    sentence = len(plain) >= 3 and 2 * len(plain) > len(words) and not codelike
    if (foreign or english) and sentence and not _SYNTAX.search(pivot.value):
        return "likely"
    if len(words) >= 2 and (speaking or (foreign and plain)):
        return "likely" if foreign and speaking and plain and not codelike else "possible"
    return "possible" if foreign and len(plain) == len(words) == 1 and not codelike else None
