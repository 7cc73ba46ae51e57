"""Letters of different alphabets that look alike in print.

The table is our own, for prose: it has the pairs that readers cannot tell apart (к/k, т/t and м/m
among them), not those that only a machine confuses (l/1, rn/m).
"""

import csv
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from itertools import combinations
from typing import NamedTuple

from .scripts import letter_name, script_of, scripts_of

FALSE_FRIENDS = {
    "С": ("C", "S"),
    "Р": ("P", "R"),
    "В": ("B", "V"),
    "Н": ("H", "N"),
    "Х": ("X", "KH"),
    "У": ("Y", "U"),
}
"""Cyrillic capital → (the Latin letter it looks like, the Latin letters that transliterate it)."""


class Reading(NamedTuple):
    """A word as it reads when all its letters belong to one script."""

    text: str
    script: str
    replaced: tuple[tuple[int, str, str], ...]
    """(offset, the letter that stands there, the letter it looks like)"""


@cache
def _table() -> dict[tuple[str, str], str]:
    """Return (letter, script) → its look-alike in that script."""
    path = resources.files("sverka.text") / "lookalikes.csv"
    twins: dict[tuple[str, str], str] = {}
    for row in csv.reader(path.read_text("utf-8").splitlines()[1:]):
        letters = [letter for letter in row if letter]
        for a, b in combinations(letters, 2):
            twins[a, script_of(b)] = b
            twins[b, script_of(a)] = a
    return twins


def twin(char: str, script: str) -> str | None:
    """Return the letter of `script` that looks like `char`, or None."""
    if script_of(char) == "FULLWIDTH":
        char = unicodedata.normalize("NFKC", char)
        if script_of(char) == script:
            return char
    return _table().get((char, script))


@lru_cache(maxsize=8192)
def rewrite(word: str, script: str) -> Reading | None:
    """Return the word as it reads in `script`, or None if some letter has no twin there."""
    replaced = []
    for offset, char in enumerate(word):
        if script_of(char) in ("", script):
            continue
        other = twin(char, script)
        if other is None:
            return None
        replaced.append((offset, char, other))
    letters = list(word)
    for offset, _, other in replaced:
        letters[offset] = other
    return Reading("".join(letters), script, tuple(replaced))


def readings(word: str) -> Iterator[Reading]:
    """Yield the readings of a word in each of the scripts that its letters come from."""
    for script in sorted(scripts_of(word)):
        if script != "FULLWIDTH" and (reading := rewrite(word, script)):
            yield reading


def fold(word: str) -> str:
    """Return the word with each letter that has a Latin look-alike replaced by it."""
    return "".join(twin(char, "LATIN") or char for char in word)


def explain(reading: Reading) -> str:
    """Name the letters that stand for others: `С (U+0421 …) stands for Latin C (U+0043 …)`."""
    seen = dict.fromkeys((wrong, right) for _, wrong, right in reading.replaced)
    return "; ".join(
        f"{letter_name(wrong)} stands for {script_of(right).title()} {letter_name(right)}"
        for wrong, right in seen
    )
