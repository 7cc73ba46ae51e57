"""Which words of an English text Chinese, Japanese and Arabic translations have a word for."""

from importlib import resources

import pytest

from sverka.text.analysis import Text
from sverka.text.hanzi import simplified
from sverka.text.lexicon import east

ROWS = [
    line.split("\t")
    for line in (resources.files("sverka.text") / "data/east.tsv").read_text("utf-8").splitlines()
]


def test_rows_are_whole() -> None:
    assert ROWS[0] == ["field", "en", "east", "ar"]
    assert all(len(row) == 4 and all(cell.strip() for cell in row) for row in ROWS)


def test_chinese_cells_are_simplified() -> None:
    assert [row for row in ROWS if simplified(row[2]) != row[2]] == []


def test_english_cells_are_words() -> None:
    words = [word.rstrip("$") for row in ROWS for word in row[1].split()]
    assert [word for word in words if not word.replace("-", "").isalpha()] == []


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("zh_Hans", "患者接受了骨髓移植。"),
        ("zh_Hant", "患者接受了骨髓移植。"),
        ("ja", "患者は骨髄移植を受けた。"),
        ("ar", "خضع المريض لزرع نخاع العظم."),
    ],
)
def test_words_are_covered(locale: str, text: str) -> None:
    pivot, target = Text("The patient had a bone marrow transplant.", "en"), Text(text, locale)
    assert all(east.covers(word, target) for word in pivot.ask(east.english))
    assert east.mixed(pivot, target) is None


@pytest.mark.parametrize(
    ("locale", "text", "put"),
    [
        ("zh_Hans", "患者接受了脊髓移植。", "脊髓"),
        ("ar", "خضع المريض لزرع النخاع الشوكي.", "الشوكي"),
    ],
)
def test_words_of_a_field_are_told_apart(locale: str, text: str, put: str) -> None:
    found = east.mixed(Text("The patient had a bone marrow transplant.", "en"), Text(text, locale))
    assert found is None or found[1] == put
