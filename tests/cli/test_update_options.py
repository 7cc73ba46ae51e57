"""`sverka update`: the options of the merge."""

from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.helpers import po, write

CATALOGUE = "locales/de/LC_MESSAGES/a.po"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    files = {
        "sverka.toml": 'articles = ["seeds/*.txt"]\n',
        "seeds/a.txt": "We saw 4 big dogs there. A new one.\n",
        CATALOGUE: po("de", ("We saw 3 big dogs there.", "Wir sahen dort 3 große Hunde.")),
        "other.po": po("de", ("A new one.", "Ein neuer.")),
    }
    return write(tmp_path, files)


def test_dry_run_tells_and_writes_nothing(project: Path) -> None:
    before = (project / CATALOGUE).read_bytes()
    result = run(project, "update", "--dry-run")
    assert result.returncode == 0
    assert f"{CATALOGUE}: 1 fuzzy, 1 added" in result.stdout
    assert (project / CATALOGUE).read_bytes() == before


def test_no_fuzzy_looks_for_no_predecessor(project: Path) -> None:
    assert run(project, "update", "--no-fuzzy").returncode == 0
    text = (project / CATALOGUE).read_text("utf-8")
    assert "#, fuzzy" not in text
    assert '#~ msgid "We saw 3 big dogs there."' in text


def test_min_similarity_bounds_the_search(project: Path) -> None:
    assert run(project, "update", "--min-similarity", "0.999").returncode == 0
    assert "#, fuzzy" not in (project / CATALOGUE).read_text("utf-8")
    assert run(project, "update", "--min-similarity", "7").returncode == 2


def test_a_compendium_gives_what_the_catalogue_lacks(project: Path) -> None:
    assert run(project, "update", "--compendium", "other.po").returncode == 0
    assert "Ein neuer." in (project / CATALOGUE).read_text("utf-8")
    result = run(project, "update", "--compendium", "gone.po")
    assert result.returncode == 2
    assert "gone.po" in result.stderr


def test_an_unknown_locale_and_a_broken_file_are_told(project: Path) -> None:
    result = run(project, "update", "--locale", "fr")
    assert result.returncode == 2
    assert "no such locale in this project (it has de)" in result.stderr
    path = project / CATALOGUE
    path.write_bytes(path.read_bytes() + b"\n<<<<<<< HEAD\n")
    result = run(project, "update")
    assert result.returncode == 2
    assert f"sverka: {CATALOGUE}:" in result.stderr
