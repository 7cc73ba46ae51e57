import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from sverka.report.safe import isolated, runs_left, visible


@given(st.text())
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    shown = visible(text)
    assert not any(ord(char) < 0x20 or 0x7F <= ord(char) < 0xA0 for char in shown)
    assert not set(shown) & set(
        "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f"
    )


def test_an_escape_sequence_is_shown_not_obeyed() -> None:
    assert visible("\x1b[31mred\u202e") == "␛[31mred<U+202E>"


def test_right_to_left_text_is_isolated() -> None:
    assert isolated("السلام") == "\u2068السلام\u2069"
    assert isolated("Frieden") == "Frieden"


def test_every_sign_that_runs_left_is_known() -> None:
    every = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
    left = [char for char in every if unicodedata.bidirectional(char) in ("R", "AL", "AN")]
    assert [char for char in left if not runs_left(char)] == ["\u200f"]
