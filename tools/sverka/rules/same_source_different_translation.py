"""One pivot text that is translated in different ways."""

import hashlib
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from sverka.review import Fact, Finding, Rule, Unit, fact, related
from sverka.review.finding import Certainty
from sverka.text import locales
from sverka.text.languages import prose
from sverka.text.skeleton import skeleton

rule = Rule(__name__, family="consistency", severity="warning", certainty="likely", least=2)

_SHORT = 2
"""Texts of so few words can mean several things."""
_SENTENCE = 5
"""Texts of so many words mean one thing, whatever their context."""
_INFLECTED = 0.85
"""How much alike translations are that differ in inflection only."""


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note each translation under its locale and a digest of its pivot text, numbers apart."""
    if len(unit.forms) != 1:
        return
    for form, pivot in unit.pairs:
        words = pivot.ask(prose)
        if not words.words or form.text.value == pivot.value:
            continue
        if unit.where.msgctxt is not None and len(words.words) < _SENTENCE:
            continue
        mine, theirs = pivot.ask(skeleton), form.text.ask(skeleton)
        digest = hashlib.blake2b(mine.encode(), digest_size=12).hexdigest()
        key = (
            locales.bcp47(unit.locale) if locales.is_locale(unit.locale) else unit.locale,
            digest,
        )
        yield key, fact(form, value=(theirs, len(words.words)))


@rule.judge
def judge(key: tuple[str, str], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Name the majority, and report those that differ from it."""
    counts = Counter(noted.value[0] for noted in facts)
    if len(counts) < 2:
        return
    best, most = counts.most_common(1)[0]
    majority = next(noted for noted in facts if noted.value[0] == best)
    for noted in facts:
        if noted.value[0] == best:
            continue
        exact = noted.where.msgid.split() == majority.where.msgid.split()
        same = "the same text" if exact else "a text that differs only in numbers or case"
        times = f"{most} times" if most > 1 else "once"
        yield rule.finding(
            noted,
            f"{same} is translated otherwise elsewhere ({times}): {_short(majority.text)}",
            related=[related(majority, times)],
            certainty=_certainty(noted, majority, most, counts[noted.value[0]], exact),
        )


def _certainty(noted: Fact, majority: Fact, most: int, count: int, exact: bool) -> Certainty:
    """Say how sure it is that a difference is none that the texts ask for."""
    words = noted.value[1]
    if words <= _SHORT:
        return "possible"
    if exact:
        return "likely" if words >= _SENTENCE or most > 2 * count else "possible"
    # Words agree with a number in ways of their own (2 години, 5 годин).
    inflected = _near(noted.text, majority.text) > _INFLECTED
    return "likely" if most > 2 * count and not inflected else "possible"


def _near(a: str, b: str) -> float:
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(a, b)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 70 else line[:69] + "…"
