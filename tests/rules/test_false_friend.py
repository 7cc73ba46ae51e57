"""The table of false friends."""

import csv
import re
from importlib import resources

import pytest

TABLE = resources.files("sverka.text") / "data/false_friends.tsv"
ROWS = list(csv.reader(TABLE.read_text("utf-8").splitlines()[1:], delimiter="\t"))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_rows_are_whole_and_their_right_word_is_no_lookalike(row: list[str]) -> None:
    pair, pivot, lookalike, meant, unless = row
    assert re.fullmatch(r"[a-z]{2}-[a-z]{2}", pair)
    for pattern in (pivot, lookalike, unless):
        re.compile(pattern)
    assert not any(re.fullmatch(lookalike, word.strip()) for word in meant.split(","))


def test_no_pair_stands_there_twice() -> None:
    keys = [tuple(row[:3]) for row in ROWS]
    assert len(keys) == len(set(keys))
