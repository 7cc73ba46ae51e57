"""Brackets and quotation marks without partner."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.pairs import loose_brackets, loose_quotes
from sverka.text.prose import HOLE, machine, prose

nested = st.recursive(
    st.text("слово word 語", max_size=5),
    lambda inner: st.tuples(st.sampled_from(["()", "[]", "（）", "《》"]), inner, inner).map(
        lambda parts: f"{parts[0][0]}{parts[1]}{parts[0][1]}{parts[2]}"
    ),
    max_leaves=12,
)


@given(nested)
def test_balanced_brackets_are_never_loose(text: str) -> None:
    assert loose_brackets(Text(text, "en")) == ()


@given(nested, st.sampled_from("([（《"))
def test_one_more_bracket_is_always_found(text: str, sign: str) -> None:
    assert [mark.sign for mark in loose_brackets(Text(f"{text} {sign}слово", "en"))] == [sign]


@given(st.lists(st.sampled_from(["“{}”", "„{}“", "«{}»", '"{}"', "「{}」"]), max_size=4))
def test_balanced_quotes_are_never_loose(styles: list[str]) -> None:
    text = " и ".join(style.format("слово") for style in styles)
    assert loose_quotes(Text(text, "ru")) == ()


@given(st.text("`<>ab/ &;%s{}[](){}\n:|@.http", max_size=60))
def test_prose_keeps_offsets_and_words(value: str) -> None:
    text = Text(value, "en")
    result = prose(text)
    assert len(result) == len(value)
    assert all(new in (HOLE, old) for new, old in zip(result, value, strict=True))
    assert all(0 <= start < end <= len(value) for start, end in machine(text))
