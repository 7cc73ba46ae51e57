"""`sverka fmt`."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.helpers import HEADER, write

LONG = "word " * 30 + "end."
UGLY = HEADER.format(locale="de") + f'#: a.c:12 a.c:99\nmsgid "x"\nmsgstr "{LONG}"\n\n\n'


def test_check_writes_nothing_and_fmt_writes_once(tmp_path: Path) -> None:
    write(tmp_path, {"po/de.po": UGLY})
    assert run(tmp_path, "fmt", "--check", "po").returncode == 1
    assert (tmp_path / "po/de.po").read_text("utf-8") == UGLY
    assert run(tmp_path, "fmt", "po/de.po").returncode == 0
    text = (tmp_path / "po/de.po").read_text("utf-8")
    assert max(map(len, text.splitlines())) <= 79
    assert run(tmp_path, "fmt", "--check", "po/de.po").returncode == 0
    assert run(tmp_path, "fmt", "--no-wrap", "po/de.po").returncode == 0
    assert LONG in (tmp_path / "po/de.po").read_text("utf-8")


def test_no_line_refs_touches_nothing_else(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": UGLY})
    assert run(tmp_path, "fmt", "--no-line-refs", "de.po").returncode == 0
    expected = UGLY.replace("#: a.c:12 a.c:99", "#: a.c")
    assert (tmp_path / "de.po").read_text("utf-8") == expected


def test_a_broken_file_is_told_and_kept_and_the_others_are_formatted(tmp_path: Path) -> None:
    broken = HEADER.format(locale="fr") + 'msgid "x"\nmsgstr "y\n'
    write(tmp_path, {"a.po": broken, "b.po": UGLY})
    result = run(tmp_path, "fmt", "a.po", "gone.po", "b.po")
    assert result.returncode == 2
    assert "a.po:9:" in result.stderr
    assert "gone.po: " in result.stderr
    assert (tmp_path / "a.po").read_text("utf-8") == broken
    assert (tmp_path / "b.po").read_text("utf-8") != UGLY


@pytest.mark.skipif(not shutil.which("msgcat"), reason="needs GNU gettext")
def test_it_writes_what_msgcat_writes(tmp_path: Path) -> None:
    write(tmp_path, {"de.po": UGLY})
    expected = subprocess.run(
        ["msgcat", "de.po"], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    run(tmp_path, "fmt", "de.po")
    assert (tmp_path / "de.po").read_bytes() == expected
