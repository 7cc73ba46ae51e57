"""The development data, found through SVERKA_DATA (default: ../shared/data)."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]


def folder() -> Path:
    """The folder of the segmentation sets."""
    return Path(os.environ.get("SVERKA_DATA", ROOT / ".." / "shared" / "data")) / "segmentation"


def sets() -> list[str]:
    """The names of the sets, `<language>_<corpus>`."""
    return sorted(path.name.removesuffix(".jsonl.gz") for path in folder().glob("*.jsonl.gz"))


def paragraphs(name: str) -> Iterator[tuple[str, list[str]]]:
    """Every paragraph of a set: its text and its sentences."""
    with gzip.open(folder() / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gaps = [*row["g"][:-1], ""]
            text = "".join(s + g for s, g in zip(row["s"], gaps, strict=True))
            yield text, row["s"]


def golden_rules() -> dict[str, list[tuple[str, list[str]]]]:
    """pySBD's golden rules, `en_clean` (which rewrites text) left out."""
    with gzip.open(folder() / "golden_rules.json.gz", "rt", encoding="utf-8") as file:
        rules = json.load(file)
    return {lang: [(t, e) for t, e in cases] for lang, cases in rules.items() if lang != "en_clean"}
