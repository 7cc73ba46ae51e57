"""Whether a candidate ends a sentence, by what stands on both sides of it."""

from __future__ import annotations

import re

from sverka.text.sentences.abbreviations import full_stop, kind_of
from sverka.text.sentences.candidate import OPENING, STOPS, Candidate, bare, lower
from sverka.text.sentences.rules import EXCLAIMING, VOWELS, WIDE, Rules

# iPhone; the list item "b) …"; Dutch 's Avonds
_LOWER_START = re.compile(r"\w(?=[A-Z])|[a-z]{1,3}\)\s|(?<=['’])[nst]\s(?=[A-Z])")
_GLUED_WORD = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЁ]{0,31}(?=[\s,;!?'’])|[IVX]{2,}(?=\s)")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff「『（《【〈]")
_LATIN_TAIL = re.compile(r"[A-Za-z]{1,15}$")


def ends_spaced(candidate: Candidate, rules: Rules) -> bool:
    """Whether a sentence ends with a stop, its closing marks and white space."""
    text, _, head, stop, close, following = candidate
    if lower(text[following]) and not _LOWER_START.match(text, following):
        return _small_start(candidate, rules)
    if text[head - 1] in "([" and text[stop] in ")]":
        return False  # the omission mark (...)
    if close > stop and _speech_goes_on(candidate, rules):
        return False
    last = text[stop - 1]
    if stop - head > 1 or last not in ".!":
        return True
    if last == "!":
        return not _exclaims(candidate, rules)
    return full_stop(candidate, rules)


def _small_start(candidate: Candidate, rules: Rules) -> bool:
    """Whether a sentence begins with a small letter: what stands before the stop must be a word.

    Half of the abbreviations no table has are short or end with a consonant. After `?` and `!`
    (Yahoo! said) only a writer who began with a small letter too is believed.
    """
    text, start, head, stop, close, following = candidate
    if close > stop or stop - head > 1:
        return False
    tokens = candidate.words_before()
    word = bare(tokens[-1]) if tokens else ""
    if len(word) < 2 or not word.isalpha() or not word[1:].islower():
        return False
    small, starter = lower(text[start]), candidate.starter_follows(rules)
    spaced = text[head - 1].isspace()  # "expr ? expr : expr"
    if text[head] != ".":
        return small and not spaced and text[head] in "?!"
    if spaced and not small:
        return False
    before = tokens[-2] if len(tokens) > 1 else ""
    if (
        before.endswith(".")
        or kind_of(tokens[-1].lstrip(OPENING), before, rules)
        or VOWELS.isdisjoint(word.lower())
    ):
        return False
    if len(word) < 4:
        return small and starter
    small_word = candidate.next_word
    if small_word in rules.kinds and text.startswith(".", following + len(small_word)):
        return False  # «Свердл. обл.»
    if small or word[-1] in VOWELS or text.startswith(("http", "www."), following):
        return True
    if rules.finals and word[0].islower() and word[-1] not in rules.finals:
        return False
    return starter or len(word) > 4 or candidate.bracket_follows()


def ends_unspaced(candidate: Candidate, rules: Rules) -> bool:
    """Whether a sentence ends with a stop that no white space follows."""
    text, _, head, stop, close, following = candidate
    last = text[stop - 1]
    if last in WIDE:
        if text[close] in STOPS or text[close - 1] in "》〉":
            return False
        return close == stop or not _speech_goes_on(candidate, rules)
    if last not in ".!?":
        return False
    if _EAST_ASIAN.match(text, close):
        if last == "!" and _exclaims(candidate, rules):
            return False
        return last != "." or bool(_EAST_ASIAN.match(text, head - 1))
    # A space forgotten: "the end.The next".
    if close > stop or stop - head > 1 or not _GLUED_WORD.match(text, following):
        return False
    if not text[following].isupper():
        return False
    word = (candidate.words_before() or [""])[-1].lstrip(OPENING)
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
    if text[stop - 1] in ".।" or rules.after_quote is None or candidate.starter_follows(rules):
        return False
    return bool(rules.after_quote.match(text, following))


def _exclaims(candidate: Candidate, rules: Rules) -> bool:
    """Whether the exclamation mark belongs to a name, as in Yahoo!"""
    word = _LATIN_TAIL.search(
        candidate.text, max(candidate.start, candidate.head - 16), candidate.head
    )
    return word is not None and rules.kinds.get(word[0]) == EXCLAIMING
