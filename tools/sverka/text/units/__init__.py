"""Quantities in text: numbers with their units of measurement."""

from .quantities import Quantity, converted, quantities
from .table import Unit, units

__all__ = ["Quantity", "Unit", "converted", "quantities", "units"]
