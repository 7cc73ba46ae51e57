"""Terms that a single letter begins or ends: T cells, Т-лимфоциты, lymphocytes T, T细胞."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import regex

from . import locales
from .analysis import Text
from .english import noun
from .inflection import stem
from .lookalikes import fold
from .renderings import Variant
from .signs import signs
from .traits import LETTER
from .wording import wording

_FIRST = regex.compile(
    r"(?<![\p{L}\p{N}\-‐‑])(?P<letter>\p{Lu})(?:(?P<joint>[-‐‑ ])(?P<word>\p{Lu}?\p{Ll}{4,})"
    r"(?![\p{L}\-‐‑])|(?P<word>\p{Han}{2}))"
)
_LAST = regex.compile(
    r"(?<![\p{L}\p{N}])(?P<word>\p{Ll}{4,})(?P<joint>[-‐‑ ])(?P<letter>\p{Lu})"
    r"(?![\p{L}\p{N}\-‐‑'’])"
)
_WORDS = frozenset("AEIOUWYZАВЗИІЙКОСУЯЄЇ")
"""Letters that are words too: A cell, В клетке."""
_LETTER_LAST = frozenset({"fr", "es", "it", "pt", "ca", "gl", "ro", "oc"})


class LetterTerm(NamedTuple):
    """Such a term, and its place."""

    letter: str
    """Latin, if it looks like a Latin one."""
    root: str
    joint: str
    """`hyphen`, `space` or nothing."""
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in the text."""
        return self.start, self.end


def letter_terms(text: Text) -> tuple[LetterTerm, ...]:
    """Return the terms of a letter and a word in a text. An analyser of `Text.ask`."""
    if not text.ask(signs) & LETTER:
        return ()
    language, value = locales.language(text.locale), text.ask(wording)
    shape = _LAST if language in _LETTER_LAST else _FIRST
    found = []
    for match in shape.finditer(value):
        joint, word = match["joint"], match["word"]
        if joint == " " and match["letter"] in _WORDS and _starts(value, match.start()):
            continue
        root = noun(word.casefold()) if language == "en" else stem(word, language)
        name = {" ": "space", None: ""}.get(joint, "hyphen")
        found.append(LetterTerm(fold(match["letter"]), root, name, *match.span()))
    return tuple(found)


def _starts(value: str, position: int) -> bool:
    """Say whether a sentence starts at a position."""
    before = value[:position].rstrip(" \"'«„“(—–-•")
    return not before or before[-1] in ".!?:…\n"


def letter_variants(
    pairs: Sequence[tuple[Sequence[LetterTerm], Sequence[LetterTerm]]],
) -> list[Variant]:
    """Return the terms that translations render by two words: «Т-лимфоцит», T lymphocyte, T cell.

    `pairs` are the terms of segments and of their translations. Only segments count that have one
    word a letter on both sides. The later rendering is the second if both are as frequent.
    """
    votes: dict[tuple[str, str], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    hyphened = {(t.letter, t.root) for here, _ in pairs for t in here if t.joint == "hyphen"}
    for number, (here, there) in enumerate(pairs):
        if not here or not there:
            continue
        for letter in {term.letter for term in here}:
            mine, theirs = ({t.root for t in side if t.letter == letter} for side in (here, there))
            if len(mine) == len(theirs) == 1:
                votes[letter, mine.pop()][theirs.pop()].append(number)
    found = []
    for (letter, root), renderings in votes.items():
        first, *others = sorted(renderings, key=lambda r: (-len(renderings[r]), renderings[r][0]))
        if len(renderings[first]) < 2 and (letter, root) not in hyphened:
            continue
        found += [
            Variant(f"{letter}-{root}", first, r, tuple(renderings[first]), tuple(renderings[r]))
            for r in others
        ]
    return found
