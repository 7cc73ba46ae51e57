"""One pivot text, or one label in quotation marks, that is translated in different ways."""

import hashlib
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from functools import lru_cache

from sverka.review import Fact, Finding, Rule, Unit, fact, related
from sverka.review.finding import Certainty
from sverka.review.unit import Form
from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.languages import prose
from sverka.text.pairs import QUOTING
from sverka.text.quotes import quotations
from sverka.text.signs import signs
from sverka.text.skeleton import skeleton

rule = Rule(__name__, family="consistency", severity="warning", certainty="likely", least=2)

_SHORT = 2
"""Texts of so few words can mean several things."""
_LOOSE = 0
"""Stands for the words of short texts in contexts of their own: they may well differ."""
_SENTENCE = 5
"""Texts of so many words mean one thing, whatever their context."""
_STATEMENT, _STOPS = 3, (".", "!", "?", "。", "؟")
"""Words from which that holds of a text that ends as a sentence does."""
_LABEL = re.compile(r"[^\W\d_][^.:!?。！？\n%{}<>=/\\]{3,39}")
"""What stands in quotation marks and is no speech, nor code."""
_USUAL = 2
"""So often a label has its usual rendering, for each time that it has another."""
_ROOT, _STEM = 3, 5
"""Letters of a word that stand for all its forms: at least, and at most."""
_BEFORE_CODE = re.compile(r"[^`<~{]*")
"""What is neither code nor a tag, nor a placeholder that may hold spaces."""
_PLAIN_WORD = re.compile(r"(?<!\S)[^\W\d_]+(?!\S)")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_INFLECTED = 0.85
"""How much alike translations are that differ in inflection only."""


@rule.gather
def gather(unit: Unit) -> Iterator[tuple[Hashable, Fact]]:
    """Note each translation under its locale and a digest of its pivot text, numbers apart."""
    if len(unit.forms) != 1:
        return
    form = unit.forms[0]
    pivot = form.pivot
    if pivot is None:
        return
    if pivot.ask(signs) & QUOTING:
        yield from _quoted(unit, form, pivot)
    if form.text.value == pivot.value or not pivot.ask(_has_words):
        return
    value: int | str
    if form.where.msgctxt is not None:
        value = _weight(pivot)
        if value < _SENTENCE:
            if value < _SHORT or not pivot.value[:1].isupper():
                return
            value = _LOOSE
    else:
        value = pivot.locale if pivot.value == form.where.msgid else _weight(pivot)
    yield (_locale(unit.locale), pivot.ask(_digest)), fact(form, value=value)


def _has_words(text: Text) -> bool:
    """Say whether a text has words for a reader: an analyser."""
    plain = _BEFORE_CODE.match(text.value)
    if plain and _PLAIN_WORD.search(plain[0]):
        return True
    return bool(text.ask(prose).words)


def _weight(pivot: Text) -> int:
    """Return how many words a text has, or counts for."""
    count = len(pivot.ask(prose).words)
    if count >= _STATEMENT and pivot.value.rstrip()[-1:] in _STOPS:
        return max(count, _SENTENCE)
    return count


def _weight_of(noted: Fact) -> int:
    """Return the weight of a translation's pivot, which is found out only where it is asked for."""
    value: int | str = noted.value
    return _weight(Text(noted.where.msgid, value)) if isinstance(value, str) else value


def _digest(pivot: Text) -> str:
    return hashlib.blake2b(pivot.ask(skeleton).encode(), digest_size=12).hexdigest()


@lru_cache(maxsize=64)
def _locale(locale: str) -> str:
    return locales.bcp47(locale) if locales.is_locale(locale) else locale


def _quoted(unit: Unit, form: Form, pivot: Text) -> Iterator[tuple[Hashable, Fact]]:
    """Note how a label or title is rendered that is all each text has in quotation marks."""
    there = _quotation(pivot)
    here = _quotation(form.text) if there else None
    if not there or not here:
        return
    label = pivot.value[slice(*there)]
    rendering = form.text.value[slice(*here)]
    if _LABEL.fullmatch(label) and _LABEL.fullmatch(rendering) and label != rendering:
        yield (_locale(unit.locale), f"“{label}”"), fact(form, here, len(label.split()))


def _quotation(text: Text) -> tuple[int, int] | None:
    found = text.ask(quotations)
    return (found[0].opening.at + 1, found[0].closing.at) if len(found) == 1 else None


@rule.judge
def judge(key: tuple[str, str], facts: Sequence[Fact]) -> Iterator[Finding]:
    """Name the majority, and report those that differ from it."""
    if len({noted.text for noted in facts}) < 2:
        return
    is_label = key[1][0] == "“"
    plain = [
        noted.text if is_label else skeleton(Text(noted.text, noted.where.locale))
        for noted in facts
    ]
    counts = Counter(plain)
    if len(counts) < 2:
        return
    best, most = counts.most_common(1)[0]
    majority = facts[plain.index(best)]
    if is_label:
        yield from _labels(key[1], facts, majority, most)
        return
    for noted, text in zip(facts, plain, strict=True):
        if text == best or (_weight_of(noted) == _LOOSE and not _apart(noted, majority)):
            continue
        exact = noted.where.msgid.split() == majority.where.msgid.split()
        same = "the same text" if exact else "a text that differs only in numbers or case"
        times = f"{most} times" if most > 1 else "once"
        yield rule.finding(
            noted,
            f"{same} is translated otherwise elsewhere ({times}): {_short(majority.text)}",
            related=[related(majority, times)],
            certainty=_certainty(noted, majority, most, counts[text], exact),
        )


def _apart(noted: Fact, majority: Fact) -> bool:
    """Say whether two translations of several words have none in common."""
    one, other = _roots(noted.text), _roots(majority.text)
    return min(len(one), len(other)) >= 2 and one.isdisjoint(other)


def _labels(label: str, facts: Sequence[Fact], majority: Fact, most: int) -> Iterator[Finding]:
    """Report a label that has no word of its usual rendering."""
    usual = _roots(majority.text)
    for noted in facts:
        if most >= _USUAL and usual.isdisjoint(_roots(noted.text)):
            yield rule.finding(
                noted,
                f"{label} is “{_short(noted.text)}” here, “{_short(majority.text)}” {most} times "
                "elsewhere",
                related=[related(majority, f"{most} times")],
                certainty="likely" if most >= _USUAL * _count(noted, facts) else "possible",
            )


def _count(noted: Fact, facts: Sequence[Fact]) -> int:
    return sum(other.text == noted.text for other in facts)


def _roots(text: str) -> frozenset[str]:
    """Return the beginnings of words; of unspaced scripts, the characters."""
    low = text.casefold()
    if _UNSPACED.search(low):
        return frozenset(low)
    return frozenset(word[: max(_ROOT, min(len(word) - 2, _STEM))] for word in low.split())


def _certainty(noted: Fact, majority: Fact, most: int, count: int, exact: bool) -> Certainty:
    """Say how sure it is that a difference is none that the texts ask for."""
    words = _weight_of(noted)
    if words == _LOOSE:
        return "likely" if exact else "possible"
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
