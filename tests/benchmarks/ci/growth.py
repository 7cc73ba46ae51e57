"""Warm runs, memory, start, and how the cost grows."""

import hashlib
import statistics
import sys
import tempfile
import time
from pathlib import Path

from .corpus import write_project
from .measure import run, sverka

FEW = ("--select", "number-mismatch,untranslated,same-source-different-translation")


def warm(files: int = 300, entries: int = 100) -> None:
    """Nothing changed, one file changed: beside the cold run, and beside reading the files."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, files, entries)
        paths = sorted(folder.rglob("*.po"))
        begun = time.perf_counter()
        for path in paths:
            hashlib.blake2b(path.read_bytes()).digest()
        reading = time.perf_counter() - begun
        start = statistics.median(sverka(folder, "--help").cpu for _ in range(3))
        cold = sverka(folder, "check", "--jobs", "1")
        same = min(sverka(folder, "check", "--jobs", "1").cpu for _ in range(3))
        last = paths[-1]
        last.write_text(last.read_text("utf-8").replace("kk", "kl"), encoding="utf-8")
        one = sverka(folder, "check", "--jobs", "1")
        print(f"{files} files, {files * entries} entries; seconds of processor")
        print(f"reading and hashing {reading:.3f}, `--help` {start:.2f}, cold {cold.cpu:.1f}")
        print(f"nothing changed {same:.2f}")
        print(f"one file changed {one.cpu:.2f}: {100 * one.cpu / cold.cpu:.1f} % of cold")


def memory(files: int = 1000, entries: int = 1000) -> None:
    """Peak memory of one process; with all rules if there are few entries, else with three."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, files, entries)
        rules = () if files * entries <= 100_000 else FEW
        cost = sverka(folder, "check", "--jobs", "1", "--format", "concise=out", *rules)
        told = "all rules" if not rules else rules[1]
        print(f"{files * entries} entries, {told}: {cost.mebibytes:.0f} MiB, {cost.cpu:.0f} s")


def start() -> None:
    """Import time of `sverka --help` beside bare Python, medians of interleaved rounds."""
    here = Path()
    pairs = [
        (sverka(here, "--help").cpu, run([sys.executable, "-c", "pass"], here).cpu)
        for _ in range(9)
    ]
    extra = statistics.median(a - b for a, b in pairs)
    print(f"`sverka --help`: {1000 * extra:.0f} ms more than bare Python")


def curves() -> None:
    """How the cost grows with entries, locales and glossary; each row doubles the one above."""
    print("entries: seconds of processor, times the row above")
    _curve([(20 * 2**n, 100, 5, 0) for n in range(4)], lambda row: str(row[0] * row[1]))
    print("locales")
    _curve([(4 * 2**n, 300, 2**n, 0) for n in range(4)], lambda row: str(row[2]))
    print("terms in the glossary")
    _curve([(10, 200, 5, 250 * 2**n) for n in range(4)], lambda row: str(row[3]))


def _curve(rows: list[tuple[int, int, int, int]], label: object) -> None:
    previous = 0.0
    for row in rows:
        files, entries, locales, terms = row
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_project(folder, files, entries, locales)
            if terms:
                _write_glossary(folder, terms)
            base = sverka(folder, "--help").cpu
            cpu = sverka(folder, "check", "--jobs", "1", "--no-cache").cpu - base
        growth = f"{cpu / previous:.2f}" if previous else ""
        assert callable(label)
        print(f"  {label(row):>8} {cpu:7.2f} {growth}")
        previous = cpu


def _write_glossary(folder: Path, terms: int) -> None:
    rows = [f"concept{n} thing,Begriff{n},concepto{n}" for n in range(terms)]
    (folder / "glossary.csv").write_text("\n".join(["en,de,es", *rows, ""]), encoding="utf-8")
    config = folder / "sverka.toml"
    text = config.read_text("utf-8")
    config.write_text(text + 'glossary = ["glossary.csv"]\n', encoding="utf-8")
