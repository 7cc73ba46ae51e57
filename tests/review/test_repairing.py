"""Repairs in files: all of them or none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sverka.catalogue import CatalogueError, load
from sverka.cli import cli
from sverka.project import Project, open_project
from sverka.review import repairing
from sverka.review.api import check
from sverka.review.repairing import diff, prepare, write

ARTICLE = """Gene therapy

The the child was treated. It went well.

It went on.
"""
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/a.txt").write_text(ARTICLE, "utf-8", newline="\n")
    (tmp_path / "sverka.toml").write_text(
        'pivot = "en"\narticles = ["seeds/*.txt"]\ntargets = ["de", "uk"]\n', "utf-8"
    )
    run("extract")
    run("update")
    for locale, words in (("de", ("Gentherapie", "Das Kind wurde  behandelt.", "Es ging gut.")),):
        path = tmp_path / f"locales/{locale}/LC_MESSAGES/a.po"
        catalogue = load(path)
        for index, msgstr in enumerate(words):
            catalogue = catalogue.replace(catalogue.entries[index], msgstr=msgstr)
        catalogue.save()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def read_all(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file() and ".sverka" not in str(path))
    return {str(path.relative_to(root)): path.read_bytes() for path in files}


SELECT = ("--select", "doubled-word", "--select", "spacing")


def opened(root: Path) -> Project:
    return open_project(root)


def test_diff_shows_and_writes_nothing(project: Path) -> None:
    before = read_all(project)
    result = run("check", "--diff", "--unsafe-fixes", *SELECT)
    assert result.exit_code == 1
    assert "-The the child was treated. It went well." in result.stdout, result.output
    assert "# seeds/a.txt: 'The the' becomes 'The' in the article" in result.stdout
    assert "translations stay and are not fuzzy" in result.stdout
    assert read_all(project) == before


def test_safe_repairs_only(project: Path) -> None:
    result = run("check", "--fix", "--select", "spacing")
    assert result.exit_code == 0, result.output
    entry = load(project / "locales/de/LC_MESSAGES/a.po").entries[1]
    assert entry.msgstr == "Das Kind wurde behandelt."
    assert (project / "seeds/a.txt").read_text("utf-8").startswith("Gene therapy\n\nThe the child")


def test_a_pivot_repair_edits_article_template_and_every_msgid(project: Path) -> None:
    result = run("check", "--fix", "--unsafe-fixes", "--select", "doubled-word")
    assert result.exit_code == 0, result.output
    assert (project / "seeds/a.txt").read_bytes() == ARTICLE.replace("The the", "The").encode()
    for path in ("i18n/a.pot", "locales/de/LC_MESSAGES/a.po", "locales/uk/LC_MESSAGES/a.po"):
        entry = load(project / path).entries[1]
        assert entry.msgid == "The child was treated."
        assert not entry.fuzzy
        assert not entry.previous_msgid
    german = load(project / "locales/de/LC_MESSAGES/a.po").entries[1]
    assert german.msgstr == "Das Kind wurde  behandelt."
    assert run("extract", "--check").exit_code == 0
    assert run("update", "--check").exit_code == 0
    assert run("check", "--diff", "--unsafe-fixes", "--select", "doubled-word").exit_code == 0


def test_two_sentences_that_would_become_one_are_left_alone(project: Path) -> None:
    path = project / "seeds/a.txt"
    path.write_text(ARTICLE.replace("It went on.", "It went went well."), "utf-8", newline="\n")
    run("extract")
    run("update")
    result = run("check", "--fix", "--unsafe-fixes", "--select", "doubled-word")
    assert "there is a sentence 'It went well.' already" in result.output
    assert result.exit_code == 1
    assert path.read_text("utf-8") == ARTICLE.replace("The the", "The").replace(
        "It went on.", "It went went well."
    )


def test_nothing_is_half_written(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = check((), select=["doubled-word"])
    repairs = prepare(report.findings, opened(project), unsafe=True)
    assert len(repairs.changes) == 4
    before = read_all(project)
    real, calls = repairing.atomic_write, list[Path]()

    def failing(path: Path, data: bytes) -> None:
        calls.append(path)
        if len(calls) == 3:
            raise PermissionError(13, "Permission denied", str(path))
        real(path, data)

    monkeypatch.setattr(repairing, "atomic_write", failing)
    with pytest.raises(PermissionError):
        write(repairs)
    assert read_all(project) == before


def test_a_file_that_changed_meanwhile_stops_everything(project: Path) -> None:
    report = check((), select=["doubled-word"])
    repairs = prepare(report.findings, opened(project), unsafe=True)
    with (project / "seeds/a.txt").open("ab") as file:
        file.write(b"More.\n")
    before = read_all(project)
    with pytest.raises(CatalogueError, match="changed meanwhile"):
        write(repairs)
    assert read_all(project) == before


def test_a_program_s_msgids_are_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = HEADER.format("de") + (
        'msgid "Open the the file"\nmsgstr "Datei öffnen"\n\n'
        'msgid "Close the file"\nmsgstr "Datei Datei schließen"\n'
    )
    Path("de.po").write_text(text, "utf-8", newline="\n")
    result = run("check", "de.po", "--unsafe-fixes", "--select", "doubled-word")
    assert Path("de.po").read_text("utf-8") == text.replace("Datei Datei", "Datei")
    assert "repaired" in result.output


def test_the_diff_can_be_read_back(project: Path) -> None:
    report = check((), select=["doubled-word"])
    repairs = prepare(report.findings, opened(project), unsafe=True)
    lines = diff(repairs).splitlines()
    assert sum(line.startswith("--- a/") for line in lines) == 4
    removed = [line for line in lines if line.startswith("-") and not line.startswith("---")]
    assert len(removed) == 10
