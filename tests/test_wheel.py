"""The wheel holds all that the commands need: pages, tables, templates."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.helpers import po, write

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the built wheel was unpacked."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_every_file_of_the_package_is_in_the_wheel(installed: Path) -> None:
    package = ROOT / "tools"
    ours = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {p.relative_to(installed).as_posix() for p in installed.rglob("*") if p.is_file()}
    assert ours <= packed
    assert not [name for name in packed - ours if ".dist-info/" not in name]


def test_commands_run_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    write(tmp_path, {"app.de.po": po("de", ("Three dogs", ""))})
    tools = str(installed)
    page = run(tmp_path, "explain", "untranslated", PYTHONPATH=tools)
    assert page.stdout.startswith("# untranslated\n")
    checked = run(tmp_path, "check", "app.de.po", PYTHONPATH=tools)
    assert checked.returncode == 1
    assert "[untranslated]" in checked.stdout
