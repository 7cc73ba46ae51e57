"""A place where a sentence may end: a stop, what closes after it, and what follows."""

from __future__ import annotations

import re
from typing import NamedTuple

from sverka.text.sentences.rules import Rules

OPENING = "\"'«»“”„‚‘‹([{¿¡-–—\u200b\u200e\u200f\ufeff"
STOPS = ".!?…。！？؟"
_CLOSING = "”’›)]}"
_JOINT = re.compile("['’-]")  # l'altra, Anna's, one-way
_TAIL = 48  # code points looked at to the left of a stop
_WORD = re.compile(r"\w{1,32}")


class Candidate(NamedTuple):
    """A stop, `text[head:stop]`, its closing marks, `text[stop:close]`, and what follows."""

    text: str
    start: int  # of the sentence
    head: int
    stop: int
    close: int
    following: int  # the first code point after white space and opening marks

    @property
    def after(self) -> str:
        return self.text[self.following]

    @property
    def next_word(self) -> str:
        match = _WORD.match(self.text, self.following)
        return match[0] if match else ""

    @property
    def long(self) -> bool:
        """Whether `words_before` may not be all words of the sentence."""
        return self.head - self.start >= _TAIL

    def bracket_follows(self) -> bool:
        return self.text[self.following - 1] in "(["

    def dash_follows(self) -> bool:
        return self.text[self.following - 2] in "-–—" and self.text[self.following - 1].isspace()

    def initial_follows(self) -> bool:
        """Whether a single letter with a stop follows."""
        return self.after.isalpha() and self.text[self.following + 1 : self.following + 2] == "."

    def particle_follows(self, rules: Rules) -> bool:
        """Whether a particle of family names follows, with its name: De Gasperi."""
        word = self.next_word
        if word.lower() not in rules.particles:
            return False
        name = self.following + len(word)
        return self.text[name : name + 1].isspace() and self.text[name + 1 : name + 2].isupper()

    def starter_follows(self, rules: Rules) -> bool:
        """Whether a word follows that often starts a sentence and is no name."""
        return self.next_word.lower() in rules.starters

    def words_before(self) -> list[str]:
        """The last words before the stop."""
        return self.text[max(self.start, self.head - _TAIL) : self.head].split()


def lower(char: str) -> bool:
    """Whether `char` is lower case in a script that has capitals (Georgian has none in text)."""
    return char.islower() and not "ა" <= char <= "ჿ"


def bare(token: str) -> str:
    """`token` without quotation marks and brackets, and without what is joined before it."""
    token = token.strip(OPENING + _CLOSING)
    parts = _JOINT.split(token)
    return parts[-1] if len(parts[-1]) > 2 else parts[0]
