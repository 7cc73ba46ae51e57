"""Dates and times of day in text, in whatever form a locale writes them."""

from .calendar import MONTH
from .days import Date, dates
from .hours import Time, times

__all__ = ["MONTH", "Date", "Time", "dates", "times"]
