"""Dates as stated (2023, 2023-11, 2023-11-13) and the days that they may mean."""

import calendar
import re
from datetime import date

_PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def first_day(stated: str) -> str:
    """Give the first day that a stated date may mean.

    >>> first_day("2023-11"), first_day("2023")
    ('2023-11-01', '2023-01-01')

    Raises:
        ValueError: The text is no ISO prefix of a real day.
    """
    year, month, day = _parts(stated)
    return date(year, month or 1, day or 1).isoformat()


def last_day(stated: str) -> str:
    """Give the last day that a stated date may mean.

    >>> last_day("2024-02"), last_day("2023")
    ('2024-02-29', '2023-12-31')

    Raises:
        ValueError: The text is no ISO prefix of a real day.
    """
    year, month, day = _parts(stated)
    month = month or 12
    return date(year, month, day or calendar.monthrange(year, month)[1]).isoformat()


def _parts(stated: str) -> tuple[int, int, int]:
    match = _PREFIX.fullmatch(stated)
    if match is None:
        raise ValueError(f"{stated!r} is no date such as 2023, 2023-11 or 2023-11-13")
    year, month, day = (int(part or 0) for part in match.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError as error:
        raise ValueError(f"{stated!r} is no day of the calendar") from error
    return year, month, day
