"""Doubled words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.doubled import doubled

words = st.text("бвгжз", min_size=2, max_size=6)


@given(st.lists(words, min_size=1, max_size=8, unique=True), st.integers(0, 7))
def test_a_doubled_word_is_found_and_nothing_else(sentence: list[str], index: int) -> None:
    assert doubled(Text(" ".join(sentence), "ru")) == ()
    word = sentence[index % len(sentence)]
    twice = [part for w in sentence for part in ([w, w] if w == word else [w])]
    text = " ".join(twice)
    found = doubled(Text(text, "ru"))
    assert [text[slice(*double.span)] for double in found] == [f"{word} {word}"]


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("They had had enough, and that that was known.", "en"),
        ("What it is is a wonder.", "en"),
        ("log in in the morning", "en"),
        ("Die Frau, die die Studie leitet, und die, in der der Arzt sitzt", "de"),
        ("Wenn sie Sie sieht, sehen Sie sie.", "de"),
        ("Vous vous trompez, nous nous trompons.", "fr"),
        ("yavaş yavaş", "xx"),
        ("buku-buku, bye-bye, tut-tut", "id"),
        ("的确确实, 目的的, 看看, 行为为何", "zh"),
        ("いろいろ、ここ、ものの、フラフラ、人々", "ja"),
        ("o o | o o", "es"),
        ("10 10, %s %s, `x` `x`", "en"),
        ("No, no. Pills, syrups etc. etc. are sold.", "en"),
        ("It went on and on and on, day by day by day.", "en"),
    ],
)
def test_rightful_doubles(text: str, locale: str) -> None:
    assert [d for d in doubled(Text(text, locale)) if d.sure and locale != "xx"] == []


def test_what_may_point_to_something() -> None:
    found = doubled(Text("Er weiß, dass das das Ende ist, in dem dem Paar nichts bleibt.", "de"))
    assert [(double.word, double.pointed) for double in found] == [("das", True)]


@pytest.mark.parametrize(
    ("text", "locale", "word"),
    [
        ("the the", "en", "the"),
        ("The the", "en", "The"),
        ("Der der Arzt", "de", "Der"),
        ("a\nа और और b", "hi", "और"),
        ("clic en en el", "es", "en"),
        ("для\nдля", "uk", "для"),
        ("是用于用于的", "zh", "用于"),
        ("`x` y y `z`", "es", "y"),
        ("ヒントヒント:", "ja", "ヒント"),
        ("HTTP 的的 [H]", "zh", "的"),
        ("Chromium Chromium ist gut", "de", "Chromium"),
        ("He said that it was was late.", "en", "was"),
        ("The patient, who, who had recovered, left.", "en", "who"),
        ("We did not expect this. this.", "en", "this"),
        ("The doctor The doctor came at seven.", "en", "The doctor"),
        ("They were at home all day all day.", "en", "all day"),
        ("при лечении больных при лечении больных", "ru", "при лечении больных"),
    ],
)
def test_doubles(text: str, locale: str, word: str) -> None:
    assert [double.word for double in doubled(Text(text, locale)) if double.sure] == [word]
