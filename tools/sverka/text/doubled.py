"""Words written twice in a row, and whether their language may do so."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib import resources
from itertools import pairwise
from operator import eq
from typing import Any, NamedTuple

import regex

from . import locales
from .analysis import Text
from .prose import prose

Span = tuple[int, int]

_PAIR = regex.compile(
    r"(?<![\w'’\-.@/\\])(?P<word>[\p{L}\p{M}]+(?:['’\-][\p{L}\p{M}]+)*)(?P<gap>[,.!?]?\s+)(?P<again>(?P=word))(?![\w'’\-@/\\])",
    regex.IGNORECASE,
)
_TWICE = re.compile(
    r"(?<![\w'’\-.@/\\])([^\W\d_][^\s!-&(-,.-@\[-`{-~]*+)[,.!?]?+\s++\1(?![\w'’\-@/\\])"
)
"""What `_PAIR` finds, and a little more, in folded text; it costs a tenth."""
_PHRASE = regex.compile(
    r"(?<![\w'’\-.@/\\])(?P<phrase>[\p{L}\p{M}'’]{2,}(?:\s[\p{L}\p{M}'’]{2,}){1,2})\s(?P=phrase)"
    r"(?![\w'’\-@/\\])",
    regex.IGNORECASE,
)
_HAN = re.compile(
    r"([\u3400-\u9fff]{2,14})\1"
    # Function words of one character, but for where one belongs to a word: 目的的, 问题是是否.
    r"|(?<![目标])(的)的(?!确)"
    r"|(?<![总共饱柔温缓谐平协])(和)和(?![气美睦平谐解约服声])"
    r"|(?<![于但可只要凡总还就若])(是)是(?!非)"
    r"(?!(?<=[题键点的先次也则素果事心容标題鍵點則]是是)否)"
    r"|(?<![存现所内外实潜自])(在)在(?![线场座意乎校职])"
    r"|(?<![参给赋付授赠])(与)与(?![会其])|(?<![不未])(了)了(?=[，。；：！？、]|$)|(?<!抑)(或)或"
)
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{4,}")
_HAN_TWICE = re.compile("的的|和和|是是|在在|与与|了了|或或")
_JAPANESE = re.compile(
    r"([ぁ-ゖァ-ヺー\u3400-\u9fff々]{5,14})\1|"
    r"([ぁ-ゖ]?[ァ-ヺー\u3400-\u9fff々][ぁ-ヺー\u3400-\u9fff々]{1,11})\2|(を)を|(が)が(?=[^ん])|(に)に"
    # Other particles only before what cannot go on with them, as ものの, ははぁ, でできる do.
    r"|(?<=\w)(?<![もお])([のはへとで])\6(?=[\s`「『（(]?[ァ-ヺ\u3400-\u9fffA-Za-z0-9\ufffc])"
    r"|(?<=[ァ-ヺー\u3400-\u9fffA-Za-z])(も)も(?=[ァ-ヺ\u3400-\u9fffA-Za-z])"
    r"|(?<!も)(の)の(?=とおり|ような|ように|ため)"
)
_JAPANESE_RUN = re.compile(r"[ぁ-ヺー\u3400-\u9fff々]{4,}")
_JAPANESE_TWICE = re.compile("をを|がが|にに|のの|はは|へへ|とと|でで|もも")
_HAN_SIGN = re.compile(r"[\u3040-\u309f\u3400-\u9fff]")
_KATAKANA = re.compile(r"[ァ-ヺー]{1,2}")
_PREFORMATTED = re.compile(r"^(?:\s{2,}|\t|\s*[#/*|+])", re.MULTILINE)
_WORD_BEFORE = re.compile(r"(?:^|[^\s|]\s+|[\u3040-\u30ff\u3400-\u9fff])$")
_WORD_AFTER = re.compile(r"\s*[^\s|]")
_LONG = 4
"""Letters of a word that is no abbreviation: etc. etc."""
_BEFORE = 80
"""Code points before a doubled word that can say why it is right."""
_ECHO = regex.compile(r"(?<!\w)([\p{L}\p{M}]{2,})(?:,?[ ]|[-–])\1(?!\w)", regex.IGNORECASE)
_NAME = regex.compile(r"\b\p{Lu}\p{L}{3,}")
_REDUPLICATED = re.compile(r"(\w\w+)\1")


class Double(NamedTuple):
    """A word written twice: the span of both with what is between them, and the repeated word."""

    span: Span
    word: str
    sure: bool
    """False if it may be part of the grammar of its language."""
    named: bool = False
    """True if both are capitalised, as in a name."""
    stressed: bool = False
    """True if a writer may double the word for stress: very very."""
    pointed: bool = False
    """True if the first may point to something: «dass das das Richtige ist»."""


class _Usage(NamedTuple):
    fine: frozenset[str]
    stress: frozenset[str]
    parted: frozenset[str]
    after: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    pointing: tuple[tuple[re.Pattern[str], frozenset[str]], ...]
    letters: frozenset[str]
    only: frozenset[str] | None


def doubled(text: Text) -> tuple[Double, ...]:
    """Return the doubled words that the language has no use for, and doubled phrases, in prose."""
    language, value = locales.language(text.locale), _folded(text)
    found = _spaced(text.ask(prose), language) if _TWICE.search(value) else []
    if language in ("zh", "yue", "ja"):
        found += _unspaced(text.ask(prose), language)
    elif not found and _repeats_a_phrase(value.split()):
        found = list(_phrases(text.ask(prose)))
    return tuple(found)


def _folded(text: Text) -> str:
    """Return a text in small letters, without placeholders that may join a word."""
    return (text.ask(prose) if "%" in text.value else text.value).casefold()


def _repeats_a_phrase(words: list[str]) -> bool:
    """Say whether two or three words may come again at once, at small cost."""
    if any(map(str.endswith, words, words[2:])):
        pairs = zip(words, words[1:], words[2:], words[3:], strict=False)
        if any(a.endswith(again) and last.startswith(b) for a, b, again, last in pairs):
            return True
    if not any(map(eq, words[1:], words[4:])):
        return False
    triples = zip(*[words[far:] for far in range(6)], strict=False)
    return any(
        a.endswith(again) and b == middle and last.startswith(c)
        for a, b, c, again, middle, last in triples
    )


def _phrases(value: str) -> Iterator[Double]:
    """Yield the phrases of two or three words that come twice, not three times: on and on and."""
    for found in _PHRASE.finditer(value):
        words = found["phrase"].casefold().split()
        following = value[found.end() :].casefold().split(maxsplit=1)
        again = following and following[0].rstrip(".,;:!?") == words[0]
        joined = len(words) == 2 and len(words[1]) < _LONG <= len(words[0])  # day by day by
        if len(set(words)) == len(words) and not again and not joined:
            yield Double(found.span(), found["phrase"], True)


def repeats(text: Text) -> bool:
    """Say whether a text doubles a word itself, rightly or not."""
    value = text.ask(prose)
    return _TWICE.search(_folded(text)) is not None and _PAIR.search(value) is not None


def echoes(text: Text) -> bool:
    """Say whether a text repeats as names do: New York, New York; Baden-Baden; Iloilo."""
    return _ECHO.search(text.value) is not None or any(
        _REDUPLICATED.search(name.casefold()) for name in _NAME.findall(text.value)
    )


def _spaced(value: str, language: str) -> list[Double]:
    usage = _usage(language)
    found: list[Double] = []
    for pair in _PAIR.finditer(value):
        word, again, gap = pair["word"], pair["again"], pair["gap"]
        folded = word.casefold()
        if "\n" in gap and (gap.count("\n") > 1 or _PREFORMATTED.search(value)):
            continue
        if gap[0] in ",.!?" and not _joins(gap, word, again, usage):
            continue
        if len(word) == 1 and not _is_word(value, pair.span(), folded, usage, language):
            continue
        before = value[max(0, pair.start() - _BEFORE) : pair.start()]
        both = word[0].isupper() and again[0].isupper() and language != "de"
        if (folded in usage.fine and not both) or _follows(usage.after, folded, before):
            continue
        # "BYTES bytes": the name of a value and a word of the sentence.
        odd_case = (word[0].islower() and again[0].isupper()) or (
            len(word) > 1 and word.isupper() != again.isupper()
        )
        known = usage.only is None or folded in usage.only
        column = len(gap) > 1 and not gap.strip(" \t\u3000")
        sure = known and not odd_case and not column
        pointed = _follows(usage.pointing, folded, before)
        found.append(Double(pair.span(), word, sure, both, folded in usage.stress, pointed))
    return found


def _follows(
    places: tuple[tuple[re.Pattern[str], frozenset[str]], ...], word: str, before: str
) -> bool:
    """Say whether a word stands behind what one of some patterns describes."""
    return any(word in words and pattern.search(before) for pattern, words in places)


def _joins(gap: str, word: str, again: str, usage: _Usage) -> bool:
    """Say whether a word may not come again after a mark: "who, who" no, "no, no" yes."""
    if gap[0] == ",":
        return word.casefold() in usage.parted
    return len(word) >= _LONG and again.islower() and word.islower()


def _is_word(value: str, span: Span, letter: str, usage: _Usage, language: str) -> bool:
    """Say whether a single letter is a word here, and not part of a formula or a drawing."""
    if language in ("zh", "yue", "ja") and _HAN_SIGN.match(letter):
        return True
    return (
        letter in usage.letters
        and _WORD_BEFORE.search(value[max(0, span[0] - _BEFORE) : span[0]]) is not None
        and _WORD_AFTER.match(value, span[1]) is not None
    )


def _unspaced(value: str, language: str) -> list[Double]:
    fine = _usage("ja" if language == "ja" else "zh").fine
    if language == "ja":
        pattern, runs, twice = _JAPANESE, _JAPANESE_RUN, _JAPANESE_TWICE
    else:
        pattern, runs, twice = _HAN, _HAN_RUN, _HAN_TWICE
    found: list[Double] = []
    if not twice.search(value) and not any(map(_has_pair_twice, runs.findall(value))):
        return found
    for hit in pattern.finditer(value):
        word = next(group for group in hit.groups() if group)
        if (
            hit[0] in fine
            or _KATAKANA.fullmatch(word)
            or (word[0] in "的之の第每毎" and len(word) > 1)
        ):
            continue
        found.append(Double(hit.span(), word, True, named=len(word) in (2, 3, 4)))
    return found


def _has_pair_twice(run: str) -> bool:
    """Say whether some two characters follow each other twice: what is doubled has such."""
    return len(set(pairwise(run))) < len(run) - 1


@cache
def _usage(language: str) -> _Usage:
    table = _table()
    row = table.get(language, {})
    fine = {*table["any"]["fine"].split(), *row.get("fine", "").split()}
    after, pointing = (
        tuple(
            (re.compile(pattern + r"\Z", re.IGNORECASE), frozenset(words.split()))
            for pattern, words in row.get(name, {}).items()
        )
        for name in ("after", "pointing")
    )
    only = frozenset(row["only"].split()) if "only" in row else None
    stress, parted = (frozenset(row.get(name, "").split()) for name in ("stress", "parted"))
    return _Usage(
        frozenset(fine),
        stress,
        parted,
        after,
        pointing,
        frozenset(row.get("letters", "").split()),
        only,
    )


@cache
def _table() -> dict[str, dict[str, Any]]:
    file = resources.files("sverka.text") / "data/doubled_words.toml"
    return tomllib.loads(file.read_text("utf-8"))
