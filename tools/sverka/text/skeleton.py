"""What remains of a text when numbers, case, white space and its end mark are set aside."""

import re

from .analysis import Text
from .numbers.figures import ascii_digits

_NUMBER = re.compile(r"\d+(?:[.,'’٫٬\u00a0\u202f]\d+)*")
_QUOTES = re.compile(r"[\"'«»„“”‚‘’「」『』`]")
_END = " \t\n.。…:：!！?？،؟"


def skeleton(text: Text) -> str:
    """Return a text's skeleton; texts of equal skeletons say the same of different numbers."""
    value = _NUMBER.sub("0", ascii_digits(text.value))
    value = _QUOTES.sub('"', value)
    return " ".join(value.lower().split()).rstrip(_END)
