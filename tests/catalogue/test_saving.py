"""A save is whole or has not happened."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sverka.catalogue import CatalogueError, load
from sverka.catalogue.saving import atomic_write

WRITER = """
import sys
from sverka.catalogue.saving import atomic_write
path, size = sys.argv[1], int(sys.argv[2])
print("ready", flush=True)
number = 0
while True:
    number += 1
    atomic_write(path, (b"%d " % (number % 10)) * size)
"""


def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    target = tmp_path / "real.po"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link = tmp_path / "link.po"
    link.symlink_to(target.name)
    atomic_write(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_an_error_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "x.po"
    target.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="no space left"):
        atomic_write(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["x.po"]


def test_an_unchanged_catalogue_is_not_written(tmp_path: Path) -> None:
    target = tmp_path / "x.po"
    target.write_bytes(b'msgid "a"\nmsgstr "b"\n')
    before = target.stat().st_mtime_ns, target.stat().st_ino
    load(target).save()
    assert (target.stat().st_mtime_ns, target.stat().st_ino) == before


def test_what_killed_processes_left_is_removed_by_the_next_save_in_the_folder(
    tmp_path: Path,
) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left, alive = tmp_path / f".de.po.{dead.pid}.sverka", tmp_path / f".fr.po.{os.getpid()}.sverka"
    other = tmp_path / ".sverka"
    for path in (left, alive, other):
        path.write_bytes(b"x")
    atomic_write(tmp_path / "ru.po", b"y")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        [alive.name, other.name, "ru.po"]
    )


def test_a_removed_file_is_not_written_again(tmp_path: Path) -> None:
    target = tmp_path / "x.po"
    target.write_bytes(b'msgid "a"\nmsgstr "b"\n')
    catalogue = load(target)
    target.unlink()
    with pytest.raises(CatalogueError, match="was removed"):
        catalogue.replace(catalogue.entries[0], msgstr="c").save()


def kill_while_saving(folder: Path, times: int, seed: int) -> int:
    """Kill a process that saves again and again; how often the file was not whole."""
    rng = random.Random(seed)
    target = folder / "x.po"
    size = 200_000
    torn = 0
    for _ in range(times):
        target.write_bytes(b"0 " * size)
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(target), str(size)], stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(rng.random() * 0.02)
            process.send_signal(signal.SIGKILL)
        data = target.read_bytes()
        torn += data != data[:2] * size
        atomic_write(target, b"after")
        assert [path.name for path in folder.iterdir()] == ["x.po"], "a temporary file stayed"
    return torn


@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_a_killed_save_leaves_the_old_or_the_new_file(tmp_path: Path) -> None:
    assert kill_while_saving(tmp_path, 12, 1) == 0


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="needs SIGKILL")
def test_five_hundred_killed_saves(tmp_path: Path) -> None:
    assert kill_while_saving(tmp_path, 500, 2) == 0
