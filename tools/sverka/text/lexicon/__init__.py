"""Which words render which: a lexicon of concepts, written by hand, and the concepts of a text.

A *concept* is a row of a table: the beginnings of the words that express it, in each language. A
word may express several. The tables (`*.tsv`), what they mean and how to add to them: README.md.
"""

from .fields import FIELD, are_things, excluding, field, is_clinical, is_opposition, kinds, sides
from .relatives import has_not
from .words import WORD, Concepts, Mention, knows, mentions, pool, said

__all__ = [
    "FIELD",
    "WORD",
    "Concepts",
    "Mention",
    "are_things",
    "excluding",
    "field",
    "has_not",
    "is_clinical",
    "is_opposition",
    "kinds",
    "knows",
    "mentions",
    "pool",
    "said",
    "sides",
]
