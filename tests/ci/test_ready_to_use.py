"""What others include: pre-commit hooks, GitHub's action, GitLab's job."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_check import TOOLS
from tests.helpers import CONFIG, po, write

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[2]
GITLAB = ROOT / "docs/sverka.gitlab-ci.yml"


def parsed(path: Path) -> Any:
    return yaml.safe_load(path.read_text("utf-8"))


@pytest.mark.parametrize(
    ("path", "schema"),
    [(ROOT / "action.yml", "github-actions"), (GITLAB, "gitlab-ci")],
    ids=["github", "gitlab"],
)
def test_schema(path: Path, schema: str) -> None:
    pytest.importorskip("check_jsonschema")
    command = ["-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", str(path)]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    catalogue = po("de", ("14  apples", "15 Äpfel"))
    return write(
        tmp_path,
        {
            "sverka.toml": CONFIG,
            "seeds/a.txt": "14 apples\n",
            "locales/de/LC_MESSAGES/a.po": catalogue,
        },
    )


def shell(folder: Path, script: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as CI does; `sverka` is this one."""
    path = folder / "bin/sverka"
    if not path.exists():
        path.parent.mkdir()
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m sverka "$@"\n', encoding="utf-8")
        path.chmod(0o755)
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(TOOLS),
            "PATH": f"{path.parent}{os.pathsep}{os.environ['PATH']}",
            **environment,
        },
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


needs_bash = pytest.mark.skipif(os.name == "nt", reason="CI runs these scripts with bash")


@needs_bash
def test_the_github_action_runs(project: Path) -> None:
    action = parsed(ROOT / "action.yml")
    assert set(action["inputs"]) == {"arguments", "sarif", "working-directory", "python-version"}
    (step,) = [step for step in action["runs"]["steps"] if step.get("id") == "check"]
    assert "${{" not in step["run"], "an input pasted into a script is a way in"
    done = shell(
        project,
        step["run"],
        ARGUMENTS="--select number-mismatch",
        SARIF="out.sarif",
        GITHUB_OUTPUT=str(project / "output"),
        GITHUB_STEP_SUMMARY=str(project / "summary.md"),
    )
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=locales/de/LC_MESSAGES/a.po,line=")
    assert json.loads((project / "out.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert (project / "output").read_text("utf-8") == "sarif=out.sarif\n"
    assert "number-mismatch" in (project / "summary.md").read_text("utf-8")


@needs_bash
def test_the_gitlab_job_runs(project: Path) -> None:
    job = parsed(GITLAB)["sverka"]
    (script,) = job["script"]
    done = shell(project, script, SVERKA_ARGUMENTS="--select number-mismatch")
    assert done.returncode == 1, done.stderr
    for file in job["artifacts"]["reports"].values():
        assert (project / file).stat().st_size > 100


HOOKS = parsed(ROOT / ".pre-commit-hooks.yaml")


@needs_bash
@pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])
def test_the_hooks_run(project: Path, hook: dict[str, Any]) -> None:
    required = {"id", "name", "description", "entry", "language"}
    assert required <= set(hook) <= required | {"types", "pass_filenames", "require_serial"}
    assert hook["language"] == "python"
    assert hook["types"] == ["pofile"]
    assert not hook["pass_filenames"], "rules that compare files need them all"
    done = shell(project, hook["entry"])
    assert done.returncode == 1, done.stderr
    assert "number-mismatch" in done.stdout


def test_there_is_a_hook_to_check_and_one_to_fix() -> None:
    assert [hook["id"] for hook in HOOKS] == ["sverka-check", "sverka-fix"]
