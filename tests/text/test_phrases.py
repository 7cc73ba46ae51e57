"""Phrases that are tried only where they can begin are found wherever they stand."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sverka.text import negation
from sverka.text.negation import senses
from sverka.text.phrases import Glance, Phrases, joined
from sverka.text.prose import HOLE

_TRIALS = sorted((Path(__file__).parents[1] / "rules" / "trial").glob("first/*.tsv"))
_SAMPLE = Phrases(
    [r"not only", r"not (?:far|long)", r"\w+n['’]t it", r"(?<=[,.] )so (?!far)\w+", "so"]
)
_PIECES = [
    "not",
    "only",
    "far",
    "long",
    "isn't",
    "it",
    "so",
    "x,",
    "(not",
    "only)",
    HOLE,
    "",
    "so\nnot",
]


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join))
def test_a_phrase_is_found_wherever_its_pattern_finds_it(value: str) -> None:
    found = [hit.span() for hit in _SAMPLE.finditer(value)]
    assert found == [hit.span() for hit in _SAMPLE.pattern.finditer(value)]
    assert len(_SAMPLE.blanked(value)) == len(value)
    assert (_SAMPLE.search(value) is not None) == bool(found)


@pytest.mark.parametrize("language", ["en", "de", "ru"])
def test_denials_are_found_wherever_their_patterns_find_them(language: str) -> None:
    values = set[str]()
    for path in _TRIALS:
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.reader(file, delimiter="\t"):
                values.update(row)
    patterns, table = negation._patterns(language), senses._table(language)
    assert values and patterns and table
    for phrases in (*patterns, table.every):
        for value in values:
            found = [hit.span() for hit in phrases.finditer(value)]
            assert found == [hit.span() for hit in phrases.pattern.finditer(value)], value


@pytest.mark.parametrize(
    ("phrases", "text", "phrase"),
    [
        (["not", "not at all", "not only"], "not at all", "not at all"),
        (["(?:not|no) one", "(?:not|no) long"], "no long", "no long"),
        ([], "nothing", None),
    ],
)
def test_the_longest_of_some_phrases(phrases: list[str], text: str, phrase: str | None) -> None:
    found = Phrases(phrases).search(text)
    assert (found[0] if found else None) == phrase


def test_what_phrases_begin_with_is_written_once() -> None:
    assert joined(["not so", "not at all"]) == "(?:not(?: at all| so))"


def test_without_spaces() -> None:
    found = Phrases(["不但", "不"], spaced=False).finditer("他不但不在")
    assert [hit[0] for hit in found] == ["不但", "不"]


@given(st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join))
def test_a_glance_tells_the_lists_that_have_a_phrase(value: str) -> None:
    lists = [Phrases([r"not only"]), _SAMPLE, Phrases(["far|x"]), Phrases(["sobald"])]
    begun = Glance(lists).begun(value)
    for place, phrases in enumerate(lists):
        assert begun >> place & 1 or not phrases.search(value)
    assert not begun >> 3
