import pytest

from sverka.text import locales


@pytest.mark.parametrize(
    ("name", "bcp47", "script", "direction"),
    [
        ("de", "de", "Latn", "ltr"),
        ("pt_BR", "pt-BR", "Latn", "ltr"),
        ("zh_Hans", "zh-Hans", "Hans", "ltr"),
        ("zh-CN", "zh-CN", "Hans", "ltr"),
        ("zh_TW", "zh-TW", "Hant", "ltr"),
        ("ar", "ar", "Arab", "rtl"),
        ("sr@latin", "sr-Latn", "Latn", "ltr"),
        ("sr", "sr", "Cyrl", "ltr"),
        ("de_DE.UTF-8", "de-DE", "Latn", "ltr"),
    ],
)
def test_parts_of_a_locale(name: str, bcp47: str, script: str, direction: str) -> None:
    assert locales.bcp47(name) == bcp47
    assert locales.script(name) == script
    assert locales.direction(name) == direction


def test_columns_fall_back_as_the_documentation_says() -> None:
    assert locales.lookup("pt_BR", {"pt": "x"}) == "x"
    assert locales.lookup("zh_CN", {"zh": "x", "zh_hans": "y"}) == "y"
    assert locales.lookup("zh_CN", {"zh": "x"}) == "x"
    assert locales.lookup("sr@latin", {"sr": "x"}) is None
    assert locales.lookup("fr", {"de": "x"}) is None


@pytest.mark.parametrize("name", ["", "..", "../x", "german language", "d", "de_"])
def test_what_is_no_locale_is_refused(name: str) -> None:
    assert not locales.is_locale(name)
    with pytest.raises(ValueError, match="no locale"):
        locales.parse(name)
