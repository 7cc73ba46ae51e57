"""Sverka reads translations against their original, in every language at once."""

__version__ = "0.1.0"
