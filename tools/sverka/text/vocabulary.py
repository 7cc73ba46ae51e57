"""The different words of a text, and a quick way to tell that none of them matters."""

import re
from collections.abc import Callable
from functools import lru_cache

_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*")
_MOST = 100_000
"""Words that are remembered."""


@lru_cache(maxsize=256)
def words_in(value: str) -> frozenset[str]:
    """Return the runs of letters, digits, `_` and inner apostrophes, as they are spelled."""
    return frozenset(_TOKEN.findall(value))


def is_word(value: str) -> bool:
    """Say whether a string is one word, as `words_in` parts them."""
    return _TOKEN.fullmatch(value) is not None


class Spotter:
    """Says whether a text may hold what a test finds in one of its words.

    The test is made once a word, not once a text: a text of which all words are known not to
    matter costs a comparison of two sets::

        months = Spotter(pattern.search)
        if months.spots(words_in(value)): …
    """

    def __init__(self, test: Callable[[str], object]) -> None:
        self._test = test
        self._idle: set[str] = set()
        self._spotted: set[str] = set()

    def spots(self, words: frozenset[str]) -> bool:
        """Say whether the test holds of one of the words."""
        return bool(self.among(words))

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words of which the test holds."""
        rest = words - self._idle
        if not rest or rest <= self._spotted:
            return rest
        for word in rest - self._spotted:
            known = self._spotted if self._test(word) else self._idle
            if len(known) >= _MOST:
                known.clear()
            known.add(word)
        return rest - self._idle
