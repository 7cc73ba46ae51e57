"""A project's own abbreviations and exceptions."""

from pathlib import Path

import pytest

from sverka.text.sentences import read_extension, splitter
from sverka.text.sentences.extension import checked


def sentences(text: str, locale: str, table: dict[str, dict[str, object]]) -> list[str]:
    return [text[start:end] for start, end in splitter(locale, extension=checked(table))(text)]


def test_an_abbreviation_of_the_project() -> None:
    text = "See the Zzyzx. Road sign."
    assert len(sentences(text, "en", {})) == 2
    assert len(sentences(text, "en", {"en": {"before_name": "Zzyzx."}})) == 1
    assert len(sentences(text, "en-GB", {"en": {"before_name": ["Zzyzx"]}})) == 1
    assert len(sentences(text, "de", {"en": {"before_name": "Zzyzx"}})) == 2


def test_an_exception_holds_across_any_white_space_and_in_every_locale() -> None:
    table: dict[str, dict[str, object]] = {"all": {"exceptions": ["NMIC DGOI. Dmitry Rogachev"]}}
    text = "They work at NMIC DGOI. Dmitry\nRogachev founded it. It is big."
    assert len(sentences(text, "en", table)) == 2
    assert len(sentences(text, "pt_BR", table)) == 2


def test_an_abbreviation_can_be_removed() -> None:
    text = "Ask Dr. Smith."
    assert len(sentences(text, "en", {"en": {"remove": "Dr"}})) == 2


def test_a_file_is_read_and_its_errors_are_named(tmp_path: Path) -> None:
    path = tmp_path / "segmentation.toml"
    path.write_text('[all]\nfinal = "usw."\n', "utf-8")
    assert read_extension(path) == {"all": {"final": "usw."}}
    for text, message in [
        ("[en]\nbefor_name = 'Dr'\n", r"segmentation\.toml:2: \[en\] unknown key 'befor_name'"),
        ("[de]\nfinal = 'x'\n[en]\n\nfinal = 3\n", r":5: \[en\] final must be a list of strings"),
        ("[en]\nexceptions = 'A. B'\n", r":2: \[en\] exceptions must be a list"),
        ("\nfinal = 'x'\n", ":2: 'final' stands outside a table"),
        ("\n[en\n", ":2: not valid TOML"),
    ]:
        path.write_text(text, "utf-8")
        with pytest.raises(ValueError, match=message):
            read_extension(path)
