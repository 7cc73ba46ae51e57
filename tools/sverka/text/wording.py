"""Wording: prose without identifiers, paths, options and file names either."""

import regex

from .analysis import Text
from .prose import HOLE, prose
from .signs import signs
from .traits import MACHINE
from .vocabulary import Remembered

_MACHINE = regex.compile(
    r"""
      (?<!\d)%[-+#0]*(?:\d+\$)?[-+#0]*\d*(?:\.\d+|\.\*)?  # %d, %1$s, %.2f
      (?:hh|h|ll|l|L|q|j|z|t)?[diouxXeEfFgGcsSpn]
    | \\[abefnrtv0]                                 # an escape that was left escaped
    | \b[a-z]{2,}(?:[A-Z][a-z0-9]*)+\(\)?           # aFunction(
    | [\w.~-]*[/\\][\w.~-]+(?:[/\\][\w.~-]*)+       # a path
    | \b\w+(?:_\w+)+\b | \b_\w+ | \$\w+             # an identifier
    | (?<!\w)--?[A-Za-z][\w-]*                      # an option
    | \b\p{L}[\w-]*(?:\.[a-z]\w*)+\b                # a file or domain: README.md, who.int
    | \w+::[\w:]+                                   # a path of names
    """,
    regex.VERBOSE,
)


def in_piece(piece: str) -> str:
    """Return the wording of a piece of prose: nothing that `_MACHINE` finds holds white space, nor
    is it of letters alone."""
    if piece.rstrip(",.;:!?").isalpha():
        return piece
    return _MACHINE.sub(lambda found: HOLE * len(found[0]), piece)


_pieces = Remembered(in_piece)


def wording(text: Text) -> str:
    """Return the text with `HOLE`s in place of all that is no wording; offsets stay the same.

    An analyser of `Text.ask`.
    """
    value = text.ask(prose)
    if not text.ask(signs) & MACHINE:
        return value
    return " ".join([_pieces[piece] for piece in value.split(" ")])
