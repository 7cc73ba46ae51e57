"""Translations that are the pivot's text once more, though it has words to translate."""

import re
from collections.abc import Hashable, Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact
from sverka.review.finding import Certainty
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import function_words, prose

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
_SYNTAX = re.compile(r"[<>\[\]{}|]|\w, \w+, \w")
"""Marks of commands, and lists."""
_CONVENTION = 3
"""So many untranslated strings of one kind, and a quarter of all, are no oversight."""


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note what equals its pivot text, and what kinds of code there are at all."""
    if locales.language(unit.locale) == locales.language(unit.background.pivot):
        return
    for form, pivot in unit.pairs:
        kind = code_kind(pivot.value)
        same = form.text.value.split() == pivot.value.split()
        if kind or same:
            certainty = translatable(pivot, unit.locale) if same else None
            if certainty or kind:
                yield (unit.where.file, kind), fact(form, value=(same, certainty))


@rule.judge
def judge(key: tuple[str, str], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Report what was left, unless strings of this kind are left by convention."""
    left = sum(noted.value[0] for noted in facts)
    convention = bool(key[1]) and left >= _CONVENTION and left >= len(facts) / 4
    for noted in facts:
        certainty = noted.value[1]
        if not certainty:
            continue
        message = "the pivot's words stand here untranslated"
        if convention:
            certainty = "possible"
            message += f", as in {left} of {len(facts)} {key[1]}s of this file"
        elif certainty == "possible":
            message += "; if they are to stay, dismiss this"
        yield rule.finding(noted, message, certainty=certainty)


def code_kind(pivot: str) -> str:
    """Return what kind of code a whole text is; empty for prose."""
    if _LITERAL.fullmatch(pivot):
        return "string literal"
    return "code comment" if _COMMENT.match(pivot) else ""


def translatable(pivot: Text, locale: str) -> Certainty | None:
    """Say how sure it is that a text ought to look different in another language."""
    words, codelike = pivot.ask(prose)
    known = function_words(locales.language(pivot.locale))
    shared = function_words(locales.language(locale))
    speaking = {w for word in words if (w := word.lower()) in known and w not in shared}
    plain = [word for word in words if word.islower() and len(word) > 2]
    foreign = locales.script(pivot.locale) != locales.script(locale)
    if codelike > len(words) / 4:
        return "possible" if foreign and len(speaking) > 2 else None
    if len(plain) >= 3 and speaking:
        return "certain" if len(plain) >= 4 and len(speaking) >= 2 else "likely"
    english = locales.language(pivot.locale) == "en" and any(map(_ENGLISH.search, plain))
    sentence = len(plain) >= 3 and 2 * len(plain) > len(words) and not codelike
    if (foreign or english) and sentence and not _SYNTAX.search(pivot.value):
        return "likely"
    if len(words) >= 2 and (speaking or (foreign and plain)):
        return "likely" if foreign and speaking and plain and not codelike else "possible"
    return "possible" if foreign and len(plain) == len(words) == 1 and not codelike else None
