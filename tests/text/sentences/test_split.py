"""Sentences of the seed article and of ordinary prose."""

import doctest
import tomllib
from pathlib import Path

import pytest

from sverka.text.sentences import split
from sverka.text.sentences.rules import available

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tools/sverka/text/sentences/data"
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


HOSTILE = {
    "dots": "." * 1_000_000,
    "open brackets": "(" * 100_000,
    "open quotations": '"A. ' * 50_000,
    "open asides": "(. " * 50_000,
    "letters": "a. " * 100_000,
    "numbers": "1. 2. " * 10_000,
    "footnotes": ". [1" * 50_000,
    "tags": ". <a b" * 50_000,
    "bullets": "• " * 100_000,
    "white space": "a." + " " * 1_000_000 + "b",
}


@pytest.mark.parametrize("locale", ["en", "de", "ja"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_split_at_once(text: str, locale: str) -> None:
    assert split(text, locale)[-1][1] == len(text.rstrip())


@pytest.mark.slow
def test_a_line_of_ten_megabytes() -> None:
    sentence = "The brown fox met Dr. Smith in the U.S. on Monday and paid $3.50. "
    assert len(split(sentence * 150_000, "en")) == 150_000


def test_the_examples_of_the_documentation() -> None:
    assert (
        doctest.testfile(str(ROOT / "docs" / "segmentation.md"), module_relative=False).failed == 0
    )


@pytest.mark.parametrize("name", sorted(available()))
def test_no_title_is_an_abbreviation_before_numbers_too(name: str) -> None:
    """The later kind would win, and «ks. Jerzy» be cut."""
    table = tomllib.loads((DATA / f"{name}.toml").read_text("utf-8"))
    titles = set(table.get("before_name", "").split())
    assert not titles & set(table.get("before_number", "").split())
