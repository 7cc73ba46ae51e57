"""Quantities in text: numbers with their units of measurement."""

from .periods import lasts
from .quantities import Quantity, converted, quantities, ranged, worded
from .table import Unit, units

__all__ = ["Quantity", "Unit", "converted", "lasts", "quantities", "ranged", "units", "worded"]
