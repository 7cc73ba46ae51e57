"""The engine: one pattern finds the candidates, tables decide on each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from sverka.text.sentences.lists import BULLETS, continues_list, items
from sverka.text.sentences.nesting import WINDOW, embedded
from sverka.text.sentences.rules import NO_ABBREVIATION, WIDE, Rules

Span = tuple[int, int]

_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*|\n(?=[^\S\n]*[•‣◦▪●○⁃∙])")
_ENUMERATOR = re.compile(r"\W{0,4}(?:\d{1,4}(?:\.\d{1,3}){0,4}|[^\W\d_]|[ivxIVX]{1,5})\W{0,2}")
_DOTTED = re.compile(r"[^\W\d_]{1,3}(?:\.-?[^\W\d_]{1,3})+")
_ROMAN = re.compile(r"[IVXLC]{1,7}")
_WORD = re.compile(r"\w{1,32}")
_LOWER_START = re.compile(r"\w(?=[A-Z])|[a-z]{1,3}\)\s")  # iPhone; the list item "b) …"
_GLUED_WORD = re.compile(r"[^\W\d_][^\W\d_A-ZА-ЯЁ]{0,31}(?=[\s,;!?'’])|[IVX]{2,}(?=\s)")
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff「『（《【〈]")
_VOWELS = frozenset("aeiouyáéíóúýàèìòùâêîôûäëïöüãõåæøœąęěůűőıăаеёиоуыэюяіїєўәөұүαεηιουωάέήίόύώ")
_NEVER_FIRST = ",;:)]}%/№"
_TAIL = 48  # code points looked at to the left of a stop
_OPENING = "\"'«»“”„‚‘‹([{¿¡\u200b\u200e\u200f\ufeff"


def spans(text: str, rules: Rules) -> list[Span]:
    """The sentences of `text` as spans without surrounding white space."""
    found: list[Span] = []
    for start, end in paragraphs(text):
        _sentences(text, start, end, rules, found)
    return found


def paragraphs(text: str) -> Iterator[Span]:
    """The parts of `text` between blank lines, trimmed; a bulleted line is a part of its own."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield from _trimmed(text, start, blank.start())
        start = blank.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end].rstrip()
    if piece:
        end = start + len(piece)
        yield end - len(piece.lstrip()), end


def _sentences(text: str, start: int, end: int, rules: Rules, found: list[Span]) -> None:
    kept = _exceptions(text, start, end, rules)
    for match in rules.candidate.finditer(text, start, end):
        (head, following), (_, stop), (_, close), (_, gap) = match.regs
        if following >= end:
            break
        if head == start or text[following] in _NEVER_FIRST:
            continue
        if text[head - 1] in "([" and text[stop] in ")]":
            continue
        if stop == head:
            if not _ends_thai(text, start, head, following, end, rules):
                continue
        elif gap == close:
            if text[close] == '"' and text.count('"', max(start, close - WINDOW), close) % 2:
                close = gap = close + 1
            if not _ends_unspaced(text, start, head, stop, close, rules):
                continue
        elif not _ends(text, start, head, stop, close, following, rules):
            continue
        if embedded(text, start, close, end, rules):
            continue
        if kept and _inside(kept, close):
            continue
        items(text, start, close, found)
        start = gap
    items(text, start, end, found)


def _exceptions(text: str, start: int, end: int, rules: Rules) -> list[Span]:
    if rules.exceptions is None:
        return []
    return [match.span() for match in rules.exceptions.finditer(text, start, end)]


def _inside(kept: list[Span], position: int) -> bool:
    index = bisect_left(kept, (position,)) - 1
    return index >= 0 and position < kept[index][1]


def _lower(char: str) -> bool:
    """Whether a word that starts with `char` does not start a sentence; Georgian has no case."""
    return char.islower() and not "ა" <= char <= "ჿ"


def _ends(
    text: str, start: int, head: int, stop: int, close: int, following: int, rules: Rules
) -> bool:
    """Whether a sentence ends with the stop `text[head:stop]`, its closers and white space."""
    if _lower(text[following]) and not _LOWER_START.match(text, following):
        return False
    last = text[stop - 1]
    if close > stop and _speech_goes_on(text, stop, following, rules):
        return False
    if stop - head > 1 or last != ".":
        return last != "!" or text[max(start, head - 12) : head].split()[-1:] != ["Yahoo"]
    return _full_stop(text, start, head, stop, close, following, rules)


def _ends_unspaced(text: str, start: int, head: int, stop: int, close: int, rules: Rules) -> bool:
    """Whether a sentence ends with a stop that no white space follows."""
    last = text[stop - 1]
    if last in WIDE:
        return not (close > stop and _speech_goes_on(text, stop, close, rules))
    if last not in ".!?":
        return False
    if _EAST_ASIAN.match(text, close):
        return last != "." or bool(_EAST_ASIAN.match(text, head - 1))
    # A space forgotten: "the end.The next".
    if close > stop or stop - head > 1 or not _GLUED_WORD.match(text, stop):
        return False
    if not text[stop].isupper():
        return False
    token = text[max(start, head - _TAIL) : head].split()[-1:] or [""]
    word = token[0].lstrip(_OPENING)
    return len(word) > 2 and word.isalpha() and word.islower() and word not in rules.kinds


def _ends_thai(text: str, start: int, head: int, following: int, end: int, rules: Rules) -> bool:
    """Whether white space after a Thai word ends a sentence: no list, nothing too short."""
    if head - start < 24 or end - following < 12 or not "ก" <= text[following] <= "ไ":
        return False
    if any(text.startswith(word, following) for word in rules.continuers):
        return False
    held = (word for word, kind in rules.kinds.items() if kind == "never_final")
    return not any(text.endswith(word, start, head) for word in held)


def _speech_goes_on(text: str, stop: int, following: int, rules: Rules) -> bool:
    """Whether what follows a closing quotation mark says who spoke, or is a particle."""
    if rules.after_closing and rules.after_closing.match(text, following):
        return True
    if text[stop - 1] in ".。" or rules.after_quote is None:
        return False
    return bool(rules.after_quote.match(text, following))


def _full_stop(
    text: str, start: int, head: int, stop: int, close: int, following: int, rules: Rules
) -> bool:
    """Whether a single full stop before white space and no lower-case letter ends a sentence."""
    tokens = text[max(start, head - _TAIL) : head].split()
    if not tokens:
        return False
    word = tokens[-1].lstrip(_OPENING)
    before = tokens[-2].lstrip(_OPENING) if len(tokens) > 1 else ""
    kind = _kind(word, before, rules)
    if kind == NO_ABBREVIATION:
        return True
    if not kind and len(word) <= 7 and tokens[-1][0] in "([" and word.isalpha() and word.islower():
        kind = "never_final"  # "(lat. Homo", "(род. 1950"
    if _numbers_item(text, start, head, word, before):
        return False
    if close > stop:
        if not kind and len(word) == 1 and word.isupper() and text[stop] in "])":
            return False
        return kind not in ("never_final", "before_name", "before_number")
    after = text[following]
    if not kind:
        if word.isdigit() or ("ordinals" in rules.flags and _ROMAN.fullmatch(word)):
            return _number(text, word, following, rules)
        if len(word) == 1 and word.isalpha():
            if _initial_follows(text, following):
                return False
            if _lower(word) or word > "\u1100":
                return True
            if word in "IVX" and "cyrillic" in rules.flags:
                return True
        elif not _DOTTED.fullmatch(word):
            return not _clipped(word, before, following, text, rules)
        kind = "either"
    if kind == "never_final":
        return False
    if kind == "before_number":
        return not (after.isdigit() or _ROMAN.fullmatch(_next_word(text, following)))
    if kind == "before_name":
        return False
    if after.isdigit():
        return kind == "after_number" and before[-1:].isdigit() and head - start >= _TAIL
    follower = _next_word(text, following)
    if head - start < _TAIL and len(tokens) <= 3 and kind in ("after_number", "final"):
        return follower.lower() in rules.starters  # "At 5 p.m. Smith left": no verb so far
    if kind == "after_number" and (before[-1:].isdigit() or _ROMAN.fullmatch(before)):
        return True
    if kind == "final":
        return follower.lower() not in rules.continuers
    return not _initial_follows(text, following) and follower.lower() in rules.starters


def _clipped(word: str, before: str, following: int, text: str, rules: Rules) -> bool:
    """Whether `word` looks like an abbreviation not in the table: short, no vowel, no unit."""
    if not 1 < len(word) <= 5 or word.isupper() or before[-1:].isdigit():
        return False
    if "syllabic" in rules.flags or word[0] > "ӿ" or not word.isalpha():
        return False
    if not _VOWELS.isdisjoint(word.lower()):
        return False
    return _next_word(text, following).lower() not in rules.starters


def _numbers_item(text: str, start: int, head: int, word: str, before: str) -> bool:
    """Whether the stop after `word` belongs to the number or letter of a list item or heading."""
    if head - start <= 8 and _ENUMERATOR.fullmatch(text, start, head):
        return True
    if (before in BULLETS and before) or word[:1] in BULLETS:
        return word.lstrip(BULLETS).isdigit()
    return len(word) <= 2 and continues_list(text, start, head, word)


def _initial_follows(text: str, following: int) -> bool:
    return text[following].isalpha() and text[following + 1 : following + 2] == "."


def _number(text: str, word: str, following: int, rules: Rules) -> bool:
    """Whether a stop after a number ends a sentence and does not make it an ordinal."""
    if "ordinals" not in rules.flags or (len(word) > 2 and word.isdigit()):
        return True
    after = text[following]
    if after.isdigit() and text[following - 1] in "-–":
        return False
    return not after.isalpha() or _next_word(text, following).lower() in rules.starters


def _kind(word: str, before: str, rules: Rules) -> str:
    """The kind of the abbreviation `word` (its parts may stand apart: `z. B`), or ''."""
    kinds = rules.kinds
    lower = word if word.isupper() else word.lower()
    if before.endswith(".") and len(before) <= 8:
        kind = kinds.get(before + word) or kinds.get((before + word).lower())
        if kind:
            return kind
    kind = kinds.get(word) or kinds.get(lower, "")
    if kind:
        return kinds.get(f"{before} {word}") or kind
    for mark in "-–—(’'":
        if mark in word:
            word = word.rpartition(mark)[2]
            lower = word if word.isupper() else word.lower()
            kind = kinds.get(word) or kinds.get(lower, "")
    if not kind and word.endswith(rules.suffixes):
        return next(kinds["-" + end] for end in rules.suffixes if word.endswith(end))
    return kind


def _next_word(text: str, following: int) -> str:
    match = _WORD.match(text, following)
    return match[0] if match else ""
