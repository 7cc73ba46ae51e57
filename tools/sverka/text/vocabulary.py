"""The different words of a text, and what is found out about a word once, not once a text."""

import re
from collections.abc import Callable
from functools import lru_cache, reduce
from itertools import count, repeat
from operator import and_
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


_idle: dict[str, int] = {}
"""Word → the spotters to which it is known not to matter, a bit each."""
_bits = count()


@lru_cache(maxsize=64)
def _idle_in(words: frozenset[str]) -> int:
    """Return the spotters to which none of some words matters, as far as they were tested."""
    return reduce(and_, map(_idle.get, words, repeat(0)), -1)


class Spotter:
    """Says whether a text may hold what a test finds in one of its words.

    The test is made once a word, not once a text, and the words of a text are looked up once for
    all spotters: a text of which no word is known to matter costs next to nothing::

        months = Spotter(pattern.search)
        if months.spots(words_in(value)): …
    """

    def __init__(self, test: Callable[[str], object]) -> None:
        self._test = test
        self._bit = 1 << next(_bits)
        self._spotted: set[str] = set()

    def spots(self, words: frozenset[str]) -> bool:
        """Say whether the test holds of one of the words."""
        return not _idle_in(words) & self._bit and bool(self.among(words))

    def among(self, words: frozenset[str]) -> frozenset[str]:
        """Return the words of which the test holds."""
        rest = [word for word in words if not _idle.get(word, 0) & self._bit]
        return frozenset([word for word in rest if word in self._spotted or self._learn(word)])

    def _learn(self, word: str) -> bool:
        if max(len(_idle), len(self._spotted)) >= _MOST:
            _idle.clear()
            self._spotted.clear()
        if found := bool(self._test(word)):
            self._spotted.add(word)
        else:
            _idle[word] = _idle.get(word, 0) | self._bit
        return found
