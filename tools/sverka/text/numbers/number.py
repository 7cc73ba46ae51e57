"""What a number in a text is."""

from decimal import Decimal
from typing import Literal, NamedTuple

Kind = Literal["figure", "code", "word", "roman"]
Value = Decimal | str
"""A quantity; or, for what only looks like one (1.2.3), the characters themselves."""


class Number(NamedTuple):
    """A number as it stands in a text."""

    start: int
    end: int
    values: frozenset[Value]
    """What it can mean by the rules of the text's locale; one value unless they are ambiguous."""
    kind: Kind
    """`figure`: written in digits; `code`: digits that belong to a name such as CD19; `word`:
    spelled out; `roman`: Roman numerals."""
    raw: str
    """Its characters, sign and scale word included."""
    scaled: Decimal = Decimal(1)
    """The factor that a scale word after it gave: 1000000 in "2.5 million"."""

    @property
    def span(self) -> tuple[int, int]:
        """Start and end in code points."""
        return self.start, self.end
