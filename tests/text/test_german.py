"""Nouns with a small letter, and words that only look like them."""

import pytest

from sverka.text.analysis import Text
from sverka.text.german import small_nouns


@pytest.mark.parametrize(
    "text",
    [
        "Sie sprachen lange und sind dann heim gefahren.",
        "Das ist die Mühe wert, auch wenn die Beine schmerzen.",
        "Wir schulen das Personal, und ich stimme zu.",
        "Die Augen tränen, und viele husten nachts.",
        "Ärzte stufen das Risiko hoch ein; so wird auch hier verfahren.",
        "Er gab sein Wissen preis und gerät in Panik.",
        "Die Methode, die sich deutlich unterschied, half, bevor jemand eingriff.",
        "Sie lassen sich das Mittel einspritzen; die Lieder wurden besungen.",
        "Die Kinder, die hier leben und die fragen, was ihnen schaden kann.",
        "Bitte committen Sie; der Zweig wird ausgecheckt und auszuchecken sein.",
        "Ein forscher Blick; sie gründe eine Firma und ziele auf Kinder.",
    ],
)
def test_verbs_and_adjectives_are_no_nouns(text: str) -> None:
    assert small_nouns(Text(text, "de")) == ()


@pytest.mark.parametrize(
    "word",
    [
        "seele",
        "impfung",
        "gesundheit",
        "gentherapie",
        "patient",
        "operation",
        "inkubationszeit",
        "knochenmark",
        "neutropenie",
        "blutplättchen",
        "krankenhäusern",
        "lymphozyten",
        "ärztinnen",
        "klinikgebäude",
        "schule",
        "therapieplänen",
        "oberschenkelhals",
        "sauerstoffmasken",
    ],
)
def test_nouns_are_found(word: str) -> None:
    text = f"Das ist wichtig für die {word}.."
    assert [text[start:end] for start, end in small_nouns(Text(text, "de"))] == [word]
