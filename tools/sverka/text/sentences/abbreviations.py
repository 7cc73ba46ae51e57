"""Whether a single full stop ends a sentence, or only an abbreviation, a number, an item's mark."""

from __future__ import annotations

import re

from sverka.text.sentences.candidate import OPENING, Candidate, lower
from sverka.text.sentences.lists import BULLETS, continues_list
from sverka.text.sentences.rules import BEFORE_SMALL, EXCLAIMING, NO_ABBREVIATION, VOWELS, Rules

_WORDS = (NO_ABBREVIATION, EXCLAIMING, BEFORE_SMALL)  # kinds of common words
_ENUMERATOR = re.compile(r"\W{0,4}(?:\d{1,4}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\W{0,2}")
_LETTER = "[^\\W\\d_][\u0900-\u0903\u093a-\u094f]*"  # with its signs in Devanagari
_DOTTED = re.compile(  # U.S, एम.ए, but not bbc.com
    rf"(?![a-z.]*[a-z]{{3}})(?:{_LETTER}){{1,3}}(?:\.-?(?:{_LETTER}){{1,3}})+"
)
_PART = re.compile(r"[^\W\d_]\.")  # of a spaced abbreviation
_CENTURY = re.compile(r"[IVX]+\s+(?:w\.|wiek|stol|ст|век)")  # Polish "lat 60. XX wieku"
_INITIAL = re.compile(r"[^\W\d_]+-[^\W\d_]")  # Hans-J.
_LATIN_TAIL = re.compile(r"[A-Za-z.]+$")  # "报道，U.S": no space stands before the word
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_LETTERED = re.compile(r"[a-z]{1,2}\)")  # lit. b)
_NUMERAL = re.compile(r"\d+-\w{1,2}")  # «1-м»
_DATE = re.compile(r"\d{1,2}\.\s?\d|\d{4}\b")


def full_stop(candidate: Candidate, rules: Rules) -> bool:
    """Whether a single full stop before white space ends a sentence."""
    text, start, head, stop, close, _ = candidate
    tokens = candidate.words_before()
    if not tokens:
        return False
    word = tokens[-1].lstrip(OPENING)
    before = tokens[-2].lstrip(OPENING) if len(tokens) > 1 else ""
    if word[:1] > "\u2e80" and (latin := _LATIN_TAIL.search(word)):
        word = latin[0]
    kind = kind_of(word, before, rules)
    if kind == BEFORE_SMALL and tokens[-1][0] in "([":
        kind = ""
    if kind in _WORDS:
        return True
    if not kind and close == stop and tokens[-1][0] in "([" and word.isalpha() and word.islower():
        kind = "never_final" if len(word) <= 7 else ""  # "(lat. Homo", "(род. 1950"
    if _numbers_item(text, start, head, word, before):
        return False
    if len(word) <= 3 and rules.kinds.get(f"{word}.{candidate.next_word}"):
        return False  # the first part of "i. Br."
    if close > stop:
        if kind in ("never_final", "before_name", "before_number"):
            return False
        short = kind or (len(word) == 1 and word.isupper()) or _DOTTED.fullmatch(word)
        return not short or text[stop] not in "])" or candidate.starter_follows(rules)
    if not kind:
        if word.isdigit() or ("ordinals" in rules.flags and _ROMAN.fullmatch(word)):
            return _number(candidate, word, before, rules)
        if len(word) == 1 and word.isalpha():
            if candidate.initial_follows() or candidate.particle_follows(rules):
                return False  # A. B. Smith, A. Del Piero
            if tokens[-1] == f"-{word}":
                return True  # an option
            if "cyrillic" in rules.flags and word.isascii() and not candidate.after.isascii():
                return True  # a Latin letter is no initial of a Cyrillic name
            if lower(word) and _PART.fullmatch(before):
                return candidate.starter_follows(rules)  # "i. V. m."
            if lower(word) or word > "\u1100" or (word in "IVX" and "cyrillic" in rules.flags):
                return True
        elif not _DOTTED.fullmatch(word) and not (_INITIAL.fullmatch(word) and word[-1].isupper()):
            return not _clipped(word, before, rules) or candidate.starter_follows(rules)
        kind = "either"
    if len(word) == 1 and (
        kind == "before_name"
        or (kind == "before_number" and not (word.islower() and before[-1:].isdigit()))
    ):
        if candidate.after.isdigit():
            return False
        kind = "either"  # D. Juan, but vitamina D
    return _abbreviation(candidate, kind, tokens, rules)


def _abbreviation(candidate: Candidate, kind: str, tokens: list[str], rules: Rules) -> bool:
    """Whether the stop of an abbreviation of this `kind` ends the sentence too."""
    starter, digit = candidate.starter_follows(rules), candidate.after.isdigit()
    if kind in ("never_final", "before_name"):
        return False
    if candidate.bracket_follows():
        return starter
    if kind != "final" and candidate.dash_follows():
        return False  # «в 1926 г. — Кызыл»
    if kind == "before_number":
        if _LETTERED.match(candidate.text, candidate.following) or candidate.initial_follows():
            return False
        if len(candidate.next_word) == 1:  # Fig. B
            end = candidate.following + 1
            return starter and candidate.text[end : end + 1] not in (",", ")")
        return not digit and (starter or not _ROMAN.fullmatch(candidate.next_word))
    before = tokens[-2] if len(tokens) > 1 else ""
    counted = before[-1:].isdigit()
    if digit:
        return kind == "after_number" and counted and candidate.long
    if kind == "after_comma":
        kind = "final" if before.endswith(",") else "either"  # "in Dearborn, Mich. Ford says"
    if kind in ("after_number", "final"):
        if _no_verb_yet(tokens, kind, candidate.long, rules):
            return starter  # "At 5 p.m. Smith left"; «…, а в 2022 г. Минфин выделил»
        if kind == "final":
            word = candidate.next_word.lower()
            company = word in rules.after_company and tokens[-1][0].isupper()
            return not company and word not in rules.continuers
        if counted or _ROMAN.fullmatch(before):
            return candidate.next_word.lower() not in rules.continuers
    return starter and not candidate.initial_follows()


def _no_verb_yet(tokens: list[str], kind: str, long: bool, rules: Rules) -> bool:
    """Whether the sentence, or its last clause after a comma and a conjunction, is so short.

    So is one that holds nothing but a date: «3 мая 1991 г. Рада приняла».
    """
    first = tokens[0].lower()
    if len(tokens) <= 3:
        opens = first in rules.starters or first in rules.dating or first[0].isdigit()
        measured = kind == "final" and len(tokens) > 1 and tokens[-1].islower()
        return not long and (opens or not measured)  # «Стоит 3 тыс. Дорого»
    if not long:
        commas = [n for n, token in enumerate(tokens) if token.endswith(",")]
        opening = commas[0] + 1 if len(commas) == 1 and first in rules.dating else 0
        if all(_dates(token, rules) for token in tokens[opening:-1]):
            return True  # «По данным Росстата, в 2015 г. ВВП упал»
    return any(
        tokens[-count - 1].endswith(",") and tokens[-count].lower() in rules.conjunctions
        for count in (2, 3, 4)
        if count < len(tokens)
    )


def _dates(token: str, rules: Rules) -> bool:
    return token[0].isdigit() or token.lower() in rules.dating or bool(_ROMAN.fullmatch(token))


def _clipped(word: str, before: str, rules: Rules) -> bool:
    """Whether `word` looks like an abbreviation not in the table: short, no vowel, no unit."""
    if not 1 < len(word) <= 5 or word.isupper() or before[-1:].isdigit():
        return False
    if "syllabic" in rules.flags or word[0] > "ӿ" or not word.isalpha():
        return False
    if "cyrillic" in rules.flags and word.isascii():
        return False
    return VOWELS.isdisjoint(word.lower())


def _numbers_item(text: str, start: int, head: int, word: str, before: str) -> bool:
    """Whether the stop after `word` belongs to the number or letter of a list item or heading."""
    if head - start <= 8 and _ENUMERATOR.fullmatch(text, start, head):
        return True
    if (before in BULLETS and before) or word[:1] in BULLETS:
        return word.lstrip(BULLETS).isdigit()
    return len(word) <= 2 and continues_list(text, start, head, word)


def _number(candidate: Candidate, word: str, before: str, rules: Rules) -> bool:
    """Whether a stop after a number ends a sentence and does not make it an ordinal."""
    text, following = candidate.text, candidate.following
    if len(word) == 2 and _CENTURY.match(text, following):
        return False
    if "ordinals" not in rules.flags or (word.isdigit() and len(word) > 3):
        return True
    if before.lower() in rules.numbered:
        return True  # "Platz 3."
    if kind_of(before.removesuffix("."), "", rules) in ("before_number", "final"):
        return True  # "Abb. 3.", "godz. 12."
    if len(word) == 3 and word.isdigit() and before.lower() not in rules.starters:
        return True
    if candidate.after.isdigit():
        return text[following - 1] not in "-–" and not _DATE.match(text, following)
    return not candidate.after.isalpha() or candidate.starter_follows(rules)


def kind_of(word: str, before: str, rules: Rules) -> str:
    """The kind of the abbreviation `word` (its parts may stand apart: `z. B`), or ''."""
    kinds = rules.kinds
    if before.endswith(".") and len(before) <= 8:
        kind = kinds.get(before + word) or kinds.get((before + word).lower())
        if kind:
            return kind
    kind = kinds.get(word) or kinds.get(_folded(word), "")
    if kind:
        return kinds.get(f"{before} {word}") or kind
    for mark in "-–—(’'":
        if mark in word and not _NUMERAL.fullmatch(word):
            word = word.rpartition(mark)[2]
            kind = kinds.get(word) or kinds.get(_folded(word), "")
    if not kind and word.endswith(rules.suffixes):
        return next(kinds["-" + end] for end in rules.suffixes if word.endswith(end))
    return kind


def _folded(word: str) -> str:
    """`word` in lower case, but an acronym as it stands."""
    return word if word.isupper() else word.lower()
