"""No text makes a rule fail, or think for long."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sverka.review.finding import Finding, Where
from sverka.review.rule import Rule, rules
from sverka.review.unit import Background, Form, Unit
from sverka.text.analysis import Text

FAMILIES = {"typography", "markup", "characters"}
OURS = [rule for rule in rules().values() if rule.family in FAMILIES]
SIGNS = (
    "a б語ا%$@#&*_~`'\"«»„“”‘’()[]{}<>|/\\.,:;!?¿…-–—=+0159 \t\n\u00a0\u200b\u202e\u2067Ã©Ð¿\ufffd"
)
texts = st.text(SIGNS, max_size=60)
LOCALES = ["de", "fr", "ru", "es", "ja", "zh_CN", "ar", "el", "he", "hi", "th", "xx"]


def unit(target: str, pivot: str, locale: str, flags: tuple[str, ...] = ()) -> Unit:
    where = Where("a.po", locale, "a", "target", 0, None, pivot, "msgstr")
    form = Form(Text(target, locale), where, Text(pivot, "en"))
    return Unit((form,), None, "target", locale, "a", "translated", flags, Background("en"))


def findings(rule: Rule, made: Unit) -> list[Finding]:
    found: list[Finding] = []
    if rule.checker:
        found += rule.checker(made)
    if rule.gatherer and rule.judger:
        facts: dict[object, list[object]] = {}
        for key, fact in rule.gatherer(made):
            facts.setdefault(key, []).append(fact)
        for key, group in facts.items():
            found += rule.judger(key, group)  # type: ignore[arg-type]
    return found


@settings(max_examples=40)
@given(
    texts, texts, st.sampled_from(LOCALES), st.sampled_from([(), ("c-format",), ("java-format",)])
)
def test_spans_and_edits_stay_within_the_text(
    target: str, pivot: str, locale: str, flags: tuple[str, ...]
) -> None:
    made = unit(target, pivot, locale, flags)
    for rule in OURS:
        for finding in findings(rule, made):
            spans = [finding.span] if finding.span else []
            spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
            assert all(0 <= a <= b <= len(target) for a, b in spans), (rule, finding)
            if finding.span and finding.text is not None and rule.name != "ending-mismatch":
                assert finding.text == target[slice(*finding.span)], (rule, finding)


@settings(max_examples=40)
@given(texts, st.sampled_from(LOCALES))
def test_a_text_beside_itself_lacks_nothing(text: str, locale: str) -> None:
    compared = {"placeholder-mismatch", "tag-mismatch", "link-mismatch", "code-mismatch"}
    compared |= {"rst-mismatch", "escape-mismatch", "literal-mismatch", "opening-mismatch"}
    for rule in OURS:
        if rule.name in compared:
            assert findings(rule, unit(text, text, locale)) == [], rule


@pytest.mark.parametrize(
    "sign", ["(", "`", "<a ", "[a](", "a ", '"', "%", "{", "$(", "/a", "\u2066"]
)
def test_long_texts_take_no_long_time(sign: str) -> None:
    long = sign * (3000 // len(sign))
    start = time.process_time()
    for rule in OURS:
        findings(rule, unit(long + "x", "a", "de"))
    assert time.process_time() - start < 20
