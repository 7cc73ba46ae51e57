"""Which Chinese characters write names: 斯 and 克 nearly always do, 谈 and 判 never."""

from functools import cache
from math import exp

from sverka.text.names.matching import log_odds
from sverka.text.names.tables import DATA

UNKNOWN = -1.5
"""Level of a character that no name of the data has."""
TYPICAL = 0.5
"""Level of a character that stands in very many names."""
WEIGHT, CUT = 2.0, 1.0
"""Of the mean level, and of a typical character beside the stretch, in log odds."""


@cache
def _levels() -> dict[str, float]:
    lines = (DATA / "ideographs.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if not line.startswith("#"))
    return {char: float(level) for level, chars in fields for char in chars}


def likely(score: float, form: str, around: str = "") -> float:
    """The score of a stretch of Chinese text as a name, with what its characters say of that, and
    those `around` it: where they write names as well, the stretch is a part of another name.

    >>> likely(0.5, "克里斯汀") > likely(0.5, "谈判已经")
    True
    """
    known = _levels()
    levels = [known.get(char, UNKNOWN) for char in form if char.isalpha()]
    cut = sum(known.get(char, UNKNOWN) == TYPICAL for char in around)
    odds = log_odds(score) + WEIGHT * sum(levels) / max(1, len(levels)) - CUT * cut
    return 1 / (1 + exp(-odds))


def is_usual(char: str) -> bool:
    """Whether a character stands in names more often than elsewhere.

    >>> is_usual("娅"), is_usual("的")
    (True, False)
    """
    return _levels().get(char, UNKNOWN) > 0
