"""Sentences of the seed article and of ordinary prose."""

import doctest
import tomllib
from pathlib import Path

import pytest

from sverka.text.sentences import split

ROOT = Path(__file__).parents[3]
SEED = ROOT / "seeds" / "conversations-about-car-t.txt"


def sentences(text: str, locale: str) -> list[str]:
    return [text[start:end] for start, end in split(text, locale)]


def test_the_seed_article() -> None:
    text = SEED.read_text("utf-8").replace("\u00a0", " ")
    found = sentences(text, "en")
    assert any('"NMIC DGOI. Dmitry Rogachev" Ministry' in sentence for sentence in found)
    assert any(sentence.endswith('conditions," commented Dmitry Kudlay.') for sentence in found)
    assert any(sentence.startswith("— The special nature") for sentence in found)
    assert found[-2:] == [
        "Found a typo?",
        "Select it and press ctrl + enter Print version",
    ]


PROSE = tomllib.loads((Path(__file__).parent / "prose.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("locale", "marked"), [(locale, text) for locale, texts in PROSE.items() for text in texts]
)
def test_prose(locale: str, marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    assert sentences(marked.replace("| ", "").replace("|", ""), locale) == parts


def test_blank_line_is_a_boundary_and_a_line_break_is_not() -> None:
    assert sentences("A heading\n\nwrapped\ntext", "en") == ["A heading", "wrapped\ntext"]


@pytest.mark.parametrize("text", ["." * 200_000, "(" * 200_000, '"A. ' * 50_000, "a. " * 100_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    assert split(text, "en")


def test_the_examples_of_the_documentation() -> None:
    assert (
        doctest.testfile(str(ROOT / "docs" / "segmentation.md"), module_relative=False).failed == 0
    )
