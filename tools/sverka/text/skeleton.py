"""What remains of a text when numbers, case, white space and its end mark are set aside."""

import re

from .analysis import Text
from .numbers.figures import ascii_digits, has_digits
from .signs import of_chars, signs

_NUMBER = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u202f]\d+)*")
_QUOTES = frozenset("'«»„“”‚‘’「」『』`")
_QUOTED = of_chars(_QUOTES.__contains__)
_SAME = str.maketrans(dict.fromkeys(_QUOTES, '"'))
_END = " \t\n.。…:：!！?？،؟"


def skeleton(text: Text) -> str:
    """Return a text's skeleton; texts of equal skeletons say the same of different numbers."""
    value = text.value
    if text.ask(has_digits):
        value = _NUMBER.sub("0", ascii_digits(value))
    if text.ask(signs) & _QUOTED:
        value = value.translate(_SAME)
    return " ".join(value.lower().split()).rstrip(_END)
