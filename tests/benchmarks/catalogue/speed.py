"""Loading and saving beside polib, Babel, translate-toolkit and msgcat: interleaved, medians."""

import gc
import io
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
from babel.messages import pofile
from babel.messages.catalog import Catalog

from sverka.catalogue import load
from tests.benchmarks.catalogue.data import catalogues

Job = Callable[[list[Path]], int]


def sverka_on_demand(paths: list[Path]) -> int:
    """Entries only."""
    return sum(len(load(path).entries) for path in paths)


def sverka_all_fields(paths: list[Path]) -> int:
    """With every msgctxt, msgid, msgstr and flag."""
    count = 0
    for path in paths:
        for entry in load(path).entries:
            _ = entry.msgctxt, entry.msgid, entry.msgstr, entry.flags
            count += 1
    return count


def sverka_save(paths: list[Path]) -> int:
    """Load and save to another file."""
    count = 0
    for path in paths:
        catalogue = load(path)
        count += len(catalogue.entries)
        path.with_suffix(".out").write_bytes(catalogue.to_bytes())
    return count


def sverka_edit(paths: list[Path]) -> int:
    """The same with one edit."""
    count = 0
    for path in paths:
        catalogue = load(path)
        entry = catalogue.entries[len(catalogue.entries) // 2]
        edited = catalogue.replace(entry, msgstr=entry.msgstr + " X")
        count += len(edited.entries)
        path.with_suffix(".out").write_bytes(edited.to_bytes())
    return count


def polib_load(paths: list[Path]) -> int:
    """polib.pofile."""
    return sum(len(polib.pofile(str(path))) for path in paths)


def polib_save(paths: list[Path]) -> int:
    """polib: load and save."""
    count = 0
    for path in paths:
        file = polib.pofile(str(path))
        count += len(file)
        file.save(str(path.with_suffix(".out")))
    return count


def babel_load(paths: list[Path]) -> int:
    """Babel: read_po."""
    return sum(len(catalogue) for _, catalogue in _babel(paths))


def babel_save(paths: list[Path]) -> int:
    """Babel: read_po and write_po."""
    count = 0
    for path, catalogue in _babel(paths):
        out = io.BytesIO()
        pofile.write_po(out, catalogue)
        path.with_suffix(".out").write_bytes(out.getvalue())
        count += len(catalogue)
    return count


def _babel(paths: list[Path]) -> Iterator[tuple[Path, Catalog]]:
    """The files that Babel can read (it refuses dates in ISO form)."""
    for path in paths:
        try:
            with path.open("rb") as file:
                yield path, pofile.read_po(file)
        except ValueError:
            print(f"  Babel refuses {path.name}")


def toolkit_load(paths: list[Path]) -> int:
    """translate-toolkit's pure Python reader."""
    from translate.storage import pypo

    return sum(len(pypo.pofile.parsefile(str(path)).units) for path in paths)


def msgcat_save(paths: list[Path]) -> int:
    """msgcat, one process a file, start-up subtracted below."""
    for path in paths:
        subprocess.run(["msgcat", str(path), "-o", str(path.with_suffix(".out"))], check=True)
    return 0


def msgcat_start(paths: list[Path]) -> int:
    """Only its start-up."""
    for _ in paths:
        subprocess.run(["msgcat", "--version"], check=True, capture_output=True)
    return 0


def _cpu() -> float:
    """CPU seconds of this process and of the processes that it waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def measure(jobs: dict[str, Job], paths: list[Path], rounds: int) -> dict[str, list[float]]:
    """CPU seconds of each job in each round, interleaved."""
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(rounds):
        for name, job in jobs.items():
            gc.collect()
            start = _cpu()
            job(paths)
            times[name].append(_cpu() - start)
    return times


JOBS: dict[str, Job] = {
    "sverka: entries on demand": sverka_on_demand,
    "sverka: every field read": sverka_all_fields,
    "sverka: load + save": sverka_save,
    "sverka: load + edit + save": sverka_edit,
    "polib: load": polib_load,
    "polib: load + save": polib_save,
    "msgcat": msgcat_save,
    "msgcat: start-up": msgcat_start,
}
SLOW: dict[str, Job] = {
    "Babel: load": babel_load,
    "Babel: load + save": babel_save,
    "translate-toolkit: load": toolkit_load,
}


def main(rounds: int = 5) -> None:
    """Print the table and the ratios the project promises."""
    with tempfile.TemporaryDirectory() as place:
        paths = []
        for name, data in catalogues().items():
            paths.append(Path(place) / name)
            paths[-1].write_bytes(data)
        size = sum(path.stat().st_size for path in paths)
        entries = sverka_on_demand(paths)
        print(f"{len(paths)} files, {size / 1e6:.1f} MB, {entries} entries, {rounds} rounds")
        times = measure(JOBS, paths, rounds)
        times |= measure(SLOW, paths, 1)
        for name, seconds in times.items():
            middle = statistics.median(seconds)
            print(f"  {name:28} {middle:7.3f} s {entries / middle / 1000:8.0f} k entries/s")

        def ratio(slow: list[float], fast: str) -> float:
            pairs = zip(slow, times[fast], strict=True)
            return statistics.median(one / other for one, other in pairs)

        net = [a - b for a, b in zip(times["msgcat"], times["msgcat: start-up"], strict=True)]
        for text, slow, fast in (
            (
                "load on demand, polib / sverka (8)",
                times["polib: load"],
                "sverka: entries on demand",
            ),
            ("every field, polib / sverka (4)", times["polib: load"], "sverka: every field read"),
            ("every field, msgcat net / sverka (3)", net, "sverka: every field read"),
            (
                "load + save, polib / sverka (20)",
                times["polib: load + save"],
                "sverka: load + save",
            ),
            (
                "with one edit, polib / sverka (10)",
                times["polib: load + save"],
                "sverka: load + edit + save",
            ),
        ):
            print(f"  {text:40} {ratio(slow, fast):6.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
