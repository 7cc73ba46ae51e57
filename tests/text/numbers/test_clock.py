"""Times of day in words."""

import pytest

from sverka.text.numbers.clock import clock
from sverka.text.numbers.idle import idle


@pytest.mark.parametrize(
    ("text", "language", "minutes"),
    [
        ("at half past seven", "en", 450),
        ("at a quarter to nine", "en", 525),
        ("twenty minutes past six", "en", 380),
        ("um halb acht", "de", 450),
        ("um Viertel vor neun", "de", 525),
        ("в половине восьмого", "ru", 450),
        ("в полвосьмого", "ru", 450),
        ("без четверти девять", "ru", 525),
        ("двадцать минут седьмого", "ru", 380),
        ("о пів на восьму", "uk", 450),
        ("à sept heures et demie", "fr", 450),
        ("a las siete y media", "es", 450),
        ("o wpół do ósmej", "pl", 450),
    ],
)
def test_clock(text: str, language: str, minutes: int) -> None:
    assert [time.minutes for time in clock(text, language)] == [minutes]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("half past caring", "en"),
        ("вторая половина второго тома", "ru"),
        ("полдюжины", "ru"),
        ("полгода", "ru"),
        ("halb so viele", "de"),
        ("deux heures et demie", "fr"),
    ],
)
def test_no_time(text: str, language: str) -> None:
    assert clock(text, language) == ()


def test_a_proverb_is_no_number() -> None:
    assert idle("Measure twice, cut once.", "en") == ((0, 23),)
    assert not idle("Measure it twice a day.", "en")
