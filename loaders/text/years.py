"""Which year a month and a day belong to, when the text names years elsewhere.

Source of the order: the project's guide to annotation: the year of the same sentence, else of the
title, else the only year that the article names as its own time, else that of its publication.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from loaders.text.expressions import Expression

# Words before or after a year that make it background: 自2017年起, 到2025年, 1972年11月生.
_BACKGROUND_BEFORE = re.compile(
    r"(?:自从?|从|到|至|早在|于|截至|距|对比|比|较|与|《[^》]*|[—–-])\Z"
)
_BACKGROUND_AFTER = re.compile(
    r"以来|以前|[底末]?前|[以之]?后|起|开始|[底末]|间|出?生|参加工作|[建成创设修投启][^，。]{0,3}|[^，。]{0,12}》|同期"
)
# A year alone is the story's own when it names the occasion: 2023年某区投资推介季启动仪式.
_OCCASION = re.compile(
    "[^，。；]{0,24}?(?:会|仪式|活动|节|季|[督巡检考视]察|检查|督导|调研|论坛|大赛|培训)"
)
_OF_A_LIFE = re.compile("出?生|起?参加")
_REACH = 30  # code points of context looked at on either side


@dataclass(frozen=True, slots=True)
class Years:
    """The years that a text offers to the month and day of one sentence.

    Attributes:
        named: Places and years of the sentence, in order.
        title: The year that the title names, 0 when none or several.
        own: The only year that the article names as its own time, 0 when none or several.
        published: Day of publication, or the earliest day that it may mean; None when unknown.
        planned: The only year for which the article names a plan, 0 when none or several.
    """

    named: tuple[tuple[int, int], ...]
    title: int
    own: int
    published: date | None
    planned: int = 0

    def of(self, month: int, day: int, at: int) -> int:
        """Give the year of a month and a day that stand at `at`; 0 when nothing tells."""
        before = [year for place, year in self.named if place < at]
        after = [year for place, year in self.named if place > at]
        near = nearest_year(self.published, month, day) if self.published else 0
        stated = before[-1] if before else (after[0] if after else self.title)
        if stated or (near and self._just_before(near, month, day)):
            return stated or near
        begun = self.planned if month <= _FIRST_HALF else 0  # a year's plan is made as it begins
        return self.own or near or begun

    def _just_before(self, year: int, month: int, day: int) -> bool:
        """Tell whether a day lies so near that of publication that no year of the text can be meant."""
        if self.published is None:
            return False
        days = (self.published.month - month) * 30 + self.published.day - (day or 15)
        return year == self.published.year and 0 <= days <= _FRESH


def nearest_year(published: date, month: int, day: int) -> int:
    """Give the year of a month and a day in a report of a given day.

    News is of the same year, save that 12月31日 in January's paper is of the year before, and
    1月5日 in the paper of the last days of December is of the next.

    >>> nearest_year(date(2016, 1, 4), 12, 31), nearest_year(date(2023, 8, 14), 9, 2)
    (2015, 2023)
    """
    ahead = (month - published.month) * 30 + (day or 15) - published.day
    if ahead > _LONGEST_AHEAD:
        return published.year - 1
    return published.year + 1 if ahead < -_LONGEST_BACK else published.year


_FRESH = 20  # days
_FIRST_HALF = 6  # months
_LONGEST_AHEAD, _LONGEST_BACK = 240, 335  # days


def named_years(text: str, found: Iterable[Expression]) -> Iterator[tuple[int, int]]:
    """Yield place and year of each year that `text` names as the time of its story."""
    for expression in found:
        year = expression.first.year
        if year and not _is_background(text, expression):
            yield expression.start, year


def own_years(text: str, found: Iterable[Expression]) -> Iterator[int]:
    """Yield the years that `text` names as its own time: in full dates, and before an occasion."""
    for expression in found:
        first = expression.first
        occasion = first.month or _OCCASION.match(text, expression.stop)
        if first.year and occasion and not _is_background(text, expression):
            yield first.year


def planned_years(text: str, found: Iterable[Expression]) -> Iterator[int]:
    """Yield the years for which `text` names a plan: 2025年立法计划, 2025年度工作要点."""
    for expression in found:
        first = expression.first
        if first.year and not first.month and _PLAN.match(text, expression.stop):
            yield first.year


_PLAN = re.compile(r"度?[^，。；、的]{0,8}?(?:计划|要点|预算(?!执行))")


def only_year(years: Iterable[int]) -> int:
    """Give the year when there is one alone, else 0."""
    different = set(years)
    return different.pop() if len(different) == 1 else 0


def _is_background(text: str, found: Expression) -> bool:
    before = text[max(0, found.start - _REACH) : found.start]
    after = text[found.stop : found.stop + _REACH]
    if found.first.day and found.first.month:
        return bool(_OF_A_LIFE.match(after))
    return bool(_BACKGROUND_BEFORE.search(before) or _BACKGROUND_AFTER.match(after))
