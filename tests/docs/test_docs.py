"""What the documents say is true: links lead somewhere, commands run, pages are current."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sverka.review.rule import rules
from tests.cli.test_check import run
from tests.docs.pages import ROOT, rules_page

DOCUMENTS = sorted(
    path for path in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")) if path.name != "CHANGELOG.md"
)
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = sorted(
    {
        line.removeprefix("$ ").partition("  #")[0].strip()
        for path in DOCUMENTS
        for kind, text in BLOCK.findall(path.read_text("utf-8"))
        if kind == "console"
        for line in text.splitlines()
        if line.startswith("$ sverka ") and not re.search(r"[…\[\]<>|]", line)
    }
)


def identify(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this project, with the files that the documents take for granted."""
    folder = tmp_path_factory.mktemp("project")
    for name in ("seeds", "i18n", "locales"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sverka.toml", folder)
    (folder / "po").mkdir()
    article = "LC_MESSAGES/conversations-about-car-t.po"
    for locale in ("de", "fr", "ru"):
        shutil.copy(ROOT / "locales" / locale / article, folder / "po" / f"{locale}.po")
    shutil.copy(ROOT / "seeds/conversations-about-car-t.txt", folder / "article.txt")
    return folder


@pytest.mark.parametrize("path", DOCUMENTS, ids=identify)
def test_links_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_run(copy: Path, command: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    shutil.copytree(copy, folder)
    result = run(folder, *shlex.split(command)[1:])
    assert result.returncode in (0, 1), result.stdout + result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("path", DOCUMENTS, ids=identify)
def test_python_examples_run(copy: Path, path: Path) -> None:
    if path.name == "CONTRIBUTING.md":
        pytest.skip("its example is a rule, and has a test of its own")
    for kind, text in BLOCK.findall(path.read_text("utf-8")):
        if kind == "python":
            result = subprocess.run(
                [sys.executable, "-c", text],
                cwd=copy,
                env={"PYTHONPATH": str(ROOT / "tools"), "PATH": ""},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert result.returncode == 0, result.stderr


def test_the_quick_start_is_two_commands_that_make_knows() -> None:
    text = (ROOT / "README.md").read_text("utf-8").partition("## Quick start\n")[2]
    first = BLOCK.search(text)
    assert first
    assert first[1] == "sh"
    commands = first[2].split("\n")[:-1]
    assert len(commands) == 2
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for command in commands:
        target = command.removeprefix("make ")
        assert re.search(rf"^{target}:", makefile, re.MULTILINE)


def test_every_command_is_documented() -> None:
    everything = "".join(path.read_text("utf-8") for path in DOCUMENTS)
    commands = (ROOT / "tools/sverka/cli").glob("[a-z]*.py")
    for path in commands:
        assert f"sverka {path.stem}" in everything


def test_every_document_can_be_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    todo = [ROOT / "README.md"]
    while todo:
        path = todo.pop()
        if path in seen:
            continue
        seen.add(path)
        targets = re.findall(r"\]\(([^)#\s]+\.md)", path.read_text("utf-8"))
        todo += [other for name in targets if (other := (path.parent / name).resolve()).exists()]
    assert set(DOCUMENTS) <= seen


def test_the_table_of_rules_is_current() -> None:
    assert (ROOT / "docs/rules.md").read_text("utf-8") == rules_page(), "run `make docs`"


def test_the_changelog_names_rules_that_exist() -> None:
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    families = {rule.family for rule in rules().values()}
    for name in re.findall(r"`([a-z]+(?:-[a-z]+)+)`", text):
        if name.rpartition("-")[2] in ("mismatch", "variant", "untranslated", "missing", "script"):
            assert name in rules() or name in families


def test_a_rule_is_two_files(tmp_path: Path) -> None:
    """CONTRIBUTING says so; its example becomes a rule by being put there."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    code = next(body for kind, body in BLOCK.findall(text) if kind == "python")
    folder = tmp_path / "tools/sverka/rules"
    (folder / "my_rule.py").write_text(code, encoding="utf-8")
    (folder / "my_rule.md").write_text("# my-rule\n\nFinds shouting.\n", encoding="utf-8")
    (tmp_path / "x.de.po").write_text('msgid "Stop"\nmsgstr "Halt!"\n', encoding="utf-8")
    tools = str(tmp_path / "tools")
    assert "Finds shouting." in run(tmp_path, "explain", "my-rule", PYTHONPATH=tools).stdout
    checked = run(tmp_path, "check", "x.de.po", "--select", "my-rule", PYTHONPATH=tools)
    assert checked.returncode == 1
    assert '"!" is not in the pivot; delete it' in checked.stdout
