"""Dates and times of day in text, in whatever form a locale writes them."""

from .days import Date, dates
from .hours import Time, times

__all__ = ["Date", "Time", "dates", "times"]
