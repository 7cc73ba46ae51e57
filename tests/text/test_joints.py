"""Words that join clauses."""

import re

import pytest

from sverka.text.joints import joint_of, joints


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Hunde und Katzen", ["und"]),
        ("de", "Hunde, Kunden", []),
        ("ru", "Лёд и пламень, или вода", ["и", "или"]),
        ("uk", "лід та полум'я", ["та"]),
        ("fr", "l’eau ainsi que le feu", ["ainsi que"]),
    ],
)
def test_joints_are_whole_words(language: str, text: str, found: list[str]) -> None:
    pattern = joint_of(language, "parts")
    assert pattern
    assert pattern.findall(text) == found


def test_a_language_needs_words_of_every_kind() -> None:
    assert joint_of("fi", "parts") is None
    assert joint_of("tr", "parts")
    assert joint_of("tr", "parts", "although") is None


def test_joints_of_all_languages_are_one_alternative() -> None:
    last = re.compile(rf", {joints('last')} \w")
    assert last.search("Он ушёл, но вернулся")
    assert last.search("He left, but came back")
    assert not last.search("He left, butter")


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(KeyError):
        joints("nothing")
