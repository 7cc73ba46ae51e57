"""Numbers in text: their values by the rules of a locale."""

from .figures import figures
from .lexicon import knows
from .number import Kind, Number, Value
from .separators import separators
from .words import spelled

__all__ = ["Kind", "Number", "Value", "figures", "knows", "separators", "spelled"]
