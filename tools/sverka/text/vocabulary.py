"""The different words of a text, and what is found out about a word once, not once a text."""

import re
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")

_TOKEN = re.compile(r"\w+(?:['’ʼ]\w+)*")
_MOST = 50_000
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


def words_in(value: str) -> list[str]:
    """Return the runs of letters, digits, `_` and inner apostrophes, as they are spelled."""
    return _TOKEN.findall(value)


def is_word(value: str) -> bool:
    """Say whether a string is one word, as `words_in` parts them."""
    return _TOKEN.fullmatch(value) is not None
