"""Second renderings of terms, mined from sentence pairs."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.letter_terms import letter_terms, letter_variants
from sverka.text.renderings import place, variants, words

FRAMES = {
    "de": [
        "{} ist selten.",
        "Wir sahen {} gestern.",
        "Ohne {} geht nichts.",
        "Viele mögen {} nicht.",
    ],
    "ru": [
        "{} — редкость.",
        "Мы видели {} вчера.",
        "Без {} ничего нельзя.",
        "Многие любят {} мало.",
    ],
    "ja": ["{}は珍しい。", "昨日{}を見た。", "{}なしでは無理だ。", "多くの人は{}が嫌いだ。"],
}
ENGLISH = [
    "The {} is rare.",
    "We saw the {} yesterday.",
    "Without the {} no luck.",
    "Few like the {}.",
]


def article(language: str, first: str, second: str, odd: int) -> list[tuple[str, str]]:
    """Eight segments with a genome, `odd` of them with the second rendering; eight without."""
    pairs = []
    for number in range(8):
        frame = FRAMES[language][number % 4]
        word = second if number < odd else first
        pairs.append((f"{ENGLISH[number % 4].format('genome')} {number}", frame.format(word)))
    return pairs + [(f"It rained {number} times.", f"{number}.") for number in range(8)]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("de", "Genom", "Erbgut"), ("ru", "геном", "хромосомный набор"), ("ja", "遺伝子", "ゲノム")],
)
def test_a_second_rendering_is_found(language: str, first: str, second: str) -> None:
    pairs = article(language, first, second, 3)
    (found,) = variants(pairs, "en", language)
    assert found.term == "genome"
    assert (len(found.usual), found.odd) == (5, (0, 1, 2))
    text = pairs[0][1]
    span = place(text, found.second, language)
    assert span
    assert text[slice(*span)] in second


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("de", "Genom", "Erbgut"), ("ru", "геном", "набор"), ("ja", "遺伝子", "ゲノム")],
)
def test_one_rendering_or_a_single_slip_is_silent(language: str, first: str, second: str) -> None:
    assert variants(article(language, first, first, 3), "en", language) == []
    assert variants(article(language, first, second, 1), "en", language) == []


def test_what_another_word_explains_is_silent() -> None:
    pairs = article("de", "Genom", "Erbgut", 3)
    explained = [(f"{a} A heritage.", b) if "Erbgut" in b else (a, b) for a, b in pairs]
    assert variants(explained, "en", "de") == []


@given(st.integers(0, 99))
def test_the_order_of_segments_does_not_matter(seed: int) -> None:
    pairs = article("de", "Genom", "Erbgut", 3)
    random.Random(seed).shuffle(pairs)
    (found,) = variants(pairs, "en", "de")
    assert {pairs[number][1].count("Erbgut") for number in found.odd} == {1}


@given(st.lists(st.tuples(st.text(), st.text())), st.sampled_from(["de", "ja", "ar", "en"]))
def test_any_text_can_be_mined(pairs: list[tuple[str, str]], language: str) -> None:
    for found in variants(pairs, "en", language):
        assert set(found.usual).isdisjoint(found.odd)


@given(st.text(), st.sampled_from(["en", "de", "ar"]))
def test_each_word_has_a_place(text: str, language: str) -> None:
    for key in words(text, language).all:
        assert place(text, key, language)


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "T cells and B-cells", [("T", "cell"), ("B", "cell")]),
        ("en", "A cell. C programmers", [("C", "programmer")]),
        ("ru", "Т-лимфоциты, Т-клетками", [("T", "лимфоцит"), ("T", "клетк")]),
        ("fr", "les lymphocytes T", [("T", "lymphocyt")]),
        ("zh", "T细胞的增殖", [("T", "细胞")]),
        ("de", "T-Zell-Therapie, CAR-T Zellen", []),
    ],
)
def test_terms_of_a_letter(locale: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(t.letter, t.root) for t in Text(text, locale).ask(letter_terms)] == expected


def test_a_letter_s_two_words() -> None:
    source = [Text(f"Т-лимфоциты {number}", "ru").ask(letter_terms) for number in range(3)]
    pivot = [Text(f"{t} x", "en").ask(letter_terms) for t in ("T cells", "T lymphocyte", "T cells")]
    (found,) = letter_variants(list(zip(source, pivot, strict=True)))
    assert (found.first, found.second, found.odd) == ("cell", "lymphocyte", (1,))
