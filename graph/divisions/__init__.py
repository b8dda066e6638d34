"""The register of administrative divisions: what 徐汇区 is, and where it lies."""

from graph.divisions.division import (
    COUNTRY,
    LEVELS,
    Division,
    DivisionError,
    short_form,
    shorter_form,
)
from graph.divisions.register import Register, register

__all__ = [
    "COUNTRY",
    "LEVELS",
    "Division",
    "DivisionError",
    "Register",
    "register",
    "short_form",
    "shorter_form",
]
