"""Quantities in text: numbers with their units of measurement."""

from .quantities import Quantity, quantities
from .table import Unit, units

__all__ = ["Quantity", "Unit", "quantities", "units"]
