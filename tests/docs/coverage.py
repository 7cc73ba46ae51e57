"""docs/coverage.md, made of docs/coverage.tsv: `python -m tests.docs.coverage` writes it."""

import csv
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TABLE = ROOT / "docs/coverage.tsv"
PAGE = ROOT / "docs/coverage.md"

NUMBERS = {
    "pofilter": 46,
    "Weblate": 90,
    "i18nspector": 121,
    "Okapi": 26,
    "Xbench": 18,
    "OmegaT": 25,
}
"""How many checks each tool has, by its own list: translate-toolkit 3.20, Weblate 2026.10,
i18nspector 0.27, Okapi's issue types of 2021, Xbench 3's manual, OmegaT 6's tags and script."""

INTRODUCTION = """# What other checkers check, and which rule does it here

Made of [coverage.tsv](coverage.tsv) by `python -m tests.docs.coverage`. The names of the checks are
the tools' own. A check that several rules share is done by all of them together. Where there is no
rule, the last column says why it is not in the scope of a review of articles and PO files. How well
the rules on markup, typography and the PO file do: [benchmarks](benchmarks/typography.md).
"""


class Check(NamedTuple):
    """One check of another tool."""

    tool: str
    name: str
    rules: tuple[str, ...]
    note: str

    @property
    def status(self) -> str:
        """`covered`, `not in scope` (the note says why) or `missing`."""
        return "covered" if self.rules else "not in scope" if self.note else "missing"


def checks() -> list[Check]:
    """Read the table."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [
            Check(
                row["tool"],
                row["check"],
                tuple(row["rules"].split(", ")) if row["rules"] != "-" else (),
                row["note"],
            )
            for row in csv.DictReader(file, delimiter="\t")
        ]


def page() -> str:
    """Return the page."""
    table = checks()
    parts = [
        INTRODUCTION,
        "| tool | checks | covered | not in scope | missing |",
        "|---|---|---|---|---|",
    ]
    for tool in NUMBERS:
        counts = Counter(check.status for check in table if check.tool == tool)
        numbers = (counts.total(), counts["covered"], counts["not in scope"], counts["missing"])
        parts.append(f"| {tool} | " + " | ".join(map(str, numbers)) + " |")
    for tool in NUMBERS:
        parts += [f"\n## {tool}\n", "| check | rule | |", "|---|---|---|"]
        parts += (
            f"| {check.name} | {', '.join(f'`{rule}`' for rule in check.rules) or check.status} "
            f"| {check.note} |"
            for check in table
            if check.tool == tool
        )
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
