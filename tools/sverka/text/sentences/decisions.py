"""Whether a candidate ends a sentence: the tables, and what stands on both sides of the stop."""

from __future__ import annotations

import re
from typing import NamedTuple

from sverka.text.sentences.lists import BULLETS, continues_list
from sverka.text.sentences.rules import EXCLAIMING, NO_ABBREVIATION, WIDE, Rules

_ENUMERATOR = re.compile(r"\W{0,4}(?:\d{1,4}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\W{0,2}")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3})+")
_LATIN_TAIL = re.compile(r"[A-Za-z.]+$")  # "报道，U.S": no space stands before the word
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_WORD = re.compile(r"\w{1,32}")
# iPhone; the list item "b) …"; Dutch 's Avonds
_LOWER_START = re.compile(r"\w(?=[A-Z])|[a-z]{1,3}\)\s|(?<=['’])[nst]\s(?=[A-Z])")
_DATE = re.compile(r"\d{1,2}\.\s?\d|\d{4}\b")
_GLUED_WORD = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЁ]{0,31}(?=[\s,;!?'’])|[IVX]{2,}(?=\s)")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff「『（《【〈]")
VOWELS = frozenset("aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœąęěůűőıăаеёиоуыэюяіїєўәөұүαεηιουωάέήίόύώ")
_OPENING = "\"'«»“”„‚‘‹([{¿¡-–—\u200b\u200e\u200f\ufeff"
_TAIL = 48  # code points looked at to the left of a stop
STOPS = ".!?…。！？؟"


class Candidate(NamedTuple):
    """A stop, `text[head:stop]`, its closing marks, `text[stop:close]`, and what follows."""

    text: str
    start: int  # of the sentence
    head: int
    stop: int
    close: int
    following: int  # the first code point after white space and opening marks

    @property
    def after(self) -> str:
        return self.text[self.following]

    @property
    def next_word(self) -> str:
        match = _WORD.match(self.text, self.following)
        return match[0] if match else ""

    def initial_follows(self) -> bool:
        """Whether a single letter with a stop follows."""
        return self.after.isalpha() and self.text[self.following + 1 : self.following + 2] == "."

    def starter_follows(self, rules: Rules) -> bool:
        """Whether a word follows that often starts a sentence and is no name."""
        return self.next_word.lower() in rules.starters

    def words_before(self) -> list[str]:
        """The last words before the stop."""
        return self.text[max(self.start, self.head - _TAIL) : self.head].split()


def lower(char: str) -> bool:
    """Whether `char` is lower case in a script that has capitals (Georgian has none in text)."""
    return char.islower() and not "ა" <= char <= "ჿ"


def ends_spaced(candidate: Candidate, rules: Rules) -> bool:
    """Whether a sentence ends with a stop, its closing marks and white space."""
    text, _, head, stop, close, following = candidate
    if lower(text[following]) and not _LOWER_START.match(text, following):
        return False
    if text[head - 1] in "([" and text[stop] in ")]":
        return False  # the omission mark (...)
    if close > stop and _speech_goes_on(candidate, rules):
        return False
    last = text[stop - 1]
    if stop - head > 1 or last not in ".!":
        return True
    if last == "!":
        return rules.kinds.get(candidate.words_before()[-1].lstrip(_OPENING)) != EXCLAIMING
    return _full_stop(candidate, rules)


def ends_unspaced(candidate: Candidate, rules: Rules) -> bool:
    """Whether a sentence ends with a stop that no white space follows."""
    text, _, head, stop, close, following = candidate
    last = text[stop - 1]
    if last in WIDE:
        if text[close] in STOPS:
            return False
        return close == stop or not _speech_goes_on(candidate, rules)
    if last not in ".!?":
        return False
    if _EAST_ASIAN.match(text, close):
        return last != "." or bool(_EAST_ASIAN.match(text, head - 1))
    # A space forgotten: "the end.The next".
    if close > stop or stop - head > 1 or not _GLUED_WORD.match(text, following):
        return False
    if not text[following].isupper():
        return False
    word = (candidate.words_before() or [""])[-1].lstrip(_OPENING)
    return len(word) > 2 and word.isalpha() and word.islower() and word not in rules.kinds


def ends_thai(candidate: Candidate, end: int, rules: Rules) -> bool:
    """Whether white space after a Thai word ends a sentence: no list, nothing too short."""
    text, start, head, _, _, following = candidate
    if head - start < 24 or end - following < 12 or not "ก" <= text[following] <= "ไ":
        return False
    if any(text.startswith(word, following) for word in rules.continuers):
        return False
    held = (word for word, kind in rules.kinds.items() if kind == "never_final")
    return not any(text.endswith(word, start, head) for word in held)


def _speech_goes_on(candidate: Candidate, rules: Rules) -> bool:
    """Whether what follows a closing quotation mark says who spoke, or is a particle."""
    text, stop, following = candidate.text, candidate.stop, candidate.following
    if rules.after_closing and rules.after_closing.match(text, following):
        return True
    if text[stop - 1] in ".。" or rules.after_quote is None or candidate.starter_follows(rules):
        return False
    return bool(rules.after_quote.match(text, following))


def _full_stop(candidate: Candidate, rules: Rules) -> bool:
    """Whether a single full stop before white space ends a sentence."""
    text, start, head, stop, close, _ = candidate
    tokens = candidate.words_before()
    if not tokens:
        return False
    word = tokens[-1].lstrip(_OPENING)
    before = tokens[-2].lstrip(_OPENING) if len(tokens) > 1 else ""
    if word[:1] > "\u2e80" and (latin := _LATIN_TAIL.search(word)):
        word = latin[0]
    kind = _kind(word, before, rules)
    if kind in (NO_ABBREVIATION, EXCLAIMING):
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
            if candidate.initial_follows():
                return False
            if lower(word) or word > "\u1100" or (word in "IVX" and "cyrillic" in rules.flags):
                return True
        elif not _DOTTED.fullmatch(word):
            return not _clipped(word, before, rules) or candidate.starter_follows(rules)
        kind = "either"
    if len(word) == 1 and (kind == "before_name" or (kind == "before_number" and word.isupper())):
        if candidate.after.isdigit():
            return False
        kind = "either"  # D. Juan, but vitamina D
    return _abbreviation(candidate, kind, tokens, rules)


def _abbreviation(candidate: Candidate, kind: str, tokens: list[str], rules: Rules) -> bool:
    """Whether the stop of an abbreviation of this `kind` ends the sentence too."""
    starter, digit = candidate.starter_follows(rules), candidate.after.isdigit()
    if kind in ("never_final", "before_name"):
        return False
    if kind == "before_number":
        return not digit and (starter or not _ROMAN.fullmatch(candidate.next_word))
    before = tokens[-2] if len(tokens) > 1 else ""
    counted = before[-1:].isdigit()
    long = candidate.head - candidate.start >= _TAIL
    if digit:
        return kind == "after_number" and counted and long
    if kind in ("after_number", "final"):
        if _no_verb_yet(tokens, long, rules):
            return starter  # "At 5 p.m. Smith left"; «…, а в 2022 г. Минфин выделил»
        if kind == "final":
            return candidate.next_word.lower() not in rules.continuers
        if counted or _ROMAN.fullmatch(before):
            return True
    return starter and not candidate.initial_follows()


def _no_verb_yet(tokens: list[str], long: bool, rules: Rules) -> bool:
    """Whether the sentence, or its last clause after a comma and a conjunction, is so short."""
    if len(tokens) <= 3:
        return not long
    return any(
        tokens[-count - 1].endswith(",") and tokens[-count].lower() in rules.conjunctions
        for count in (2, 3, 4)
        if count < len(tokens)
    )


def _clipped(word: str, before: str, rules: Rules) -> bool:
    """Whether `word` looks like an abbreviation not in the table: short, no vowel, no unit."""
    if not 1 < len(word) <= 5 or word.isupper() or before[-1:].isdigit():
        return False
    if "syllabic" in rules.flags or word[0] > "ӿ" or not word.isalpha():
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
    if "ordinals" not in rules.flags or (word.isdigit() and len(word) > 3):
        return True
    if _kind(before.removesuffix("."), "", rules) == "before_number":
        return True  # "Abb. 3."
    if len(word) == 3 and word.isdigit() and before.lower() not in rules.starters:
        return True
    if candidate.after.isdigit():
        return text[following - 1] not in "-–" and not _DATE.match(text, following)
    return not candidate.after.isalpha() or candidate.starter_follows(rules)


def _kind(word: str, before: str, rules: Rules) -> str:
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
        if mark in word:
            word = word.rpartition(mark)[2]
            kind = kinds.get(word) or kinds.get(_folded(word), "")
    if not kind and word.endswith(rules.suffixes):
        return next(kinds["-" + end] for end in rules.suffixes if word.endswith(end))
    return kind


def _folded(word: str) -> str:
    """`word` in lower case, but an acronym as it stands."""
    return word if word.isupper() else word.lower()
