"""Dates and times of day in the forms of their locale."""

import datetime

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.analysis import Text
from sverka.text.dates import dates, times

LOCALES = ["en", "de", "fr", "es", "ru", "uk", "zh_Hans", "ja", "ko", "ar", "tr", "pl", "pt", "it"]


@given(
    st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(LOCALES),
    st.sampled_from(["long", "medium"]),
)
def test_reads_what_cldr_writes(day: datetime.date, locale: str, style: str) -> None:
    written = format_date(day, style, locale=locale)
    found = dates(Text(f"({written})", locale))
    assert [(day.year, day.month, day.day) in date.readings for date in found] == [True], written


@pytest.mark.parametrize(
    ("text", "locale", "expected"),
    [
        ("11/28/2024", "en", {(2024, 11, 28)}),
        ("03/04/2024", "en", {(2024, 3, 4), (2024, 4, 3)}),
        ("28.11.2024", "de", {(2024, 11, 28)}),
        ("2024-11-28", "fr", {(2024, 11, 28)}),
        ("2024年11月28日", "ja", {(2024, 11, 28)}),
        ("February 3rd, 2021", "en", {(2021, 2, 3)}),
        ("le 1er mars 2020", "fr", {(2020, 3, 1)}),
        ("в мае 2020 г.", "ru", {(2020, 5, None)}),
        ("в феврале", "ru", {(None, 2, None)}),
        ("شباط 2022", "ar", {(2022, 2, None)}),
        ("in May", "en", {(None, 5, None)}),
        ("the night of March 13–14, 2022", "en", {(2022, 3, 13)}),
        ("the night of March 13–16", "en", {(None, 3, 13)}),
        ("в ночь на 14 марта", "ru", {(None, 3, 13), (None, 3, 14)}),
        ("у ніч проти 14 березня", "uk", {(None, 3, 13), (None, 3, 14)}),
        ("в ночь с 13 на 14 марта", "ru", {(None, 3, 13)}),
        ("в ночь на 1 января 2023 года", "ru", {(2022, 12, 31), (2023, 1, 1)}),
        ("в ночь на 1 марта", "ru", {(None, 2, 28), (None, 2, 29), (None, 3, 1)}),
        ("in der Nacht vom 13. auf den 14. Mai", "de", {(None, 5, 13)}),
        ("до 14 марта, ночью", "ru", {(None, 3, 14)}),
    ],
)
def test_dates(text: str, locale: str, expected: set[tuple[int | None, ...]]) -> None:
    assert [set(date.readings) for date in dates(Text(text, locale))] == [expected]


@pytest.mark.parametrize("text", ["You may go.", "They march on.", "version 1.2.3", "1/2 of 3/4"])
def test_what_is_no_date(text: str) -> None:
    assert dates(Text(text, "en")) == ()


@pytest.mark.parametrize(
    ("text", "locale", "minutes"),
    [
        ("9:45 p.m.", "en", 1305),
        ("12 am", "en", 0),
        ("12:30 pm", "en", 750),
        ("21:45", "ru", 1305),
        ("21.45 Uhr", "de", 1305),
        ("21 h 45", "fr", 1305),
        ("晚上9:45", "zh_Hans", 1305),
        ("午後9時45分", "ja", 1305),
        ("9:45 вечера", "ru", 1305),
        ("9:45 مساءً", "ar", 1305),
        ("في الساعة 4:40 عصرًا: إذ", "ar", 1000),
        ("4:40 م", "ar", 1000),
        ("3:15 فجرًا", "ar", 195),
        ("1:30 ظهرًا", "ar", 810),
        ("2:00 ليلًا", "ar", 120),
        ("11:40 ليلًا", "ar", 1420),
        ("والثامنة مساءً", "ar", 1200),
        ("الثانية عشرة والنصف ظهرًا", "ar", 750),
        ("الخامسة إلا ربعًا عصرًا", "ar", 1005),
        ("منتصف الليل", "ar", 0),
        ("中午12点", "zh_Hans", 720),
        ("夜里2点", "zh_Hans", 120),
        ("下午3点半", "zh_Hans", 930),
        ("深夜0時", "ja", 0),
        ("16:40: a girl", "en", 1000),
        ("12 noon", "en", 720),
        ("half past seven in the evening", "en", 1170),
        ("полночь", "ru", 0),
    ],
)
def test_times(text: str, locale: str, minutes: int) -> None:
    assert [set(time.readings) for time in times(Text(text, locale))] == [{minutes}]
