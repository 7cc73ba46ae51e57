"""Learn which words are names of people: those that several bearers in Wikidata have (CC0 1.0).

    python -m tests.benchmarks.names.known

Writes `tools/sverka/text/known_names.txt.gz`: lower-case words in Latin and Cyrillic letters.
"""

import gzip
from collections import Counter
from pathlib import Path

from . import data

BEARERS = 5
OUTPUT = Path(__file__).parents[3] / "tools" / "sverka" / "text" / "known_names.txt.gz"


def counts(language: str) -> tuple[Counter[str], Counter[str]]:
    """How many bearers the names of one file have, in Latin letters and in the other script."""
    latin, other = Counter[str](), Counter[str]()
    path = data.DATA / "names" / f"en-{data.LANGUAGES[language]}.train.tsv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            english, foreign, number = line.rstrip("\n").split("\t")
            latin[english] += int(number)
            other[foreign.replace(" ", "")] += int(number)
    return latin, other


def main() -> None:
    """Write the words."""
    latin = Counter[str]()
    for language in data.LANGUAGES:
        latin |= counts(language)[0]
    words = {word for word, number in latin.items() if number >= BEARERS and len(word) > 2}
    words |= {word for word, number in counts("ru")[1].items() if number >= BEARERS}
    given = (OUTPUT.parent / "given_names.txt").read_text("utf-8").splitlines()[1:]
    words |= {form for line in given for form in line.split()}
    text = "".join(f"{word}\n" for word in sorted(words))
    OUTPUT.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{len(words)} words, {OUTPUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
