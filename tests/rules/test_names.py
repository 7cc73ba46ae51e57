"""No name makes the name rules fail, or think for long."""

import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.review.api import check
from sverka.review.finding import Where
from sverka.review.rule import Rule, rules
from sverka.review.unit import Background, Form, Unit
from sverka.text.analysis import Text
from tests.helpers import po

NAMES = [rule for rule in rules().values() if rule.family == "names"]
HOSTILE = [
    "",
    "A",
    "A. A. A.",
    "Анnа Pеtrова",
    "\u200fAnna\u200e Petrova\u202e",
    "・・・",
    "カ・カ",
    "安·安",
    "И. В. Кравчук",
    "Anna Petrova",
    "Петро́ва-де-ла-Крус Анна",
    "O’ ’O",
    "Mc-Mc-Mc- X",
    "İI ŁŁ ẞẞ",
]
sides = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text("AbАб安カ·・ .-’\u200f\u0301", max_size=12)),
    max_size=4,
).map(" ".join)
LOCALES = st.sampled_from(["de", "ru", "uk", "ja", "zh_CN", "ar", "he", "ko", "tr", "xx"])


def findings(rule: Rule, unit: Unit) -> list[Any]:
    found: list[Any] = list(rule.checker(unit)) if rule.checker else []
    if rule.gatherer and rule.judger:
        for key, fact in rule.gatherer(unit):
            found += rule.judger(key, [fact])
    return found


def made(target: str, pivot: str, source: str | None, locale: str, role: Any) -> Unit:
    where = Where("a.po", locale, "a", role, 0, None, pivot, "msgstr")
    form = Form(Text(target, locale), where, None if role == "pivot" else Text(pivot, "en"))
    known = None if source is None else Text(source, "ru")
    background = Background("en", "ru")
    return Unit((form,), known, role, locale, "a", "translated", (), background)


@given(sides, sides, st.one_of(st.none(), sides), LOCALES, st.sampled_from(["target", "pivot"]))
@settings(deadline=None)
def test_nothing_is_raised_and_spans_lie_in_the_text(
    target: str, pivot: str, source: str | None, locale: str, role: str
) -> None:
    unit = made(target, pivot, source, locale, role)
    for rule in NAMES:
        if role in rule.roles:
            for finding in findings(rule, unit):
                if finding.span:
                    start, end = finding.span
                    assert 0 <= start < end <= len(target)


@given(st.lists(st.tuples(sides, sides), min_size=1, max_size=6), LOCALES)
@settings(deadline=None, max_examples=30)
def test_a_file_of_hostile_names_is_read(
    tmp_path_factory: pytest.TempPathFactory, pairs: list[tuple[str, str]], locale: str
) -> None:
    path = Path(tmp_path_factory.mktemp("names")) / "a.po"
    entries = [(f"{pivot} {n}", target) for n, (pivot, target) in enumerate(pairs)]
    path.write_text(po(locale, *entries), encoding="utf-8")
    assert check([path], select=["names"], pivot="en").summary.files == 1


@pytest.mark.parametrize(
    "piece", ["A", "Аб ", "Anna Petrova ", "И. ", "カ・", "安·安", "de ", "O’-"]
)
@pytest.mark.parametrize("locale", ["ru", "ja", "zh_CN"])
def test_time_is_linear(piece: str, locale: str) -> None:
    def seconds(length: int) -> float:
        text = "Anna Petrova said: " + (piece * length)[:length]
        unit = made(text, text, text, locale, "target")
        started = time.process_time()
        for rule in NAMES:
            findings(rule, unit)
        return time.process_time() - started

    seconds(1000)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.05)
