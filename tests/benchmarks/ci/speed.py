"""Cold, all rules, on the development catalogues: beside pofilter with all its filters."""

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from sverka.review.api import check

from .corpus import write_catalogues
from .measure import sverka

ROUNDS = 3


def measure() -> None:
    """Print entries a second of processor time, interleaved, medians of the rounds."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_catalogues(folder)
        check(paths[:1])
        try:
            peer: Callable[[list[Path]], int] | None = pofilter
            pofilter(paths[:1])
        except ImportError:
            peer = None
            print("translate-toolkit is not installed: no peer")
        ours, theirs = [], []
        for _ in range(ROUNDS):
            begun = time.process_time()
            entries = check(paths).summary.entries
            ours.append(entries / (time.process_time() - begun))
            if peer:
                begun = time.process_time()
                number = peer(paths)
                theirs.append(number / (time.process_time() - begun))
        print(f"sverka    {statistics.median(ours):7.0f} entries/s of processor, one process")
        if peer:
            print(f"pofilter  {statistics.median(theirs):7.0f}")
            ratio = statistics.median(a / b for a, b in zip(ours, theirs, strict=True))
            print(f"ratio     {ratio:7.2f}")
        files = [path.name for path in paths]
        one = sverka(folder, "check", "--no-cache", "--jobs", "1", *files)
        two = sverka(folder, "check", "--no-cache", "--jobs", "2", *files)
        print(f"two processes: {one.wall / two.wall:.2f} times as fast (wall)")


def pofilter(paths: list[Path]) -> int:
    """Run pofilter's filters over files; return the number of entries."""
    from translate.filters import checks
    from translate.filters import pofilter as filters
    from translate.storage import factory

    class Options:
        error = limitfilters = None
        excludefilters: dict[str, None] = {}  # noqa: RUF012
        includefuzzy = includereview = includeheader = autocorrect = False
        addnotes = True

    number = 0
    for path in paths:
        store = factory.getobject(str(path))
        config = checks.CheckerConfig(targetlanguage=path.name.split(".")[1])
        kinds = [checks.StandardChecker, checks.StandardUnitChecker]
        filters.pocheckfilter(Options, kinds, config).filterfile(store)
        number += sum(1 for unit in store.units if unit.istranslatable())
    return number
