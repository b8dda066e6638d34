"""Cutting and reading a healed text without losing an offset: time expressions."""

from loaders.text.times import Time, times

__all__ = ["Time", "times"]
