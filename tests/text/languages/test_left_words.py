"""The tables of words that a language does not have."""

import pytest

from sverka.text.languages import function_words
from sverka.text.languages.left_words import left_words, strange_words


@pytest.mark.parametrize("own", ["de", "fr", "es", "it", "pt", "nl", "pl", "en", "uk", "ru"])
def test_no_word_of_the_table_is_a_function_word_of_the_language(own: str) -> None:
    assert not (left_words(own) | strange_words(own)) & function_words(own)


def test_languages_that_are_not_known_have_no_words() -> None:
    assert not left_words("fi") | strange_words("fi")
