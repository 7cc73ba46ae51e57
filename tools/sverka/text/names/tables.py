"""The package data of the name library: where it lies and how it is read."""

import gzip
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[list[str]]:
    """The tab-separated fields of each line of a gzipped table, comment lines left out."""
    text = gzip.decompress((DATA / name).read_bytes()).decode("utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


@cache
def words(kind: str) -> frozenset[str]:
    """The words of one kind (`particle`, `title`) that stand beside names, in lower case."""
    lines = (DATA / "words.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines)
    return frozenset(word for f in fields if f[0] == kind for word in f[1].split())


@cache
def pinyin() -> dict[str, str]:
    """Ideograph → its first Mandarin reading without tone."""
    return {char: syllable for syllable, chars in rows("pinyin.tsv.gz") for char in chars}
