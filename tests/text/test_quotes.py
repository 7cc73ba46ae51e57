"""Quotations and endings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.endings import ending, mark
from sverka.text.pairs import loose_quotes
from sverka.text.quotes import quotations, usage


@pytest.mark.parametrize(
    "locale", ["de", "de_CH", "fr", "ru", "uk", "es", "pl", "ja", "zh_TW", "el"]
)
@given(words=st.lists(st.text("слово", min_size=1, max_size=4), min_size=1, max_size=4))
def test_a_locale_admits_its_own_quotations(locale: str, words: list[str]) -> None:
    expected = usage(locale)
    style, inner = expected.primary[0], expected.inner
    value = ", ".join(f"{style[0]}{inner}{word}{inner}{style[1]}" for word in words)
    found = quotations(Text(value, locale))
    assert [quotation.style for quotation in found] == [style] * len(words)
    assert all(expected.admits(quotation.style, quotation.depth) for quotation in found)
    assert loose_quotes(Text(value, locale)) == ()


def test_nested() -> None:
    found = quotations(Text('«Центр „Рогачёва“» и "Кровь"', "ru"))
    assert [(q.style, q.depth) for q in found] == [("„“", 1), ("«»", 0), ('""', 0)]


@pytest.mark.parametrize(
    ("text", "locale", "kind"),
    [
        ("Yes.", "en", "."),
        ("好。", "zh", "."),
        ("好。」", "zh", "."),
        ("हाँ।", "hi", "."),
        ("Πώς;", "el", "?"),
        ("no;", "es", ";"),
        ("كيف؟", "ar", "?"),
        ("what?!", "en", "?"),
        ("wait...", "en", "…"),
        ("等等……", "zh", "…"),
        ("<b>Yes.</b> ", "en", "."),
        ("**Yes:**", "en", ":"),
        ("no", "en", ""),
        ("{x:?}", "en", ""),
        ("", "en", ""),
    ],
)
def test_ending(text: str, locale: str, kind: str) -> None:
    assert ending(Text(text, locale)).kind == kind


@given(st.sampled_from(".!?:…"), st.sampled_from(["de", "zh", "ar", "el", "hi", "ja", "hy"]))
def test_a_locale_knows_its_own_marks(kind: str, locale: str) -> None:
    assert ending(Text("слово" + mark(kind, locale), locale)).kind == kind


def test_abbreviations_are_doubtful() -> None:
    assert ending(Text("cells, etc.", "en")).doubtful
    assert not ending(Text("the cells.", "en")).doubtful


@pytest.mark.parametrize("text", ["<b>see</b> [it](a.md)", "`code`", "(he left)", "«да»"])
def test_a_missing_mark_belongs_behind_all_closers(text: str) -> None:
    assert ending(Text(text + "</b>\n", "en")).span == (len(text), len(text))
