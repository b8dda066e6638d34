"""Times of a healed text, resolved: 11月13日至12月1日 → 2023-11-13, 2023-12-01. Never by the clock."""

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from graph.evidence import first_day
from graph.evidence.heal import sentences
from loaders.text.expressions import Expression, Point, expressions
from loaders.text.years import (
    Years,
    named_years,
    nearest_year,
    only_year,
    own_years,
    planned_years,
)

Parts: TypeAlias = tuple[int, int, int]
"""Year, month and day; 0 where unknown."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression of a healed text.

    Attributes:
        start: First code point of the expression in the healed text.
        stop: Code point after it; 上午 and a clock time are inside.
        date: What it means, an ISO prefix (`2023`, `2023-11`, `2023-11-13`); empty when the text
            does not let it be worked out (近日, 11月13日 where nothing names a year).
        until: End of the period, an ISO prefix; empty when it is no range.
    """

    start: int
    stop: int
    date: str
    until: str = ""


def times(text: str, *, article_date: str = "", title: str = "") -> tuple[Time, ...]:
    """Find the time expressions of a healed text, in order, and resolve them.

    Args:
        text: A healed text (`graph.evidence.heal`).
        article_date: Day of publication, an ISO prefix; empty when unknown.
        title: The article's title, which may name the year.

    >>> times("2023年11月13日至12月1日进驻。")
    (Time(start=0, stop=17, date='2023-11-13', until='2023-12-01'),)
    >>> [one.date for one in times("昨日开会，近日公布。", article_date="2023-03-01")]
    ['2023-02-28', '']
    """
    found = tuple(expressions(text))
    if not found:
        return ()
    published = date.fromisoformat(first_day(article_date)) if article_date else None
    reader = _Reader(text, found, title, published, len(article_date) == len("2023-11-13"))
    return tuple(reader.read())


# 新华社北京11月13日电, 央广网11月14日消息: the day of the report, stated in its first lines.
_DATELINE = re.compile(r"电|讯|消息|[(（](?:(?:见习|实习)?记者|通讯员)")
_DATELINE_WITHIN = 160  # code points from the start of the text


_ACT = re.compile(
    "(?:进驻|入驻|抵达|到任|到访|开幕|开工|开班|开学|启动|签约|揭牌|成立|通车|投产|报到)$"
)
_ACT_LENGTH = 2


class _Reader:
    """Resolves the expressions of one text in order; remembers the day that was named last."""

    def __init__(
        self,
        text: str,
        found: tuple[Expression, ...],
        title: str,
        published: date | None,
        published_day: bool,
    ) -> None:
        self._text, self._found, self._published = text, found, published
        self._spans = list(sentences(text))
        self._starts = [start for start, _ in self._spans]
        self._named = list(named_years(text, found))
        self._title = only_year(year for _, year in named_years(title, expressions(title)))
        self._own = only_year(own_years(text, found))
        self._planned = only_year(planned_years(text, found))
        self._reported = self._dateline() or (published if published_day else None)
        self._last: Parts = (0, 0, 0)  # the day named last
        self._last_sentence = -1
        self._days: list[tuple[int, Parts]] = []

    def read(self) -> Iterator[Time]:
        """Yield every expression with what it means."""
        for expression in self._found:
            sentence = bisect_right(self._starts, expression.start) - 1
            first = self._resolve(expression.first, expression, sentence)
            last = None
            if expression.last is not None:
                first, last = self._range(first, expression.first, expression.last)
            if first[1] and first[2]:
                self._days.append((expression.start, first))
            if first[1]:
                self._last, self._last_sentence = last or first, sentence
            yield Time(expression.start, expression.stop, _iso(first), _iso(last) if last else "")

    def _years(self, sentence: int) -> Years:
        start, stop = self._spans[sentence] if sentence >= 0 else (0, 0)
        named = tuple((at, year) for at, year in self._named if start <= at < stop)
        return Years(named, self._title, self._own, self._published, self._planned)

    def _dateline(self) -> date | None:
        for expression in self._found:
            if expression.start > _DATELINE_WITHIN:
                return None
            point = expression.first
            if point.month and point.day and _DATELINE.match(self._text, expression.stop):
                year = point.year or self._own or self._title
                if not year and self._published:
                    year = nearest_year(self._published, point.month, point.day)
                return _real_day((year, point.month, point.day))
        return None

    def _resolve(self, point: Point, at: Expression, sentence: int) -> Parts:
        if point.days is not None:
            return _shifted(_parts(self._reported), point.days)
        if point.follows is not None:
            return _shifted(self._day_of_act(at.start) or self._day_before(sentence), point.follows)
        if not point.named:
            return (0, 0, 0)
        year, month = self._stated_year(point), point.month
        if point.months is not None:
            year, month = self._near_month(point.months)
        elif not month and point.day:
            year, month = self._month_of(point.day, sentence)
        elif month and not year:
            year = self._years(sentence).of(month, point.day, at.start)
        return year, month, point.day

    def _day_before(self, sentence: int) -> Parts:
        """Give the day named last; one still to come in another sentence is not what 当天 counts from."""
        day = _real_day(self._last)
        ahead = day is not None and self._reported is not None and day > self._reported
        return _parts(self._reported) if ahead and sentence != self._last_sentence else self._last

    def _day_of_act(self, at: int) -> Parts | None:
        """Give the day named before an act, where that act stands before 当天: 9月2日进驻…，进驻 + 当天."""
        act = _ACT.search(self._text, max(0, at - _ACT_LENGTH), at)
        first = self._text.find(act.group(), 0, act.start()) if act else -1
        named = [parts for start, parts in self._days if start < first]
        return named[-1] if named else None

    def _stated_year(self, point: Point) -> int:
        if point.years is None:
            return point.year
        base = self._reported or self._published
        year = base.year if base else self._title or self._own
        return year + point.years if year else 0

    def _near_month(self, shift: int) -> tuple[int, int]:
        base = self._reported or self._published
        if base is None:
            return 0, 0
        months = base.year * 12 + base.month - 1 + shift
        return months // 12, months % 12 + 1

    def _month_of(self, day: int, sentence: int) -> tuple[int, int]:
        """Give year and month of a day that stands alone: 13日上午."""
        dateline = _real_day(self._last) == self._reported
        if self._last[1] and self._last_sentence == sentence and not dateline:
            return self._last[:2]
        if self._reported is None:
            return self._last[:2]
        base = self._reported
        if day <= base.day:
            return base.year, base.month
        return self._near_month(-1)

    def _range(self, first: Parts, start: Point, end: Point) -> tuple[Parts, Parts]:
        """Give both ends; what one leaves out it takes from the other."""
        year = self._stated_year(end)
        last: Parts = (year or first[0], end.month or (first[1] if end.day else 0), end.day)
        if year and not (start.year or start.years is not None):
            first = (year, *first[1:])
        elif not year and last < first and first[0]:
            last = (last[0] + 1, *last[1:])
        return first, last


def _parts(day: date | None) -> Parts:
    return (day.year, day.month, day.day) if day else (0, 0, 0)


def _real_day(parts: Parts) -> date | None:
    year, month, day = parts
    known = year and month and day and date.min.year <= year <= date.max.year
    if not known or day > monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def _shifted(parts: Parts, days: int) -> Parts:
    day = _real_day(parts)
    if day is None or not date.min.year < day.year < date.max.year:
        return (0, 0, 0)
    return _parts(day + timedelta(days=days))


def _iso(parts: Parts) -> str:
    """Write year, month, day as an ISO prefix; empty when a part to the left is unknown."""
    year, month, day = parts
    if not year or (day and not month):
        return ""
    if day and _real_day(parts) is None:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")
