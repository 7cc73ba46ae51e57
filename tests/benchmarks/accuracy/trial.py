"""The trial of tests/rules/trial: faults found, false findings and traps, beside pofilter.

python -m tests.benchmarks.accuracy.trial
"""

import tempfile
from collections import Counter
from pathlib import Path

import polib

from tests.rules.test_trial import GLOSSARY, rows

from .tools import pofilter


def sverka(path: Path, locale: str, pivot: str) -> set[str]:
    """Return the pivot texts on which Sverka reports something at the gate."""
    from sverka import check

    found = check([path], path.with_name("sverka.toml"), pivot=pivot).findings
    return {f.msgid for f in found if f.gate or f.rule == "untranslated"}


def main() -> None:
    """Print what each tool finds."""
    scores: dict[str, Counter[str]] = {"sverka": Counter(), "pofilter": Counter()}
    sums: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
        (Path(folder) / "sverka.toml").write_text('glossary = "glossary.csv"\n', encoding="utf-8")
        for trial in sorted({row.trial for row in rows()}):
            pivot, _, locale = trial.partition("-")
            path = Path(folder) / f"{trial}.po"
            catalogue = polib.POFile()
            catalogue.metadata = {"Language": locale, "Content-Type": "text/plain; charset=UTF-8"}
            mine = [row for row in rows() if row.trial == trial]
            for row in mine:
                catalogue.append(
                    polib.POEntry(msgctxt=str(row.number), msgid=row.pivot, msgstr=row.target)
                )
            catalogue.save(str(path))
            found = {
                "sverka": sverka(path, locale, pivot),
                "pofilter": {msgid for msgid, *_ in pofilter(path, locale)},
            }
            for row in mine:
                kind = row.kind.split()[0]
                sums[kind] += 1
                for tool, texts in found.items():
                    scores[tool][kind] += row.pivot in texts
    print("| tool | faults found | clean entries reported | traps reported |")
    print("|---|---:|---:|---:|")
    for tool, score in scores.items():
        cells = [f"{score[kind]} of {sums[kind]}" for kind in ("fault", "clean", "trap")]
        print(f"| {tool} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
