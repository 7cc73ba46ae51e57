"""`sverka check`, as a person or a script runs it."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.helpers import CONFIG, po, write

TOOLS = Path(__file__).parents[2] / "tools"


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sverka", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(TOOLS), **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def check_json(folder: Path, *arguments: str) -> dict[str, Any]:
    result = run(folder, "check", "--format", "json", *arguments)
    assert not result.stderr
    report: dict[str, Any] = json.loads(result.stdout)
    return report


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "sverka.toml": CONFIG,
            "seeds/a.txt": "A title\n\nTwo sentences. One is missing.\n",
            "locales/ru/LC_MESSAGES/a.po": po(
                "ru",
                ("A title", "Заглавие"),
                ("Two sentences.", "Два предложения."),
                ("One is missing.", "Одного нет."),
            ),
            "locales/de/LC_MESSAGES/a.po": po(
                "de",
                ("A title", "Ein Titel"),
                ("Two sentences.", "Zwei Sätze."),
                ("One is missing.", ""),
            ),
        },
    )


def test_a_finding_has_the_fields_of_the_contract(project: Path) -> None:
    report = check_json(project, "--select", "untranslated")
    assert list(report) == ["version", "findings", "problems", "summary"]
    assert report["version"] == 1
    whole, entry = report["findings"]
    assert whole | {"fingerprint": "", "message": ""} == {
        "rule": "untranslated",
        "family": "state",
        "severity": "warning",
        "certainty": "certain",
        "gate": True,
        "message": "",
        "file": "locales/de/LC_MESSAGES/a.po",
        "line": 1,
        "column": 1,
        "locale": "de",
        "msgctxt": None,
        "msgid": "",
        "plural": None,
        "field": "header",
        "span": None,
        "text": None,
        "related": [],
        "fix": None,
        "fingerprint": "",
    }
    assert (entry["line"], entry["column"], entry["msgid"]) == (14, 1, "One is missing.")
    assert entry["severity"] == "note"
    assert not entry["gate"]
    assert report["summary"] | {"seconds": 0} == {
        "files": 3,
        "entries": 6,
        "errors": 0,
        "warnings": 1,
        "notes": 1,
        "seconds": 0,
    }


def test_exit_codes(project: Path) -> None:
    assert run(project, "check", "--select", "untranslated").returncode == 1
    assert run(project, "check", "--select", "untranslated", "--gate", "error").returncode == 0
    assert run(project, "check", "locales/ru", "--select", "untranslated").returncode == 0
    assert run(project, "check", "--select", "no-such-rule").returncode == 2
    assert run(project, "check", "--format", "papyrus").returncode == 2
    assert run(project, "check", "--gate", "awful").returncode == 2


def test_an_unreadable_file_hides_nothing(project: Path) -> None:
    broken = project / "locales/fr/LC_MESSAGES/a.po"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b'msgid ""\nmsgstr ""\n"Language: fr\\n"\n\nmsgid "A title"\nmsgstr "Ti\n')
    result = run(project, "check", "--format", "json", "--select", "untranslated")
    assert result.returncode == 2
    report = json.loads(result.stdout)
    assert [f["locale"] for f in report["findings"]] == ["de", "de"]
    (problem,) = report["problems"]
    assert problem["file"] == "locales/fr/LC_MESSAGES/a.po"
    assert problem["line"] == 6
    assert problem["message"]


@pytest.mark.parametrize(
    ("files", "arguments", "message"),
    [
        ({"sverka.toml": "pivto = 'en'\n"}, [], "sverka.toml:1: unknown key 'pivto'"),
        ({"sverka.toml": "articles = ['gone.txt']\n"}, [], "nothing matches 'gone.txt'"),
        ({"sverka.toml": "names = 'gone.csv'\n"}, [], "gone.csv"),
        ({}, [], "nothing to review"),
        ({}, ["gone.po"], "gone.po:1:1: cannot be read: no such file"),
        ({"x.txt": "x"}, ["x.txt"], "x.txt:1:1: cannot be read: not a catalogue"),
        ({}, ["--config", "gone.toml"], "gone.toml"),
    ],
)
def test_bad_input_is_told_in_one_line(
    tmp_path: Path, files: dict[str, str], arguments: list[str], message: str
) -> None:
    result = run(write(tmp_path, files), "check", *arguments)
    assert result.returncode == 2
    assert message in result.stdout + result.stderr
    assert "Traceback" not in result.stderr


def test_a_bare_catalogue_needs_no_project(tmp_path: Path) -> None:
    write(tmp_path, {"shop.de.po": po("de", ("Buy", "Kaufen"), ("Sell", ""))})
    report = check_json(tmp_path, "shop.de.po", "--select", "untranslated")
    assert [f["msgid"] for f in report["findings"]] == ["", "Sell"]
    assert report["findings"][0]["locale"] == "de"


def test_an_empty_catalogue_is_just_one_without_entries(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": ""})
    report = check_json(tmp_path, "de.po", "--select", "untranslated")
    assert report["findings"] == report["problems"] == []
    assert report["summary"]["entries"] == 0


def test_fingerprints_do_not_know_lines(project: Path) -> None:
    before = check_json(project, "--select", "untranslated")["findings"]
    path = project / "locales/de/LC_MESSAGES/a.po"
    path.write_text("# One\n# Two\n" + path.read_text("utf-8"), encoding="utf-8")
    after = check_json(project, "--select", "untranslated")["findings"]
    assert [f["fingerprint"] for f in before] == [f["fingerprint"] for f in after]
    assert before[1]["line"] + 2 == after[1]["line"]
    assert len({f["fingerprint"] for f in before}) == 2


def test_the_report_can_go_to_files(project: Path) -> None:
    result = run(project, "check", "--format", "text", "--format", "json=out.json")
    assert "not translated" in result.stdout
    assert json.loads((project / "out.json").read_text("utf-8"))["version"] == 1
    assert run(project, "check", "--format", "json=no/such/folder/x").returncode == 2


def test_output_is_plain_when_not_a_terminal(project: Path) -> None:
    assert "\x1b" not in run(project, "check").stdout


def test_everything_has_help(tmp_path: Path) -> None:
    result = run(tmp_path, "--help")
    assert result.returncode == 0
    for command in ("check", "config", "explain", "init"):
        assert command in result.stdout
        assert run(tmp_path, command, "--help").returncode == 0


def test_explain_shows_the_page(tmp_path: Path) -> None:
    assert run(tmp_path, "explain", "untranslated").stdout.startswith("# untranslated\n")
    assert "untranslated" in run(tmp_path, "explain").stdout
    result = run(tmp_path, "explain", "untransalted")
    assert result.returncode == 2
    assert "did you mean 'untranslated'?" in result.stderr


def test_init_then_config(tmp_path: Path) -> None:
    result = run(tmp_path, "init", "--source", "ru", "--target", "de", "--target", "pt_BR")
    assert result.returncode == 0
    assert (tmp_path / "i18n/names.csv").read_text("utf-8") == "kind,en,ru,de,pt_BR,note\n"
    shown = run(tmp_path, "config").stdout
    assert shown.startswith("# sverka.toml\n")
    assert 'source = "ru"\n' in shown
    (tmp_path / "sverka.toml").write_text("pivot = 'fr'\n", encoding="utf-8")
    assert "kept     sverka.toml" in run(tmp_path, "init").stdout
    assert 'pivot = "fr"\n' in run(tmp_path, "config").stdout
    assert run(tmp_path, "init", "--target", "x" * 20).returncode == 2


def test_the_pivot_of_a_bare_catalogue_is_told_by_its_header(tmp_path: Path) -> None:
    text = po("de", ("deux deux chats", "zwei Katzen"))
    told = text.replace('"Language: de', '"X-Source-Language: fr\\n"\n"Language: de')
    write(tmp_path, {"a.de.po": told, "b.de.po": text})
    for name, pivot in (("a.de.po", "fr"), ("b.de.po", "en")):
        (finding,) = check_json(tmp_path, name, "--select", "doubled-word")["findings"]
        assert (finding["locale"], finding["field"]) == (pivot, "msgid")
    (finding,) = check_json(tmp_path, "a.de.po", "--pivot", "it", "--select", "doubled-word")[
        "findings"
    ]
    assert finding["locale"] == "it"


def test_a_file_in_place_of_the_build_folder_is_told_once(project: Path) -> None:
    write(project, {"build": "I am a file"})
    result = run(project, "build")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "build: a file stands where the build folder should be" in result.stderr
    assert (project / "build").read_text("utf-8") == "I am a file"
