"""What the review must say of the article in seeds/, and what it must not."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy, copytree

import pytest
from click.testing import CliRunner

import sverka
from sverka.catalogue import load
from sverka.cli import cli
from sverka.review import Finding

ROOT = Path(__file__).parents[1]
ARTICLE = "seeds/conversations-about-car-t.txt"
FINISHED = ("ar", "de", "es", "fr", "ru", "uk", "zh_Hans")


@pytest.fixture(scope="module")
def findings() -> Iterator[tuple[Finding, ...]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield sverka.check().findings


def test_sar_t_is_reported_once_and_in_the_pivot(findings: tuple[Finding, ...]) -> None:
    about = [f for f in findings if "SAR-T" in f.message or f.text == "SAR-T"]
    (finding,) = [f for f in about if f.gate]
    assert about == [finding]
    assert (finding.rule, finding.severity) == ("acronym-variant", "error")
    assert (finding.file, finding.field, finding.locale) == (ARTICLE, "msgid", "en")
    assert finding.text == "SAR-T"
    assert finding.fix
    assert [edit.text for edit in finding.fix.edits] == ["CAR-T"]
    lines = (ROOT / ARTICLE).read_text("utf-8").splitlines()
    assert lines[finding.line - 1][finding.column - 1 :].startswith("SAR-T")
    text = (ROOT / ARTICLE).read_text("utf-8")
    count = text.count("CAR-T")
    assert f"{count} times" in finding.message
    assert "source" in finding.message
    assert "U+0421" in finding.message or "Cyrillic" in finding.message


def test_the_unfinished_locale_is_reported_for_what_it_lacks(
    findings: tuple[Finding, ...],
) -> None:
    turkish = [f for f in findings if f.locale == "tr"]
    names = {f.text for f in turkish if f.rule == "name-untranslated"}
    assert names == {"Лариса Менделеева", "Вадим Птушкин"}
    assert sum(f.rule == "untranslated" and f.severity == "note" for f in turkish) == 6
    assert sum(f.rule == "untranslated" and f.severity == "warning" for f in turkish) == 1
    assert sum(f.rule == "fuzzy" and f.severity == "note" for f in turkish) == 4
    assert sum(f.rule == "fuzzy" and f.severity == "warning" for f in turkish) == 1
    assert {f.rule for f in turkish if f.gate} == {"name-untranslated", "untranslated", "fuzzy"}


def test_nothing_is_reported_on_the_finished_locales(findings: tuple[Finding, ...]) -> None:
    assert [(f.locale, f.rule, f.message) for f in findings if f.locale in FINISHED] == []


def test_what_else_is_wrong_in_the_english(findings: tuple[Finding, ...]) -> None:
    gate = {(f.rule, f.text) for f in findings if f.locale == "en" and f.gate}
    assert ("name-variant", "Mohamed Mohti") in gate
    assert ("unbalanced-quotes", '"') in gate
    assert {rule for rule, _ in gate} <= {
        "acronym-variant",
        "name-mismatch",
        "name-variant",
        "unbalanced-quotes",
        "pivot-disagrees-with-source",
    }


def test_the_safe_repair_of_sar_t_edits_article_template_and_catalogues(tmp_path: Path) -> None:
    for name in ("seeds", "i18n", "locales", "sverka.toml"):
        (copytree if (ROOT / name).is_dir() else copy)(ROOT / name, tmp_path / name)
    texts = {path: path.read_text("utf-8") for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)
        result = CliRunner().invoke(cli, ["check", "--fix", "--select", "acronym-variant"])
    assert result.exit_code == 0, result.output
    changed = {path for path, text in texts.items() if path.read_text("utf-8") != text}
    assert {path.suffix for path in changed} == {".txt", ".pot", ".po"}
    assert len(changed) == 10
    assert "SAR-T" not in (tmp_path / ARTICLE).read_text("utf-8")
    for path in changed - {tmp_path / ARTICLE}:
        assert not any("SAR-T" in entry.msgid for entry in load(path).entries)
    fuzzy = "#, fuzzy"
    assert all(path.read_text("utf-8").count(fuzzy) == texts[path].count(fuzzy) for path in changed)
