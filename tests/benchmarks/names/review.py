"""What the name rules report of finished translations: nearly all of it is false.

    python -m tests.benchmarks.names.review

Data: TICO-19 en–ru (CC0 1.0) in documents of 25 segments, and the catalogues of
comprehensive-rust (measured only). Prints the findings at the gate per 100 segments, and what
the rules add to the time of a review.
"""

import gzip
import multiprocessing
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import polib

from sverka.review.api import check

from . import data

SIZE = 25


def documents(folder: Path) -> int:
    """Write the segments as catalogues and say how many there are."""
    path = data.DATA / "segments" / "tico-19.en-ru.dev.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    parts = [rows[start : start + SIZE] for start in range(0, len(rows), SIZE)]
    for number, part in enumerate(parts):
        catalogue = polib.POFile()
        catalogue.metadata = {"Language": "ru", "Content-Type": "text/plain; charset=UTF-8"}
        for key, english, russian in part:
            catalogue.append(polib.POEntry(msgctxt=key, msgid=english, msgstr=russian))
        (folder / f"part{number}").mkdir()
        catalogue.save(str(folder / f"part{number}" / "ru.po"))
    return len(rows)


def seconds(paths: list[Path], ignore: tuple[str, ...]) -> float:
    """Processor time of a review in a process of its own, so that nothing is remembered."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, context) as pool:
        return pool.submit(_seconds, paths, ignore).result()


def _seconds(paths: list[Path], ignore: tuple[str, ...]) -> float:
    started = time.process_time()
    check(paths, pivot="en", ignore=ignore)
    return time.process_time() - started


def report(title: str, paths: list[Path], segments: int) -> None:
    """Print the findings of some catalogues."""
    findings = [f for f in check(paths, pivot="en", select=["names"]).findings if f.gate]
    print(f"{title}: {len(findings)} at the gate, {100 * len(findings) / segments:.2f} per 100")
    for finding in findings:
        print(f"  {finding.locale} {finding.rule}: {finding.message}")


def main() -> None:
    """Print false findings and cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        segments = documents(folder)
        paths = sorted(folder.glob("*/ru.po"))
        report("tico-19 en-ru", paths, segments)
        without, whole = seconds(paths, ("names",)), seconds(paths, ())
        print(f"  time with the name rules, without = 1: {whole / without:.2f}")
    with tempfile.TemporaryDirectory() as name:
        for packed in sorted((data.DATA / "po").glob("comprehensive-rust.*.gz")):
            target = Path(name) / packed.stem
            target.write_bytes(gzip.decompress(packed.read_bytes()))
            report(packed.stem, [target], len(polib.pofile(str(target))))


if __name__ == "__main__":
    main()
