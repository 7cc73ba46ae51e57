"""Words that stand in place of a term's settled rendering, and what rightly stands there."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.nouns import is_noun
from sverka.text.strays import Stray, strays
from sverka.text.term_words import words_in

REGISTRY = (
    (
        "The registry was set up in 2011 with eleven hospitals.",
        "{} wurde 2011 mit elf Krankenhäusern aufgebaut.",
    ),
    ("Today the registry covers the whole country.", "Heute deckt {} das ganze Land ab."),
    ("Without the registry nobody would know.", "Ohne {} wüsste es niemand."),
)
RELAPSE = [
    (
        "Рецидив у Марины случился через полтора года.",
        "Marina had a relapse after a year and a half.",
    ),
    ("Чем раньше замечен рецидив, тем лучше.", "The earlier a relapse is noticed, the better."),
]
BLOOD = [
    (
        "The platelets are counted every second day.",
        "Die Thrombozyten werden jeden zweiten Tag gezählt.",
    ),
    ("Fresh platelets keep for only five days.", "Frische Thrombozyten halten sich nur fünf Tage."),
    ("Red cells are stored in the refrigerator.", "Erythrozyten werden im Kühlschrank gelagert."),
    (
        "Without enough red cells, every step is an effort.",
        "Ohne genügend Erythrozyten ist jeder Schritt mühsam.",
    ),
    ("A bag of red cells weighs a pound.", "Ein Beutel Erythrozyten wiegt ein Pfund."),
]


def found(pairs: Sequence[tuple[str, str]], pivot: str, language: str) -> list[Stray]:
    return strays(pairs, [words_in(text, pivot) for text, _ in pairs], pivot, language)


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("A late recurrence is treated with smaller doses.", ["recurrence"]),
        ("A late relapse is treated with smaller doses.", []),
        ("When it comes late, it is treated with smaller doses.", []),
        ("A patient who relapses late is treated with smaller doses.", []),
        ("A late illness is treated with smaller doses.", []),
    ],
)
def test_two_words_of_one_concept(target: str, wanted: list[str]) -> None:
    pairs = [*RELAPSE, ("Поздний рецидив лечат меньшими дозами.", target)]
    assert [stray.instead for stray in found(pairs, "ru", "en")] == wanted


def test_the_rendering_of_another_term() -> None:
    pairs = [
        *BLOOD,
        ("When platelets are low, gums bleed.", "Sind die Erythrozyten niedrig, blutet es."),
    ]
    (stray,) = found(pairs, "en", "de")
    assert (stray.instead, stray.term, stray.of) == ("Erythrozyten", ("platelet",), ("red", "cell"))


@given(
    st.integers(0, 2), st.sampled_from(["das Register", "das Verzeichnis", "das Studienregister"])
)
def test_one_rendering_everywhere_is_right(number: int, word: str) -> None:
    pairs = [(here, there.format(word)) for here, there in REGISTRY]
    assert found(pairs, "en", "de") == []
    here, there = REGISTRY[number]
    pairs[number] = here, there.format("die Kartei")
    assert {(stray.odd, stray.instead) for stray in found(pairs, "en", "de")} <= {
        (number, "Kartei")
    }


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The severe relapse of the boy was treated quickly.", "en", ["relapse", "boy"]),
        ("Тяжёлый рецидив у мальчика удачно вылечили.", "ru", ["рецидив", "мальчика"]),
        ("Den Rückfall des Jungen hat man schnell behandelt.", "de", ["rückfall", "jungen"]),
        ("La rechute du garçon fut grave.", "fr", ["rechute", "garçon"]),
    ],
)
def test_nouns(text: str, language: str, wanted: list[str]) -> None:
    words = words_in(text, language)
    places = range(len(words.keys))
    assert [words.small[at] for at in places if is_noun(words, at, language)] == wanted
