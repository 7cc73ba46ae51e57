"""Candidates, renderings and concordance, and the command that shows them."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from sverka.cli.terms import command
from sverka.project.glossary import read_glossary

PO = """msgid ""
msgstr ""
"Language: {locale}\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

"""
ENTRIES = {
    "The cell therapy (CT) works.": ("Die Zelltherapie (ZT) wirkt.", "Клеточная терапия помогает."),
    "New cell therapies are dear.": ("Neue Zelltherapien sind teuer.", "Клеточные терапии дороги."),
    "A cell therapy needs CT data.": (
        "Eine Zelltherapie braucht ZT-Daten.",
        "Для клеточной терапии нужны данные.",
    ),
    "=SUM(A1) is no cell therapy.": (
        "=SUM(A1) ist keine Zelltherapie.",
        "Это не клеточная терапия.",
    ),
    "Nothing else.": ("Sonst nichts.", "Больше ничего."),
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for number, locale in enumerate(("de", "ru")):
        path = tmp_path / f"locales/{locale}/LC_MESSAGES/a.po"
        path.parent.mkdir(parents=True)
        body = "".join(f'msgid "{k}"\nmsgstr "{v[number]}"\n\n' for k, v in ENTRIES.items())
        path.write_text(PO.format(locale=locale) + body, encoding="utf-8")
    (tmp_path / "sverka.toml").write_text('pivot = "en"\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*args: str) -> str:
    result = CliRunner().invoke(command, args)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_terms_and_acronyms_with_renderings(project: Path) -> None:
    found = {row["form"]: row for row in json.loads(run("--format", "json"))}
    therapy = found["cell therapy"]
    assert therapy["segments"] == 4
    assert therapy["renderings"]["de"][0] == {"form": "Zelltherapie", "segments": 4}
    assert therapy["renderings"]["ru"][0]["segments"] == 4
    assert found["CT"]["expansion"] == "cell therapy"
    assert found["CT"]["renderings"]["de"][0]["form"] == "ZT"


def test_csv_is_a_glossary(project: Path) -> None:
    text = run("--format", "csv")
    path = project / "candidates.csv"
    path.write_text(text, encoding="utf-8")
    forms = {term.forms("en")[0]: term.forms("de") for term in read_glossary([path]).terms}
    assert forms["cell therapy"] == ("Zelltherapie",)
    assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(text)) for cell in row)


def test_tbx_is_a_glossary(project: Path) -> None:
    path = project / "candidates.tbx"
    path.write_text(run("--format", "tbx"), encoding="utf-8")
    forms = {term.forms("en")[0]: term.forms("de") for term in read_glossary([path]).terms}
    assert forms["cell therapy"] == ("Zelltherapie",)


def test_concordance_finds_inflected_forms(project: Path) -> None:
    text = run("--find", "cell therapy")
    assert text.count("a.po:") == 4
    assert "New [cell therapies] are dear." in text
    assert "Клеточные терапии дороги." in text
    assert "Sonst nichts" not in text


def test_concordance_of_a_translation(project: Path) -> None:
    (hit, *rest) = json.loads(run("--find", "данные", "--format", "json"))
    assert not rest
    assert hit["locale"] == "ru"
    assert hit["translations"]["de"]["text"] == "Eine Zelltherapie braucht ZT-Daten."


def test_nothing_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(command, [])
    assert result.exit_code == 2
