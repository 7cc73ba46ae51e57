"""A trial of the whole: three medical catalogues with faults, clean entries and tempting ones.

Every fault must be found at the gate, and nothing must be reported of any other entry. The
texts are made up; `KNOWN` names what is not found yet.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from sverka.review.api import check
from tests.helpers import HEADER, quote

FOLDER = Path(__file__).parent / "trial"
GLOSSARY = """ru,en,de
,monoclonal antibody,monoklonaler Antikörper
синдром апноэ сна,sleep apnoea syndrome,
клеточная терапия,cell therapy,
"""
KNOWN = frozenset(
    {
        "en-de 47",  # one letter more in a name that stands elsewhere
        "en-de 48",  # a name missing that stands nowhere else
        "en-ru 47",  # letters of a transliterated acronym exchanged
        "ru-en 48",
    }
)


class Row(NamedTuple):
    """A pair of texts and what it is there for."""

    trial: str
    number: int
    kind: str
    pivot: str
    target: str


def rows() -> Iterator[Row]:
    for path in sorted(FOLDER.glob("*.tsv")):
        for number, line in enumerate(path.read_text("utf-8").splitlines()[1:], 2):
            yield Row(path.stem, number, *line.split("\t"))


@cache
def reported(trial: str, folder: Path) -> dict[str, list[str]]:
    """Review a trial; return what is reported at the gate of each pivot text."""
    pivot, _, target = trial.partition("-")
    path = folder / f"{trial}.po"
    entries = "\n".join(
        f"msgctxt {quote(str(row.number))}\nmsgid {quote(row.pivot)}\nmsgstr {quote(row.target)}\n"
        for row in rows()
        if row.trial == trial
    )
    path.write_text(HEADER.format(locale=target) + entries, encoding="utf-8")
    (folder / "glossary.csv").write_text(GLOSSARY, encoding="utf-8")
    (folder / "sverka.toml").write_text('glossary = "glossary.csv"\n', encoding="utf-8")
    report = check([path], folder / "sverka.toml", pivot=pivot)
    found: dict[str, list[str]] = {}
    for finding in report.findings:
        if finding.gate or finding.rule == "untranslated":
            found.setdefault(finding.msgid, []).append(f"{finding.rule}: {finding.message}")
    return found


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("trial")


@pytest.mark.parametrize(
    "row", list(rows()), ids=lambda row: f"{row.trial} {row.number} {row.kind}"
)
def test_trial(row: Row, folder: Path) -> None:
    found = reported(row.trial, folder).get(row.pivot, [])
    if row.kind == "twin":
        return
    right = bool(found) == row.kind.startswith("fault")
    if not right and f"{row.trial} {row.number}" in KNOWN:
        pytest.xfail("known")
    assert right, f"{row.target}: {found}"
