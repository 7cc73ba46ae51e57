"""Quantities in text: numbers with their units of measurement."""

from .metric import metric_symbols
from .periods import lasts
from .quantities import Quantity, Rate, converted, quantities, ranged, rates, worded
from .table import Unit, units

__all__ = [
    "Quantity",
    "Rate",
    "Unit",
    "converted",
    "lasts",
    "metric_symbols",
    "quantities",
    "ranged",
    "rates",
    "units",
    "worded",
]
