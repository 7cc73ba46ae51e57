"""Pairs of acronyms in five languages: one term written two ways, or two terms?

`pairs.csv` says how often each form stands in an article, in how many segments both do, and what
the other language has: sixty pairs written before the last change of the rules, forty after it.
Each is asked of `same_acronym`, and made into a small catalogue that is reviewed.
"""

import csv
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from sverka.review.api import check
from sverka.text.acronym_pairs import Evidence, same_acronym

PAIRS = Path(__file__).with_name("pairs.csv")
FRAMES = {
    "en": ["The committee discussed {} at length.", "Results for {} came late this year."],
    "ru": ["Комитет долго обсуждал {} вчера.", "Данные о {} пришли поздно."],
    "de": ["Der Ausschuss sprach lange über {} gestern.", "Die Daten zu {} kamen spät."],
    "fr": ["Le comité a longuement parlé de {} hier.", "Les données sur {} sont arrivées tard."],
    "zh": ["委员会昨天讨论了{}的问题。", "关于{}的数据来得很晚。"],
}
AND = {"en": " and ", "ru": " и ", "de": " und ", "fr": " et ", "zh": "和"}
Row = dict[str, str]


def read() -> list[Row]:
    """Return the pairs."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def judged_same(row: Row, with_source: bool) -> bool:
    """Ask the function alone."""
    a, b, x, y = row["a"], row["b"], int(row["count_a"]), int(row["count_b"])
    sign = (1 if row["src_a"] == row["src_b"] else -1) if with_source else 0
    together = int(row["together"])
    one = same_acronym(a, b, Evidence(x, y, together, sign))
    return max(one, same_acronym(b, a, Evidence(y, x, together, sign))) >= 0.5


def segments(row: Row, with_source: bool) -> Iterator[tuple[str, str]]:
    """Yield the sentences of an article with a pair, and those of the other language."""
    locale = row["locale"]
    other = "ru" if locale == "en" else "en"
    x, y, together = (int(row[key]) for key in ("count_a", "count_b", "together"))
    both = AND[locale].join((row["a"], row["b"])), AND[other].join((row["src_a"], row["src_b"]))
    items = [both] * together
    items += [(row["a"], row["src_a"])] * (x - together)
    items += [(row["b"], row["src_b"])] * (y - together)
    for number, (here, there) in enumerate(items):
        frames = (FRAMES[key][number % 2] for key in (locale, other))
        mine, theirs = frames
        there = there if with_source else "x"
        yield f"{mine.format(here)} {number}.", f"{theirs.format(there)} {number}."


def reported(row: Row, with_source: bool) -> bool:
    """Say whether a review reports one of a pair's forms at the gate."""
    import polib

    pivot = row["locale"] == "en"
    catalogue = polib.POFile()
    locale = "ru" if pivot else row["locale"]
    catalogue.metadata = {"Language": locale, "Content-Type": "text/plain; charset=UTF-8"}
    for number, (mine, theirs) in enumerate(segments(row, with_source)):
        texts = (mine, theirs) if pivot else (theirs, mine)
        catalogue.append(polib.POEntry(msgctxt=str(number), msgid=texts[0], msgstr=texts[1]))
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "a.po")
        catalogue.save(str(path))
        found = check([path], select=("acronym-variant", "acronym-mismatch", "mixed-script"))
    return any(f.gate and f.field == ("msgid" if pivot else "msgstr") for f in found.findings)


def f1(found: Iterable[bool], rows: Iterable[Row]) -> float:
    """Return the F1 of what was found to be one term."""
    pairs = [(hit, row["same"] == "1") for hit, row in zip(found, rows, strict=True)]
    right = sum(hit and same for hit, same in pairs)
    return 2 * right / sum(hit + same for hit, same in pairs)


def report() -> None:
    """Print F1 by set and evidence."""
    for written in ("before", "after"):
        rows = [row for row in read() if row["written"] == written]
        for with_source in (False, True):
            evidence = "with source" if with_source else "counts only"
            alone = f1([judged_same(row, with_source) for row in rows], rows)
            whole = f1([reported(row, with_source) for row in rows], rows)
            print(
                f"{len(rows)} pairs written {written} the change, {evidence}: F1 {alone:.3f}, "
                f"in a review {whole:.3f}"
            )
