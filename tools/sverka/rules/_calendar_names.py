"""Months and weekdays that begin with a capital where the language writes them small."""

import re
from collections.abc import Iterator

from sverka.text import locales
from sverka.text.analysis import Text
from sverka.text.dates.calendar import months
from sverka.text.prose import prose
from sverka.text.signs import Test, never, of_words

Span = tuple[int, int]

_LANGUAGES = frozenset(
    "be bg cs da es fi fr hr it nb nl pl pt ro ru sk sl sr sv uk".split()  # noqa: SIM905
)
_DAY = re.compile(r"(?<![\d.,:/-])(?:[1-9]|[12]\d|3[01])(?:er|\.)?[ \u00a0](?:de )?\Z")
_WEEKDAYS = {
    "es": r"(?:Lunes|Martes|Miércoles|Jueves|Viernes|Sábado)(?! (?:[Ss]anto|de Ceniza))",
    "fr": r"(?:Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche)"
    r"(?! (?:[Ss]aint|[Gg]ras|des?\b))",
    "it": r"(?:Lunedì|Martedì|Mercoledì|Giovedì|Venerdì|Sabato)(?! [Ss]anto)",
    "pl": r"(?:Poniedział\w+|Wtor\w+|Środ[aęyą]|Czwart\w+|Piąt\w+|Sobot\w+)",
    "ru": r"(?:Понедельник\w*|Вторник\w*|Сред[уы]|Четверг\w*|Пятниц\w+|Суббот\w+|Воскресень\w+)",
    "uk": r"(?:Понеділ\w+|Вівтор\w+|Серед[уи]|Четвер\w*|П['’ʼ]ятниц\w+|Субот\w+|Неділ\w+)",
}


def _weekdays_of(locale: str) -> Test:
    pattern = _WEEKDAYS.get(locales.language(locale))
    return re.compile(pattern).match if pattern else never


WEEKDAY = of_words(_weekdays_of)
"""A weekday with a capital, in a language that has it with a small letter."""
_ENGLISH = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b")


def capital_days(text: Text, pivot: Text) -> Iterator[Span]:
    """Yield where a month after a day, or a weekday in mid-sentence, begins with a capital."""
    language = locales.language(text.locale)
    if language not in _LANGUAGES:
        return
    value = text.ask(prose)
    for found in months(text.locale)[1].finditer(value):
        start, end = found.span("m")
        if value[start:end].istitle() and _DAY.search(value[max(0, start - 8) : start]):
            yield start, end
    if language in _WEEKDAYS and _ENGLISH.search(pivot.value):
        for hit in re.finditer(rf"(?<= )(?:{_WEEKDAYS[language]})\b", value):
            if value[hit.start() - 2].islower() or value[hit.start() - 2] == ",":
                yield hit.span()
