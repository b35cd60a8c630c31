"""Imari Desk: looking back on a city's plan once a year."""

__version__ = "0.1.0"
