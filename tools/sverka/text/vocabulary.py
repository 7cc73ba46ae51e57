"""The different words of a text, and what is found out about a word once, not once a text."""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*")
_MOST = 100_000
"""Words that are remembered."""
_LONGEST = 60
"""Characters of a string that is a word: longer ones seldom come again."""


class Remembered(dict[str, T], Generic[T]):
    """What a function says of a word, worked out once a word: `stems = Remembered(stem)`.

    `stems[word]` is as fast as a dictionary. For whatever a pattern cannot find across white space
    a text is cut at its spaces, and each piece is looked up.
    """

    def __init__(self, function: Callable[[str], T]) -> None:
        super().__init__()
        self._function = function

    def __missing__(self, word: str) -> T:
        found = self._function(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found


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
        if words <= self._idle:
            return frozenset()
        rest = words - self._idle
        if rest <= self._spotted:
            return rest
        for word in rest - self._spotted:
            known = self._spotted if self._test(word) else self._idle
            if len(known) >= _MOST:
                known.clear()
            known.add(word)
        return rest - self._idle
