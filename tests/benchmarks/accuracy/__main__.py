"""Plant faults into finished catalogues; report how many are found, and what is found untouched.

    python -m tests.benchmarks.accuracy [--each 60] [--misses] [CATALOGUE …]

CATALOGUE is a name in SVERKA_DATA/po such as comprehensive-rust.es; by default those that the
figures in docs/benchmarks/accuracy.md stand for. A fault counts as found if the tool reports
something at the gate on its entry that it does not report on the entry untouched.
"""

import argparse
import os
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from .faults import KINDS
from .planting import plant, read
from .tools import TOOLS

DEFAULT = [
    "comprehensive-rust.es",
    "comprehensive-rust.uk",
    "comprehensive-rust.ja",
    "comprehensive-rust.de",
    "git.fr",
    "comprehensive-rust.zh-CN",
    "git.ru",
]


def main() -> None:
    """Run the benchmark and print its tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.accuracy")
    parser.add_argument("catalogues", nargs="*", default=DEFAULT)
    parser.add_argument("--each", type=int, default=60, help="faults of each kind")
    parser.add_argument("--misses", action="store_true", help="print what Sverka misses")
    parser.add_argument("--tools", nargs="*", default=list(TOOLS), choices=list(TOOLS))
    options = parser.parse_args()
    folder = Path(os.environ.get("SVERKA_DATA", "../shared/data")) / "po"
    table: dict[tuple[str, str], dict[str, tuple[int, int]]] = defaultdict(dict)
    for name in options.catalogues:
        measure(folder / f"{name}.po.gz", name, options, table)
    for tool in options.tools:
        print(f"\n{tool}: planted faults found, %\n")
        show(tool, options.catalogues, table)


def measure(
    path: Path,
    name: str,
    options: argparse.Namespace,
    table: dict[tuple[str, str], dict[str, tuple[int, int]]],
) -> None:
    """Measure all tools on one catalogue."""
    locale = name.rpartition(".")[2].replace("-", "_")
    with tempfile.TemporaryDirectory() as folder:
        clean = Path(folder) / f"clean.{locale}.po"
        spoilt = Path(folder) / f"spoilt.{locale}.po"
        catalogue = read(path)
        size = len([entry for entry in catalogue if not entry.obsolete and entry.translated()])
        catalogue.save(str(clean))
        planted = plant(catalogue, locale, options.each)
        planted.catalogue.save(str(spoilt))
        sums = Counter(planted.kinds.values())
        print(f"{name}: {size} translations; {sum(sums.values())} faults")
        for tool in options.tools:
            before, after = (TOOLS[tool](file, locale) for file in (clean, spoilt))
            entries = len({msgid for msgid, *_ in before})
            counts = Counter(rule for _, rule, _ in before).most_common(7)
            rules = ", ".join(f"{count} {rule}" for rule, count in counts)
            print(f"  {tool}: {1000 * entries / size:.1f} of 1,000 reported untouched ({rules})")
            found = {msgid for msgid, *_ in after - before} & planted.kinds.keys()
            for kind, total in sums.items():
                hits = sum(planted.kinds[msgid] == kind for msgid in found)
                table[tool, name][kind] = (hits, total)
            if tool == "sverka" and options.misses:
                for entry in planted.catalogue:
                    kind = planted.kinds.get(entry.msgid)
                    if kind and entry.msgid not in found:
                        print(f"    {kind}: {entry.msgid[:240]!r}\n      {entry.msgstr[:240]!r}")


def show(
    tool: str, names: list[str], table: dict[tuple[str, str], dict[str, tuple[int, int]]]
) -> None:
    """Print one tool's table in Markdown."""
    print("| kind | " + " | ".join(names) + " | all |")
    print("|---|" + "---:|" * (len(names) + 1))
    for kind in KINDS:
        cells = [table[tool, name].get(kind, (0, 0)) for name in names]
        hits, total = (sum(cell[i] for cell in cells) for i in (0, 1))
        row = [f"{100 * h / n:.0f} ({n})" if n else "–" for h, n in (*cells, (hits, total))]
        print(f"| {kind} | " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
