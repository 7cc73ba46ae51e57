"""Look-alike letters, scripts of words, and the rule that finds them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.review.api import check
from sverka.text.analysis import Text
from sverka.text.lookalikes import explain, fold, readings, rewrite, twin
from sverka.text.scripts import letter_name, letters_of, script_of, scripts_of, words_of

CYRILLIC = st.text(st.sampled_from("абвгдежзиклмнопрстуфхцчшщэюяАБВЕКМНОРСТУХ"), min_size=2)


@pytest.mark.parametrize(
    ("char", "script"),
    [("a", "LATIN"), ("а", "CYRILLIC"), ("α", "GREEK"), ("细", "CJK"), ("ａ", "FULLWIDTH"),
     ("1", ""), ("-", ""), ("µ", ""), ("ª", ""), ("ー", "KATAKANA")],
)  # fmt: skip
def test_script_of(char: str, script: str) -> None:
    assert script_of(char) == script


def test_letter_name() -> None:
    assert letter_name("С") == "С (U+0421 CYRILLIC CAPITAL LETTER ES)"


@given(st.characters(codec="utf-8"), st.sampled_from(["LATIN", "CYRILLIC", "GREEK", "ARMENIAN"]))
def test_twins_are_mutual_and_of_the_other_script(char: str, script: str) -> None:
    other = twin(char, script)
    if other and script_of(char) != "FULLWIDTH":
        assert script_of(other) == script != script_of(char)
        assert twin(other, script_of(char)) is not None


@given(CYRILLIC, st.data())
def test_a_planted_letter_is_named_and_replaced(word: str, data: st.DataObject) -> None:
    places = [k for k, char in enumerate(word) if twin(char, "LATIN")]
    if not places:
        return
    k = data.draw(st.sampled_from(places))
    letter = str(twin(word[k], "LATIN"))
    planted = word[:k] + letter + word[k + 1 :]
    assert scripts_of(planted) == {"LATIN", "CYRILLIC"}
    reading = rewrite(planted, "CYRILLIC")
    assert reading is not None
    assert reading.text == word
    assert letter_name(letter) in explain(reading)
    assert reading in list(readings(planted))


@given(st.text())
def test_fold_keeps_the_length(word: str) -> None:
    assert len(fold(word)) == len(word)
    assert fold(fold(word)) == fold(word)


@given(st.text())
def test_words_stand_where_they_say(value: str) -> None:
    text = Text(value, "ru")
    for word in (*words_of(text), *letters_of(text)):
        assert value[word.start : word.end] == word.text


def test_code_is_searched_for_letters_and_placeholders_are_not() -> None:
    text = Text("`кoд` %dй {имя}s \\nда", "ru")
    assert [word.text for word in letters_of(text)] == ["кoд", "й", "s", "да"]
    assert [word.text for word in words_of(text)] == ["й", "s", "да"]


@given(words=st.lists(CYRILLIC, min_size=1, max_size=5))
def test_clean_words_are_silent(words: list[str], tmp_path_factory: pytest.TempPathFactory) -> None:
    path: Path = tmp_path_factory.mktemp("clean") / "ru.po"
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: ru\\n"\n\n'
    path.write_text(head + f'msgid "x"\nmsgstr "{" ".join(words)}"\n', encoding="utf-8")
    assert not check([path], select=["script"]).findings
