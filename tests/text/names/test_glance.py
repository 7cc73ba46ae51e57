"""The glance that tells most pairs of names apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text.names.glance import looks, prefilter, seen
from sverka.text.names.scripts import symbols
from sverka.text.names.sounds import TABLES, edged
from sverka.text.names.transducer import judge

PAIRS = [
    ("ru", "Cyrl", "worcester", "вустер", "хосокава"),
    ("he", "Hebr", "chevrolet", "שברולה", "וייטינסקי"),
    ("he", "Hebr", "geneviève", "ז'נבייב", "ארמיטסטד"),
    ("ar", "Arab", "zaragoza", "ثراغوثا", "فيتزوالتر"),
    ("ja", "Kana", "dumville", "ダンヴィル", "イバルグエン"),
    ("ko", "Hang", "shakespeare", "셰익스피어", "후루카와"),
    ("zh", "Hani", "washington", "华盛顿", "弗雷德里克"),
]


@pytest.mark.parametrize(("language", "script", "english", "same", "other"), PAIRS)
def test_a_glance_keeps_the_name_and_drops_another(
    language: str, script: str, english: str, same: str, other: str
) -> None:
    table = judge(TABLES[script])
    x = edged(symbols(english, "en"))
    assert table.guess(x, symbols(same, language)) >= 0
    assert table.guess(x, symbols(other, language)) < 0


@pytest.mark.parametrize("name", TABLES.values())
def test_edits_never_speak_for_a_pair(name: str) -> None:
    weigh = prefilter(name)
    assert weigh is not None
    assert max(weigh.rough.edits, weigh.rough.skeleton) < 0 < weigh.fine.promise
    assert max(weigh.fine.edits, weigh.fine.skeleton) < 0 < weigh.fine.answer


@given(st.text(max_size=12), st.text(max_size=12))
def test_looks_count_what_stands_there(x: str, y: str) -> None:
    one, other = (seen(None, side, text, 0.0) for side, text in enumerate((x, y)))
    first, second, edits, skeletal, promise, answer = looks(one, other, ({}, {}))
    assert (first, second) == (len(x.strip("^$")), len(y.strip("^$")))
    assert edits >= 0 <= skeletal
    assert promise == -9.0 * second
    assert answer == -9.0 * first
