"""Boundary F1 and speed next to named peers: `python -m tests.benchmarks.segmentation [SET…]`."""

from __future__ import annotations

import argparse
import time

from tests.benchmarks.segmentation.data import paragraphs, sets
from tests.benchmarks.segmentation.peers import splitters
from tests.benchmarks.segmentation.scoring import Score, count


def run(name: str, only: list[str]) -> None:
    """Print one line a splitter for the set `name`."""
    cases = list(paragraphs(name))
    size = sum(len(text) for text, _ in cases)
    for peer, splitter in splitters(name.partition("_")[0]).items():
        if only and peer not in only:
            continue
        splitter(cases[0][0])
        began = time.perf_counter()
        guesses = [splitter(text) for text, _ in cases]
        seconds = time.perf_counter() - began
        after, everything = Score(), Score()
        for (_, gold), guess in zip(cases, guesses, strict=True):
            count(gold, guess, after, everything)
        print(
            f"{name:12} {peer:18} {after.f1:7.2%} {after.precision:8.2%} {after.recall:8.2%}"
            f" {everything.f1:8.2%} {size / seconds / 1e6:9.3f}",
            flush=True,
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*")
    parser.add_argument("--peer", action="append", default=[], help="only this splitter")
    options = parser.parse_args()
    print("set          splitter           F1 after  precis.   recall   F1 all  M chars/s")
    for name in options.sets or sets():
        run(name, options.peer)


if __name__ == "__main__":
    main()
