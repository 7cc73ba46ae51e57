"""Letters of another alphabet that hide in a word because they look like its own."""

import re
from collections.abc import Iterator
from functools import cache

import regex

from sverka.review import Finding, Form, Rule, Unit, pivot_of
from sverka.review.finding import Certainty
from sverka.review.needs import here
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.known_acronyms import concepts
from sverka.text.lookalikes import FALSE_FRIENDS, Reading, explain, readings, rewrite
from sverka.text.scripts import (
    WORD,
    Word,
    letter_name,
    letters_of,
    script_of,
    scripts_of,
    spellings_of,
)
from sverka.text.signs import Test, of_pieces, pieces_with

_MARKS = frozenset("%\\&<{")
"""Signs of markup, which does not belong to the word beside it."""
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "FULLWIDTH"})


def _script(locale: str) -> str:
    names = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Grek": "GREEK", "Armn": "ARMENIAN"}
    if not locales.is_locale(locale) or locale == "und":
        return ""
    return names.get(locales.script(locale), "")


@cache
def _suspect(script: str) -> Test:
    """Return what tells that a word of a text in a script is to be looked at."""

    def suspect(word: str) -> bool:
        alphabets = scripts_of(word) & _ALIKE
        if not script:
            alphabets -= {"FULLWIDTH"}
        if len(alphabets) > 1:
            return True
        if not alphabets or script not in ("LATIN", "CYRILLIC") or "GREEK" in alphabets:
            return False
        return alphabets != {script} or (script == "CYRILLIC" and _is_loud(word))

    return suspect


def _is_loud(word: str) -> bool:
    """Say whether a word is all in capitals, some of which look like Latin ones."""
    return len(word) > 1 and word.isupper() and any(char in FALSE_FRIENDS for char in word)


_PLAIN = re.compile("[А-Яа-яЁёЄєІіЇїҐґ]?[а-яёєіїґ.,:;!?()«»-]*")
"""What stands in nearly all pieces of Cyrillic texts, and is not suspect there."""


def _holds_suspects(locale: str) -> Test:
    script = _script(locale)
    suspect = _suspect(script)

    def holds(piece: str) -> bool:
        if _PLAIN.fullmatch(piece) if script == "CYRILLIC" else piece.isascii():
            return False
        alphabets = _ALIKE.intersection(map(script_of, piece))
        if script not in ("LATIN", "CYRILLIC"):
            plain = len(alphabets) < 2
        else:
            plain = alphabets <= {script} and (script == "LATIN" or piece[1:].islower())
        return not plain and any(map(suspect, WORD.findall(piece)))

    return holds


_SIGN = of_pieces(_holds_suspects)

rule = Rule(
    __name__,
    family="script",
    severity="error",
    roles=("pivot", "source", "target"),
    needs=here(_SIGN),
)

_LONE = frozenset("АВЕКМНРСТХ")
"""Cyrillic letters that stand alone in names of things (Т-клетки), and look like Latin ones."""
_VOWELS = frozenset("аеёиоуыэюяіїє")
_ROMAN = re.compile(r"[IVXLCDM]+")
_RARE = {
    **dict.fromkeys("ІіЇї", "uk be kk kv rue"),
    **dict.fromkeys("Јј", "sr mk az"),
    **dict.fromkeys("Ѕѕ", "mk"),
    **dict.fromkeys("һԛԝҺ", "kk tt ba sah ku"),
}
"""Cyrillic letters → the languages that have them."""
_SUFFIXED = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9][а-яёіїєґ]{1,4}")
"""A Latin acronym with a Cyrillic ending and no hyphen: colloquial, not hidden."""
_OPTION = regex.compile(r"(?:(?<![\w-])-[A-Za-z]|0x)[\p{Lu}&&\p{Cyrillic}]+$", flags=regex.V1)
"""An option and its value, or a number's value, as usage notes write them: -cТЕГ, 0xАДРЕСА."""
_JOINED = regex.compile(
    r"\p{Latin}{2,}\p{Cyrillic}{3,}|\p{Latin}{3,}\p{Cyrillic}{2,}|\p{Cyrillic}{2,}\p{Latin}{3,}"
    r"|\p{Cyrillic}{3,}\p{Latin}{2,}|[A-Z](?=\p{Lu})\p{Cyrillic}\p{Ll}{2,}"
)
"""Two words run together, МетодHTTP; a letter before a word, IСвободно."""


@rule.check
def inspect_words(unit: Unit) -> Iterator[Finding]:
    """Report words of two alphabets, and words that belong to the wrong one as a whole."""
    for form in unit.forms:
        script = _script(form.where.locale)
        inherited = form.pivot.ask(spellings_of) if form.pivot else frozenset[str]()
        lone = frozenset[str]()
        if script == "LATIN" and form.pivot and _script(form.pivot.locale) == "CYRILLIC":
            lone = inherited & _LONE
            inherited -= lone
        if not lone and _has_only(inherited, form.text):
            continue
        if not any(map(_suspect(script), form.text.ask(spellings_of) - inherited)):
            continue
        words = form.text.ask(letters_of)
        for number, word in enumerate(words):
            alphabets = word.scripts & _ALIKE
            if not script:
                alphabets -= {"FULLWIDTH"}
            if not alphabets or word.text in inherited:
                continue
            if len(alphabets) > 1:
                yield from _mixed(form, unit, word, script)
            elif word.text in lone:
                if reading := rewrite(word.text, script):
                    yield _finding(form, word, reading, True)
            elif script in ("LATIN", "CYRILLIC") and "GREEK" not in alphabets:
                yield from _whole(form, unit, words, number, script)


def _has_only(inherited: frozenset[str], text: Text) -> bool:
    """Say whether what is suspect in a text, none of it near markup, are words of its pivot."""
    suspect = _suspect(_script(text.locale))
    for piece in pieces_with(text, _SIGN):
        if not _MARKS.isdisjoint(piece):
            return False
        if any(word not in inherited and suspect(word) for word in WORD.findall(piece)):
            return False
    return True


def _mixed(form: Form, unit: Unit, word: Word, script: str) -> Iterator[Finding]:
    if "GREEK" in word.scripts and script != "GREEK" and not _greek_hides(word.text):
        return
    if word.text.isalnum() and (_SUFFIXED.fullmatch(word.text) or _is_answer(word.text)):
        return
    if _OPTION.search(form.text.value, word.start - 2, word.end):
        return
    language = locales.language(form.where.locale)
    possible = [r for r in readings(word.text) if r.script in _ALIKE and _is_written(r, language)]
    if not possible:
        yield _finding_without_reading(form, word)
        return
    witness = _witnessed(possible, form, unit)
    if len(possible) == 1:
        reading, sure = possible[0], True
    elif witness:
        reading, sure = witness, True
    elif roman := next((r for r in possible if _ROMAN.fullmatch(r.text)), None):
        reading, sure = roman, True
    else:
        reading, sure = min(possible, key=lambda r: (len(r.replaced), r.script != script)), False
    doubtful = not witness and _JOINED.fullmatch(word.text)
    yield _finding(form, word, reading, sure and not doubtful, "possible" if doubtful else "likely")


def _is_answer(word: str) -> bool:
    """Say whether a word is a list of letters in both cases, to be typed as an answer: yYтТ."""
    return len(word) % 2 == 0 and all(
        a != b and a.casefold() == b.casefold() for a, b in zip(word[::2], word[1::2], strict=True)
    )


def _is_written(reading: Reading, language: str) -> bool:
    """Say whether the language has the letters of a reading: no ѕ in Russian."""
    return all(language in _RARE.get(right, language) for _, _, right in reading.replaced)


def _greek_hides(word: str) -> bool:
    """Say whether Greek letters in a word are no symbols: capitals, omicron, or amid small ones."""
    return (
        all(
            char.isupper()
            or char == "ο"
            or (word[max(0, k - 1) : k + 2].islower() and 0 < k < len(word) - 1)
            for k, char in enumerate(word)
            if script_of(char) == "GREEK"
        )
        and sum(char.isalpha() for char in word) >= 3
        and any(True for _ in readings(word))
    )


def _witnessed(possible: list[Reading], form: Form, unit: Unit) -> Reading | None:
    known = _texts(form, unit)
    return next((r for r in possible if any(_has(text, r.text) for text in known)), None)


def _texts(form: Form, unit: Unit) -> list[Text]:
    return [text for text in (form.pivot, unit.source) if text is not None]


def _has(text: Text, word: str) -> bool:
    return word in text.ask(spellings_of)


def _whole(
    form: Form, unit: Unit, words: tuple[Word, ...], number: int, script: str
) -> Iterator[Finding]:
    word = words[number]
    own = next(iter(word.scripts & _ALIKE))
    known = _texts(form, unit)
    if own == script == "CYRILLIC":
        yield from _typed_in_cyrillic(form, word, known)
        return
    reading = rewrite(word.text, script) if own != script else None
    if reading is None or any(_has(text, word.text) for text in known):
        return
    if any(_has(text, reading.text) for text in known):
        yield _finding(form, word, reading, True)
    elif _amid(form, words, number, script) and (own != "LATIN" or _is_stray(word.text, known)):
        certainty: Certainty = "possible" if own == "LATIN" and len(word.text) > 2 else "likely"
        yield _finding(form, word, reading, False, certainty)


def _typed_in_cyrillic(form: Form, word: Word, known: list[Text]) -> Iterator[Finding]:
    """«САР» for CAP: Cyrillic letters for a Latin acronym that the pivot or the source has."""
    text = word.text
    if not _is_loud(text) or len(set(text)) == 1:
        return
    reading = rewrite(text, "LATIN")
    if reading is None or concepts(text, form.where.locale):
        return
    if any(_has(other, reading.text) and not _has(other, text) for other in known):
        yield _finding(form, word, reading, True)


def _is_stray(word: str, known: list[Text]) -> bool:
    """Say whether Latin letters are no symbol or quotation but a particle, «a» or «c»."""
    return word in ("a", "c", "o", "y", "k", "i") or (
        len(word) > 2 and len(set(word)) > 1 and word.islower() and bool(known)
    )


def _amid(form: Form, words: tuple[Word, ...], number: int, script: str) -> bool:
    """Say whether the neighbours, a space away, are words of `script`."""
    value = form.text.value
    word = words[number]
    before = words[number - 1] if number else None
    after = words[number + 1] if number + 1 < len(words) else None
    neighbours = [
        other
        for other, gap in (
            (before, value[before.end : word.start] if before else None),
            (after, value[word.end : after.start] if after else None),
        )
        if other and gap is not None
    ]
    gaps_are_spaces = (not before or value[before.end : word.start].strip(",;— ") == "") and (
        not after or value[word.end : after.start].strip(" ") == ""
    )
    return bool(neighbours) and gaps_are_spaces and all(n.scripts == {script} for n in neighbours)


def _finding(
    form: Form, word: Word, reading: Reading, sure: bool, unsure: Certainty = "likely"
) -> Finding:
    if len(reading.replaced) == len([c for c in word.text if script_of(c)]) > 1:
        alphabet = script_of(reading.replaced[0][1]).title()
        message = f"all letters of {word.text} are {alphabet}: {explain(reading)}"
    else:
        message = explain(reading)
    stray = _may_be_stray(reading)
    advice = f"Write {reading.text}" + (f" or {word.text[:-1]}" if stray else "")
    return rule.finding(
        form,
        f"{message}. {advice}",
        span=(word.start, word.end),
        related=[pivot_of(form)] if form.pivot else [],
        replacement=reading.text,
        safe=sure and not stray,
        certainty="certain" if sure else unsure,
    )


def _may_be_stray(reading: Reading) -> bool:
    """Say whether one last letter may be too many: «параметрp», «народженняy»."""
    text = reading.text
    if len(text) < 4 or [offset for offset, _, _ in reading.replaced] != [len(text) - 1]:
        return False
    last, before = text[-1], text[-2]
    return last == before or (last in _VOWELS and before in _VOWELS)


def _finding_without_reading(form: Form, word: Word) -> Finding:
    by_script: dict[str, list[str]] = {}
    for char in word.text:
        if script_of(char) in _ALIKE:
            by_script.setdefault(script_of(char), []).append(char)
    rare = min(by_script.values(), key=len)
    letters = ", ".join(letter_name(char) for char in dict.fromkeys(rare))
    scripts = " and ".join(sorted(name.title() for name in by_script))
    return rule.finding(
        form,
        f"{scripts} letters in one word: {letters}. Write it in one alphabet",
        span=(word.start, word.end),
        severity="warning",
        certainty="likely" if len(rare) == 1 else "possible",
    )
