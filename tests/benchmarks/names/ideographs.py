"""Writes how often Chinese characters stand in names, for `sverka.text.names`.

    python -m tests.benchmarks.names.ideographs

Data: names/en-chinese.train.tsv.gz (Wikidata, CC0 1.0), without what is held back.
"""

from collections import Counter

from sverka.text.names.tables import DATA as TABLES

from . import data

LEVELS = ((300, 0.5), (30, 0.25), (6, 0.0), (1, -0.5))
"""Least count, and the level of characters that have it."""


def main() -> None:
    """Write the table."""
    count = Counter(char for pair in data.pairs("zh", held_back=False) for char in pair.foreign)
    chars: dict[float, list[str]] = {level: [] for _, level in LEVELS}
    for char, number in sorted(count.items()):
        if char.isalpha():
            chars[next(level for least, level in LEVELS if number >= least)].append(char)
    lines = [
        "# How usual Chinese characters are in names: level, characters. Counted in Wikidata name",
        "# pairs (CC0 1.0), steveash/NETransliteration-COLING2018 @ 5d5f59e.",
        *(f"{level}\t{''.join(found)}" for level, found in chars.items()),
    ]
    (TABLES / "ideographs.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
