import re
import tomllib
from pathlib import Path

import pytest

import sverka.build
from sverka.build.wording import language_name, listed, number, own_name, phrases
from sverka.text import locales

TABLE = tomllib.loads((Path(sverka.build.__file__).parent / "phrases.toml").read_text("utf-8"))


@pytest.mark.parametrize("locale", TABLE)
def test_every_language_says_everything(locale: str) -> None:
    assert locales.is_locale(locale)
    assert TABLE[locale].keys() == TABLE["en"].keys()
    for name, phrase in TABLE[locale].items():
        assert set(re.findall(r"\{\w+\}", phrase)) == set(re.findall(r"\{\w+\}", TABLE["en"][name]))


def test_phrases_fall_back_from_exact_to_general() -> None:
    assert phrases("de_AT") == TABLE["de"]
    assert phrases("zh_CN") == TABLE["zh_hans"]
    assert phrases("zh_TW") == TABLE["zh_hant"]
    assert phrases("tlh") == TABLE["en"]


def test_languages_name_themselves() -> None:
    names = {
        locale: own_name(locale) for locale in ("de", "fr", "ru", "zh_Hans", "pt_BR", "ar", "xx")
    }
    assert names == {
        "de": "Deutsch",
        "fr": "Français",
        "ru": "Русский",
        "zh_Hans": "中文 (简体)",
        "pt_BR": "Português (Brasil)",
        "ar": "العربية",
        "xx": "xx",
    }


def test_names_of_languages_are_the_readers() -> None:
    assert language_name("en", "de") == "Englisch"
    assert language_name("zh_Hans", "fr") == "chinois (simplifié)"
    assert language_name("ru", "tr") == "Rusça"


def test_numbers_and_lists_are_the_locales() -> None:
    assert number(1234, "de") == "1.234"
    assert listed(["a", "b", "c"], "fr") == "a, b et c"
