"""Files and names that nobody writes on purpose: told clearly, and nothing else is lost."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_check import TOOLS, run
from tests.helpers import HEADER, po, write

WRONG = po("de", ("14 apples", "41 Äpfel"))


def report(folder: Path, *arguments: str, code: int) -> dict[str, Any]:
    result = run(folder, "check", *arguments, "--format", "json")
    assert not result.stderr
    assert result.returncode == code
    told: dict[str, Any] = json.loads(result.stdout)
    return told


def rules_of(told: dict[str, Any]) -> list[str]:
    return [finding["rule"] for finding in told["findings"]]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_loop_of_links_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"po/de.po": WRONG})
    (tmp_path / "po/fr.po").symlink_to("fr.po")
    (tmp_path / "po/again").symlink_to(".")
    told = report(tmp_path, "po", "--select", "number-mismatch", code=2)
    assert rules_of(told) == ["number-mismatch"]
    assert [problem["file"] for problem in told["problems"]] == ["po/fr.po"]


@pytest.mark.skipif(sys.platform != "linux", reason="file names are Unicode there")
def test_a_file_name_that_is_not_unicode(tmp_path: Path) -> None:
    write(tmp_path, {"po/de.po": WRONG})
    (tmp_path / os.fsdecode(b"po/n\xe4me.po")).write_text(WRONG, "utf-8")
    told = report(tmp_path, "po", "--select", "number-mismatch", code=1)
    assert rules_of(told) == ["number-mismatch"] * 2
    assert "po/n\ufffdme.po" in {finding["file"] for finding in told["findings"]}


def test_what_is_no_catalogue_hides_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": WRONG, "notes.txt": "x"})
    told = report(tmp_path, "notes.txt", "de.po", "--select", "number-mismatch", code=2)
    assert rules_of(told) == ["number-mismatch"]
    assert told["problems"][0]["file"] == "notes.txt"


def test_syntax_is_found_where_it_is(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": HEADER.format(locale="de") + 'msgid "a"\nmsgstr "b\n'})
    told = report(tmp_path, "de.po", "--select", "syntax", code=2)
    (finding,) = told["findings"]
    (problem,) = told["problems"]
    assert (finding["line"], finding["column"]) == (9, 8) == (problem["line"], problem["column"])


@pytest.mark.parametrize("command", ["check", "extract", "update", "build", "stats"])
def test_a_missing_article_stops_no_other(tmp_path: Path, command: str) -> None:
    config = 'pivot = "en"\narticles = [\n  "seeds/gone.txt",\n  "seeds/*.txt",\n]\n'
    write(tmp_path, {"sverka.toml": config, "seeds/a.txt": "A title\n\nThe the end.\n"})
    result = run(tmp_path, command)
    assert result.returncode == 2
    told = result.stdout + result.stderr
    assert "sverka.toml:3" in told
    assert "nothing matches 'seeds/gone.txt'" in told
    done = {"extract": "i18n/a.pot", "build": "build/en/a.html"}
    assert (tmp_path / done.get(command, "seeds/a.txt")).is_file()
    assert command != "check" or "doubled-word" in told


def test_an_empty_article_is_a_problem_for_check_too(tmp_path: Path) -> None:
    config = 'pivot = "en"\narticles = ["seeds/*.txt"]\n'
    write(tmp_path, {"sverka.toml": config, "seeds/a.txt": "", "seeds/b.txt": "The the end.\n"})
    told = report(tmp_path, "--select", "doubled-word", code=2)
    assert rules_of(told) == ["doubled-word"]
    assert [problem["file"] for problem in told["problems"]] == ["seeds/a.txt"]


def test_what_could_not_be_read_is_not_deleted(tmp_path: Path) -> None:
    catalogue = tmp_path / "de.po"
    text = HEADER.format(locale="de") + 'msgid "Hello there"\nmsgstr "Sch\xf6n"\n'
    catalogue.write_bytes(text.encode("latin-1"))
    before = catalogue.read_bytes()
    assert run(tmp_path, "check", "de.po", "--fix", "--unsafe-fixes").returncode == 2
    assert catalogue.read_bytes() == before


@pytest.mark.parametrize("glob", ["", "/", "seeds/***.txt"])
@pytest.mark.parametrize("command", ["check", "extract", "build"])
def test_a_pattern_that_is_none(tmp_path: Path, command: str, glob: str) -> None:
    write(tmp_path, {"sverka.toml": f'pivot = "en"\narticles = ["{glob}"]\n'})
    result = run(tmp_path, command)
    assert result.returncode == 2
    assert "sverka.toml:2" in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_the_folder_of_the_articles_can_be_checked(tmp_path: Path) -> None:
    config = 'pivot = "en"\narticles = ["seeds/*.txt"]\n'
    write(tmp_path, {"sverka.toml": config, "seeds/a.txt": "The the end.\n", "x/de.po": WRONG})
    told = report(tmp_path, "seeds", "--select", "doubled-word", code=1)
    assert rules_of(told) == ["doubled-word"]
    assert not told["problems"]


def test_an_unreadable_article_is_told_with_its_line(tmp_path: Path) -> None:
    write(tmp_path, {"sverka.toml": 'articles = ["seeds/*.txt"]\n', "seeds/a.txt": "A title\n"})
    (tmp_path / "seeds/a.txt").write_bytes(b"A title\n\nSch\xf6n\n")
    told = report(tmp_path, code=2)
    (finding,) = told["findings"]
    assert (finding["line"], finding["column"]) == (3, 1)
    assert finding["message"].startswith("byte 0xf6 is not UTF-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", [("check", "de.po"), ("explain", "spacing"), ("config",)])
def test_a_full_disk_is_no_finding(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write(tmp_path, {"de.po": WRONG})
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "sverka", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(TOOLS)},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    assert result.returncode == 2
    assert result.stderr.startswith("sverka: standard output: ")
    assert result.stderr.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such pipes")
def test_a_reader_who_leaves_early_changes_no_exit_code(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": po("de", *((f"{n} apples", f"{n + 1} Äpfel") for n in range(600)))})
    command = [sys.executable, "-m", "sverka", "check", "de.po", "--format", "json"]
    environment = {**os.environ, "PYTHONPATH": str(TOOLS)}
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.read(1)
        process.stdout.close()
        assert not process.stderr.read()
    assert process.returncode == 1
