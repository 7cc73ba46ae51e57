"""Texts that differ only in what does not matter have one skeleton."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.skeleton import skeleton


def of(text: str) -> str:
    return skeleton(Text(text, "en"))


@pytest.mark.parametrize(
    ("a", "b"),
    [("Table 1", "Table 25"), ("Is it so?", "is it  so."), ("“A” 2,350", '"a" 7')],
)
def test_equal(a: str, b: str) -> None:
    assert of(a) == of(b)


def test_other_words_differ() -> None:
    assert of("Table 1") != of("Tables 1")


@given(st.text())
def test_is_its_own_skeleton(text: str) -> None:
    assert of(of(text)) == of(text)
