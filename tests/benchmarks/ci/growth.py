"""Warm runs, memory, start, and how the cost grows."""

import hashlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from .corpus import write_project
from .measure import run, sverka, workers
from .plot import plot

PLOT = Path(__file__).parents[3] / "docs/benchmarks/curves.svg"


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
    """Peak memory of one process with all rules, and of each of two workers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, files, entries)
        cost = sverka(folder, "check", "--jobs", "1", "--format", "concise=out")
        print(f"{files * entries} entries: {cost.mebibytes:.0f} MiB, {cost.cpu:.0f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_project(folder, 60, entries)
        peaks = workers(folder, "check", "--jobs", "2", "--no-cache", "--format", "concise=out")
        print(f"two workers: {' and '.join(f'{peak:.0f}' for peak in peaks)} MiB")


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
    seconds = {
        "entries": _curve(
            "entries", [(10 * 2**n, 100, 5, 0) for n in range(5)], lambda r: r[0] * r[1]
        ),
        "locales": _curve("locales", [(4 * 2**n, 300, 2**n, 0) for n in range(4)], lambda r: r[2]),
        "glossary": _curve("terms", [(10, 200, 5, 250 * 2**n) for n in range(5)], lambda r: r[3]),
    }
    PLOT.write_text(
        plot(
            {
                name: [(2**step, cpu / found[0]) for step, cpu in enumerate(found)]
                for name, found in seconds.items()
            }
        ),
        encoding="utf-8",
    )


def _curve(
    name: str,
    rows: list[tuple[int, int, int, int]],
    label: Callable[[tuple[int, int, int, int]], int],
) -> list[float]:
    found: list[float] = []
    print(f"| {name} | seconds of processor | times the row above |\n|---:|---:|---:|")
    for row in rows:
        files, entries, locales, terms = row
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            write_project(folder, files, entries, locales)
            if terms:
                _write_glossary(folder, terms)
            base = sverka(folder, "--help").cpu
            cpu = min(
                sverka(folder, "check", "--jobs", "1", "--no-cache").cpu - base for _ in range(2)
            )
        growth = f"{cpu / found[-1]:.2f}" if found else ""
        print(f"| {label(row)} | {cpu:.2f} | {growth} |", flush=True)
        found.append(cpu)
    return found


def _write_glossary(folder: Path, terms: int) -> None:
    rows = [f"concept{n} thing,Begriff{n},concepto{n}" for n in range(terms)]
    (folder / "glossary.csv").write_text("\n".join(["en,de,es", *rows, ""]), encoding="utf-8")
    config = folder / "sverka.toml"
    text = config.read_text("utf-8")
    config.write_text(text + 'glossary = ["glossary.csv"]\n', encoding="utf-8")
