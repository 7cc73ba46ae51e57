"""Marks that come in pairs: brackets and quotation marks, and those left without a partner."""

import re
from typing import NamedTuple

from . import locales
from .analysis import Text
from .prose import HOLE, machine, prose
from .signs import of_chars, signs
from .vocabulary import Remembered

Span = tuple[int, int]

_CLOSERS = dict(zip("([{（［｛【〔〖《〈｟〘〚", ")]}）］｝】〕〗》〉｠〙〛", strict=True))
_PLAIN = {"（": "(", "［": "[", "｛": "{", "）": ")", "］": "]", "｝": "}"}
BRACKETS = "".join((*_CLOSERS, *_CLOSERS.values()))
"""All brackets that are looked at."""
_BRACKETED = of_chars(frozenset(BRACKETS).__contains__)
_BRACKET = re.compile(f"[{re.escape(BRACKETS)}]")
_ENUMERATOR = re.compile(
    r"(?:^|(?<=[\s" + HOLE + r"]))[(（]?(?:[0-9]{1,3}|[^\W\d_]|[ivxlcIVXLC]{1,5})[.]?[)）]",
    re.MULTILINE,
)
_SMILEY = re.compile(r"(?<![\w)\]])[:;=]['’]?-?[()\[\]](?!\w)|(?<![\w(\[])[(\[]-?[:;=](?=\s|$)")
_SIGN = re.compile(r"\([:;=]{1,2}\)")
_FACE = re.compile(r"[()\[\]:;=](?:(?<=[()\[\]])-?[:;=]|(?<=[:;=])['’]?-?[()\[\]])")
"""What every sign and smiley has."""
_INTERVAL = re.compile(r"[\[\](]\s*[-−+∞\w.]+\s*[,;]\s*[-−+∞\w.]+\s*[\])\[]")


class Mark(NamedTuple):
    """One mark of a pair: where it stands and what it is."""

    at: int
    sign: str


def loose_brackets(text: Text) -> tuple[Mark, ...]:
    """Return the brackets without partner. Code, smileys, `a)` and intervals are left out."""
    if not text.ask(signs) & _BRACKETED:
        return ()
    value = text.ask(prose)
    for pattern in (_SIGN, _SMILEY, _INTERVAL) if _FACE.search(value) else (_INTERVAL,):
        if pattern.search(value):
            value = pattern.sub(lambda found: HOLE * len(found[0]), value)
    if _is_balanced["".join(_BRACKET.findall(value))]:
        return ()
    loose = _match(value)
    if not any(mark.sign in ")）" for mark in loose):
        return loose
    ends = {found.end() - 1 for found in _ENUMERATOR.finditer(value)}
    return tuple(mark for mark in loose if mark.at not in ends)


def loose_in_code(text: Text) -> tuple[Mark, ...]:
    """Return the brackets without partner that stand in code, links and other marked-up pieces."""
    if not text.ask(signs) & _BRACKETED:
        return ()
    spans = text.ask(machine)
    if not spans or _is_balanced["".join(_BRACKET.findall(text.value))]:
        return ()
    loose = _match(text.value)
    return tuple(m for m in loose if any(start <= m.at < end for start, end in spans))


def _match(value: str) -> tuple[Mark, ...]:
    opened: list[Mark] = []
    loose: list[Mark] = []
    for found in _BRACKET.finditer(value):
        at, sign = found.start(), found[0]
        if sign in _CLOSERS:
            opened.append(Mark(at, sign))
        elif opened and fits(opened[-1].sign, sign):
            opened.pop()
        elif len(opened) > 1 and fits(opened[-2].sign, sign):
            loose.append(opened.pop())
            opened.pop()
        else:
            loose.append(Mark(at, sign))
    return tuple(sorted((*opened, *loose)))


_is_balanced = Remembered(lambda brackets: not _match(brackets))
"""Whether each of some brackets, nothing else between them, has its partner."""


def plain(sign: str) -> str:
    """Return the ASCII bracket that a full-width one stands for; other signs as they are."""
    return _PLAIN.get(sign, sign)


def fits(opening: str, closing: str) -> bool:
    """Say whether two brackets make a pair, full-width ones and ASCII ones alike."""
    return plain(_CLOSERS.get(opening, "")) == plain(closing)


# Quotation marks

DOUBLE_QUOTES = '"“”„‟«»「」『』＂〝〞〟'
"""All quotation marks that are looked at."""
QUOTING = of_chars(frozenset(DOUBLE_QUOTES).__contains__)
"""A quotation mark that is looked at."""
_DOUBLE = re.compile(f"[{DOUBLE_QUOTES}]")
_ASYMMETRIC = {"«": "»", "「": "」", "『": "』"}
_INCH = re.compile(r"(?<=[0-9])[\"”](?=\s*(?:[x×,.)/-]|$|\s+\w))|(?<=[0-9])[”\"](?=[\s-])")
_QUOTED_SIGN = re.compile(
    r"(?<=[('‘\[])(?<![\w.!?…]['‘])[\"“”„«»](?=[)'’\],])|(?<=\s)\"(?=[\s.,;!?)]|$)"
)
_ESCAPED = re.compile(r"\\\"|(?<=[\u05d0-\u05ea])\"(?=[\u05d0-\u05ea])")


def quotation_marks(text: Text) -> tuple[Mark, ...]:
    """Return the double quotation marks that stand for a quotation, in order.

    Left out: code, inches and seconds, escaped marks, a mark that is itself the subject or the
    whole text, and single marks, which cannot be told from apostrophes.
    """
    if not text.ask(signs) & QUOTING:
        return ()
    if len(text.value.strip()) == 1:
        return ()
    value = text.ask(prose)
    for pattern in (_ESCAPED, _QUOTED_SIGN):
        value = pattern.sub(lambda found: HOLE * len(found[0]), value)
    marks = tuple(Mark(found.start(), found[0]) for found in _DOUBLE.finditer(value))
    inches = {found.start() for found in _INCH.finditer(value)}
    if inches and len(marks) % 2:
        return tuple(mark for mark in marks if mark.at not in inches)
    return marks


def loose_quotes(text: Text) -> tuple[Mark, ...]:
    """Return the quotation marks without partner.

    Two marks make a pair whatever their style (that is `quote-style`'s business), unless their
    shapes forbid it: a 「 is closed by 」 only, a « or » by the other one.
    """
    marks = text.ask(quotation_marks)
    if not marks:
        return ()
    loose: list[Mark] = []
    corner = [mark for mark in marks if mark.sign in "「」『』"]
    loose += _corners(corner)
    angle = [mark for mark in marks if mark.sign in "«»"]
    loose += _angles(angle, locales.language(text.locale))
    for group in ('"＂', "“”„‟〝〞〟"):
        members = [mark for mark in marks if mark.sign in group]
        if len(members) % 2:
            loose.append(_odd_one(members))
    round_ = [mark for mark in loose if mark.sign in '"＂“”„‟〝〞〟«»']
    if len(round_) == 2 and round_[0].sign != round_[1].sign:
        loose = [mark for mark in loose if mark not in round_]
    return tuple(sorted(loose))


def _odd_one(marks: list[Mark]) -> Mark:
    """Return the mark that most likely lacks its partner."""
    opened: Mark | None = None
    for mark in marks:
        if opened is None:
            opened = mark
        elif mark.sign == "„" and opened.sign == "„":
            return opened
        else:
            opened = None
    return opened or marks[-1]


def _corners(marks: list[Mark]) -> list[Mark]:
    opened: list[Mark] = []
    loose: list[Mark] = []
    for mark in marks:
        if mark.sign in _ASYMMETRIC:
            opened.append(mark)
        elif opened and _ASYMMETRIC[opened[-1].sign] == mark.sign:
            opened.pop()
        else:
            loose.append(mark)
    return [*opened, *loose]


def _angles(marks: list[Mark], language: str) -> list[Mark]:
    """Pair « and »; one direction a text, nesting allowed."""
    if not marks:
        return []
    opening = marks[0].sign
    if len(marks) == 1:
        return marks
    if opening == "»" and marks[-1].sign == "»" and language in ("fi", "sv"):
        return marks[-1:] if len(marks) % 2 else []
    opened: list[Mark] = []
    loose: list[Mark] = []
    for mark in marks:
        if mark.sign == opening:
            opened.append(mark)
        elif opened:
            opened.pop()
        else:
            loose.append(mark)
    return [*opened, *loose]
