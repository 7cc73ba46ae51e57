"""Dates and times of day in text, in whatever form a locale writes them."""

from .calendar import MONTH
from .days import Date
from .hours import Time, times
from .nights import dates

__all__ = ["MONTH", "Date", "Time", "dates", "times"]
