"""Numbers in text: their values by the rules of a locale."""

from .figures import figures
from .lexicon import knows
from .number import Kind, Number, Value
from .separators import separators
from .words import all_numbers, all_values, spelled

__all__ = [
    "Kind",
    "Number",
    "Value",
    "all_numbers",
    "all_values",
    "figures",
    "knows",
    "separators",
    "spelled",
]
