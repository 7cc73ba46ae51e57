"""The development data, found through SVERKA_DATA (default: ../shared/data)."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[3]


NEWS = {  # documents of parallel news: file of the alignment data, side, gap
    "en_ntrex": ("ntrex_de", "src", " "),
    "de_ntrex": ("ntrex_de", "tgt", " "),
    "ar_ntrex": ("ntrexp_ar", "tgt", " "),
    "ja_ntrex": ("ntrexp_ja", "tgt", ""),
}


def folder(kind: str = "segmentation") -> Path:
    """The folder of one kind of data."""
    return Path(os.environ.get("SVERKA_DATA", ROOT / ".." / "shared" / "data")) / kind


def sets() -> list[str]:
    """The names of the sets, `<language>_<corpus>`; the news last."""
    found = sorted(path.name.removesuffix(".jsonl.gz") for path in folder().glob("*.jsonl.gz"))
    return found + [
        n for n, (f, _, _) in NEWS.items() if (folder("alignment") / f"{f}.json.gz").exists()
    ]


def paragraphs(name: str) -> Iterator[tuple[str, list[str]]]:
    """Every paragraph of a set: its text and its sentences."""
    if name in NEWS:
        yield from _news(*NEWS[name])
        return
    with gzip.open(folder() / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            gaps = [*row["g"][:-1], ""]
            text = "".join(s + g for s, g in zip(row["s"], gaps, strict=True))
            yield text, row["s"]


def _news(file: str, side: str, gap: str) -> Iterator[tuple[str, list[str]]]:
    """Every document of parallel news, its sentences run together."""
    with gzip.open(folder("alignment") / f"{file}.json.gz", "rt", encoding="utf-8") as stream:
        documents = json.load(stream)["docs"]
    for document in documents:
        sentences = [text.strip() for text in document[side] if text.strip()]
        yield gap.join(sentences), sentences


def golden_rules() -> dict[str, list[tuple[str, list[str]]]]:
    """pySBD's golden rules, `en_clean` (which rewrites text) left out."""
    with gzip.open(folder() / "golden_rules.json.gz", "rt", encoding="utf-8") as file:
        rules = json.load(file)
    return {lang: [(t, e) for t, e in cases] for lang, cases in rules.items() if lang != "en_clean"}
