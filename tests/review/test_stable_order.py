"""A report depends on the files only: not on the order in which a process keeps its sets."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.rules.trials import catalogue

ROOT = Path(__file__).parents[2]


def reported(*arguments: str, seed: int, where: Path) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-m", "sverka", "check", "--no-cache", "--format", "json", *arguments],
        cwd=where,
        env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT / "tools")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    found: list[Any] = report["findings"]
    return found


def test_the_shipped_project() -> None:
    first = reported(seed=0, where=ROOT)
    assert first
    assert reported(seed=1, where=ROOT) == first


@pytest.mark.parametrize("pair", ["en-ru", "en-de", "ru-en"])
def test_a_trial(pair: str, tmp_path: Path) -> None:
    path = catalogue("fifth", pair, tmp_path).name
    pivot = pair.partition("-")[0]
    first = reported(path, "--pivot", pivot, seed=2, where=tmp_path)
    assert first
    assert reported(path, "--pivot", pivot, seed=3, where=tmp_path) == first
