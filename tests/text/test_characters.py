"""Odd characters."""

from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.characters import controls, mojibake, overrides, unclosed_bidi, zero_widths

WORDS = "клітина étude für ğüşı naïve dětí"


@given(st.text("абвгдеёжзиклмнопрстуфхцчшщыьэюяґєіїéèüöäßñçğş’“”—", min_size=3, max_size=12))
def test_mojibake_is_read_back(word: str) -> None:
    for charset in ("cp1252", "cp1251"):
        try:
            garbled = word.encode().decode(charset)
        except UnicodeDecodeError:
            continue
        for (start, end), meant in mojibake(Text(garbled, "uk")):
            assert garbled[start:end].encode(charset).decode() == meant


def test_mojibake() -> None:
    garbled = "une Ã©tude de lâ€™hÃ´pital"
    text = garbled
    for (start, end), meant in reversed(mojibake(Text(garbled, "fr"))):
        text = text[:start] + meant + text[end:]
    assert text == "une étude de l’hôpital"


@given(st.text(st.characters(categories=["L", "Nd", "Po", "Zs", "Pd"]), max_size=40))
def test_ordinary_text_is_not_odd(value: str) -> None:
    text = Text(value, "de")
    assert controls(text) == overrides(text) == unclosed_bidi(text) == ()
    assert [odd for odd in zero_widths(text) if "filler" not in odd.names] == []


def test_no_mojibake_in_languages() -> None:
    for sample in (WORDS, "СССР и РСФСР", "SÃO PAULO", "№ 5 «РЖД»", "ÐÑ", "Ação â"):
        assert mojibake(Text(sample, "ru")) == (), sample


@given(st.lists(st.sampled_from(["\u202a{}\u202c", "\u2066{}\u2069", "{}"]), max_size=5))
def test_closed_embeddings_are_fine(frames: list[str]) -> None:
    value = "слово"
    for frame in frames:
        value = frame.format(value)
    assert unclosed_bidi(Text(value, "ar")) == ()
    if frames and frames[-1] != "{}":
        assert len(unclosed_bidi(Text(value[:-1], "ar"))) == 1
