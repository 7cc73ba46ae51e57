"""The trials of tests/rules/trial: faults found, false findings and traps, beside pofilter.

python -m tests.benchmarks.accuracy.trial
"""

import tempfile
from collections import Counter
from pathlib import Path

from tests.rules.trials import catalogue, findings, rows

from .tools import pofilter

KINDS = ("fault", "clean", "trap")


def scores(trial: str) -> tuple[dict[str, Counter[str]], Counter[str]]:
    """Return how many entries of each kind each tool reports, and how many there are."""
    found: dict[str, Counter[str]] = {"Sverka": Counter(), "pofilter": Counter()}
    sums: Counter[str] = Counter()
    for pair in sorted({row.pair for row in rows() if row.trial == trial}):
        with tempfile.TemporaryDirectory() as folder:
            path = catalogue(trial, pair, Path(folder))
            texts = {
                "Sverka": {f.msgid for f in findings(trial, pair, Path(folder))},
                "pofilter": {msgid for msgid, *_ in pofilter(path, pair.partition("-")[2])},
            }
        for row in rows():
            if (row.trial, row.pair) == (trial, pair):
                kind = row.kind.split()[0]
                sums[kind] += 1
                for tool, reported in texts.items():
                    found[tool][kind] += row.pivot in reported
    return found, sums


def main() -> None:
    """Print what each tool finds."""
    print("| trial | tool | faults found | clean entries reported | traps reported |")
    print("|---|---|---:|---:|---:|")
    for trial in sorted({row.trial for row in rows()}):
        found, sums = scores(trial)
        for tool, score in found.items():
            cells = [f"{score[kind]} of {sums[kind]}" for kind in KINDS]
            print(f"| {trial} | {tool} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
