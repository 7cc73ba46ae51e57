"""Stops inside a name, a title or an aside: quotation marks or brackets not yet closed."""

from __future__ import annotations

from collections.abc import Sequence

Pair = tuple[str, str]

WINDOW = 240  # code points: a longer aside is a text of its own
NAME = 100  # code points: a longer quotation is speech, whose sentences are split
PHRASE = 30  # the same in Chinese and Japanese
_SPEECH = ":,.!?…—–-;"
_OPENING = "\"'“”«„([「『《¿¡#@$"
_AMBIGUOUS = "\"'“”«»"
_ENDING = ".!?…,。！？،؟"


def _reach(opener: str) -> int:
    """How far behind the opening mark the closing one may stand."""
    if opener in "「『":
        return PHRASE
    return WINDOW if opener in "([（《〈" else NAME


def embedded(
    text: str, start: int, position: int, end: int, pairs: Sequence[Pair], titles: Sequence[Pair]
) -> bool:
    """Whether `position` lies in one of `pairs`, a part of a larger sentence.

    So it is when the opening mark stands inside the sentence, does not introduce speech, and the
    closing mark follows without a stop of its own: `the "NMIC DGOI. Dmitry Rogachev" Ministry`.
    """
    low = max(start, position - WINDOW)
    for opener, closer in pairs:
        opened = text.rfind(opener, low, position)
        if opened < 0:
            continue
        if opener in _AMBIGUOUS and not (
            text[opened + 1].isalnum() or text[opened + 1] in _OPENING
        ):
            continue
        if opener != closer and text.find(closer, opened, position) >= 0:
            continue
        closed = text.find(closer, position, min(end, opened + _reach(opener)))
        if closed < 0:
            continue
        if (opener, closer) in titles:
            return True
        introduction = text[max(start, opened - 4) : opened]
        if opener in _AMBIGUOUS and (introduction[-1:].isalnum() or introduction[-1:] in ".,!?"):
            continue  # a closing mark rather than an opening one, or the sentence's own
        introduction = introduction.rstrip()
        if not introduction or introduction[-1] in _SPEECH:
            continue
        if not text[closed - 1].isspace() and text[closed - 1] not in _ENDING:
            return True
    return False
