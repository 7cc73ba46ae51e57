"""Trials: made-up texts with faults, clean entries and correct ones that invite false alarms.

`trial/NAME/PIVOT-LOCALE.tsv` is a catalogue: what an entry is there for (`clean`, `trap …`,
`fault …`, or `twin`, the other half of a contradiction), its pivot and its translation; with a
`glossary.csv`. `trial/article` and its like are articles in six or eight languages, and the faults
to plant in them; `names1` and `names2` are articles full of people, whose names are spoilt one by
one.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from sverka.review import Finding
from sverka.review.api import check
from tests.helpers import CONFIG, HEADER, po, quote, write

FOLDER = Path(__file__).parent / "trial"
ARTICLES = ("article", *(f"article{number}" for number in range(2, 19)))
NAMED = ("names1", "names2")


class Row(NamedTuple):
    """A pair of texts and what it is there for."""

    trial: str
    pair: str
    number: int
    kind: str
    pivot: str
    target: str

    @property
    def name(self) -> str:
        return f"{self.trial} {self.pair} {self.number}"


class Fault(NamedTuple):
    """A fault to plant in an article: what is right in a segment of a locale, and what is not."""

    article: str
    kind: str
    locale: str
    segment: int
    right: str
    wrong: str


def rows() -> Iterator[Row]:
    for path in sorted(FOLDER.glob("*/*-*.tsv")):
        for number, cells in enumerate(_cells(path), 2):
            kind, pivot, target = (cell.replace("\\n", "\n") for cell in cells)
            yield Row(path.parent.name, path.stem, number, kind, pivot, target)


def catalogue(trial: str, pair: str, folder: Path) -> Path:
    """Write a trial's catalogue, its glossary and their configuration; return the catalogue."""
    path = folder / f"{pair}.po"
    entries = "\n".join(
        f"msgctxt {quote(str(row.number))}\nmsgid {quote(row.pivot)}\nmsgstr {quote(row.target)}\n"
        for row in rows()
        if (row.trial, row.pair) == (trial, pair)
    )
    locale = pair.partition("-")[2]
    path.write_text(HEADER.format(locale=locale) + entries, encoding="utf-8")
    glossary = (FOLDER / trial / "glossary.csv").read_text("utf-8")
    write(folder, {"glossary.csv": glossary, "sverka.toml": 'glossary = "glossary.csv"\n'})
    return path


def findings(trial: str, pair: str, folder: Path) -> list[Finding]:
    """Review a catalogue of a trial; return what is reported at the gate."""
    path = catalogue(trial, pair, folder)
    report = check([path], folder / "sverka.toml", pivot=pair.partition("-")[0])
    return [f for f in report.findings if f.gate or f.rule == "untranslated"]


@cache
def faults() -> tuple[Fault, ...]:
    """Return the faults to plant in the articles."""
    return tuple(
        Fault(name, kind, locale, int(segment), right, wrong)
        for name in (*ARTICLES, *NAMED)
        for kind, locale, segment, right, wrong in _cells(FOLDER / name / "faults.tsv")
    )


def article(
    name: str, folder: Path, planted: Iterable[Fault], select: Sequence[str] = ()
) -> dict[tuple[str, int], list[Finding]]:
    """Review an article; return what is reported at the gate by locale and segment."""
    header, *texts = ([*cells] for cells in _cells(FOLDER / name / "article.tsv", skip=0))
    for fault in planted:
        cells, column = texts[fault.segment - 1], header.index(fault.locale)
        assert cells[column].count(fault.right) == 1, fault
        cells[column] = cells[column].replace(fault.right, fault.wrong)
    files = {
        f"locales/{locale}/LC_MESSAGES/a.po": po(locale, *((t[0], t[n]) for t in texts))
        for n, locale in enumerate(header)
        if n
    }
    files["seeds/a.txt"] = "\n\n".join(cells[0] for cells in texts) + "\n"
    files["sverka.toml"] = CONFIG
    write(folder, files)
    number = {cells[0]: n for n, cells in enumerate(texts, 1)}
    found: dict[tuple[str, int], list[Finding]] = {}
    for finding in check(config=folder / "sverka.toml", select=select).findings:
        if finding.gate:
            found.setdefault((finding.locale, number[finding.msgid]), []).append(finding)
    return found


def _cells(path: Path, skip: int = 1) -> list[list[str]]:
    return [line.split("\t") for line in path.read_text("utf-8").splitlines()[skip:]]
